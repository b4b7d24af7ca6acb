//! What the citizen sends in: papers that are missing, and a picture.

use domain::template::{DateLimit, FileKinds, InformationStyle, ItemKind, TemplateContent};

use super::make::{Make, template, when, with_help};

/// *Komplettera* with files.
pub(super) fn more_files(make: &Make<'_>, contact: &str) -> TemplateContent {
    let [all, some, none, unsure] = ["Ja, allt", "Ja, en del", "Nej", "Vet inte vad ni menar"];
    let has = make.one_of("Kan du skicka in det som vi ber om?", &[all, some, none, unsure]);
    let files = when(
        &has,
        &[all, some],
        with_help(
            "Vi behöver filerna för att komma vidare i ditt ärende. Fotografera papper rakt uppifrån, så att texten går att \
             läsa. Skicka inga intima bilder.",
            make.demanded("Välj filerna", ItemKind::files(5)),
        ),
    );
    let missing = when(
        &has,
        &[some, none, unsure],
        make.item("Berätta vad som fattas, eller vad du undrar över.", ItemKind::LongText { max_length: 1_000 }),
    );
    TemplateContent {
        handler_instruction:
            "Skriv exakt vad du behöver och varför. Be inte om mer än så. Gäller det kroppen använder du i \
                              stället mallen för bild."
                .to_owned(),
        purpose: "Vi saknar något som vi behöver för att komma vidare i ditt ärende.".to_owned(),
        answer_use: "Vi går igenom det du skickar och för in det som behövs i din journal. Sedan tar vi bort filerna."
            .to_owned(),
        body: vec![
            make.text("Hej!\nVi behöver det här från dig:"),
            make.slot("Vad som fattas"),
            make.slot("Varför det behövs"),
            make.text("Svara helst inom en vecka. Säg till om du behöver mer tid."),
        ],
        answerable: true,
        form: vec![has, files, missing],
        ..template("Skicka in det som saknas", contact)
    }
}

/// A photo of a change in the skin. What sits where nobody should have to show it is looked at in a visit.
pub(super) fn skin_photo(make: &Make<'_>, contact: &str) -> TemplateContent {
    let shown = ["Huvudet eller halsen", "Magen, bröstkorgen eller ryggen", "Armen eller handen", "Benet eller foten"];
    let [hidden, unsure] = ["Ett ställe som jag inte vill visa på bild", "Vet inte hur jag ska beskriva det"];
    let options: Vec<&str> = shown.into_iter().chain([hidden, unsure]).collect();
    let place = make.one_of("Var på kroppen sitter förändringen?", &options);
    let kind = ItemKind::Attachment { max_files: 4, accepts: FileKinds::Images, max_megabytes: None };
    let visible: Vec<&str> = shown.into_iter().chain([unsure]).collect();
    let pictures = when(
        &place,
        &visible,
        with_help(
            "Med bilderna kan vi avgöra om du behöver komma hit. Ta en bild nära och en på längre håll, i dagsljus. Skicka \
             inga intima bilder, och ta inte med ansiktet om det går att undvika.",
            make.demanded("Bilder på förändringen", kind),
        ),
    );
    let visit = when(
        &place,
        &[hidden],
        make.item(
            "Du behöver inte skicka någon bild. Svara på resten av frågorna, så hör vi av oss om hur vi kan titta på den.",
            ItemKind::Information { style: InformationStyle::Important },
        ),
    );
    let today = DateLimit::FromToday { days: 0 };
    TemplateContent {
        handler_instruction: "Be bara om bild när den kan avgöra vad som ska göras. Sitter förändringen på en intim del av \
                              kroppen: be inte om bild, boka ett besök."
            .to_owned(),
        purpose: "Vi vill se din hudförändring för att kunna bestämma nästa steg.".to_owned(),
        answer_use: "Vi tittar på bilderna och för in det som är viktigt i din journal. Sedan tar vi bort dem. Du får veta \
                     vad vi kom fram till."
            .to_owned(),
        body: vec![
            make.text("Hej!\nDet här gäller:"),
            make.slot("Vilken hudförändring, och när ni talades vid"),
            make.text(
                "Svara helst inom två dagar. Växer den snabbt, blöder den eller får du feber? Vänta inte, utan ring oss eller \
                 1177.",
            ),
        ],
        answerable: true,
        form: vec![
            place,
            visit,
            pictures,
            with_help(
                "Det räcker att du svarar ungefär.",
                make.item("När såg du förändringen först?", ItemKind::Date { earliest: None, latest: Some(today) }),
            ),
            make.several_of(
                "Stämmer något av detta?",
                &["Den kliar", "Den blöder", "Den växer", "Den har ändrat färg eller form"],
                "Inget av detta",
            ),
            make.item(
                "Hur ont gör den?",
                ItemKind::Scale {
                    min: 0,
                    max: 10,
                    low: "Inte alls".to_owned(),
                    high: "Så ont man kan ha".to_owned(),
                    counts: false,
                },
            ),
            make.one_of("Har du haft något liknande förut?", &["Ja", "Nej", "Vet inte"]),
            make.item("Är det något mer vi behöver veta?", ItemKind::LongText { max_length: 1_000 }),
        ],
        ..template("Bild på din hudförändring", contact)
    }
}
