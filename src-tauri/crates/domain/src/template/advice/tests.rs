use super::super::{Choice, chance::Chance};
use super::*;
use crate::{
    OptionId,
    guideline::chance::any_choice,
    guideline::{Tightening, Words},
};
use proptest::prelude::*;

fn id(n: u128) -> ItemId {
    ItemId::from_uuid(uuid::Uuid::from_u128(n))
}

fn kalmar() -> Guideline {
    Guideline::shipped("region-kalmar").expect("shipped")
}

fn template() -> TemplateContent {
    TemplateContent {
        name: "Ordination järn".into(),
        purpose: "Du får en ny ordination.".into(),
        answer_use: "Vi för in ditt svar i journalen.".into(),
        body: vec![BodyPart::Text { id: id(1), text: "Hej! Här kommer din ordination.".into() }],
        ..TemplateContent::new(String::new(), "Ring oss.".into(), id(1))
    }
}

fn question(kind: ItemKind, help: &str) -> Vec<Item> {
    let (text, help) = ("Fråga?".to_owned(), help.to_owned());
    vec![Item { help, required: true, ..Item::new(id(2), text, kind) }]
}

/// What is found by Region Kalmar's guideline.
fn found_in(content: &TemplateContent) -> Vec<Found> {
    advice(content, &kalmar()).into_iter().map(|finding| finding.found).collect()
}

fn of(kind: ItemKind, help: &str) -> Vec<Found> {
    found_in(&TemplateContent { form: question(kind, help), ..template() })
}

/// What is found when a paragraph of the message says this.
fn said(text: &str) -> Vec<Found> {
    let body = vec![BodyPart::Text { id: id(1), text: text.to_owned() }];
    found_in(&TemplateContent { body, ..template() })
}

#[test]
fn a_plain_template_gets_none() {
    assert_eq!(found_in(&template()), []);
}

#[test]
fn each_of_the_guidelines_contents_is_an_error_where_it_is_missing() {
    let without = |change: fn(&mut TemplateContent)| {
        let mut content = template();
        change(&mut content);
        advice(&content, &kalmar())
    };
    let error = |place, found| vec![Finding { severity: Severity::Error, place, found }];
    assert_eq!(without(|c| c.purpose = " ".into()), error(Place::Purpose, Found::PurposeMissing));
    assert_eq!(without(|c| c.contact = "\n".into()), error(Place::Contact, Found::ContactMissing));
    let proposal = kalmar().ruling(Rule::AnswerUseMissing).proposal.clone();
    let missing = Found::AnswerUseMissing { proposal: proposal.clone() };
    assert_eq!(without(|c| c.answer_use.clear()), error(Place::AnswerUse, missing));
    assert_eq!(found_in(&TemplateContent { answer_use: proposal, ..template() }), [], "what is proposed is well said");
    let only_tells = TemplateContent { answerable: false, answer_use: String::new(), ..template() };
    assert_eq!(found_in(&only_tells), [], "no answers, no use of them");
}

#[test]
fn purposes_that_the_guideline_rules_out_are_known_by_their_words() {
    let named = |purpose: &str| found_in(&TemplateContent { purpose: purpose.into(), ..template() });
    let words = |words: &str| words.to_owned();
    assert_eq!(
        named("Välkommen till Öppet hus på mottagningen"),
        [Found::GeneralInformation { words: words("Öppet hus") }]
    );
    assert_eq!(named("Erbjudande på solglasögon"), [Found::Advertising { words: words("Erbjudande på") }]);
    assert_eq!(named("Vill du delta i en Forskningsstudie?"), [Found::Study { words: words("Forskningsstudie") }]);
    assert_eq!(named("Besvara vår enkät om ditt besök"), [Found::Survey { words: words("enkät") }]);
    assert_eq!(named("Hjälp oss utvärdera ditt besök"), [Found::Survey { words: words("utvärdera ditt besök") }]);
    for plain in [
        "Nytt provsvar",
        "Inför din läkarstudio",
        "Går det att sköta dina studier?",
        "Vi vill utvärdera din behandling.",
        "Erbjudande om vaccination",
    ] {
        assert_eq!(named(plain), [], "{plain}");
    }
    let twice = TemplateContent { name: "Enkät".into(), purpose: "En enkät.".into(), ..template() };
    assert_eq!(found_in(&twice), [Found::Survey { words: words("Enkät") }], "said once, where one begins");
}

#[test]
fn questions_that_are_hard_to_answer_are_told() {
    let choice = |texts: &[&str]| ItemKind::SingleChoice {
        options: (10u128..)
            .zip(texts)
            .map(|(n, text)| Choice::new(OptionId::from_uuid(uuid::Uuid::from_u128(n)), (*text).into()))
            .collect(),
    };
    assert_eq!(of(choice(&["Bra", "Sådär", "Dåligt"]), ""), [Found::NoWayOut]);
    for way in ["Vet inte", "Jag vet ej", "Osäker", "Annat", "Inget av detta", "Inte aktuellt"] {
        assert_eq!(of(choice(&["Bra", "Dåligt", way]), ""), [], "{way}");
    }
    let number = |unit: &str| ItemKind::Number { unit: unit.into(), min: None, max: None, decimals: 0 };
    assert_eq!(of(number(" "), ""), [Found::UnitMissing { proposal: None }]);
    assert_eq!(of(number("kg"), ""), []);
    let mut weight = question(number(""), "");
    weight[0].text = "Vad väger du?".into();
    let proposal = Some("kg".to_owned());
    assert_eq!(found_in(&TemplateContent { form: weight, ..template() }), [Found::UnitMissing { proposal }]);
    assert_eq!(of(ItemKind::files(1), ""), [Found::FilesWithoutReason]);
    assert_eq!(of(ItemKind::files(1), "Vi vill se såret."), []);
}

#[test]
fn texts_beyond_those_that_may_be_demanded_are_named() {
    let text = question(ItemKind::short_text(9), "").remove(0);
    let many = |end: u128| (2..end).map(|n| Item { id: id(n), ..text.clone() }).collect();
    let found = |form| found_in(&TemplateContent { form, ..template() });
    assert_eq!(found(many(5)), []);
    assert_eq!(found(many(7)), [Found::ManyRequiredTexts { count: 5, most: 3, items: vec![id(5), id(6)] }]);
}

#[test]
fn long_sentences_and_hard_texts_are_told_with_their_numbers() {
    let long = format!("{}slut.", "ord ".repeat(26));
    assert_eq!(said(&long), [Found::LongSentence { count: 27, most: 25 }]);
    assert_eq!(said(&format!("{}slut.", "ord ".repeat(24))), []);
    let official = "Handläggningen förutsätter kompletterande dokumentation. ".repeat(16);
    let found = said(&official);
    assert!(matches!(found.as_slice(), [Found::HardToRead { lix, most: 45 }] if *lix > 80), "{found:?}");
}

#[test]
fn a_sentence_with_three_very_long_words_is_told() {
    let long = ["Läkemedelsgenomgången", "blodtrycksmätningen", "vårdplaneringsmötet"];
    let [first, second, third] = long;
    assert_eq!(
        said(&format!("{first}, {second} och {third} är klara.")),
        [Found::LongWords { words: long.map(str::to_owned).to_vec() }]
    );
    assert_eq!(said(&format!("{first} och {second} är klara. {third} är i maj.")), [], "two in each sentence");
    assert_eq!(said(&format!("{first}, {second} och vårdplanerings-mötet är klara.")), [], "a hyphen helps");
}

#[test]
fn the_passive_of_official_letters_is_told_and_verbs_that_only_look_like_it_are_not() {
    for (text, words) in [
        ("Svaret skickas till din läkare.", "skickas"),
        ("Ny tid bokas av mottagningen.", "bokas"),
        ("Ni ombedes komma fastande.", "ombedes"),
        ("BIFOGAS i din anmälan.", "BIFOGAS"),
    ] {
        assert_eq!(said(text), [Found::Passive { words: words.to_owned() }], "{text}");
    }
    for plain in [
        "Vi hoppas att du trivs, och att det känns bra.",
        "Minns du när det hände? Finns det något som hjälps åt?",
        "Vi ses i maj. Sjukdomen kallas gikt.",
        "Besväras du av klåda? Kräks du?",
        "Din läkares svar, och din vårds mål.",
        "Vi skickar svaret och bokar en tid.",
    ] {
        assert_eq!(said(plain), [], "{plain}");
    }
}

#[test]
fn what_only_a_colour_tells_is_told_and_colours_of_things_are_not() {
    for (text, words) in [
        ("Fyll i den gröna rutan.", "gröna rutan"),
        ("Fyll i det röda först.", "Fyll i det röda"),
        ("Det viktigaste är markerat i grönt.", "markerat i grönt"),
        ("Svara på rödmarkerade frågor.", "rödmarkerade"),
        ("Det står i rött.", "står i rött"),
    ] {
        assert_eq!(said(text), [Found::ColourOnly { words: words.to_owned() }], "{text}");
    }
    for plain in [
        "Har det röda spridit sig?",
        "Är huden röd runt såret?",
        "Ta den gröna tabletten på morgonen.",
        "Har du fått blåmärken?",
        "Ring Röda Korset.",
        "Fyll i rutan Kontakt.",
    ] {
        assert_eq!(said(plain), [], "{plain}");
    }
}

#[test]
fn a_link_that_does_not_say_where_it_leads_is_told() {
    assert_eq!(said("Klicka här för mer."), [Found::ClickHere { words: "Klicka här".into() }]);
    assert_eq!(said("Läs mer här."), [Found::ClickHere { words: "Läs mer här".into() }]);
    assert_eq!(said("Läs mer på 1177.se. Gör det ont om du trycker här?"), []);
}

#[test]
fn marks_hide_no_words() {
    assert_eq!(said("Besvara vår **en**kät."), [Found::Survey { words: "enkät".into() }]);
    assert_eq!(said("[Klicka här](https://www.1177.se)"), [Found::ClickHere { words: "Klicka här".into() }]);
    let body = vec![BodyPart::Text { id: id(1), text: "Vår **en**kät.".into() }];
    assert_eq!(found_in(&TemplateContent { body, markup: false, ..template() }), [], "no marks, no word");
    let mut form = question(ItemKind::YesNo, "Tiden **bok**as.");
    let passive = [Found::Passive { words: "bokas".into() }];
    assert_eq!(found_in(&TemplateContent { form: form.clone(), ..template() }), passive);
    form[0] = Item::new(id(2), "Tiden *bokas*.", ItemKind::INFORMATION);
    assert_eq!(found_in(&TemplateContent { form, ..template() }), passive);
}

#[test]
fn what_is_told_says_where_it_stands() {
    let place = |content: &TemplateContent| advice(content, &kalmar()).first().map(|finding| finding.place);
    let passive = || "Tiden bokas.".to_owned();
    assert_eq!(place(&TemplateContent { name: passive(), ..template() }), Some(Place::Name));
    assert_eq!(place(&TemplateContent { purpose: passive(), ..template() }), Some(Place::Purpose));
    assert_eq!(place(&TemplateContent { answer_use: passive(), ..template() }), Some(Place::AnswerUse));
    assert_eq!(place(&TemplateContent { contact: passive(), ..template() }), Some(Place::Contact));
    let body = vec![BodyPart::Text { id: id(1), text: passive() }];
    assert_eq!(place(&TemplateContent { body, ..template() }), Some(Place::Part { id: id(1) }));
    let form = question(ItemKind::YesNo, "Tiden bokas.");
    assert_eq!(place(&TemplateContent { form, ..template() }), Some(Place::Item { id: id(2) }));
}

#[test]
fn a_picture_that_says_nothing_to_who_does_not_see_it_is_an_error() {
    let told = |alt: &str, decorative: bool| {
        let picture = Some(Picture { alt: alt.into(), decorative, ..Picture::new(&[0xFF, 0xD8, 0xFF], 4, 3) });
        let form = vec![Item { picture, ..Item::new(id(2), "Var gör det ont?", ItemKind::YesNo) }];
        advice(&TemplateContent { form, ..template() }, &kalmar())
    };
    let undescribed =
        Finding { severity: Severity::Error, place: Place::Item { id: id(2) }, found: Found::PictureUndescribed };
    assert_eq!(told(" ", false), [undescribed]);
    assert_eq!(told("En kropp med numrerade delar", false), []);
    assert_eq!(told("", true), []);
}

#[test]
fn what_only_staff_read_and_what_is_not_sent_is_left_alone() {
    let content = TemplateContent {
        handler_instruction: "Använd inte till enkäter eller studier. Tiden bokas.".into(),
        answerable: false,
        form: question(ItemKind::files(1), ""),
        ..template()
    };
    assert_eq!(found_in(&content), []);
}

#[test]
fn the_guideline_decides_what_is_looked_for_and_how_hard_it_is_taken() {
    let survey = TemplateContent { purpose: "Besvara vår enkät.".into(), ..template() };
    let inera = Guideline::shipped("inera").expect("shipped");
    assert_eq!(advice(&survey, &inera), [], "the national service allows it");
    let harder = Tightening { severity: Some(Severity::Error), ..Tightening::default() };
    for base in [kalmar(), inera] {
        let ours = base.tightened([(Rule::Survey, harder.clone())]).expect("it can be so");
        let severities: Vec<_> = advice(&survey, &ours).into_iter().map(|finding| finding.severity).collect();
        assert_eq!(severities, [Severity::Error]);
    }
}

/// Whether a finding tells at least what another tells.
fn covers(ours: &Finding, theirs: &Finding) -> bool {
    let rule = theirs.found.rule();
    // A purpose is told once, and with more words perhaps earlier.
    let is_told_once = rule.words() == Words::Offend && rule <= Rule::Survey;
    ours.found.rule() == rule && ours.severity >= theirs.severity && (is_told_once || ours.place == theirs.place)
}

proptest! {
    #[test]
    fn no_template_makes_it_panic(seed in any::<u64>(), text in ".{0,80}") {
        let mut content = Chance(seed).content();
        content.purpose = text;
        let _ = advice(&content, &kalmar());
    }

    #[test]
    fn whoever_is_stricter_is_told_all_that_the_guideline_tells(
        seed in any::<u64>(),
        words in prop::collection::vec(
            prop::sample::select(vec![
                "hej", "du", "skickas", "enkät", "öppet", "hus", ".", "gröna", "rutan", "klicka", "här", "svara",
                "läkemedelsgenomgången", "blodtrycksmätningen", "vårdplaneringsmötet",
            ]),
            0..90,
        ),
        choices in prop::collection::vec(any_choice(), 0..6),
    ) {
        let mut content = Chance(seed).content();
        content.body.push(BodyPart::Text { id: id(1), text: words.join(" ") });
        let ours = advice(&content, &kalmar().tightened(choices).expect("each can be so"));
        for theirs in advice(&content, &kalmar()) {
            prop_assert!(ours.iter().any(|one| covers(one, &theirs)), "{theirs:?} is not among {ours:?}");
        }
    }
}

#[test]
fn a_language_that_lacks_something_is_told_and_stops_nothing() {
    use crate::template::{TextPlace, TranslatedText, Translation};
    let mut content = template();
    let mut translation = Translation::new(Language::Arabic);
    for text in super::super::texts(&content) {
        let translated = TranslatedText { text: "كلمة".into(), of: text.text.to_owned() };
        translation.texts.insert(text.place, translated);
    }
    content.translations = vec![translation];
    assert_eq!(found_in(&content), []);
    content.translations[0].texts.remove(&TextPlace::Name);
    content.contact = "Ring oss på vardagar.".into();
    let found = Found::TranslationIncomplete { language: Language::Arabic, missing: 1, outdated: 1 };
    let told = Finding { severity: Severity::Advice, place: Place::Languages, found };
    assert_eq!(advice(&content, &kalmar()), [told]);
}
