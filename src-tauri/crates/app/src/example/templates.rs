//! Templates of the example unit, after the kinds that units really use.

use domain::{
    ItemId, OptionId,
    template::{
        BodyPart, Choice, Item, ItemKind, TemplateContent,
        condition::{Comparison, ShownWhen},
    },
};

use crate::App;

/// All of them. The first can be sent without filling anything in.
pub(super) fn all(app: &App, contact: &str) -> Vec<TemplateContent> {
    let make = Make { app };
    vec![before_visit(&make, contact), prescription(&make, contact), changed_time(&make, contact)]
}

struct Make<'a> {
    app: &'a App,
}

impl Make<'_> {
    fn id(&self) -> ItemId {
        self.app.new_id(ItemId::from_uuid)
    }

    fn text(&self, text: &str) -> BodyPart {
        BodyPart::Text { id: self.id(), text: text.to_owned() }
    }

    fn slot(&self, label: &str) -> BodyPart {
        BodyPart::Slot { id: self.id(), label: label.to_owned(), required: true }
    }

    fn item(&self, text: &str, help: &str, required: bool, kind: ItemKind) -> Item {
        Item { help: help.to_owned(), required, ..Item::new(self.id(), text, kind) }
    }

    fn options(&self, texts: &[&str]) -> Vec<Choice> {
        let choice = |text: &&str| Choice::new(self.app.new_id(OptionId::from_uuid), (**text).to_owned());
        texts.iter().map(choice).collect()
    }
}

fn before_visit(make: &Make<'_>, contact: &str) -> TemplateContent {
    let medicines = make.item("Tar du dina läkemedel som vanligt?", "", true, ItemKind::YesNo);
    let hindrance = Item {
        shown_when: Some(ShownWhen::one(medicines.id, Comparison::No)),
        ..make.item("Vad är det som hindrar dig?", "", false, ItemKind::short_text(300))
    };
    TemplateContent {
        name: "Frågor inför ditt besök hos diabetessköterskan".to_owned(),
        handler_instruction: "Skicka senast en vecka före besöket. Be om foto endast vid sår eller hudförändring."
            .to_owned(),
        purpose: "Du har en bokad tid hos diabetessköterskan. Med dina svar kan vi förbereda besöket.".to_owned(),
        answer_use: "Diabetessköterskan läser dina svar före besöket och för in det som är viktigt i din journal."
            .to_owned(),
        contact: contact.to_owned(),
        body: vec![make.text("Hej!\nSvara på frågorna nedan senast två dagar före ditt besök.")],
        answerable: true,
        form: vec![
            make.item(
                "Svara så gott du kan. Du kan hoppa över frågor som inte är obligatoriska.",
                "",
                false,
                ItemKind::INFORMATION,
            ),
            make.item(
                "Hur har du mått den senaste månaden?",
                "",
                true,
                ItemKind::SingleChoice {
                    options: make.options(&["Bra", "Varken bra eller dåligt", "Dåligt", "Vet inte"]),
                },
            ),
            make.item(
                "Har du haft något av detta?",
                "Välj alla som stämmer.",
                false,
                ItemKind::MultipleChoice {
                    options: make.options(&[
                        "Lågt blodsocker",
                        "Domningar i fötterna",
                        "Sår som inte läker",
                        "Inget av detta",
                    ]),
                },
            ),
            make.item(
                "Vad väger du?",
                "",
                false,
                ItemKind::Number {
                    unit: "kg".to_owned(),
                    min: Some("20".to_owned()),
                    max: Some("350".to_owned()),
                    decimals: 1,
                },
            ),
            make.item("När tog du senast blodprov?", "", false, ItemKind::DATE),
            medicines,
            hindrance,
            make.item("Vad vill du helst ta upp på besöket?", "", false, ItemKind::LongText { max_length: 2_000 }),
            make.item(
                "Bifoga en bild eller en lista över dina blodsockervärden",
                "Vi behöver värdena för att kunna justera din behandling.",
                false,
                ItemKind::files(3),
            ),
            make.item("Jag har läst informationen inför besöket", "", true, ItemKind::Confirmation),
        ],
        examples: Vec::new(),
        markup: true,
        foreign: String::new(),
    }
}

fn prescription(make: &Make<'_>, contact: &str) -> TemplateContent {
    TemplateContent {
        name: "Ordination efter provtagning".to_owned(),
        handler_instruction: "Skriv läkemedel, styrka, dos och hur länge. Journalför ordinationen som vanligt.".to_owned(),
        purpose: "Du får ett besked om din ordination efter provtagning.".to_owned(),
        answer_use: "Din bekräftelse visar oss att du har läst ordinationen. Den noteras i din journal.".to_owned(),
        contact: contact.to_owned(),
        body: vec![
            make.text("Enligt senaste provtagningen så kommer här din ordination. Vänligen bekräfta att du mottagit ordinationen."),
            make.slot("Ordination"),
        ],
        answerable: true,
        form: vec![
            make.item("Jag har mottagit ordinationen", "", true, ItemKind::Confirmation),
            make.item("Har du någon fråga om ordinationen?", "", false, ItemKind::short_text(300)),
        ],
        examples: Vec::new(),
        markup: true,
        foreign: String::new(),
    }
}

fn changed_time(make: &Make<'_>, contact: &str) -> TemplateContent {
    TemplateContent {
        name: "Ändrad tid för ditt besök".to_owned(),
        handler_instruction: "Använd när tiden måste ändras med kort varsel.".to_owned(),
        purpose: "Vi har behövt ändra tiden för ditt bokade besök.".to_owned(),
        answer_use: String::new(),
        contact: contact.to_owned(),
        body: vec![
            make.text("Din tidigare tid är avbokad. Du har fått en ny tid:"),
            make.slot("Ny tid och plats"),
            make.text("Du behöver inte svara på det här meddelandet."),
        ],
        answerable: false,
        form: Vec::new(),
        examples: Vec::new(),
        markup: true,
        foreign: String::new(),
    }
}
