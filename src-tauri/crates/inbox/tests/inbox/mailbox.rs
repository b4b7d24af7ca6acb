//! A mailbox in memory: two citizens, one letter each.

use std::sync::{
    Mutex,
    atomic::{AtomicBool, Ordering},
};

use async_trait::async_trait;
use budkavle_inbox::{
    Brand, ByteSource, FileRefusal, Letter, LetterRow, Mailbox, MailboxFailure, Receipt, SignedInCitizen, TestSignIn,
};
use domain::{
    AttachmentId, CaseId, CitizenId, HsaId, ItemId, PersonNumber, Timestamp,
    attachment::{Attachment, AttachmentKind, AttachmentLimits, AttachmentState},
    case::{CaseState, Closure},
    message::Message,
    reply::{self, Answers},
    template::{Item, ItemKind},
};
use tokio::sync::Notify;

pub(crate) const NOW: Timestamp = Timestamp::from_millis(1_795_000_000_000);
/// Public test numbers; the second is Bodil's.
pub(crate) const ADA: &str = "191212121212";
pub(crate) const BODIL: &str = "199001189811";

pub(crate) fn id<T: std::str::FromStr>(number: u32) -> T {
    let text = format!("00000000-0000-0000-0000-{number:012}");
    text.parse().unwrap_or_else(|_| panic!("an id"))
}

pub(crate) const ADAS_LETTER: u32 = 10;
pub(crate) const BODILS_LETTER: u32 = 20;
pub(crate) const QUESTION: u32 = 1;
pub(crate) const FILES: u32 = 2;

struct Case {
    case: CaseId,
    citizen: CitizenId,
    state: CaseState,
    answers: Option<Answers>,
    attachments: Vec<Attachment>,
}

pub(crate) struct TestMailbox {
    pub(crate) example: bool,
    /// The staff's side is locked.
    pub(crate) locked: AtomicBool,
    /// Told each time the first piece of an upload has been taken.
    pub(crate) receiving: Notify,
    /// Told each time an upload ended without a whole file.
    pub(crate) dropped: Notify,
    /// Answers are held until the gate opens.
    pub(crate) holding: AtomicBool,
    pub(crate) gate: Notify,
    /// Told when an answer has come, and when it has been taken.
    pub(crate) answering: Notify,
    pub(crate) answered: Notify,
    cases: Mutex<Vec<Case>>,
}

impl TestMailbox {
    pub(crate) fn new(example: bool) -> Self {
        let case = |number, citizen| Case {
            case: id(number),
            citizen: id(citizen),
            state: CaseState::Sent,
            answers: None,
            attachments: Vec::new(),
        };
        Self {
            example,
            locked: AtomicBool::new(false),
            receiving: Notify::new(),
            dropped: Notify::new(),
            holding: AtomicBool::new(false),
            gate: Notify::new(),
            answering: Notify::new(),
            answered: Notify::new(),
            cases: Mutex::new(vec![case(ADAS_LETTER, 1), case(BODILS_LETTER, 2)]),
        }
    }

    fn with<T>(
        &self,
        citizen: CitizenId,
        case: CaseId,
        act: impl FnOnce(&mut Case) -> Result<T, MailboxFailure>,
    ) -> Result<T, MailboxFailure> {
        let mut cases = self.cases.lock().expect("not poisoned");
        let found = cases.iter_mut().find(|known| known.case == case && known.citizen == citizen);
        act(found.ok_or(MailboxFailure::LetterNotFound)?)
    }
}

fn form() -> Vec<Item> {
    let item = |number, text: &str, required, kind| Item { required, ..Item::new(id(number), text, kind) };
    vec![item(QUESTION, "Har du ont?", true, ItemKind::YesNo), item(FILES, "Bild", false, ItemKind::files(2))]
}

fn message() -> Message {
    Message {
        heading: "Inför ditt besök".into(),
        unit_name: "Exempelmottagningen".into(),
        unit_hsa_id: HsaId::parse("SE2321000016-1AB2").expect("well-formed"),
        signature: None,
        purpose: "Inför ditt besök".into(),
        paragraphs: vec!["Hej!".into()],
        marked: None,
        answer_use: Some("Svaren sparas i journalen.".into()),
        contact: "Ring 0480-00 00 00".into(),
        score_ranges: Vec::new(),
        form: Some(form()),
        languages: Vec::new(),
    }
}

#[async_trait]
impl Mailbox for TestMailbox {
    async fn brand(&self) -> Result<Brand, MailboxFailure> {
        if self.locked.load(Ordering::SeqCst) {
            return Err(MailboxFailure::Unavailable);
        }
        let limits = AttachmentLimits { max_bytes: 2_000, max_files: 2 };
        Ok(Brand { unit_name: "Exempelmottagningen".into(), example: self.example, limits })
    }

    async fn test_sign_ins(&self) -> Result<Vec<TestSignIn>, MailboxFailure> {
        let number = PersonNumber::parse(ADA, NOW.date()).expect("a public test number");
        Ok(vec![TestSignIn { number, name: "Ada Tolvansson".into() }])
    }

    async fn sign_in(&self, number: &str) -> Result<SignedInCitizen, MailboxFailure> {
        let number =
            PersonNumber::parse(number, NOW.date()).map_err(|problem| MailboxFailure::InvalidNumber { problem })?;
        match number.as_str() {
            ADA => Ok(SignedInCitizen { citizen: id(1), name: "Ada Tolvansson".into() }),
            BODIL => Ok(SignedInCitizen { citizen: id(2), name: "Bodil Provsson".into() }),
            _ => Err(MailboxFailure::UnknownCitizen),
        }
    }

    async fn letters(&self, citizen: CitizenId) -> Result<Vec<LetterRow>, MailboxFailure> {
        let cases = self.cases.lock().expect("not poisoned");
        let own = cases.iter().filter(|case| case.citizen == citizen);
        Ok(own
            .map(|case| LetterRow {
                case: case.case,
                heading: message().heading,
                unit_name: message().unit_name,
                sent: NOW,
                unread: case.state.read_at().is_none(),
                answered: case.state.answered_at(),
                answerable: true,
                closed: None,
            })
            .collect())
    }

    async fn open(&self, citizen: CitizenId, case: CaseId) -> Result<Letter, MailboxFailure> {
        self.with(citizen, case, |found| {
            found.state = found.state.opened(NOW);
            Ok(Letter {
                case,
                sent: NOW,
                state: found.state,
                closed: None,
                message: message(),
                answers: found.answers.clone(),
                attachments: found.attachments.clone(),
            })
        })
    }

    async fn attach(
        &self,
        citizen: CitizenId,
        case: CaseId,
        item: ItemId,
        name: &str,
        body: &mut (dyn ByteSource + Send),
    ) -> Result<Attachment, MailboxFailure> {
        self.with(citizen, case, |_| Ok(()))?;
        if item != id(FILES) {
            return Err(MailboxFailure::FileRefused { reason: FileRefusal::NotAsked });
        }
        let mut size = 0;
        while let Some(piece) = body.next().await {
            let Ok(piece) = piece else {
                self.dropped.notify_one();
                return Err(MailboxFailure::Interrupted);
            };
            size += piece.len() as u64;
            self.receiving.notify_one();
            // A file named so is taken whole, however large, to reach the inbox's own cap.
            if size > 2_000 && name != "hur-stor-som-helst.pdf" {
                return Err(MailboxFailure::FileRefused { reason: FileRefusal::TooLarge });
            }
        }
        self.with(citizen, case, |found| {
            let number = 100 + u32::try_from(found.attachments.len()).expect("few");
            let state = AttachmentState::Kept { expires: NOW.plus_minutes(60) };
            let kind = AttachmentKind::Pdf;
            let attachment = Attachment { id: id(number), item, name: name.into(), kind, size, state };
            found.attachments.push(attachment.clone());
            Ok(attachment)
        })
    }

    async fn withdraw(&self, citizen: CitizenId, case: CaseId, attachment: AttachmentId) -> Result<(), MailboxFailure> {
        self.with(citizen, case, |found| {
            found.attachments.retain(|kept| kept.id != attachment);
            Ok(())
        })
    }

    async fn answer(&self, citizen: CitizenId, case: CaseId, answers: Answers) -> Result<Receipt, MailboxFailure> {
        if self.holding.load(Ordering::SeqCst) {
            self.answering.notify_one();
            self.gate.notified().await;
        }
        self.with(citizen, case, |found| {
            let files = found.attachments.iter().map(|file| file.item).fold(
                std::collections::BTreeMap::new(),
                |mut files, item| {
                    *files.entry(item).or_insert(0) += 1;
                    files
                },
            );
            let answers = reply::check(&form(), &answers, &files, NOW.date())
                .map_err(|problems| MailboxFailure::AnswersRefused { problems })?;
            found.state =
                found.state.answered(true, Closure::Open, NOW).map_err(|_| MailboxFailure::AlreadyAnswered)?;
            found.answers = Some(answers);
            self.answered.notify_one();
            Ok(Receipt { answered: NOW })
        })
    }
}
