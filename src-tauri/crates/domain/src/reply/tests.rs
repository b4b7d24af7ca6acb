//! Answers that people give, and those that forms must not take.

use super::*;
use crate::template::{Choice, ChoiceRole, DateLimit, Item, ItemKind, TextFormat};

fn id(n: u128) -> ItemId {
    ItemId::from_uuid(uuid::Uuid::from_u128(n))
}

fn option(n: u128) -> OptionId {
    OptionId::from_uuid(uuid::Uuid::from_u128(n))
}

fn question(kind: ItemKind, required: bool) -> Vec<Item> {
    vec![Item { required, ..Item::new(id(1), "?", kind) }]
}

fn on_the_day(
    form: &[Item],
    answers: &Answers,
    files: &BTreeMap<ItemId, usize>,
) -> Result<Answers, Vec<AnswerProblem>> {
    check(form, answers, files, jiff::civil::date(2026, 11, 23))
}

fn verdict(kind: ItemKind, answer: Answer) -> Result<Option<Answer>, AnswerFault> {
    let answers = Answers::from([(id(1), answer)]);
    on_the_day(&question(kind, false), &answers, &BTreeMap::new())
        .map(|mut answers| answers.remove(&id(1)))
        .map_err(|problems| problems[0].fault)
}

fn kilograms() -> ItemKind {
    ItemKind::Number { unit: "kg".into(), min: Some("20".into()), max: Some("300".into()), decimals: 1 }
}

#[test]
fn a_number_may_be_written_with_comma_or_point() {
    assert_eq!(verdict(kilograms(), Answer::Number("72,50".into())), Ok(Some(Answer::Number("72.5".into()))));
    assert_eq!(verdict(kilograms(), Answer::Number("72.55".into())), Err(AnswerFault::TooManyDecimals));
    assert_eq!(verdict(kilograms(), Answer::Number("7".into())), Err(AnswerFault::TooSmall));
    assert_eq!(verdict(kilograms(), Answer::Number("301".into())), Err(AnswerFault::TooLarge));
    assert_eq!(verdict(kilograms(), Answer::Number("tung".into())), Err(AnswerFault::NotANumber));
}

#[test]
fn a_step_of_a_scale_is_one_of_its_own() {
    let pain = || ItemKind::Scale { min: 0, max: 10, low: "Inget".into(), high: "Värsta".into(), counts: false };
    assert_eq!(verdict(pain(), Answer::Number("0".into())), Ok(Some(Answer::Number("0".into()))));
    assert_eq!(verdict(pain(), Answer::Number("11".into())), Err(AnswerFault::TooLarge));
    assert_eq!(verdict(pain(), Answer::Number("-1".into())), Err(AnswerFault::TooSmall));
    assert_eq!(verdict(pain(), Answer::Number("2,5".into())), Err(AnswerFault::TooManyDecimals));
    assert_eq!(verdict(pain(), Answer::YesNo(true)), Err(AnswerFault::WrongKind));
}

#[test]
fn a_required_confirmation_left_unticked_is_missing() {
    let form = question(ItemKind::Confirmation, true);
    let answers = Answers::from([(id(1), Answer::Confirmed(false))]);
    let problems = on_the_day(&form, &answers, &BTreeMap::new()).expect_err("not confirmed");
    assert_eq!(problems, [AnswerProblem { item: id(1), row: None, fault: AnswerFault::Missing }]);
}

#[test]
fn a_forged_alternative_or_question_is_refused() {
    let kind = ItemKind::SingleChoice { options: vec![Choice::new(option(5), "A".into())] };
    assert_eq!(verdict(kind, Answer::Choice(option(6))), Err(AnswerFault::WrongKind));
    let answers = Answers::from([(id(99), Answer::YesNo(true))]);
    assert!(on_the_day(&question(ItemKind::YesNo, false), &answers, &BTreeMap::new()).is_err());
}

#[test]
fn files_are_counted_against_their_own_question() {
    let form = question(ItemKind::files(2), true);
    let with = |count| on_the_day(&form, &Answers::new(), &BTreeMap::from([(id(1), count)]));
    assert!(with(0).is_err());
    assert!(with(2).is_ok());
    assert!(with(3).is_err());
}

#[test]
fn a_date_must_exist() {
    assert_eq!(verdict(ItemKind::DATE, Answer::Date("2026-02-30".into())), Err(AnswerFault::NotADate));
    let leap = Answer::Date("2024-02-29".into());
    assert_eq!(verdict(ItemKind::DATE, leap.clone()), Ok(Some(leap)));
}

#[test]
fn a_dates_limits_move_with_the_day_on_which_it_is_answered() {
    let week = || ItemKind::Date {
        earliest: Some(DateLimit::FromToday { days: -7 }),
        latest: Some(DateLimit::FromToday { days: 0 }),
    };
    let on = |date: &str| verdict(week(), Answer::Date(date.into()));
    assert_eq!(on("2026-11-24"), Err(AnswerFault::TooLate));
    assert_eq!(on("2026-11-15"), Err(AnswerFault::TooEarly));
    assert!(on("2026-11-23").is_ok() && on("2026-11-16").is_ok());
    let until = ItemKind::Date { earliest: None, latest: Some(DateLimit::Day { date: "2025-12-31".into() }) };
    assert_eq!(verdict(until, Answer::Date("2026-01-01".into())), Err(AnswerFault::TooLate));
}

#[test]
fn a_time_may_be_written_with_point_or_colon() {
    let at = |time: &str| verdict(ItemKind::Time, Answer::Time(time.into()));
    assert_eq!(at("8.05"), Ok(Some(Answer::Time("08:05".into()))));
    assert_eq!(at("23:59"), Ok(Some(Answer::Time("23:59".into()))));
    for wrong in ["24:00", "8:5", "8", "+8:05", "08:60", "kl 8:00"] {
        assert_eq!(at(wrong), Err(AnswerFault::NotATime), "{wrong}");
    }
    let both =
        |date: &str, time: &str| verdict(ItemKind::DateTime, Answer::DateTime { date: date.into(), time: time.into() });
    assert!(both("2026-11-23", "8:05").is_ok());
    assert_eq!(both("2026-11-23", ""), Err(AnswerFault::NotATime));
    assert_eq!(both("", "8:05"), Err(AnswerFault::NotADate));
    assert_eq!(both(" ", ""), Ok(None));
}

#[test]
fn named_kinds_of_text_are_checked() {
    let is_right = |format, text: &str| {
        verdict(ItemKind::ShortText { max_length: 80, format }, Answer::Text(text.into()))
            != Err(AnswerFault::NotOfFormat)
    };
    assert!(is_right(TextFormat::Phone, "+46 (0)480-448 10") && is_right(TextFormat::Phone, "112 12"));
    assert!(!is_right(TextFormat::Phone, "ring mig") && !is_right(TextFormat::Phone, "12"));
    assert!(is_right(TextFormat::Email, "åsa.öberg@exempel.se"));
    assert!(!is_right(TextFormat::Email, "åsa@exempel") && !is_right(TextFormat::Email, "a b@exempel.se"));
    assert!(
        is_right(TextFormat::PersonNumber, "19121212-1212") && !is_right(TextFormat::PersonNumber, "19121212-1213")
    );
}

#[test]
fn an_alternative_that_excludes_the_others_is_chosen_alone_and_annat_says_what() {
    let choice = |n, role| Choice { role, ..Choice::new(option(n), n.to_string()) };
    let options = vec![choice(1, ChoiceRole::Plain), choice(2, ChoiceRole::Other), choice(3, ChoiceRole::Exclusive)];
    let several = || ItemKind::MultipleChoice { options: options.clone() };
    let chosen = |ids: &[u128]| ids.iter().map(|n| option(*n)).collect::<Vec<_>>();
    let written = |ids: &[u128], text: &str| Answer::Written { chosen: chosen(ids), text: text.into() };
    assert_eq!(verdict(several(), Answer::Choices(chosen(&[1, 3]))), Err(AnswerFault::NotTogether));
    assert!(verdict(several(), Answer::Choices(chosen(&[3]))).is_ok());
    assert_eq!(verdict(several(), Answer::Choices(chosen(&[1, 2]))), Err(AnswerFault::OtherMissing));
    assert_eq!(verdict(several(), written(&[2, 1], " Yrsel ")), Ok(Some(written(&[1, 2], "Yrsel"))));
    // Words that nothing asks for any more are not kept.
    assert_eq!(verdict(several(), written(&[1], "Yrsel")), Ok(Some(Answer::Choices(chosen(&[1])))));
    let one = ItemKind::Dropdown { options: options[..2].to_vec() };
    assert_eq!(verdict(one.clone(), written(&[1, 2], "x")), Err(AnswerFault::WrongKind));
    assert_eq!(verdict(one, written(&[2], "x")), Ok(Some(written(&[2], "x"))));
}

#[test]
fn a_matrix_that_must_be_answered_is_answered_in_every_row() {
    let choice = |n| Choice::new(option(n), n.to_string());
    let kind = || ItemKind::Matrix { rows: vec![choice(1), choice(2)], options: vec![choice(3), choice(4)] };
    let answer = |pairs: &[(u128, u128)]| {
        Answer::Matrix(pairs.iter().map(|(row, chosen)| (option(*row), option(*chosen))).collect())
    };
    let required = |answer| {
        let answers = Answers::from([(id(1), answer)]);
        on_the_day(&question(kind(), true), &answers, &BTreeMap::new()).map_err(|problems| problems[0].fault)
    };
    assert!(required(answer(&[(1, 3), (2, 3)])).is_ok());
    assert_eq!(required(answer(&[(1, 3)])), Err(AnswerFault::RowsLeft));
    assert_eq!(required(answer(&[(1, 3), (3, 3)])), Err(AnswerFault::WrongKind));
    assert!(verdict(kind(), answer(&[(2, 4)])).is_ok(), "need not be");
}

#[test]
fn faults_in_rows_say_which_row() {
    let rows = |n| RowId::from_uuid(uuid::Uuid::from_u128(n));
    let name = Item { required: true, ..Item::new(id(2), "Namn", ItemKind::YesNo) };
    let kind = ItemKind::RepeatedSection { row: String::new(), max_rows: 2 };
    let form = [Item { required: true, items: vec![name], ..Item::new(id(1), "Läkemedel", kind) }];
    let row = |n, yes: Option<bool>| Row {
        id: rows(n),
        answers: yes.map(|yes| (id(2), Answer::YesNo(yes))).into_iter().collect(),
    };
    let verdict = |rows: Vec<Row>| on_the_day(&form, &Answers::from([(id(1), Answer::Rows(rows))]), &BTreeMap::new());
    let fault = |row, item, fault| Err(vec![AnswerProblem { item: id(item), row, fault }]);
    assert_eq!(verdict(vec![row(1, Some(true)), row(2, None)]), fault(Some(rows(2)), 2, AnswerFault::Missing));
    assert_eq!(verdict(vec![]), fault(None, 1, AnswerFault::Missing));
    assert_eq!(verdict(vec![row(1, Some(true)), row(1, None)]), fault(None, 1, AnswerFault::WrongKind));
    let three = (1..=3).map(|n| row(n, Some(true))).collect();
    assert_eq!(verdict(three), fault(None, 1, AnswerFault::TooManyRows));
    assert!(verdict(vec![row(1, Some(true))]).is_ok());
}
