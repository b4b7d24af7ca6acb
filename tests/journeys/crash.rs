//! The program is killed in the middle of its work. What was confirmed is there again; nothing half-done is shown.
//!
//! The program is this test program, started once more for one deed. It says on a pipe what was confirmed to a person;
//! at the moment a test chooses, it gets SIGKILL.

mod copies;
mod half_copy;

use std::{
    fs,
    io::{self, BufRead, BufReader, Read, Write},
    os::unix::process::ExitStatusExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Arc,
    time::Duration,
};

use app::{App, SystemClock};
use budkavle_tests::{
    files,
    keys::{NoKeyring, outside},
    meanwhile,
    staff::{self, INGRID, case_id, list, text},
    templates::{self, FILES},
    until,
};
use serde_json::{Value, json};
use tempfile::TempDir;
use testkit::CitizenBrowser;

/// Tells the program that is started once more which deed to do, …
const DEED: &str = "BUDKAVLE_TEST_DEED";
/// … and in which profile.
const PROFILE: &str = "BUDKAVLE_TEST_PROFILE";
/// Begins each line that says what was confirmed.
const CONFIRMED: &str = "confirmed ";
/// Keys that survive the program without a keyring.
const PASSPHRASE: &str = "en mening som är lång";
/// Bytes of an attachment that have arrived when the program is killed.
const ARRIVED: u64 = 2_000_000;

/// The application on a profile, open and with Anders signed in.
async fn start(profile: &Path) -> App {
    let app = App::start(outside(profile, true, Arc::new(NoKeyring), Arc::new(SystemClock))).await;
    staff::ask(&app, "use_passphrase", json!({ "passphrase": PASSPHRASE })).await;
    staff::sign_in(&app, "anders").await;
    app
}

async fn citizen(app: &App) -> CitizenBrowser {
    let url = text(&staff::ask(app, "inbox_address", Value::Null).await["url"]);
    meanwhile(|| CitizenBrowser::sign_in(&url, INGRID)).expect("an example citizen")
}

fn confirm(what: impl std::fmt::Display) {
    // After a line break of our own: the test harness prints without one.
    let mut pipe = io::stdout().lock();
    writeln!(pipe, "\n{CONFIRMED}{what}").expect("the parent listens");
    pipe.flush().expect("the parent listens");
}

/// Not a test by itself: the program that the tests below start and kill.
#[tokio::test(flavor = "multi_thread")]
async fn the_program_that_is_killed() {
    let (Some(deed), Some(profile)) = (std::env::var_os(DEED), std::env::var_os(PROFILE)) else { return };
    let app = start(&PathBuf::from(profile)).await;
    match deed.to_str() {
        Some("write") => write_for_ever(&app).await,
        Some("send") => send_for_ever(&app).await,
        Some("attach") => attach_for_ever(&app).await,
        Some("look") => copies::look_and_copy(&app).await,
        Some("half") => half_copy::write_half(&app).await,
        Some("copy") => copies::copy_for_ever(&app).await,
        other => panic!("no such deed: {other:?}"),
    }
}

/// The draft as it is at its `number`th saving.
fn draft(number: u64) -> domain::template::TemplateContent {
    let mut content = templates::every_kind("Skrivs just nu");
    content.purpose = format!("Sparad {number} gånger. {}", "Lång text. ".repeat(1_700));
    content.handler_instruction = format!("Sparad {number} gånger");
    content
}

async fn write_for_ever(app: &App) {
    let created = staff::ask(app, "create_template", json!({ "name": "Skrivs just nu" })).await;
    confirm(text(&created["id"]));
    let mut revision = created["draft"]["revision"].clone();
    for number in 1.. {
        let request = staff::rewriting(&text(&created["id"]), &revision, &draft(number));
        revision = staff::ask(app, "edit_draft", request).await["revision"].clone();
        confirm(number);
    }
}

async fn send_for_ever(app: &App) {
    let made = staff::publish(app, &templates::every_kind("Skickas just nu")).await;
    let citizen = staff::look_up(app, INGRID).await;
    for number in 1.. {
        let slots = templates::slots(&format!("Nummer {number}"));
        let message = staff::message(case_id(number), &citizen, &made.version, &slots);
        staff::ask(app, "save_message_draft", message.clone()).await;
        staff::ask(app, "send_case", message).await;
        confirm(number);
    }
}

async fn attach_for_ever(app: &App) {
    let made = staff::publish(app, &templates::every_kind("Bifoga")).await;
    staff::send(app, case_id(1), INGRID, &made.version, &templates::slots("Hej")).await;
    let mut browser = citizen(app).await;
    let (case, item) = (case_id(1).to_string(), FILES.to_string());
    let whole = meanwhile(|| browser.attach(&case, &item, "hel.jpg", files::PHOTO)).expect("a photo");
    confirm(text(&whole["id"]));
    let photo = files::photo_of(usize::try_from(ARRIVED).expect("small"));
    let mut body = HalfWay { left: io::Cursor::new(photo), blobs: app.outside().profile.join("vault/blobs") };
    let outcome = meanwhile(|| browser.attach_streaming(&case, &item, "halv.jpg", 2 * ARRIVED, &mut body));
    panic!("nobody killed the program: {outcome:?}");
}

/// Half a file. Then it says so, when that half has arrived in the vault, and waits for the end.
struct HalfWay {
    left: io::Cursor<Vec<u8>>,
    blobs: PathBuf,
}

impl Read for HalfWay {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.left.read(buffer)?;
        if read > 0 {
            return Ok(read);
        }
        until("half of the file is in the vault", || (unfinished(&self.blobs) > ARRIVED / 2).then_some(()));
        confirm("half of a file");
        // The parent holds the other end, and never writes.
        io::stdin().read(buffer)
    }
}

/// Bytes of sealed parts that are not finished.
fn unfinished(blobs: &Path) -> u64 {
    let entries = fs::read_dir(blobs).map(|entries| entries.flatten().collect::<Vec<_>>()).unwrap_or_default();
    let parts = entries.iter().filter(|entry| entry.path().extension().is_some_and(|ending| ending == "part"));
    parts.filter_map(|part| part.metadata().ok()).map(|part| part.len()).sum()
}

/// Files with this ending in the folder.
fn ending_with(ending: &str, folder: &Path) -> usize {
    let paths = fs::read_dir(folder).expect("there").flatten().map(|entry| entry.path());
    paths.filter(|path| path.extension().is_some_and(|of| of == ending)).count()
}

/// The program at work, and what it has confirmed.
struct Program {
    child: Child,
    lines: io::Lines<BufReader<std::process::ChildStdout>>,
    confirmed: Vec<String>,
}

impl Program {
    fn start(deed: &str, profile: &Path) -> Self {
        let mut child = Command::new(std::env::current_exe().expect("this test program"))
            .args(["--exact", "crash::the_program_that_is_killed", "--nocapture", "--test-threads=1"])
            .env(DEED, deed)
            .env(PROFILE, profile)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("it starts");
        let lines = BufReader::new(child.stdout.take().expect("it was piped")).lines();
        Self { child, lines, confirmed: Vec::new() }
    }

    /// Waits until so many things were confirmed.
    fn wait_for(&mut self, count: usize) {
        while self.confirmed.len() < count {
            let line = self.lines.next().expect("the program ended by itself").expect("text");
            self.confirmed.extend(line.strip_prefix(CONFIRMED).map(str::to_owned));
        }
    }

    /// Kills it and tells everything that it had confirmed by then.
    fn kill(mut self) -> Vec<String> {
        self.child.kill().expect("it runs");
        let status = self.child.wait().expect("it ends");
        assert_eq!(status.signal(), Some(9), "it was killed, not finished");
        // A last line may have been cut; then nobody was told.
        let whole = self.lines.map_while(Result::ok);
        self.confirmed.extend(whole.filter_map(|line| line.strip_prefix(CONFIRMED).map(str::to_owned)));
        self.confirmed
    }
}

fn profile() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let profile = folder.path().join("profile");
    (folder, profile)
}

fn number(text: &str) -> u64 {
    text.parse().unwrap_or_else(|_| panic!("a number instead of {text}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_a_template_is_written_it_opens_with_the_last_saving_that_was_confirmed() {
    for moment in [2, 5, 14] {
        let (_folder, profile) = profile();
        let mut program = Program::start("write", &profile);
        program.wait_for(moment);
        let confirmed = program.kill();
        let last = number(confirmed.last().expect("something was confirmed"));

        let app = start(&profile).await;

        let opened = staff::ask(&app, "open_template", json!({ "template": confirmed[0] })).await;
        // One more may have been saved that nobody was told of; then it is whole as well.
        let whole = [last, last + 1].iter().any(|number| opened["draft"]["content"] == json!(draft(*number)));
        assert!(whole, "neither {last} nor the next: {}", opened["draft"]["content"]["handlerInstruction"]);
        let request = staff::rewriting(&confirmed[0], &opened["draft"]["revision"], &draft(0));
        staff::ask(&app, "edit_draft", request).await;
        app.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_cases_are_sent_every_confirmed_one_is_there_once_and_no_half_one() {
    for moment in [1, 4, 12] {
        let (_folder, profile) = profile();
        let mut program = Program::start("send", &profile);
        program.wait_for(moment);
        let confirmed = program.kill();
        let last = confirmed.len() as u64;
        assert_eq!(number(confirmed.last().expect("something was confirmed")), last);

        let app = start(&profile).await;

        let query =
            json!({ "scope": "mine", "list": "open", "filter": {}, "search": "Skickas just nu", "after": null });
        let sent = list(&staff::ask(&app, "list_cases", query).await["rows"]).len() as u64;
        assert!(sent == last || sent == last + 1, "{last} were confirmed and {sent} are there");
        for number in 1..=sent {
            let case = staff::open(&app, case_id(u128::from(number))).await;
            assert_eq!(case["message"]["paragraphs"], json!(["Hej!", format!("Nummer {number}")]));
            assert_eq!(list(&case["message"]["form"]).len(), templates::every_kind("").form.len());
        }
        let mut browser = citizen(&app).await;
        let letters = meanwhile(|| browser.get("/api/letters")).expect("hers");
        let letters = list(&letters);
        let hers = letters.iter().filter(|letter| letter["heading"] == "Skickas just nu").count() as u64;
        assert_eq!(hers, sent, "the citizen's list and the staff's agree");
        // The draft is of the one that was being written, or there is none; never of one that was sent.
        let draft = staff::ask(&app, "open_message_draft", Value::Null).await;
        assert!(draft.is_null() || draft["case"] == json!(case_id(u128::from(sent + 1))), "{draft}");
        app.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_an_attachment_streams_in_nothing_of_it_is_left_and_the_whole_ones_are() {
    budkavle_tests::renderer();
    let (_folder, profile) = profile();
    let mut program = Program::start("attach", &profile);
    program.wait_for(2);
    let blobs = profile.join("vault/blobs");
    assert!(unfinished(&blobs) > ARRIVED / 2, "it was really in the middle");
    let confirmed = program.kill();
    assert!(unfinished(&blobs) > 0, "the kill left it there");

    let app = start(&profile).await;

    assert_eq!(unfinished(&blobs), 0, "the start swept it away");
    assert_eq!(staff::held(&app).len(), 1);
    assert_eq!(ending_with("v", &blobs), 1);
    assert_eq!(ending_with("k", &profile.join("vault/keys")), 1, "nor is its key left");
    let mut browser = citizen(&app).await;
    let case = case_id(1).to_string();
    let letter = meanwhile(|| browser.open(&case)).expect("hers");
    let files: Vec<Value> = list(&letter["attachments"]).iter().map(|file| file["id"].clone()).collect();
    assert_eq!(files, [json!(confirmed[0])]);
    meanwhile(|| browser.answer_letter(&case, &templates::right_answers("Bra"))).expect("work goes on");
    let preview = staff::ask(&app, "open_preview", json!({ "attachment": confirmed[0] })).await;
    assert_eq!(preview["pages"], 1);
    app.close().await;
}

#[test]
fn a_wait_has_an_end() {
    let waited = std::panic::catch_unwind(|| budkavle_tests::until_for(Duration::ZERO, "never", || None::<()>));
    assert!(waited.is_err());
}
