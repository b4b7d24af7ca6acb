//! A unit with many cases.

use budkavle_testkit::World;
use domain::{
    CaseId, CitizenId, PersonNumber, StaffId, Timestamp,
    audit::{Action, AuditActor, AuditEvent},
    case::{CaseState, Closure},
    citizen::Citizen,
};
use serde_json::Value;
use store::{CaseQuery, NewCase, Store};
use uuid::Uuid;

/// A filled unit: the application that runs on it, and a second door to the same file.
pub(crate) struct Filled {
    pub(crate) count: u64,
    pub(crate) world: World,
    pub(crate) store: Store,
    pub(crate) unit: domain::UnitId,
    pub(crate) staff: [StaffId; 2],
    pub(crate) template: domain::TemplateId,
    pub(crate) version: String,
    pub(crate) citizens: Vec<Citizen>,
}

/// Cases that are written before they are kept.
const BATCH: u64 = 5_000;
/// Cases that each citizen has.
const EACH: u64 = 8;
/// Of a hundred cases, how many are still open.
const OPEN: u64 = 4;
/// What cases are about.
const HEADINGS: [&str; 8] = [
    "Inför ditt besök",
    "Provsvar",
    "Uppföljning av ny behandling",
    "Kallelse",
    "Ändrad tid",
    "Ny ordination",
    "Komplettera din ansökan",
    "Foto av hudförändring",
];
const GIVEN: [&str; 10] = ["Anna", "Erik", "Åsa", "Lars", "Karin", "Örjan", "Maria", "Nils", "Eva", "Olle"];
const FAMILY: [&str; 10] = ["Lind", "Öberg", "Nyman", "Sand", "Ek", "Åkerman", "Holm", "Dahl", "Fors", "Wik"];

/// Makes it. Prints how long the whole took.
pub(crate) async fn unit_with(count: u64) -> Filled {
    let begun = std::time::Instant::now();
    let world = World::example().await;
    world.sign_in("karin").await;
    let store = second_door(&world).await;
    let (unit, staff, template, version, message) = what_there_is(&world, &store).await;
    let event = AuditEvent {
        at: domain_now(&world),
        unit,
        actor: AuditActor::System,
        action: Action::CaseSent,
        subject: "bench".to_owned(),
        citizen: None,
    };
    let citizens = people(count.div_ceil(EACH));
    for some in citizens.chunks(BATCH as usize) {
        let mut writer = store.begin().await.expect("nobody else writes");
        for citizen in some {
            writer.upsert_citizen(unit, citizen).await.expect("made up");
        }
        writer.commit(&event).await.expect("there is room");
    }
    let year = 365 * 24 * 60;
    for first in (0..count).step_by(BATCH as usize) {
        let mut writer = store.begin().await.expect("nobody else writes");
        for n in first..(first + BATCH).min(count) {
            let minutes = i64::try_from((count - n) * 3 * year / count).expect("small");
            let sent = domain_now(&world).plus_minutes(-minutes);
            let mut message = message.clone();
            message.heading = HEADINGS[(n % 8) as usize].to_owned();
            message.paragraphs.push(format!("Ärende nummer {n}"));
            let case = NewCase {
                id: CaseId::from_uuid(Uuid::from_u128(0xca5e_0000_0000 + u128::from(n))),
                unit,
                citizen: citizens[((n * 7_919) % citizens.len() as u64) as usize].id,
                sender: staff[usize::from(n % 10 == 0)],
                template,
                version: version.parse().expect("a version"),
                message,
                sent,
                held: false,
            };
            writer.insert_case(&case).await.expect("made up");
            let state = match n % 5 {
                0 => CaseState::Sent,
                1 => CaseState::Sent.opened(sent.plus_minutes(60)),
                _ => CaseState::Answered { read: sent.plus_minutes(60), answered: sent.plus_minutes(90) },
            };
            writer.set_case_state(case.id, state).await.expect("there");
            if n % 100 >= OPEN && n + 200 < count {
                let closed = Closure::Closed { closed: sent.plus_minutes(600) };
                writer.set_case_closure(case.id, closed).await.expect("there");
            }
        }
        writer.commit(&event).await.expect("there is room");
        if (first + BATCH).is_multiple_of(100_000) {
            println!("filling {}", first + BATCH);
        }
    }
    store.checkpoint().await.expect("nobody hinders");
    println!("filled {count} {:.0}", begun.elapsed().as_secs_f64());
    Filled { count, world, store, unit, staff, template, version, citizens }
}

fn domain_now(world: &World) -> Timestamp {
    app::Clock::now(&*world.clock)
}

/// The same file with the same key, as another program of the unit would open it.
async fn second_door(world: &World) -> Store {
    let profile = world.profile();
    let label = std::fs::read_to_string(profile.join("profile-id")).expect("it has been opened");
    let keys = app::Keyring::connect(&*world.keyring, label.trim()).expect("in memory");
    let key = vault::database_key(&profile, &*keys, true).expect("made when it was opened");
    // EXPOSE: SQLCipher must have the key.
    Store::open(&profile.join("budkavle.db"), key.expose(), domain_now(world)).await.expect("opens")
}

/// The example's unit, its two handlers, a template and a message that was sent with it.
async fn what_there_is(
    world: &World,
    store: &Store,
) -> (domain::UnitId, [StaffId; 2], domain::TemplateId, String, domain::message::Message) {
    let mut reader = store.read().await.expect("free");
    let unit = reader.unit().await.expect("read").expect("the example's").id;
    let rows = reader.case_rows(&CaseQuery::of(unit, domain::case::Worklist::Open, 1)).await.expect("read");
    let case = reader.case(rows[0].id).await.expect("read").expect("there");
    drop(reader);
    let colleagues: Value = world.ask("list_colleagues", Value::Null).await;
    let named = |name: &str| {
        let mut of = colleagues.as_array().expect("a list").iter();
        let found = of.find(|one| one["name"].as_str().is_some_and(|text| text.starts_with(name)));
        found.and_then(|one| one["staff"].as_str()).expect("works here").parse().expect("an id")
    };
    (unit, [named("Karin"), named("Anders")], case.template, case.version.to_string(), case.message)
}

/// People with valid numbers, each another.
fn people(count: u64) -> Vec<Citizen> {
    let mut people = Vec::new();
    let mut n = 0_u64;
    while (people.len() as u64) < count {
        let (year, month, day) = (1930 + n % 80, 1 + (n / 80) % 12, 1 + (n / 960) % 28);
        let serial = (n / 26_880) % 1_000;
        let nine = format!("{:02}{month:02}{day:02}{serial:03}", year % 100);
        // One of the ten last digits is right.
        let number = (0..10).find_map(|last| PersonNumber::try_from(format!("{year}{}{last}", &nine[2..])).ok());
        if let Some(number) = number {
            people.push(Citizen {
                id: CitizenId::from_uuid(Uuid::from_u128(0xc171_0000_0000 + u128::from(n))),
                number,
                name: format!("{} {}{}", GIVEN[(n % 10) as usize], FAMILY[(n / 10 % 10) as usize], n / 100),
                care_relation: Some("Listad".to_owned()),
                standing: domain::citizen::Standing::default(),
            });
        }
        n += 1;
    }
    people
}
