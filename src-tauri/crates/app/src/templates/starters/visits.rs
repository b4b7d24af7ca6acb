//! Before a visit: a time that is moved, a time that is new, questions, and a time to book oneself.

use domain::template::{InformationStyle, ItemKind, TemplateContent};

use super::make::{Make, template, when, when_yes, with_help};

/// *Ändrad tid*, with short notice.
pub(super) fn new_time(make: &Make<'_>, contact: &str) -> TemplateContent {
    let no = "Nej, den tiden passar inte";
    let comes = make.one_of("Kan du komma på den nya tiden?", &["Ja, jag kommer", no, "Vet inte än"]);
    let other_times = when(
        &comes,
        &[no],
        make.several_of(
            "När kan du komma i stället?",
            &["Förmiddagar", "Eftermiddagar", "Med kort varsel"],
            "Vet inte, ring mig",
        ),
    );
    TemplateContent {
        handler_instruction:
            "Använd när en bokad tid måste ändras med kort varsel. Boka den nya tiden innan du skickar. \
                              Gäller det i dag eller i morgon: ring också, för alla läser inte sin inkorg varje dag."
                .to_owned(),
        purpose: "Vi måste tyvärr ändra din bokade tid. Här får du veta din nya tid.".to_owned(),
        answer_use: "Vi läser ditt svar så fort vi kan. Passar tiden inte letar vi efter en annan åt dig.".to_owned(),
        body: vec![
            make.text("Hej!\nTiden som du hade hos oss gäller inte längre. Du har fått en ny:"),
            make.slot("Ny dag, klockslag och plats"),
            make.optional_slot("Varför tiden ändras, om det går att berätta"),
            make.text("Svara i dag om du kan, och senast dagen före den nya tiden."),
        ],
        answerable: true,
        form: vec![comes, other_times],
        ..template("Din bokade tid är ändrad", contact)
    }
}

/// *Kallelse*.
pub(super) fn summons(make: &Make<'_>, contact: &str) -> TemplateContent {
    let help = make.several_of(
        "Behöver du något av detta på besöket?",
        &["Tolk", "Hjälp för att höra bättre", "Plats för rullstol eller rollator"],
        "Nej, ingen hjälp",
    );
    let language = when(&help, &["Tolk"], make.demanded("Vilket språk behöver du tolk i?", ItemKind::short_text(100)));
    TemplateContent {
        handler_instruction:
            "Använd när någon behöver komma snart, till exempel för att en tid har blivit ledig. Boka tiden \
                              innan du skickar."
                .to_owned(),
        purpose: "Du får en tid för besök hos oss. Här står när, var och hos vem.".to_owned(),
        answer_use:
            "Vi läser ditt svar före besöket. Kan du inte komma får någon annan tiden. Behöver du hjälp på besöket \
                     ordnar vi den."
                .to_owned(),
        body: vec![
            make.text("Hej!\nVälkommen till oss:"),
            make.slot("Dag, klockslag och plats"),
            make.slot("Vem besöket är hos, och vad det gäller"),
            make.optional_slot("Så kan invånaren förbereda sig"),
            make.text("Svara helst i dag eller i morgon. Då hinner någon annan få tiden om du inte kan komma."),
        ],
        answerable: true,
        form: vec![
            make.one_of("Kan du komma?", &["Ja, jag kommer", "Nej, jag behöver en annan tid", "Vet inte än"]),
            help,
            language,
            make.item("Är det något mer vi behöver veta före besöket?", ItemKind::LongText { max_length: 1_000 }),
        ],
        ..template("Kallelse till ditt besök", contact)
    }
}

/// *Inför besöket*. Can be sent without filling anything in.
pub(super) fn before_visit(make: &Make<'_>, contact: &str) -> TemplateContent {
    let health =
        make.one_of("Hur har du mått den senaste månaden?", &["Bra", "Varken bra eller dåligt", "Dåligt", "Vet inte"]);
    let trouble =
        when(&health, &["Dåligt"], make.item("Vad har varit svårast?", ItemKind::LongText { max_length: 1_000 }));
    let medicines =
        make.one_of("Tar du dina läkemedel som vanligt?", &["Ja", "Nej", "Jag har inga läkemedel", "Vet inte"]);
    let hindrance = when(&medicines, &["Nej"], make.item("Vad är det som hindrar dig?", ItemKind::short_text(300)));
    let interpreter = make.item("Behöver du tolk?", ItemKind::YesNo);
    let language = when_yes(&interpreter, make.demanded("Vilket språk?", ItemKind::short_text(100)));
    TemplateContent {
        handler_instruction:
            "Skicka senast en vecka före besöket. Byt frågorna mot dem som ni behöver svar på, och ta bort \
                              resten."
                .to_owned(),
        purpose: "Du har en bokad tid hos oss. Med dina svar kan vi förbereda besöket.".to_owned(),
        answer_use: "Den som du ska träffa läser svaren före besöket och för in det som är viktigt i din journal."
            .to_owned(),
        body: vec![
            make.text("Hej!\nSvara på frågorna senast två dagar före ditt besök. Det tar ungefär fem minuter."),
            make.optional_slot("Att tänka på före besöket, för just den här invånaren"),
        ],
        answerable: true,
        form: vec![
            make.item(
                "Svara så gott du kan. Du kan hoppa över frågor som inte är obligatoriska.",
                ItemKind::Information { style: InformationStyle::Framed },
            ),
            health,
            trouble,
            medicines,
            hindrance,
            make.several_of(
                "Har något av detta hänt sedan vi sågs sist?",
                &["Jag har varit inlagd på sjukhus", "Jag har fått ett nytt läkemedel", "Jag har fått en allergi"],
                "Inget av detta",
            ),
            make.item("Vad vill du helst ta upp på besöket?", ItemKind::LongText { max_length: 2_000 }),
            interpreter,
            language,
            with_help(
                "Med listan framför oss kan vi gå igenom den tillsammans på besöket. Skicka inga intima bilder.",
                make.item("Har du en egen lista över läkemedel eller mätvärden?", ItemKind::files(3)),
            ),
        ],
        ..template("Frågor inför ditt besök", contact)
    }
}

/// *Webbtidboken*.
pub(super) fn book_yourself(make: &Make<'_>, contact: &str) -> TemplateContent {
    TemplateContent {
        handler_instruction: "Kontrollera först att bokningsunderlaget är klart. Annars ser invånaren inga tider.".to_owned(),
        purpose: "Det är dags för dig att boka ett besök. Du väljer själv en tid som passar.".to_owned(),
        body: vec![
            make.text("Hej!\nNu kan du boka din tid hos oss. Det gäller:"),
            make.slot("Vilket besök det gäller, och hos vem"),
            make.text(
                "Logga in på 1177.se och leta upp vår mottagning. Där öppnar du webbtidboken och väljer en tid. Boka gärna \
                 inom en vecka, medan det finns flera tider att välja på.",
            ),
            make.optional_slot("Sista dag att boka"),
            make.text("Hittar du ingen tid som passar? Hör av dig till oss. Du behöver inte svara på det här meddelandet."),
        ],
        ..template("Boka din tid i webbtidboken", contact)
    }
}
