use domain::{
    ItemId,
    template::{BodyPart, Item, ItemKind},
};
use proptest::prelude::*;

use super::*;

fn id(n: u128) -> ItemId {
    ItemId::from_uuid(uuid::Uuid::from_u128(n))
}

/// With these words in three of its places.
fn template(words: [&str; 3]) -> TemplateContent {
    TemplateContent {
        purpose: words[0].into(),
        body: vec![BodyPart::Text { id: id(1), text: words[1].into() }],
        form: vec![Item::new(id(2), words[2], ItemKind::YesNo)],
        ..TemplateContent::new("Mall".into(), "Ring oss".into(), id(1))
    }
}

fn places() -> [TextPlace; 3] {
    [TextPlace::Purpose, TextPlace::Part(id(1)), TextPlace::Item(id(2))]
}

fn in_arabic(mut content: TemplateContent, words: [&str; 3]) -> TemplateContent {
    let mut translation = Translation::new(Language::Arabic);
    let of = texts(&content);
    for (place, text) in places().into_iter().zip(words).filter(|(_, text)| !text.trim().is_empty()) {
        if let Some(here) = of.iter().find(|one| one.place == place) {
            let translated = TranslatedText { text: text.to_owned(), of: here.text.to_owned() };
            translation.texts.insert(place, translated);
        }
    }
    content.translations = vec![translation];
    content
}

fn after(content: &TemplateContent, read: &TranslationsRead) -> TemplateContent {
    let mut after = content.clone();
    if let Some(edit) = &read.edit {
        after.apply(edit).expect("it can be made");
    }
    after
}

#[test]
fn a_spreadsheet_opens_it_as_a_table_and_runs_nothing() {
    let content = in_arabic(template(["=1+1", "Hej;\n\"du\"", "'Ja"]), ["@SUM(A1)", "-2", "مرحبا"]);
    let file = write(&content);
    assert!(file.starts_with("\u{feff}\"Nyckel\";\"Svenska\";\"Arabiska [ar]\"\r\n\"name\";\"Mall\";\"\"\r\n"));
    assert!(file.contains("\"purpose\";\"'=1+1\";\"'@SUM(A1)\"\r\n"), "{file}");
    assert!(file.contains(";\"Hej;\n\"\"du\"\"\";\"'-2\"\r\n"));
    assert!(file.contains(";\"''Ja\";\"مرحبا\"\r\n"));
    let read = read(&file, &content).expect("translations");
    assert_eq!((read.same, read.taken, read.unknown, read.edit.is_none()), (3, 0, 0, true));
}

#[test]
fn what_a_translator_sends_back_is_told_and_taken_as_one_step() {
    let content = template(["Syfte", "Läs [mer](https://a.example)", "Mår du bra?"]);
    let [_, part, item] = places();
    let file = format!(
        "sep=,\nKey,sv,AR-SY,Somaliska,Anteckning\r\npurpose,Syfte,الغرض,Ujeedo,x\n\
         {part},Läs [mer](https://a.example),[المزيد](https://b.example),,\n\
         {item},Hur mår du?,كيف حالك؟,,\nitem/x,Borta,ذهب,,\n,,,,\n"
    );
    let read = read(&file, &content).expect("translations");
    assert_eq!(read.languages, [Language::Arabic, Language::Somali]);
    assert_eq!(read.added, read.languages);
    assert_eq!((read.taken, read.outdated, read.marks, read.unknown, read.same), (4, 1, 1, 1, 0));
    assert_eq!(read.ignored, ["Anteckning"]);
    let mut done = after(&content, &read);
    let arabic = &done.translations[0];
    let states: Vec<_> = texts(&content).iter().map(|text| arabic.state(text)).collect();
    use domain::template::TextState::{Current, Missing, Outdated};
    assert_eq!(states, [Missing, Current, Current, Missing, Outdated, Missing, Missing]);
    let back = content.clone().apply(&read.edit.expect("something to do")).expect("it can be made");
    done.apply(&back).expect("one step back");
    assert_eq!(done, content);
}

#[test]
fn an_empty_cell_takes_nothing_away_and_what_was_outdated_stays_so() {
    let mut content = in_arabic(template(["Syfte", "Hej", "Hur?"]), ["أ", "ب", "ت"]);
    content.purpose = "Nytt syfte".into();
    let emptied = write(&content).replace("\"ب\"", "\"\"");
    let read = read(&emptied, &content).expect("translations");
    assert_eq!((read.edit, read.same), (None, 2));
}

#[test]
fn a_text_that_is_no_such_table_is_refused() {
    let content = template(["a", "b", "c"]);
    let refusal = |text: &str| read(text, &content).expect_err("refused");
    assert_eq!(refusal(""), NotTranslations::Columns);
    assert_eq!(refusal("hej;hopp\n"), NotTranslations::Columns);
    assert_eq!(refusal("Nyckel;Svenska;Klingonska\n"), NotTranslations::NoLanguage);
    let long = format!("Nyckel;Svenska;ar\npurpose;a;{}\n", "ا".repeat(MAX_TEXT + 1));
    assert_eq!(read(&long, &content).expect("translations").too_long, 1);
}

fn words() -> impl Strategy<Value = String> {
    let hard = ["=", "+1", "-", "@", "\t", "'", "''=", "\"", ";", ",", "\n", "ل", "**x**", "\u{feff}", " ", "＝"];
    prop::collection::vec(prop::sample::select(hard.to_vec()), 0..6).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn what_is_written_and_read_is_what_was(
        swedish in [words(), words(), words()],
        arabic in [words(), words(), words()],
        separator in prop::sample::select(vec![";", ",", "\t"]),
    ) {
        let swedish = swedish.each_ref().map(String::as_str);
        let arabic = arabic.each_ref().map(String::as_str);
        let plain = template(swedish);
        let content = in_arabic(plain.clone(), arabic);
        let file = write(&content).replace("\";\"", &format!("\"{separator}\""));
        // What stands in the texts is no separator of the file.
        prop_assume!(separator == ";" || !swedish.iter().chain(&arabic).any(|text| text.contains('"') && text.contains(';')));
        let again = read(&file, &content).expect("translations");
        prop_assert_eq!(again.edit, None);
        let fresh = read(&file, &plain).expect("translations");
        let made = after(&plain, &fresh);
        prop_assert_eq!(made.translations, content.translations);
    }

    #[test]
    fn no_cell_begins_as_a_formula(swedish in [words(), words(), words()], arabic in [words(), words(), words()]) {
        let content = in_arabic(template(swedish.each_ref().map(String::as_str)), arabic.each_ref().map(String::as_str));
        let file = write(&content);
        let mut reader =
            csv::ReaderBuilder::new().delimiter(b';').from_reader(file.trim_start_matches('\u{feff}').as_bytes());
        for record in reader.records() {
            let record = record.expect("a row");
            prop_assert!(record.iter().all(|cell| !cell.starts_with(|first| RUN.contains(&first))));
        }
    }

    #[test]
    fn any_text_is_read_without_a_panic(text: String) {
        let _ = read(&text, &template(["a", "b", "c"]));
    }
}
