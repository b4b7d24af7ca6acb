//! After a visit: what tests showed, and what was decided then.

use domain::template::{ItemKind, TemplateContent};

use super::make::{Make, template, when_yes};

/// *Provsvar*.
pub(super) fn test_result(make: &Make<'_>, contact: &str) -> TemplateContent {
    TemplateContent {
        handler_instruction: "Skriv med vanliga ord vad proverna visar och vad det betyder för den här invånaren. Ett besked \
                              som kan oroa lämnar du hellre i telefon eller på ett besök."
            .to_owned(),
        purpose: "Du har lämnat prover hos oss. Här får du veta vad de visar och vad som händer nu.".to_owned(),
        body: vec![
            make.text("Hej!\nDet här gäller:"),
            make.slot("Vilka prover, och när de togs"),
            make.text("Så här ser det ut:"),
            make.slot("Vad proverna visar, med vanliga ord"),
            make.text("Det här händer nu:"),
            make.slot("Nästa steg, också när inget behöver göras"),
            make.text(
                "Du behöver inte svara på det här meddelandet. Mår du sämre ska du inte vänta. Ring oss eller 1177, och 112 \
                 om det är akut.",
            ),
        ],
        ..template("Svar på dina prover", contact)
    }
}

/// *Ordination* to confirm.
pub(super) fn prescription(make: &Make<'_>, contact: &str) -> TemplateContent {
    let asks = make.demanded("Undrar du över något i ordinationen?", ItemKind::YesNo);
    let question = when_yes(&asks, make.demanded("Vad undrar du över?", ItemKind::LongText { max_length: 1_000 }));
    TemplateContent {
        handler_instruction:
            "Döp gärna mallen efter läkemedlet, så syns det i ärendelistan. Journalför ordinationen som \
                              vanligt, och se efter att bekräftelsen kommer."
                .to_owned(),
        purpose: "Du får en ny eller ändrad ordination. Vi vill veta att den har kommit fram till dig.".to_owned(),
        answer_use:
            "Din bekräftelse visar att du har läst ordinationen. Vi skriver in den i din journal. Undrar du över något \
                     hör vi av oss."
                .to_owned(),
        body: vec![
            make.text("Hej!\nHär är din ordination:"),
            make.slot("Läkemedel, styrka och dos"),
            make.slot("Från och med när, och hur länge"),
            make.optional_slot("Nästa prov eller uppföljning"),
            make.text("Läs igenom den och bekräfta helst i dag, senast i morgon."),
        ],
        answerable: true,
        form: vec![make.demanded("Jag har läst ordinationen", ItemKind::Confirmation), asks, question],
        ..template("Bekräfta din ordination", contact)
    }
}
