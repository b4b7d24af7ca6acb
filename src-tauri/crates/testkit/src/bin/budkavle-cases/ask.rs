//! What people ask, timed.

use std::time::Instant;

use domain::{CaseId, case::Worklist};
use serde_json::{Value, json};
use store::CaseQuery;
use uuid::Uuid;

use crate::fill::Filled;

/// How often each thing is asked.
const ROUNDS: u64 = 200;
/// Rows of a page, and one more to know whether there are others.
const PAGE: u32 = 51;

/// Asks everything, and prints for each: what, how many cases there are, the application's p50 and p99, and the bare query's.
pub(crate) async fn everything(filled: &Filled) {
    for (name, list, search) in [
        ("first", "open", None),
        ("toReview", "toReview", None),
        ("unanswered", "unanswered", None),
        ("unread", "unread", None),
        ("ended", "ended", None),
        ("common", "ended", Some("uppföljning")),
        ("prefix", "ended", Some("ör")),
    ] {
        list_of(filled, name, list, &json!({}), search, |query| query).await;
    }
    let rare = filled.citizens[filled.citizens.len() / 2].number.as_str().to_owned();
    list_of(filled, "rare", "ended", &json!({}), Some(&rare), |query| query).await;
    let [_, anders] = filled.staff;
    list_of(filled, "sender", "ended", &json!({ "sender": anders }), None, |query| CaseQuery {
        sender: Some(anders),
        ..query
    })
    .await;
    list_of(filled, "handler", "ended", &json!({ "handler": anders }), None, |query| CaseQuery {
        handler: Some(anders),
        ..query
    })
    .await;
    let template = filled.template;
    list_of(filled, "template", "ended", &json!({ "template": template }), None, |query| CaseQuery {
        template: Some(template),
        ..query
    })
    .await;
    list_of(filled, "period", "ended", &json!({ "from": "2025-02-01", "to": "2025-02-03" }), None, |query| CaseQuery {
        sent_from: Some(domain::Timestamp::start_of(day("2025-02-01"))),
        sent_until: Some(domain::Timestamp::start_of(day("2025-02-04"))),
        ..query
    })
    .await;
    next_page(filled).await;
    open_one(filled).await;
    send_one(filled).await;
}

fn day(text: &str) -> jiff::civil::Date {
    text.parse().expect("a day")
}

async fn list_of(
    filled: &Filled,
    name: &str,
    list: &str,
    filter: &Value,
    search: Option<&str>,
    narrow: impl Fn(CaseQuery) -> CaseQuery,
) {
    let worklist: Worklist = serde_json::from_value(json!(list)).expect("a list");
    let bare = narrow(CaseQuery { search: search.map(str::to_owned), ..CaseQuery::of(filled.unit, worklist, PAGE) });
    let request = json!({ "scope": "unit", "list": list, "filter": filter, "search": search, "after": null });
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours.push(asked(filled, "list_cases", request.clone()).await);
        theirs.push(bare_rows(filled, &bare).await);
    }
    tell(filled, name, ours, theirs);
}

/// The page after a place in the depth that is another each time.
async fn next_page(filled: &Filled) {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let before = i64::try_from(filled.count * (round + 1) / (ROUNDS + 1)).expect("small");
        let after = json!({ "number": before });
        let request = json!({ "scope": "unit", "list": "ended", "filter": {}, "search": null, "after": after });
        ours.push(asked(filled, "list_cases", request).await);
        let bare = CaseQuery { before: Some(before), ..CaseQuery::of(filled.unit, Worklist::Ended, PAGE) };
        theirs.push(bare_rows(filled, &bare).await);
    }
    tell(filled, "next", ours, theirs);
}

async fn open_one(filled: &Filled) {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let n = filled.count * round / ROUNDS;
        let case = CaseId::from_uuid(Uuid::from_u128(0xca5e_0000_0000 + u128::from(n)));
        ours.push(asked(filled, "open_case", json!({ "case": case })).await);
        let begun = Instant::now();
        let mut reader = filled.store.read().await.expect("free");
        let found = reader.case(case).await.expect("read");
        theirs.push(begun.elapsed().as_secs_f64() * 1_000.0);
        assert!(found.is_some(), "it was put in");
    }
    tell(filled, "open", ours, theirs);
}

/// Sending writes to disk for good: beside it stands a commit of the smallest thing.
async fn send_one(filled: &Filled) {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let citizen = &filled.citizens[usize::try_from(round).expect("small") * 3 % filled.citizens.len()];
        let case = CaseId::from_uuid(Uuid::from_u128(0x5e4d_0000_0000 + u128::from(round)));
        let request = json!({
            "case": case, "citizen": citizen.id, "version": filled.version, "slots": {}, "signed": false, "at": null,
        });
        ours.push(asked(filled, "send_case", request).await);
        theirs.push(asked(filled, "discard_message_draft", Value::Null).await);
    }
    tell(filled, "send", ours, theirs);
}

async fn asked(filled: &Filled, command: &str, request: Value) -> f64 {
    let begun = Instant::now();
    let _: Value = filled.world.ask(command, request).await;
    begun.elapsed().as_secs_f64() * 1_000.0
}

async fn bare_rows(filled: &Filled, query: &CaseQuery) -> f64 {
    let begun = Instant::now();
    let mut reader = filled.store.read().await.expect("free");
    let rows = reader.case_rows(query).await.expect("read");
    let took = begun.elapsed().as_secs_f64() * 1_000.0;
    assert!(rows.len() <= PAGE as usize);
    took
}

fn tell(filled: &Filled, name: &str, mut ours: Vec<f64>, mut theirs: Vec<f64>) {
    ours.sort_by(f64::total_cmp);
    theirs.sort_by(f64::total_cmp);
    let at = |times: &[f64], share: f64| times[((times.len() - 1) as f64 * share) as usize];
    println!(
        "took {name} {} {:.3} {:.3} {:.3} {:.3}",
        filled.count,
        at(&ours, 0.5),
        at(&ours, 0.99),
        at(&theirs, 0.5),
        at(&theirs, 0.99)
    );
}
