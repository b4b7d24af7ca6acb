// Generated from Rust by `cargo test -p budkavle-app bindings`. Do not edit.

/**
 * The citizen's account with the service (`IsActiveUser`, domain facts 2.2 and 4.1).
 */
export type Account = "active" | "activeWithoutNotices" | "neverSignedIn" | "locked";

/**
 * A new account.
 */
export type AddPerson = { name: string, title: string, username: string, password: string, roles: Array<Role>, };

/**
 * A decision to adopt.
 */
export type AdoptRetention = { name: string, proposal: RetentionProposal, 
/**
 * How many things the preview that was looked at said would be destroyed earlier.
 */
seen: number, };

/**
 * Something that would be destroyed earlier.
 */
export type AffectedItem = { 
/**
 * What.
 */
kind: RetainedKind, 
/**
 * Of which case.
 */
case: CaseId, 
/**
 * When it is destroyed today.
 */
before: Timestamp, 
/**
 * When it would be.
 */
after: Timestamp, };

/**
 * One answer. Attached files are not here: they are counted beside the answers, since they live in the vault.
 */
export type Answer = { "type": "text", "value": string } | { "type": "yesNo", "value": boolean } | { "type": "choice", "value": OptionId } | { "type": "choices", "value": Array<OptionId> } | { "type": "number", "value": string } | { "type": "written", "value": { 
/**
 * All that were chosen, in the form's order.
 */
chosen: Array<OptionId>, 
/**
 * The words.
 */
text: string, } } | { "type": "matrix", "value": { [key in OptionId]: OptionId } } | { "type": "date", "value": string } | { "type": "time", "value": string } | { "type": "dateTime", "value": { 
/**
 * `ÅÅÅÅ-MM-DD`.
 */
date: string, 
/**
 * `HH:MM`.
 */
time: string, } } | { "type": "confirmed", "value": boolean } | { "type": "rows", "value": Array<Row> };

/**
 * What is wrong with the answer to one question.
 */
export type AnswerFault = "missing" | "tooLong" | "notANumber" | "tooManyDecimals" | "tooSmall" | "tooLarge" | "notADate" | "tooEarly" | "tooLate" | "notATime" | "notOfFormat" | "notTogether" | "otherMissing" | "rowsLeft" | "tooManyRows" | "tooManyFiles" | "wrongKind";

/**
 * A fault and the question it belongs to.
 */
export type AnswerProblem = { 
/**
 * The question.
 */
item: ItemId, 
/**
 * The row of the repeated section that it stands in; nothing outside such.
 */
row?: RowId, 
/**
 * What is wrong.
 */
fault: AnswerFault, };

/**
 * `POST /api/letters/{case}/answer`.
 */
export type AnswerRequest = { 
/**
 * Answers by question.
 */
answers: { [key in ItemId]: Answer }, };

/**
 * Cases to give to somebody.
 */
export type AssignCases = { cases: Array<CaseId>, to: StaffId, };

/**
 * An attachment as a member of staff or the citizen sees it.
 */
export type Attachment = { 
/**
 * Identity; also the sealed item's id in the vault.
 */
id: AttachmentId, 
/**
 * The question it answers.
 */
item: ItemId, 
/**
 * The citizen's name for it, cleaned: shown, never used on disk.
 */
name: string, 
/**
 * By content.
 */
kind: AttachmentKind, 
/**
 * Bytes.
 */
size: number, 
/**
 * Kept or purged.
 */
state: AttachmentState, };

/**
 * A file that a citizen attached.
 */
export type AttachmentId = string;

/**
 * What a file is, decided by the bytes and never by the name. The first four are those that the national service accepts in
 * both directions; the others are what telephones and scanners make (ADR 0010).
 */
export type AttachmentKind = "pdf" | "jpeg" | "png" | "gif" | "webp" | "bmp" | "tiff" | "heic";

/**
 * What a citizen may attach to one reply. The organisation's policy decides; [`NATIONAL`](Self::NATIONAL) without one.
 */
export type AttachmentLimits = { 
/**
 * Bytes a file.
 */
maxBytes: number, 
/**
 * Files a reply.
 */
maxFiles: number, };

/**
 * Where an attachment is in its life.
 */
export type AttachmentState = { "state": "kept", 
/**
 * When it is destroyed.
 */
expires: Timestamp, } | { "state": "purged", 
/**
 * When it was destroyed.
 */
at: Timestamp, };

/**
 * What would become of a coupled section.
 */
export type BankComparison = { 
/**
 * What differs, in the whole form.
 */
comparison: VersionComparison, 
/**
 * What makes the section as the bank has it: one step.
 */
edit: Edit, 
/**
 * Items whose conditions that step would break.
 */
broken: Array<ItemId>, };

/**
 * A heading, a question or information.
 */
export type BankItem = { 
/**
 * Its words, perhaps cut.
 */
text: string, 
/**
 * Whether it is the heading of a section.
 */
isSection: boolean, };

/**
 * Where a section came from, and as what. It is the unit's own: nothing of it reaches a message, a file or a copy.
 */
export type BankLink = { 
/**
 * What in the bank.
 */
section: BankSectionId, 
/**
 * Of what the bank held when it was last fetched: see [`bank_fingerprint`].
 */
fingerprint: string, 
/**
 * What items here are called in the bank, the section itself among them.
 */
items: { [key in ItemId]: ItemId }, 
/**
 * What alternatives and rows here are called in the bank.
 */
options: { [key in OptionId]: OptionId }, };

/**
 * What is kept in *avsnittsbanken* under a name.
 */
export type BankSectionId = string;

/**
 * What the list says of something that is kept.
 */
export type BankSectionView = { 
/**
 * Which.
 */
section: BankSectionId, 
/**
 * Its name.
 */
name: string, 
/**
 * What it holds, in the order in which a citizen reads it: headings, questions and information.
 */
holds: Array<BankItem>, 
/**
 * What its content is known by: a section that is coupled to it tells by this that it has changed.
 */
fingerprint: string, 
/**
 * When it was kept or replaced, or last got another name.
 */
changed: Timestamp, 
/**
 * Who did.
 */
by: string, };

/**
 * What became of one thing of a list.
 */
export type Became = "added" | "removed" | "moved" | "changed";

/**
 * A purge that could not be ended yet.
 */
export type BegunView = { 
/**
 * What it is. A sealed attachment can be read by nobody any more; a copy can.
 */
kind: PurgedKind, 
/**
 * Which case it belongs to, where that is known.
 */
case: CaseId | null, 
/**
 * When it was to be destroyed.
 */
deadline: Timestamp | null, 
/**
 * When its purge began.
 */
since: Timestamp, 
/**
 * It has lasted so long that a person must see to it.
 */
stuck: boolean, };

/**
 * A part of the message's text.
 */
export type BodyPart = { "part": "text", 
/**
 * Identity within the template.
 */
id: ItemId, 
/**
 * With the marks of [`text`](crate::text), where the template has such; a line break is a line break.
 */
text: string, } | { "part": "slot", 
/**
 * Identity within the template.
 */
id: ItemId, 
/**
 * What the handler is to write, such as "Ordination".
 */
label: string, 
/**
 * Whether it must be filled in before sending.
 */
required: boolean, };

/**
 * Whose inbox it is.
 */
export type Brand = { 
/**
 * The unit.
 */
unitName: string, 
/**
 * Made-up data: the page says so, and offers [`TestSignIn`]s.
 */
example: boolean, 
/**
 * What may be attached to one reply.
 */
limits: AttachmentLimits, };

/**
 * How many cases there are to do, each counted to a hundred and no further.
 */
export type CaseCounts = { 
/**
 * *Att granska*.
 */
toReview: number, 
/**
 * … of which should have been gone through already.
 */
overdue: number, 
/**
 * *Obesvarade*.
 */
unanswered: number, 
/**
 * *Olästa*.
 */
unread: number, 
/**
 * *Skickas senare*.
 */
scheduled: number, 
/**
 * After how many days an unread case is counted.
 */
unreadDays: number, };

/**
 * Where a page ended.
 */
export type CaseCursor = { 
/**
 * The last case's number.
 */
number: number, };

/**
 * What happened to a case at the unit. What the citizen did is told by [`CaseState`].
 */
export type CaseEvent = { "event": "assigned", 
/**
 * Who has it from then on.
 */
to: StaffId, } | { "event": "closed" } | { "event": "reopened" } | { "event": "revoked" } | { "event": "noted", 
/**
 * What was written, at most [`NOTE_MAX`] characters.
 */
text: string, };

/**
 * How many, and how quick.
 */
export type CaseFigures = { 
/**
 * Sent.
 */
sent: number, 
/**
 * … and read.
 */
read: number, 
/**
 * … and asking for a reply.
 */
asked: number, 
/**
 * … and answered.
 */
answered: number, 
/**
 * … and taken back.
 */
revoked: number, 
/**
 * … and closed without the reply that was asked for.
 */
closedUnanswered: number, 
/**
 * Minutes from sending to reading, the median; `None` where too few are read.
 */
minutesToRead: number | null, 
/**
 * Minutes from sending to the reply, the median; `None` where too few are answered.
 */
minutesToAnswer: number | null, };

/**
 * What a list of cases is narrowed to. All that is given must hold.
 */
export type CaseFilter = { 
/**
 * Only those of this template.
 */
template?: TemplateId, 
/**
 * Only those that this person sent.
 */
sender?: StaffId, 
/**
 * Only those that this person has now.
 */
handler?: StaffId, 
/**
 * Only those sent on this day or later.
 */
from?: string, 
/**
 * Only those sent on this day or before.
 */
to?: string, };

/**
 * Something that happened to a case at the unit.
 */
export type CaseHappening = { 
/**
 * When.
 */
at: Timestamp, 
/**
 * The name of who did it.
 */
by: string, 
/**
 * What.
 */
what: CaseEvent, 
/**
 * The name of whom it was given to; `None` for everything else.
 */
toName: string | null, };

/**
 * A case: one message to one citizen and what came of it.
 */
export type CaseId = string;

/**
 * A case that was left as it is.
 */
export type CaseLeft = { 
/**
 * Which.
 */
case: CaseId, 
/**
 * Why.
 */
why: CaseRefusal, };

/**
 * A page of cases, newest first.
 */
export type CasePage = { 
/**
 * The cases.
 */
rows: Array<CaseRow>, 
/**
 * Where to go on; `None` at the end.
 */
next: CaseCursor | null, };

/**
 * A step that a case does not allow as it is.
 */
export type CaseRefusal = "alreadyAnswered" | "notAnswerable" | "notSent" | "closed" | "open" | "revoked" | "alreadyRead";

/**
 * A line of the list.
 */
export type CaseRow = { 
/**
 * Identity.
 */
case: CaseId, 
/**
 * To whom.
 */
citizenName: string, 
/**
 * Their personal number.
 */
number: PersonNumber, 
/**
 * Heading.
 */
heading: string, 
/**
 * *(Information)* or *(Fråga)*.
 */
marking: Marking, 
/**
 * When it was sent; when it is to be, while it is held.
 */
sent: Timestamp, 
/**
 * Whether it has not left yet.
 */
held: boolean, 
/**
 * Why it did not leave when its time came.
 */
stopped: Unreachable | null, 
/**
 * By whom.
 */
senderName: string, 
/**
 * Who has it now.
 */
handlerName: string, 
/**
 * How far the citizen has come: **L** and **S**.
 */
state: CaseState, 
/**
 * What the unit has made of it.
 */
closure: Closure, 
/**
 * When the answer should have been gone through at the latest; `None` when there is none, or nothing more is to be done.
 */
reviewDue: Timestamp | null, 
/**
 * Attachments that are still kept.
 */
filesKept: number, };

/**
 * Whose cases.
 */
export type CaseScope = "mine" | "unit";

/**
 * How far a case has come. **L** is shown from `Read` on, **S** from `Answered` on.
 */
export type CaseState = { "state": "sent" } | { "state": "read", 
/**
 * First time.
 */
read: Timestamp, } | { "state": "answered", 
/**
 * First time it was opened.
 */
read: Timestamp, 
/**
 * When the reply arrived.
 */
answered: Timestamp, };

/**
 * A case as the handler sees it.
 */
export type CaseView = { 
/**
 * Identity.
 */
case: CaseId, 
/**
 * To whom.
 */
citizenName: string, 
/**
 * Their personal number.
 */
number: PersonNumber, 
/**
 * When it was sent; when it is to be, while it is held.
 */
sent: Timestamp, 
/**
 * Whether it has not left yet.
 */
held: boolean, 
/**
 * Why it did not leave when its time came.
 */
stopped: Unreachable | null, 
/**
 * By whom.
 */
senderName: string, 
/**
 * How far the citizen has come.
 */
state: CaseState, 
/**
 * Who has it now.
 */
handler: StaffId, 
/**
 * Their name.
 */
handlerName: string, 
/**
 * What the unit has made of it.
 */
closure: Closure, 
/**
 * When the answer should have been gone through at the latest; `None` when there is none, or nothing more is to be done.
 */
reviewDue: Timestamp | null, 
/**
 * What happened to it at the unit, the oldest first.
 */
happenings: Array<CaseHappening>, 
/**
 * Exactly what was sent.
 */
message: Message, 
/**
 * What the citizen answered.
 */
reply: ReplyView | null, };

/**
 * Cases to do the same with.
 */
export type Cases = { cases: Array<CaseId>, };

/**
 * What became of cases that were handled together.
 */
export type CasesDone = { 
/**
 * Those that it was done with, in the order they were named: what a way back is for.
 */
done: Array<CaseId>, 
/**
 * Those that were left as they are, because a colleague or the citizen had been there before.
 */
left: Array<CaseLeft>, };

/**
 * What to bear in mind when writing to a citizen who can be reached.
 */
export type Caution = "protected" | "withoutNotices" | "emigrated" | "child" | "guardiansUnknown" | "teenager";

/**
 * What is wrong with a line.
 */
export type ChainFault = "notALine" | "newerFormat" | "outOfSequence" | "altered";

/**
 * Whether the chain of receipts can be believed.
 */
export type ChainVerdict = { "verdict": "whole", 
/**
 * Receipts.
 */
receipts: number, 
/**
 * The last line's hash. Kept elsewhere, it shows whether lines were cut off later.
 */
head: string, } | { "verdict": "broken", 
/**
 * Its number, from 1.
 */
line: number, 
/**
 * What is wrong with it.
 */
fault: ChainFault, } | { "verdict": "cutOff" };

/**
 * The old password and the new.
 */
export type ChangeOwnPassword = { old: string, new: string, };

/**
 * Changed particulars of an account.
 */
export type ChangePerson = { id: StaffId, name: string, title: string, roles: Array<Role>, active: boolean, };

/**
 * Something that happened.
 */
export type ChangeView = { 
/**
 * When.
 */
at: Timestamp, 
/**
 * By whom; `None` when it was before that was written down.
 */
by: string | null, 
/**
 * What.
 */
what: TemplateChange, };

/**
 * An alternative that is another than it was.
 */
export type ChangedChoice = { 
/**
 * In the earlier.
 */
before: Choice, 
/**
 * In the later.
 */
after: Choice, };

/**
 * An answer alternative, or a row of a *matris*.
 */
export type Choice = { 
/**
 * Identity within the template.
 */
id: OptionId, 
/**
 * What the citizen reads.
 */
text: string, 
/**
 * What else it does when it is chosen.
 */
role?: ChoiceRole, 
/**
 * What it counts for; `None` when it is not counted. Only staff see it.
 */
score?: number, 
/**
 * What it is called in a code system.
 */
code?: Code, };

/**
 * The lists that a question can have. An id is in one of them only.
 */
export type ChoiceList = "options" | "rows";

/**
 * What an alternative does when it is chosen, beside being chosen.
 */
export type ChoiceRole = "plain" | "exclusive" | "other";

/**
 * A citizen as the unit's register knows them. No address: nobody who writes a case needs it, and of a protected citizen it must
 * be nowhere.
 */
export type Citizen = { 
/**
 * Identity.
 */
id: CitizenId, 
/**
 * Personal number.
 */
number: PersonNumber, 
/**
 * Given name and surname.
 */
name: string, 
/**
 * The unit's care relation, in words (such as "Listad" or "Pågående kontakt sedan 2025"); `None` when there is none.
 */
careRelation: string | null, 
/**
 * What is known of them beside that.
 */
standing: Standing, };

/**
 * A file's text, decoded by the screen.
 */
export type CitizenFile = { text: string, };

/**
 * A citizen in the unit's register.
 */
export type CitizenId = string;

/**
 * What the time is taken to be.
 */
export type ClockView = { 
/**
 * The moment that is purged by.
 */
now: Timestamp, 
/**
 * By how many whole minutes the computer's clock lies behind it.
 */
behindMinutes: number, 
/**
 * The clock has leapt ahead and is not believed yet.
 */
doubt: DoubtView | null, };

/**
 * Which preview.
 */
export type ClosePreview = { ticket: string, };

/**
 * What the unit has made of a case, beside how far the citizen has come.
 */
export type Closure = { "closure": "open" } | { "closure": "closed", 
/**
 * When.
 */
closed: Timestamp, } | { "closure": "revoked", 
/**
 * When.
 */
revoked: Timestamp, };

/**
 * A code of a code system, such as SNOMED CT.
 */
export type Code = { 
/**
 * The system's address, such as `http://snomed.info/sct`.
 */
system: string, 
/**
 * The code.
 */
code: string, 
/**
 * What it means, in words; may be empty.
 */
display?: string, };

/**
 * Somebody in the unit.
 */
export type Colleague = { 
/**
 * Who.
 */
staff: StaffId, 
/**
 * Name.
 */
name: string, 
/**
 * Such as "Distriktssköterska"; may be empty.
 */
title: string, 
/**
 * Whether cases can be given to them. What those who have left sent is still to be found.
 */
handles: boolean, 
/**
 * Whether it is who asks.
 */
isMe: boolean, };

/**
 * *Alla* or *någon*.
 */
export type Combine = "all" | "any";

/**
 * What is to be compared.
 */
export type CompareVersions = { template: TemplateId, before: Side, after: Side, };

/**
 * A section that is coupled, in its form.
 */
export type CompareWithBank = { 
/**
 * All of the form, so that it can be told what a change does to the rest of it.
 */
form: Array<Item>, item: ItemId, };

/**
 * What an answer must be. A question that is not answered, or not shown, is nothing but unanswered.
 */
export type Comparison = { "is": "answered" } | { "is": "unanswered" } | { "is": "yes" } | { "is": "no" } | { "is": "option", 
/**
 * Which.
 */
option: OptionId, } | { "is": "notOption", 
/**
 * Which.
 */
option: OptionId, } | { "is": "less", 
/**
 * A decimal number with a point, as [`ItemKind::Number`] has its limits.
 */
than: string, } | { "is": "atMost", 
/**
 * As above.
 */
than: string, } | { "is": "equal", 
/**
 * As above.
 */
than: string, } | { "is": "atLeast", 
/**
 * As above.
 */
than: string, } | { "is": "more", 
/**
 * As above.
 */
than: string, };

/**
 * Why copied items are not taken in. Nothing of them is.
 */
export type CopiedFault = "notUnderstood" | "tooLarge";

/**
 * What lay on the clipboard.
 */
export type CopiedItems = { 
/**
 * All of it.
 */
text: string, };

/**
 * Why a temporary copy could not be made.
 */
export type CopyFault = "outsideSecureFolder" | "folderMissing" | "folderUnreachable" | "folderReadOnly" | "noRoom" | "unwritable" | "tooManyPages" | "tooLong" | "originalsNotAllowed" | "notOnlyWhatItSays";

/**
 * A temporary copy of an attachment outside the vault.
 */
export type CopyId = string;

/**
 * What a temporary copy is.
 */
export type CopyKind = "safe" | "original";

/**
 * What holds for copies at this unit on this computer.
 */
export type CopyRules = { 
/**
 * Copies lie below one of these.
 */
folders: Array<string>, 
/**
 * Whether the organisation decides the folders, rather than the unit.
 */
foldersGoverned: boolean, 
/**
 * Hours that a copy may live at most.
 */
maxHours: number, 
/**
 * Whether a copy of the file as it came may be made.
 */
originals: boolean, };

/**
 * A temporary copy.
 */
export type CopyView = { 
/**
 * Identity.
 */
id: CopyId, 
/**
 * Copy of which attachment.
 */
attachment: AttachmentId, 
/**
 * What it is.
 */
kind: CopyKind, 
/**
 * When it was made.
 */
made: Timestamp, 
/**
 * It was whole at its place. What never was is destroyed at the next start at the latest.
 */
finished: boolean, 
/**
 * When it is destroyed.
 */
expires: Timestamp, 
/**
 * When it was destroyed, if it was.
 */
purged: Timestamp | null, };

/**
 * Whose cases are counted.
 */
export type CountCases = { scope: CaseScope, };

/**
 * What to begin with, and the new template's name.
 */
export type CreateFromStarter = { starter: Starter, name: string, };

/**
 * A new template's name.
 */
export type CreateTemplate = { name: string, };

/**
 * A limit of a date.
 */
export type DateLimit = { "limit": "day", 
/**
 * `ÅÅÅÅ-MM-DD`.
 */
date: string, } | { "limit": "fromToday", 
/**
 * −36,500 to 36,500.
 */
days: number, };

/**
 * A gallringsbeslut.
 */
export type DecisionId = string;

/**
 * A decision as the screen shows it.
 */
export type DecisionView = { 
/**
 * The decision.
 */
decision: RetentionDecision, 
/**
 * The name of who decided.
 */
decider: string | null, 
/**
 * It holds now.
 */
inForce: boolean, };

/**
 * What few items have.
 */
export type Details = { 
/**
 * What is said when the answer is not as it must be, instead of the words that every question has; empty when those do.
 */
faultText?: string, 
/**
 * The answer that stands there from the beginning.
 */
initial?: Answer, 
/**
 * What the question is called in code systems.
 */
codes?: Array<Code>, 
/**
 * What the place was called where the question came from (FHIR `linkId`); empty when it was made here.
 */
linkId?: string, 
/**
 * JSON that came with the item and has no meaning here: given back as it came. Empty when there was none.
 */
foreign?: string, 
/**
 * What in *avsnittsbanken* a section is coupled to. Never leaves the template.
 */
bank?: BankLink, };

/**
 * One difference, told from the earlier content to the later.
 */
export type Difference = { "difference": "written", 
/**
 * Which.
 */
field: TextField, } | { "difference": "answersAllowed" } | { "difference": "part", 
/**
 * Which.
 */
part: ItemId, 
/**
 * What became of it.
 */
became: Became, } | { "difference": "itemAdded", 
/**
 * Which.
 */
item: ItemId, } | { "difference": "itemRemoved", 
/**
 * Which.
 */
item: ItemId, } | { "difference": "itemMoved", 
/**
 * Which.
 */
item: ItemId, } | { "difference": "itemChanged", 
/**
 * Which.
 */
item: ItemId, 
/**
 * What of it, at least one.
 */
changes: Array<ItemDifference>, } | { "difference": "example", 
/**
 * Who.
 */
example: ExampleId, 
/**
 * What became of them.
 */
became: Became, } | { "difference": "scoreRange", 
/**
 * Which.
 */
range: ScoreRangeId, 
/**
 * What became of it.
 */
became: Became, } | { "difference": "language", 
/**
 * Which.
 */
language: Language, 
/**
 * What became of it; never changed, since its texts are told for themselves.
 */
became: Became, } | { "difference": "translated", 
/**
 * Into which language.
 */
language: Language, 
/**
 * Which text; one that is not there any more as well.
 */
place: TextPlace, 
/**
 * What became of it; never moved.
 */
became: Became, } | { "difference": "markup" } | { "difference": "foreign" };

/**
 * A clock that leapt ahead.
 */
export type DoubtView = { 
/**
 * What it says.
 */
wall: Timestamp, 
/**
 * Whole minutes that the computer must go on running until it is believed.
 */
minutesLeft: number, 
/**
 * How many things are closed because of it.
 */
closed: number, };

/**
 * To whom a draft is written: what it takes to know them again. Whether they can be reached is asked anew when it is taken up.
 */
export type DraftCitizen = { 
/**
 * Identity.
 */
id: CitizenId, 
/**
 * Personal number.
 */
number: PersonNumber, 
/**
 * Given name and surname.
 */
name: string, };

/**
 * A draft.
 */
export type DraftView = { 
/**
 * Content so far.
 */
content: TemplateContent, 
/**
 * Goes back with the next save.
 */
revision: number, 
/**
 * What makes it unworkable.
 */
problems: Array<PublishProblem>, 
/**
 * What the guideline has to say; errors stand in the way of publishing, as problems do.
 */
findings: Array<Finding>, 
/**
 * Between which sums of points the answers can come; nothing when none give points.
 */
scoreSpan: ScoreSpan | null, 
/**
 * The guideline.
 */
guideline: GuidelineView, 
/**
 * What this person can do over.
 */
steps: StepsView, 
/**
 * Whether it waits for approval. It cannot be changed meanwhile.
 */
submission: SubmissionView | null, 
/**
 * Whether it was given back.
 */
returned: ReturnedView | null, };

/**
 * What a gesture asks for. A place is counted in the list as it will stand, from 0; past the end is the end.
 */
export type Edit = { "edit": "write", 
/**
 * Which.
 */
field: TextField, 
/**
 * All that stands there from now on.
 */
text: string, } | { "edit": "allowAnswers", 
/**
 * The answer.
 */
answerable: boolean, } | { "edit": "addPart", 
/**
 * With a new id.
 */
part: BodyPart, 
/**
 * Where.
 */
at: number, } | { "edit": "changePart", 
/**
 * With the id of the one that it replaces.
 */
part: BodyPart, } | { "edit": "movePart", 
/**
 * Which.
 */
id: ItemId, 
/**
 * Where to.
 */
to: number, } | { "edit": "removePart", 
/**
 * Which.
 */
id: ItemId, } | { "edit": "addItem", 
/**
 * With new ids.
 */
item: Item, 
/**
 * The section it goes into; outside all when there is none.
 */
section?: ItemId, 
/**
 * Where in it.
 */
at: number, } | { "edit": "changeItem", 
/**
 * Which.
 */
id: ItemId, 
/**
 * What of it.
 */
change: ItemChange, } | { "edit": "moveItem", 
/**
 * Which.
 */
id: ItemId, 
/**
 * The section it goes into or stays in; outside all when there is none.
 */
section?: ItemId, 
/**
 * Where to in it.
 */
to: number, } | { "edit": "removeItem", 
/**
 * Which.
 */
id: ItemId, } | { "edit": "addOption", 
/**
 * The choice.
 */
item: ItemId, 
/**
 * To which of its lists.
 */
list?: ChoiceList, 
/**
 * With a new id.
 */
option: Choice, 
/**
 * Where.
 */
at: number, } | { "edit": "writeOption", 
/**
 * The choice.
 */
item: ItemId, 
/**
 * Which alternative.
 */
option: OptionId, 
/**
 * All that stands there from now on.
 */
text: string, } | { "edit": "changeOption", 
/**
 * The choice.
 */
item: ItemId, 
/**
 * With the id of the one that it replaces.
 */
option: Choice, } | { "edit": "moveOption", 
/**
 * The choice.
 */
item: ItemId, 
/**
 * Which alternative.
 */
option: OptionId, 
/**
 * Where to.
 */
to: number, } | { "edit": "removeOption", 
/**
 * The choice.
 */
item: ItemId, 
/**
 * Which alternative.
 */
option: OptionId, } | { "edit": "setCondition", 
/**
 * Which.
 */
id: ItemId, 
/**
 * Always when `None`.
 */
shownWhen: ShownWhen | null, } | { "edit": "setPicture", 
/**
 * Which item.
 */
id: ItemId, 
/**
 * None when `None`.
 */
picture: Picture | null, } | { "edit": "describePicture", 
/**
 * Which item.
 */
id: ItemId, 
/**
 * All that is said of it from now on.
 */
alt: string, 
/**
 * *Bara utsmyckning*.
 */
decorative: boolean, } | { "edit": "addExample", 
/**
 * With a new id.
 */
example: ExampleCitizen, 
/**
 * Where among the others.
 */
at: number, } | { "edit": "changeExample", 
/**
 * With the id of the one that it replaces.
 */
example: ExampleCitizen, } | { "edit": "removeExample", 
/**
 * Which.
 */
id: ExampleId, } | { "edit": "addScoreRange", 
/**
 * With a new id.
 */
range: ScoreRange, 
/**
 * Where among the others.
 */
at: number, } | { "edit": "changeScoreRange", 
/**
 * With the id of the one that it replaces.
 */
range: ScoreRange, } | { "edit": "removeScoreRange", 
/**
 * Which.
 */
id: ScoreRangeId, } | { "edit": "addLanguage", 
/**
 * Of a language that is not there; perhaps with texts, as when one that was removed comes back.
 */
translation: Translation, 
/**
 * Where among the others.
 */
at: number, } | { "edit": "removeLanguage", 
/**
 * Which.
 */
language: Language, } | { "edit": "translate", 
/**
 * Into which language.
 */
language: Language, 
/**
 * By their places, which need not be there any more. `None`, or a blank text, takes a translation away.
 */
texts: { [key in TextPlace]: TranslatedText | null }, } | { "edit": "several", 
/**
 * Not empty; none of them such a step itself.
 */
edits: Array<Edit>, } | { "edit": "replace", 
/**
 * The new content.
 */
content: TemplateContent, };

/**
 * What was done since the last time, in order.
 */
export type EditDraft = { template: TemplateId, 
/**
 * The draft's revision that the screen knows.
 */
revision: number, edits: Array<Edit>, };

/**
 * What a step back or forward is called on its button.
 */
export type EditName = "write" | "allowAnswers" | "addPart" | "changePart" | "movePart" | "removePart" | "addItem" | "changeItem" | "moveItem" | "removeItem" | "addOption" | "writeOption" | "changeOption" | "moveOption" | "removeOption" | "setCondition" | "setPicture" | "describePicture" | "addExample" | "changeExample" | "removeExample" | "addScoreRange" | "changeScoreRange" | "removeScoreRange" | "addLanguage" | "removeLanguage" | "translate" | "several" | "replace";

/**
 * A saved draft.
 */
export type EditedDraft = { 
/**
 * Goes back with the next edits.
 */
revision: number, 
/**
 * What makes it unworkable.
 */
problems: Array<PublishProblem>, 
/**
 * What the guideline has to say; errors stand in the way of publishing, as problems do.
 */
findings: Array<Finding>, 
/**
 * Between which sums of points the answers can come; nothing when none give points.
 */
scoreSpan: ScoreSpan | null, 
/**
 * When it was safe on disk.
 */
saved: Timestamp, 
/**
 * What can be done over.
 */
steps: StepsView, 
/**
 * What the screen does not know yet.
 */
news: News, };

/**
 * An account of the example unit, with its public password.
 */
export type ExampleAccount = { 
/**
 * User name.
 */
username: string, 
/**
 * Password.
 */
password: string, 
/**
 * Name.
 */
name: string, 
/**
 * What they do.
 */
title: string, };

/**
 * Somebody who answers so and so. Only those who build the template see them.
 */
export type ExampleCitizen = { 
/**
 * Identity within the template.
 */
id: ExampleId, 
/**
 * Who it is, such as "Har ont".
 */
name: string, 
/**
 * What they answer; files are not among it.
 */
answers: { [key in ItemId]: Answer }, 
/**
 * What they are to be shown, outside repeated sections.
 */
shown: Array<ItemId>, 
/**
 * What they are not to be shown, outside repeated sections.
 */
hidden: Array<ItemId>, };

/**
 * An example citizen of a template.
 */
export type ExampleId = string;

/**
 * Which attachment, how much longer, why.
 */
export type ExtendAttachment = { attachment: AttachmentId, 
/**
 * Whole hours after the deadline that it has.
 */
hours: number, reason: string, };

/**
 * The new deadline.
 */
export type Extended = { 
/**
 * When it is destroyed now.
 */
expires: Timestamp, };

/**
 * That somebody moved an attachment's deadline, and why.
 */
export type ExtensionView = { 
/**
 * Whose deadline.
 */
attachment: AttachmentId, 
/**
 * The name of who did it.
 */
by: string, 
/**
 * When.
 */
at: Timestamp, 
/**
 * Why, in the person's own words.
 */
reason: string, 
/**
 * Until when it was moved.
 */
until: Timestamp, };

/**
 * Everything a command can answer but success.
 */
export type Failure = { "code": "notSignedIn" } | { "code": "sessionLocked" } | { "code": "notAllowed" } | { "code": "storeClosed" } | { "code": "wrongCredentials" } | { "code": "tooManyAttempts", 
/**
 * Whole seconds to wait.
 */
seconds: number, } | { "code": "wrongPassphrase" } | { "code": "passwordTooShort", 
/**
 * Characters.
 */
min: number, } | { "code": "usernameTaken" } | { "code": "lastAdministrator" } | { "code": "alreadySetUp" } | { "code": "fieldMissing", 
/**
 * Which.
 */
field: Field, } | { "code": "invalidHsaId", 
/**
 * Why.
 */
problem: HsaIdProblem, } | { "code": "invalidPersonNumber", 
/**
 * Why.
 */
problem: PersonNumberProblem, } | { "code": "invalidRetention", 
/**
 * Why.
 */
problem: RetentionProblem, } | { "code": "secureFolderUnusable" } | { "code": "templateNotFound" } | { "code": "templateChangedElsewhere" } | { "code": "templateTooLarge" } | { "code": "tooManyPictures" } | { "code": "pictureRefused", 
/**
 * Why.
 */
fault: PictureFault, } | { "code": "copiedItemsRefused", 
/**
 * Why.
 */
fault: CopiedFault, } | { "code": "stepOverwritten" } | { "code": "templateHasNoDraft" } | { "code": "templateIsArchived" } | { "code": "templateNotPublishable", 
/**
 * What makes it unworkable.
 */
problems: Array<PublishProblem>, 
/**
 * The guideline's errors.
 */
findings: Array<Finding>, } | { "code": "templateNeedsApproval" } | { "code": "templateAwaitsApproval" } | { "code": "templateNotSubmitted" } | { "code": "templateVersionNotFound" } | { "code": "bankSectionNotFound" } | { "code": "bankSectionChanged" } | { "code": "bankNameTaken" } | { "code": "templateLabelsTooMany" } | { "code": "nobodyApproves" } | { "code": "templateNotSendable" } | { "code": "citizenNotFound" } | { "code": "directoryUnavailable" } | { "code": "citizenUnreachable", 
/**
 * Why.
 */
reason: Unreachable, } | { "code": "importUnreadable" } | { "code": "importHasErrors" } | { "code": "sendTimeInvalid", 
/**
 * Why.
 */
problem: SendTimeProblem, } | { "code": "messageIncomplete", 
/**
 * Which.
 */
problems: Array<SlotProblem>, } | { "code": "caseNotFound" } | { "code": "caseNotAnswered" } | { "code": "caseRefuses", 
/**
 * Why.
 */
refusal: CaseRefusal, } | { "code": "notAHandler" } | { "code": "tooManyCases", 
/**
 * How many may be.
 */
most: number, } | { "code": "textTooLong", 
/**
 * Characters.
 */
most: number, } | { "code": "attachmentNotFound" } | { "code": "attachmentPurged" } | { "code": "attachmentUnreadable" } | { "code": "clockDoubted" } | { "code": "decisionStale" } | { "code": "receiptNotFound" } | { "code": "reportUnwritable" } | { "code": "templateFileRefused", 
/**
 * Why.
 */
refusal: Refusal, } | { "code": "translationFileRefused", 
/**
 * Why.
 */
refusal: NotTranslations, } | { "code": "templateFileUnwritable" } | { "code": "previewClosed" } | { "code": "previewFailed", 
/**
 * Why.
 */
fault: PreviewFault, } | { "code": "copyFailed", 
/**
 * Why.
 */
fault: CopyFault, } | { "code": "copyNotFound" } | { "code": "inboxUnavailable" } | { "code": "diskFull" } | { "code": "diskFullAtPurge", 
/**
 * What was to go is gone, and has its receipt: only the lists do not say so yet.
 */
gone: boolean, } | { "code": "requestMalformed" } | { "code": "unknownCommand" } | { "code": "unexpected", 
/**
 * What to look for in the log.
 */
reference: string, };

/**
 * A field of a form on the staff's screen.
 */
export type Field = "unitName" | "contact" | "personName" | "username" | "templateName" | "bankName" | "comment" | "decisionName" | "reason" | "roles" | "caseNote" | "filterName";

/**
 * What attached files may be.
 */
export type FileKinds = "any" | "images" | "pdf";

/**
 * Why a file was not accepted.
 */
export type FileRefusal = "empty" | "tooLarge" | "unknownKind" | "heic" | "officeOrArchive" | "onlyImages" | "onlyPdf" | "tooMany" | "notAsked" | "noRoom" | "diskFull";

/**
 * Something that was found.
 */
export type Finding = { 
/**
 * How hard the guideline takes it.
 */
severity: Severity, 
/**
 * Where it stands, or is to stand.
 */
place: Place, 
/**
 * Which rule, and what of it.
 */
found: Found, };

/**
 * Which.
 */
export type ForgetFilter = { name: string, };

/**
 * What was found, by the rule that looks for it. Words are told as they stand in the text.
 */
export type Found = { "rule": "purposeMissing" } | { "rule": "answerUseMissing", 
/**
 * What the guideline proposes to write.
 */
proposal: string, } | { "rule": "contactMissing" } | { "rule": "generalInformation", 
/**
 * What it was taken from.
 */
words: string, } | { "rule": "advertising", 
/**
 * What it was taken from.
 */
words: string, } | { "rule": "study", 
/**
 * What it was taken from.
 */
words: string, } | { "rule": "survey", 
/**
 * What it was taken from.
 */
words: string, } | { "rule": "manyRequiredTexts", 
/**
 * How many are demanded.
 */
count: number, 
/**
 * How many may be.
 */
most: number, 
/**
 * The last ones, which are too many.
 */
items: Array<ItemId>, } | { "rule": "noWayOut" } | { "rule": "unitMissing", 
/**
 * The unit that the question's words speak of; `None` when they speak of none for sure.
 */
proposal: string | null, } | { "rule": "filesWithoutReason" } | { "rule": "pictureUndescribed" } | { "rule": "longSentence", 
/**
 * Words in the longest.
 */
count: number, 
/**
 * Words that may be in one.
 */
most: number, } | { "rule": "longWords", 
/**
 * The long words of the sentence that has most of them.
 */
words: Array<string>, } | { "rule": "passive", 
/**
 * The first.
 */
words: string, } | { "rule": "hardToRead", 
/**
 * LIX of all that the citizen reads.
 */
lix: number, 
/**
 * What it may be.
 */
most: number, } | { "rule": "colourOnly", 
/**
 * The first.
 */
words: string, } | { "rule": "clickHere", 
/**
 * The first.
 */
words: string, } | { "rule": "translationIncomplete", 
/**
 * Which language.
 */
language: Language, 
/**
 * Texts that are not translated.
 */
missing: number, 
/**
 * Texts whose Swedish has changed since.
 */
outdated: number, };

/**
 * What was full.
 */
export type Full = "vault" | "disk";

/**
 * A guardian of a child, and whether they can read what is sent to the child.
 */
export type Guardian = { 
/**
 * Given name and surname.
 */
name: string, 
/**
 * Whether they see the child's inbox.
 */
access: GuardianAccess, };

/**
 * Whether a guardian reads what is sent to the child.
 */
export type GuardianAccess = "reads" | "blocked" | "protected";

/**
 * What the screen says of the guideline.
 */
export type GuidelineView = { 
/**
 * What it is called, in Swedish.
 */
name: string, 
/**
 * What its owner calls this version.
 */
version: string, 
/**
 * Whether the organisation takes something in it harder.
 */
isTightened: boolean, 
/**
 * Why each rule is there, in Swedish, and whose it is.
 */
why: { [key in Rule]?: string }, };

/**
 * An HSA-id: who a unit or a member of staff is in the national catalogue, `SE` + organisation number + `-` + suffix.
 *
 * Pasting with a blank in front is a known cause of failure in today's tool (domain fact 5), so reading normalises.
 */
export type HsaId = string;

/**
 * Why a text is not an HSA-id.
 */
export type HsaIdProblem = "empty" | "form" | "checkDigit";

/**
 * A line with an error.
 */
export type ImportError = { 
/**
 * Line in the file.
 */
line: number, 
/**
 * What is wrong.
 */
reason: LineProblem, };

/**
 * What an import would do.
 */
export type ImportPreview = { 
/**
 * Citizens that would be added or changed.
 */
rows: Array<ImportRow>, 
/**
 * Lines with errors. While there are any, nothing is imported.
 */
errors: Array<ImportError>, };

/**
 * A citizen in the file.
 */
export type ImportRow = { 
/**
 * Line in the file.
 */
line: number, 
/**
 * Personal number.
 */
number: PersonNumber, 
/**
 * Name.
 */
name: string, 
/**
 * Care relation.
 */
careRelation: string | null, 
/**
 * Why the citizen could not be written to once the file is read in; `None` when they could.
 */
unreachable: Unreachable | null, 
/**
 * Skyddad identitet.
 */
isProtected: boolean, 
/**
 * Whether the register has the citizen already.
 */
known: boolean, };

/**
 * What an import did.
 */
export type Imported = { 
/**
 * Citizens that are new.
 */
added: number, 
/**
 * Citizens whose particulars changed.
 */
updated: number, 
/**
 * Citizens that were as before.
 */
unchanged: number, };

/**
 * Where the citizen's inbox is.
 */
export type InboxAddress = { 
/**
 * On this computer only.
 */
url: string, };

/**
 * A failure as it crosses to the page: told apart by `code`.
 */
export type InboxFailure = MailboxFailure | PageFailure;

/**
 * What the page needs to know before anything else: `GET /api/session`, and the answer to signing in and out.
 */
export type InboxSession = { 
/**
 * Whose inbox it is.
 */
brand: Brand, 
/**
 * The citizen's name; `None` when nobody is signed in.
 */
signedIn: string | null, 
/**
 * Goes into the header `X-CSRF-Token` of everything that changes something.
 */
csrf: string, 
/**
 * Example citizens to sign in as; empty for a real unit and when somebody is signed in.
 */
testSignIns: Array<TestSignIn>, };

/**
 * How information stands out.
 */
export type InformationStyle = "plain" | "important" | "framed" | "foldable";

/**
 * One item of a form: a question, information between questions, or a section that holds others.
 */
export type Item = { 
/**
 * Identity within the template; answers point here.
 */
id: ItemId, 
/**
 * The question, the information itself, or the section's heading.
 */
text: string, 
/**
 * Help below the question; empty when none.
 */
help: string, 
/**
 * Whether it must be answered; of a repeated section, whether there must be a row. Without meaning for what only tells.
 */
required: boolean, 
/**
 * How it is answered.
 */
kind: ItemKind, 
/**
 * When it is shown; always when there is nothing here.
 */
shownWhen?: ShownWhen, 
/**
 * Below its words. Not among the details, which are edited as a whole: a word there would carry the picture along.
 */
picture?: Picture, 
/**
 * What few items have.
 */
details?: Details, 
/**
 * What a section holds, in order. Empty of everything else.
 */
items?: Array<Item>, };

/**
 * What the screen says of an item, beside its own texts.
 */
export type ItemCaption = { item: ItemId, 
/**
 * What it is called, such as "Fråga 4".
 */
name: string, 
/**
 * How it is answered, within what limits and when it is shown, each with its name.
 */
facts: Array<[string, string]>, 
/**
 * What is said beside alternatives, such as "utesluter de andra".
 */
beside: { [key in OptionId]: string }, };

/**
 * What is changed of an item; what is not named stays.
 */
export type ItemChange = { 
/**
 * The question.
 */
text?: string, 
/**
 * The help below it.
 */
help?: string, 
/**
 * Whether it must be answered.
 */
required?: boolean, 
/**
 * How it is answered, alternatives and limits included.
 */
kind?: ItemKind, 
/**
 * What few items have.
 */
details?: Details, };

/**
 * What of an item is another.
 */
export type ItemDifference = { "of": "text" } | { "of": "help" } | { "of": "required" } | { "of": "kind" } | { "of": "settings" } | { "of": "options", 
/**
 * Which of its lists.
 */
list: ChoiceList, 
/**
 * What the later has and the earlier has not.
 */
added: Array<Choice>, 
/**
 * What the earlier has and the later has not.
 */
removed: Array<Choice>, 
/**
 * What is another than it was.
 */
changed: Array<ChangedChoice>, 
/**
 * Whether they stand in another order.
 */
isMoved: boolean, } | { "of": "condition" } | { "of": "picture" } | { "of": "pictureDescription" } | { "of": "faultText" } | { "of": "initial" } | { "of": "codes" } | { "of": "bank" } | { "of": "foreign" };

/**
 * An item (question or information) in a template's form.
 */
export type ItemId = string;

/**
 * How an item is answered.
 */
export type ItemKind = { "type": "longText", 
/**
 * Characters at most.
 */
maxLength: number, } | { "type": "shortText", 
/**
 * Characters at most.
 */
maxLength: number, 
/**
 * What it must look like.
 */
format?: TextFormat, } | { "type": "yesNo" } | { "type": "singleChoice", 
/**
 * Alternatives, at least two when published.
 */
options: Array<Choice>, } | { "type": "dropdown", 
/**
 * Alternatives, at least two when published.
 */
options: Array<Choice>, } | { "type": "multipleChoice", 
/**
 * Alternatives, at least two when published.
 */
options: Array<Choice>, } | { "type": "matrix", 
/**
 * What is asked about, at least one when published.
 */
rows: Array<Choice>, 
/**
 * Alternatives, at least two when published.
 */
options: Array<Choice>, } | { "type": "number", 
/**
 * Unit shown after the field, such as "kg"; empty when none.
 */
unit: string, 
/**
 * Smallest allowed, as the administrator wrote it: a decimal number with a point.
 */
min: string | null, 
/**
 * Largest allowed.
 */
max: string | null, 
/**
 * Decimals allowed, 0–6.
 */
decimals: number, } | { "type": "scale", 
/**
 * The first step: 0 or 1.
 */
min: number, 
/**
 * The last step, at most 10.
 */
max: number, 
/**
 * What the first step means; empty when it is plain.
 */
low: string, 
/**
 * What the last step means; empty when it is plain.
 */
high: string, 
/**
 * Whether the step is counted as points. Only staff see that.
 */
counts?: boolean, } | { "type": "date", 
/**
 * The first day allowed.
 */
earliest?: DateLimit, 
/**
 * The last day allowed.
 */
latest?: DateLimit, } | { "type": "time" } | { "type": "dateTime" } | { "type": "confirmation" } | { "type": "attachment", 
/**
 * Files at most, 1–5.
 */
maxFiles: number, 
/**
 * What they may be.
 */
accepts?: FileKinds, 
/**
 * Megabytes of each at most; what the national service takes when there is nothing here.
 */
maxMegabytes?: number, } | { "type": "information", 
/**
 * How it stands out.
 */
style?: InformationStyle, } | { "type": "section" } | { "type": "repeatedSection", 
/**
 * What one of them is called, such as "läkemedel"; empty when the heading says it.
 */
row: string, 
/**
 * Rows at most, 1–50.
 */
maxRows: number, } | { "type": "foreign", 
/**
 * What it is called there, such as `quantity`.
 */
name: string, };

/**
 * Whether the operating system's job is there.
 */
export type JobState = "installed" | "missing" | "unknown";

/**
 * A filter under its name.
 */
export type KeptFilter = { name: string, filter: CaseFilter, };

/**
 * An attachment or a copy that is kept.
 */
export type KeptItem = { 
/**
 * What it is.
 */
kind: RetainedKind, 
/**
 * What a copy is; `None` for an attachment.
 */
copy: CopyKind | null, 
/**
 * Which case it belongs to.
 */
case: CaseId, 
/**
 * When it is destroyed.
 */
expires: Timestamp, 
/**
 * Bytes; `None` for a copy.
 */
size: number | null, 
/**
 * Whether it is time.
 */
state: KeptState, };

/**
 * How something that is kept stands to its deadline.
 */
export type KeptState = "waiting" | "closed" | "late";

/**
 * How many of a kind.
 */
export type KindCount = { 
/**
 * What was destroyed.
 */
kind: PurgedKind, 
/**
 * How it ended.
 */
outcome: PurgeOutcome, 
/**
 * How many.
 */
count: number, };

/**
 * A language. Told by its BCP 47 tag. Swedish is none of them: it is what is translated.
 */
export type Language = "sq" | "am" | "ar" | "bs" | "prs" | "en" | "fi" | "fr" | "yi" | "zh" | "hr" | "kmr" | "fit" | "se" | "ps" | "fa" | "pl" | "rom" | "ro" | "ru" | "sr" | "so" | "ckb" | "es" | "th" | "ti" | "tr" | "de" | "uk" | "hu" | "vi";

/**
 * The last that the unit sent to a citizen.
 */
export type LastWritten = { 
/**
 * When.
 */
sent: Timestamp, 
/**
 * The message's heading.
 */
heading: string, 
/**
 * Who sent it.
 */
senderName: string, };

/**
 * An opened letter.
 */
export type Letter = { 
/**
 * Which case.
 */
case: CaseId, 
/**
 * When it was sent.
 */
sent: Timestamp, 
/**
 * How far it has come, this opening included.
 */
state: CaseState, 
/**
 * When the unit closed the case, if it did: then it takes no answer any more.
 */
closed: Timestamp | null, 
/**
 * What was sent.
 */
message: Message, 
/**
 * The citizen's own answers, once sent.
 */
answers: { [key in ItemId]: Answer } | null, 
/**
 * The citizen's files: attached so far, or sent with the reply.
 */
attachments: Array<Attachment>, };

/**
 * A line of the inbox.
 */
export type LetterRow = { 
/**
 * Which case; what [`Mailbox::open`] takes.
 */
case: CaseId, 
/**
 * The message's heading.
 */
heading: string, 
/**
 * The unit that sent it.
 */
unitName: string, 
/**
 * When it was sent.
 */
sent: Timestamp, 
/**
 * Never opened.
 */
unread: boolean, 
/**
 * When it was answered, if it was.
 */
answered: Timestamp | null, 
/**
 * Whether it asks for an answer at all.
 */
answerable: boolean, 
/**
 * When the unit closed the case, if it did: then it takes no answer any more.
 */
closed: Timestamp | null, };

/**
 * What is wrong with a line.
 */
export type LineProblem = { "problem": "number", 
/**
 * Why.
 */
reason: PersonNumberProblem, } | { "problem": "nameMissing" } | { "problem": "unknownWord", 
/**
 * The column's heading.
 */
column: string, 
/**
 * The words that it can have.
 */
accepted: Array<string>, } | { "problem": "newNumber", 
/**
 * Why.
 */
reason: PersonNumberProblem, } | { "problem": "newNumberIsOld" } | { "problem": "guardianUnnamed" } | { "problem": "repeated", 
/**
 * That line, counted from 1 with the heading.
 */
line: number, } | { "problem": "unreadable" };

/**
 * Which cases.
 */
export type ListCases = { scope: CaseScope, list: Worklist, filter: CaseFilter, 
/**
 * Beginnings of words in a name, a personal number, a heading, or what the handler wrote; `None` for all.
 */
search: string | null, 
/**
 * Where the last page ended.
 */
after: CaseCursor | null, };

/**
 * Which receipts.
 */
export type ListReceipts = { 
/**
 * Destroyed at this moment or later; `None`: from the first.
 */
from: Timestamp | null, 
/**
 * Destroyed before this moment; `None`: to the last.
 */
until: Timestamp | null, 
/**
 * Numbers below this one: the page after the one that ended with it.
 */
before: number | null, };

/**
 * A personal number in any common form.
 */
export type LookUpCitizen = { number: string, };

/**
 * The verdict, before a word is written.
 */
export type LookedUp = { 
/**
 * Who.
 */
citizen: Citizen, 
/**
 * Whole years.
 */
age: number, 
/**
 * Why this citizen may not be written to; `None` when they may.
 */
unreachable: Unreachable | null, 
/**
 * What to bear in mind, the gravest first.
 */
cautions: Array<Caution>, 
/**
 * How recently the unit has written to them.
 */
contact: RecentContact, };

/**
 * What a [`Mailbox`](crate::Mailbox) refuses, and why.
 */
export type MailboxFailure = { "code": "notSignedIn" } | { "code": "unknownCitizen" } | { "code": "invalidNumber", 
/**
 * What is wrong with it.
 */
problem: PersonNumberProblem, } | { "code": "letterNotFound" } | { "code": "alreadyAnswered" } | { "code": "notAnswerable" } | { "code": "letterClosed" } | { "code": "answersRefused", 
/**
 * Each question whose answer does not fit.
 */
problems: Array<AnswerProblem>, } | { "code": "fileRefused", 
/**
 * Why.
 */
reason: FileRefusal, } | { "code": "interrupted" } | { "code": "unavailable" } | { "code": "unexpected", 
/**
 * Finds the cause in the log.
 */
reference: string, };

/**
 * Whether a template is a favourite of one's own.
 */
export type MarkFavourite = { template: TemplateId, isFavourite: boolean, };

/**
 * *(Information)* or *(Fråga)*.
 */
export type Marking = "information" | "question";

/**
 * The signed-in person.
 */
export type Me = { 
/**
 * Name.
 */
name: string, 
/**
 * Title.
 */
title: string, 
/**
 * Roles.
 */
roles: Array<Role>, };

/**
 * A message exactly as the citizen reads it. Holds nothing that only staff may see: the handler's instruction has no
 * field here, so it cannot be sent by mistake.
 */
export type Message = { 
/**
 * Heading in the inbox.
 */
heading: string, 
/**
 * The sending unit's name (guideline: who sends).
 */
unitName: string, 
/**
 * The sending unit in the national catalogue.
 */
unitHsaId: HsaId, 
/**
 * Who at the unit sends; `None` when the unit does, as for whoever's own data are protected.
 */
signature?: Signature, 
/**
 * Why (guideline).
 */
purpose: string, 
/**
 * The text, paragraph by paragraph, slots filled in.
 */
paragraphs: Array<string>, 
/**
 * Which paragraphs, counted from 0, have the marks of [`text`](crate::text); information and help then have them as well. Never
 * those that the handler wrote. `None` when nothing has, as in what was sent before there were marks.
 */
marked?: Array<number>, 
/**
 * How answers are used (guideline); `None` when it cannot be answered.
 */
answerUse: string | null, 
/**
 * Where to turn with questions (guideline).
 */
contact: string, 
/**
 * The questions; `None` when it cannot be answered.
 */
form: Array<Item> | null, 
/**
 * What the sums of points are called. The staff's: a citizen gets none of it.
 */
scoreRanges?: Array<ScoreRange>, 
/**
 * The languages that it can be read in beside Swedish, in the template's order: those that were whole when it was sent.
 */
languages?: Array<MessageLanguage>, };

/**
 * A draft to take up again.
 */
export type MessageDraft = { 
/**
 * The case it becomes when sent: the same id twice is the same case.
 */
case: CaseId, 
/**
 * To whom.
 */
citizen: DraftCitizen, 
/**
 * From which version.
 */
version: VersionId, 
/**
 * What is written.
 */
slots: { [key in ItemId]: string }, 
/**
 * When it was saved.
 */
saved: Timestamp, };

/**
 * A message in another language: what stands in its places instead of the Swedish.
 */
export type MessageLanguage = { 
/**
 * Which.
 */
language: Language, 
/**
 * One for each paragraph; `None` where the handler's own words stand, which nobody has translated.
 */
paragraphs: Array<string | null>, 
/**
 * All else, by its place.
 */
texts: { [key in TextPlace]: string }, };

/**
 * The message as the citizen would see it now.
 */
export type MessagePreview = { 
/**
 * As far as it is written.
 */
message: Message, 
/**
 * What is still missing.
 */
problems: Array<SlotProblem>, };

/**
 * What the draft has that the screen, which asked, does not.
 */
export type News = { "news": "none" } | { "news": "edit", 
/**
 * Which.
 */
edit: Edit, } | { "news": "content", 
/**
 * With what was just done.
 */
content: TemplateContent, };

/**
 * Why a picture is not taken.
 */
export type NoPicture = "elsewhere" | "otherMedia" | "notDrawn" | "tooMany";

/**
 * Why something cannot be asked here.
 */
export type NotAsked = "type" | "hidden" | "readOnly" | "control" | "optionsElsewhere" | "noOptions" | "optionsUnclear" | "optionKind" | "fileKinds" | "modifier";

/**
 * Why a text is no file of translations.
 */
export type NotTranslations = "columns" | "noLanguage" | "tooLong" | "unreadable";

/**
 * An internal note.
 */
export type NoteCase = { case: CaseId, text: string, };

/**
 * Which.
 */
export type OpenBankSection = { section: BankSectionId, };

/**
 * Which case.
 */
export type OpenCase = { case: CaseId, };

/**
 * Which attachment.
 */
export type OpenPreview = { attachment: AttachmentId, 
/**
 * Of the file itself, when it is locked. Never kept.
 */
password: string | null, };

/**
 * Which receipt.
 */
export type OpenReceipt = { seq: number, };

/**
 * Which version.
 */
export type OpenSendable = { version: VersionId, };

/**
 * Which template.
 */
export type OpenTemplate = { template: TemplateId, };

/**
 * An answer alternative of a choice question.
 */
export type OptionId = string;

/**
 * What a template is put under.
 */
export type OrganiseTemplate = { template: TemplateId, category: string, tags: Array<string>, };

/**
 * Why the safe copy is not enough. A closed list and no free text: what is written here stands in the audit log for as
 * long as that is kept, and a patient's circumstances must not.
 */
export type OriginalReason = "detail" | "otherProgram" | "copyIncomplete";

/**
 * What there is to do. Tells nothing about anybody.
 */
export type Overview = { 
/**
 * Among the cases of the one who is signed in.
 */
mine: CaseCounts, 
/**
 * Among all of the unit's.
 */
unit: CaseCounts, 
/**
 * When the message that this person has begun to write was last saved; `None` when nothing is begun.
 */
draft: Timestamp | null, };

/**
 * What the inbox itself refuses, before any mailbox is asked.
 */
export type PageFailure = { "code": "forged" } | { "code": "malformed" } | { "code": "noSuchAddress" } | { "code": "tooManyAttempts", 
/**
 * Seconds to wait.
 */
retryAfter: number, };

/**
 * A line of words and where it stands, in 65 535ths of the page, from its top left corner.
 */
export type PageLine = { 
/**
 * Plain.
 */
text: string, 
/**
 * From the left.
 */
x: number, 
/**
 * From the top.
 */
y: number, 
/**
 * Of the box around the line.
 */
width: number, 
/**
 * Of the box around the line.
 */
height: number, };

/**
 * Which page's text.
 */
export type PageText = { ticket: string, 
/**
 * From 1.
 */
page: number, };

/**
 * A page's words, and what to tell beside its picture.
 */
export type PageWords = { 
/**
 * In the order in which they are drawn. To be shown as text and nothing else.
 */
lines: Array<PageLine>, 
/**
 * Of this page.
 */
flags: Array<PreviewFlag>, };

/**
 * A part of a file.
 */
export type Part = { "part": "root" } | { "part": "item", 
/**
 * What it is called there.
 */
linkId: string, 
/**
 * Its text; may be empty.
 */
text: string, };

/**
 * A member of staff as the administrator sees them.
 */
export type Person = { 
/**
 * Identity.
 */
id: StaffId, 
/**
 * Name.
 */
name: string, 
/**
 * Title, such as "Sjuksköterska".
 */
title: string, 
/**
 * User name.
 */
username: string, 
/**
 * Roles in the unit.
 */
roles: Array<Role>, 
/**
 * Whether the account can be used.
 */
active: boolean, };

/**
 * A checked Swedish personal number (folkbokföringslagen 18 §) or co-ordination number, held as twelve digits.
 *
 * `Debug` and `Display` are masked on purpose: a personal number never reaches a log line or an error text.
 */
export type PersonNumber = string;

/**
 * Why a text is not a personal number. Each is something the person at the keyboard can mend.
 */
export type PersonNumberProblem = "empty" | "reserve" | "form" | "date" | "future" | "checkDigit";

/**
 * A picture below the words of an item.
 */
export type Picture = { 
/**
 * The JPEG, in base64 (RFC 4648, section 4).
 */
data: string, 
/**
 * In pixels.
 */
width: number, 
/**
 * In pixels.
 */
height: number, 
/**
 * What it shows, for those who do not see it (WCAG 2.2, 1.1.1). Not said of one that is only there to please the eye.
 */
alt?: string, 
/**
 * *Bara utsmyckning*: who does not see it misses nothing, and it is not told of.
 */
decorative?: boolean, };

/**
 * Why a file is not taken as a picture.
 */
export type PictureFault = "noPicture" | "unknownVariety" | "damaged" | "tooLarge" | "stopped" | "notConfined";

/**
 * A file that was chosen, pasted or dropped.
 */
export type PictureFile = { 
/**
 * All of it, in base64.
 */
data: string, };

/**
 * Where in a template something stands.
 */
export type Place = { "at": "name" } | { "at": "purpose" } | { "at": "answerUse" } | { "at": "contact" } | { "at": "part", 
/**
 * Which.
 */
id: ItemId, } | { "at": "form" } | { "at": "item", 
/**
 * Which.
 */
id: ItemId, } | { "at": "languages" };

/**
 * A picture that can be put below a question.
 */
export type PreparedPicture = { 
/**
 * Not described yet.
 */
picture: Picture, 
/**
 * The file holds several, and this is the first.
 */
isFirstOnly: boolean, };

/**
 * An open preview.
 */
export type Preview = { 
/**
 * Goes into the address of each page: `page://localhost/<ticket>/<n>`.
 */
ticket: string, 
/**
 * Pages, from 1.
 */
pages: number, 
/**
 * By content.
 */
kind: AttachmentKind, 
/**
 * The citizen's name for it.
 */
name: string, 
/**
 * What to tell about the document as a whole.
 */
flags: Array<PreviewFlag>, };

/**
 * Why a preview could not be shown.
 */
export type PreviewFault = "timedOut" | "outOfMemory" | "badFile" | "unknownVariety" | "passwordNeeded" | "wrongPassword" | "breach" | "violation" | "notConfined" | "renderer";

/**
 * Something that the picture does not show.
 */
export type PreviewFlag = "looksEmpty" | "xfa" | "activeContent" | "fieldsNotDrawn" | "pagesBeyondLimit" | "partsNotDrawn" | "fontsMissing" | "firstPictureOnly" | "emptyPage";

/**
 * A version and what is written in its slots so far.
 */
export type PreviewMessage = { version: VersionId, slots: { [key in ItemId]: string }, };

/**
 * A template to save as a PDF.
 */
export type PrintTemplate = { template: TemplateId, side: Side, 
/**
 * As [`TemplateSide`] had it.
 */
revision: number | null, 
/**
 * *Ta med instruktionen till ärendehanteraren*.
 */
withInstruction: boolean, 
/**
 * Of every item.
 */
captions: Array<ItemCaption>, };

/**
 * Protected personal data. That details are made up (*fingerade uppgifter*) nobody can see, and so it is not here (domain fact 2.2).
 */
export type Protection = "none" | "confidential" | "protectedRegistration";

/**
 * Which draft, as the screen last saw it.
 */
export type Publish = { template: TemplateId, revision: number, };

/**
 * A reason why a draft cannot be published. `item` says where to jump.
 */
export type PublishProblem = { "problem": "nameMissing" } | { "problem": "nameTooLong" } | { "problem": "bodyEmpty" } | { "problem": "slotLabelMissing", 
/**
 * Which.
 */
item: ItemId, } | { "problem": "noQuestions" } | { "problem": "itemTextMissing", 
/**
 * Which.
 */
item: ItemId, } | { "problem": "tooFewOptions", 
/**
 * Which.
 */
item: ItemId, } | { "problem": "optionTextMissing", 
/**
 * Which.
 */
item: ItemId, } | { "problem": "optionsAlike", 
/**
 * Which.
 */
item: ItemId, } | { "problem": "numberLimits", 
/**
 * Which.
 */
item: ItemId, } | { "problem": "limit", 
/**
 * Which.
 */
item: ItemId, } | { "problem": "matrixRows", 
/**
 * Which.
 */
item: ItemId, } | { "problem": "dateLimits", 
/**
 * Which.
 */
item: ItemId, } | { "problem": "optionRoles", 
/**
 * Which.
 */
item: ItemId, } | { "problem": "sectionEmpty", 
/**
 * Which.
 */
item: ItemId, } | { "problem": "notInRows", 
/**
 * Which.
 */
item: ItemId, } | { "problem": "initialMisfit", 
/**
 * Which.
 */
item: ItemId, } | { "problem": "conditionBroken", 
/**
 * Whose.
 */
item: ItemId, } | { "problem": "conditionLooksAhead", 
/**
 * Whose.
 */
item: ItemId, 
/**
 * The later question.
 */
to: ItemId, } | { "problem": "conditionCircle", 
/**
 * Whose.
 */
item: ItemId, 
/**
 * The questions on the way, from the item itself.
 */
path: Array<ItemId>, } | { "problem": "neverShown", 
/**
 * Whose.
 */
item: ItemId, } | { "problem": "scoreRangeName", 
/**
 * Which.
 */
range: ScoreRangeId, } | { "problem": "scoreRangeTurned", 
/**
 * Which.
 */
range: ScoreRangeId, } | { "problem": "scoreRangesOverlap", 
/**
 * The one that begins first.
 */
range: ScoreRangeId, 
/**
 * The other.
 */
other: ScoreRangeId, } | { "problem": "scoreGap", 
/**
 * The lowest of them.
 */
from: number, 
/**
 * The highest of them.
 */
to: number, } | { "problem": "scoreRangesUnused" } | { "problem": "exampleDeviates", 
/**
 * Who.
 */
example: ExampleId, 
/**
 * The first question in which it differs; may be one that is not there any more.
 */
item: ItemId, 
/**
 * Whether that is shown.
 */
isShown: boolean, };

/**
 * A published version.
 */
export type PublishedView = { 
/**
 * Identity.
 */
version: VersionId, 
/**
 * 1, 2, 3 …
 */
number: number, 
/**
 * When it was published.
 */
published: Timestamp, 
/**
 * What was published.
 */
content: TemplateContent, 
/**
 * Cases with it that can still be answered.
 */
open: number, };

/**
 * Which attachment.
 */
export type PurgeAttachment = { attachment: AttachmentId, };

/**
 * Which copy.
 */
export type PurgeCopy = { copy: CopyId, };

/**
 * How a purge ended.
 */
export type PurgeOutcome = "removed" | "notFoundAtRecordedPlace" | "contentChanged" | "unreadable";

/**
 * Everything but the receipts.
 */
export type PurgeOverview = { 
/**
 * Attachments and copies that are kept, next deadline first.
 */
kept: Array<KeptItem>, 
/**
 * Purges that began and could not be ended yet, oldest first.
 */
begun: Array<BegunView>, 
/**
 * Copies of the last week that were never finished and are destroyed, the latest first.
 */
unfinished: Array<UnfinishedView>, 
/**
 * Whether there is room for what citizens attach.
 */
room: RoomView, 
/**
 * Whether the clock is believed.
 */
clock: ClockView, 
/**
 * When a purge last ran.
 */
runs: RunsView, 
/**
 * Whether the operating system purges while the program does not run.
 */
job: JobState, };

/**
 * What happened in a period, and how it stands now.
 */
export type PurgeReport = { 
/**
 * The unit's name.
 */
unit: string, 
/**
 * The period's beginning.
 */
from: Timestamp, 
/**
 * Its end, not included.
 */
until: Timestamp, 
/**
 * When the report was made.
 */
made: Timestamp, 
/**
 * Attachments that came in.
 */
received: number, 
/**
 * Attachments and copies that were destroyed.
 */
purged: number, 
/**
 * Of those, how many more than 15 minutes after their deadline.
 */
late: number, 
/**
 * What cannot be removed now.
 */
stuck: number, 
/**
 * What is kept now.
 */
kept: number, 
/**
 * What was destroyed, by kind and how it ended.
 */
byKind: Array<KindCount>, 
/**
 * What was destroyed, by what set it off.
 */
byTrigger: Array<TriggerCount>, 
/**
 * Whether the receipts can be believed.
 */
chain: ChainVerdict, };

/**
 * A thing that a purge did or found out.
 */
export type PurgeStep = "resumed" | "keyDestroyed" | "keyAbsent" | "bodyRemoved" | "bodyAbsent" | "copyRemoved" | "copyAbsent" | "entryUnreadable" | "verifiedAbsent";

/**
 * What set a purge off.
 */
export type PurgeTrigger = "timer" | "start" | "scheduled" | "person";

/**
 * What kind of thing was destroyed: the vault's word, and of a copy what the database knows.
 */
export type PurgedKind = "sealed" | "safeCopy" | "original" | "unfinishedCopy" | "copy";

/**
 * What there is to read of a reply.
 */
export type ReadAnswer = { "read": "heading", 
/**
 * What it is called.
 */
text: string, } | { "read": "question", 
/**
 * The question.
 */
item: ItemId, 
/**
 * What was asked.
 */
text: string, 
/**
 * Whether files were asked for.
 */
files: boolean, 
/**
 * The answer; *Ej besvarad* when there is none.
 */
words: string, 
/**
 * Whether it was answered.
 */
answered: boolean, 
/**
 * Whether it was shown: other answers may have taken it away.
 */
asked: boolean, };

/**
 * Which side of a template.
 */
export type ReadSide = { template: TemplateId, side: Side, };

/**
 * The reply has arrived.
 */
export type Receipt = { 
/**
 * When.
 */
answered: Timestamp, };

/**
 * How it stood on the computer when something was destroyed.
 */
export type ReceiptCircumstances = { 
/**
 * When it had come, where that could be told.
 */
received: Timestamp | null, 
/**
 * Whole seconds that the computer's clock lay behind the moment that was purged by.
 */
clockBehind: number, 
/**
 * The clock had leapt ahead and was not believed.
 */
clockDoubted: boolean, 
/**
 * The version of the program.
 */
version: string, 
/**
 * Whether files were shown behind a jail that holds, where the program knew.
 */
jailHolds: boolean | null, 
/**
 * Who chose to, as far as the unit still knows that account.
 */
person: string | null, };

/**
 * A receipt as it stands in the vault's own log.
 */
export type ReceiptDetail = { 
/**
 * The receipt.
 */
receipt: ReceiptView, 
/**
 * What was done and found, in order.
 */
steps: Array<PurgeStep>, 
/**
 * The line's hash, which covers all lines before it.
 */
hash: string, 
/**
 * Under what circumstances. None on receipts of versions that did not say.
 */
circumstances: ReceiptCircumstances | null, };

/**
 * Receipts, newest first.
 */
export type ReceiptPage = { 
/**
 * At most a page of them.
 */
receipts: Array<ReceiptView>, 
/**
 * There are more: ask for those before this number.
 */
next: number | null, };

/**
 * A receipt.
 */
export type ReceiptView = { 
/**
 * Number in the chain.
 */
seq: number, 
/**
 * Random id of what was destroyed.
 */
item: string, 
/**
 * What it was.
 */
kind: PurgedKind, 
/**
 * Bytes.
 */
size: number, 
/**
 * When it was to be destroyed.
 */
deadline: Timestamp, 
/**
 * When it was.
 */
purgedAt: Timestamp, 
/**
 * What set it off.
 */
trigger: PurgeTrigger, 
/**
 * How it ended.
 */
outcome: PurgeOutcome, };

/**
 * How recently the unit has written to a citizen: whoever is written to often reads less of it.
 */
export type RecentContact = { 
/**
 * The last time; `None` when never.
 */
last: LastWritten | null, 
/**
 * How many messages were sent in the last 30 days.
 */
recent: number, 
/**
 * How many of all that was sent the citizen has not opened.
 */
unread: number, };

/**
 * Why a file was not read. Nothing of it was taken.
 */
export type Refusal = { "refusal": "fileTooLarge" } | { "refusal": "notJson", 
/**
 * From 1.
 */
line: number, 
/**
 * From 1.
 */
column: number, } | { "refusal": "notFhir" } | { "refusal": "notAQuestionnaire", 
/**
 * Which.
 */
resourceType: string, } | { "refusal": "otherVersion", 
/**
 * `DSTU2`, `STU3` or `R5`.
 */
version: string, 
/**
 * Where: an item's `linkId`, or nothing when it is the form's own.
 */
linkId: string, 
/**
 * Which member.
 */
member: string, } | { "refusal": "versionsMixed", 
/**
 * Two of them.
 */
signs: Array<VersionSign>, } | { "refusal": "linkIdTwice", 
/**
 * The name.
 */
linkId: string, } | { "refusal": "malformed", 
/**
 * The item's `linkId`; empty of the form's own and of one that has none.
 */
linkId: string, 
/**
 * The item's text; may be empty.
 */
text: string, 
/**
 * The member.
 */
member: string, } | { "refusal": "tooLarge", 
/**
 * The item that is too large; nothing when it is the form.
 */
linkId: string, };

/**
 * A citizen's file that there was no room for.
 */
export type RefusedFile = { 
/**
 * When.
 */
at: Timestamp, 
/**
 * What was full.
 */
full: Full, };

/**
 * A citizen in the register's list.
 */
export type RegisterRow = { 
/**
 * Identity.
 */
id: CitizenId, 
/**
 * Personal number.
 */
number: PersonNumber, 
/**
 * Given name and surname.
 */
name: string, 
/**
 * Care relation.
 */
careRelation: string | null, 
/**
 * Why the citizen may not be written to today; `None` when they may.
 */
unreachable: Unreachable | null, 
/**
 * Skyddad identitet.
 */
isProtected: boolean, };

/**
 * What folkbokföringen says (`deregistrationReasonCode`, domain fact 4.4).
 */
export type Registration = "registered" | "deceased" | "emigrated";

/**
 * What would become of the answers.
 */
export type Rehearsal = { "outcome": "refused", 
/**
 * Why.
 */
problems: Array<AnswerProblem>, } | { "outcome": "taken", 
/**
 * As they would be kept.
 */
answers: { [key in ItemId]: Answer }, 
/**
 * The journal note that would be drafted of them.
 */
note: string, 
/**
 * What they would count for, in words; nothing when nothing counts.
 */
score: string | null, };

/**
 * Answers to try on a template's draft, or else on what is published.
 */
export type RehearseTemplate = { template: TemplateId, 
/**
 * What is written in the slots.
 */
slots: { [key in ItemId]: string }, answers: { [key in ItemId]: Answer }, 
/**
 * How many files each question has.
 */
files: { [key in ItemId]: number }, };

/**
 * What became of one part of a file.
 */
export type Remark = { 
/**
 * Of which.
 */
at: Part, 
/**
 * What.
 */
what: RemarkKind, };

/**
 * What became of it. Nothing that is kept is lost: it is given back when the template is written as FHIR again.
 */
export type RemarkKind = { "remark": "notAsked", 
/**
 * What it is called there, such as `quantity`.
 */
kind: string, 
/**
 * Why.
 */
why: NotAsked, 
/**
 * How many items it holds, itself included.
 */
items: number, } | { "remark": "pictureNotTaken", 
/**
 * Why.
 */
why: NoPicture, 
/**
 * Whether it is kept; it is not where it is too large.
 */
isKept: boolean, } | { "remark": "pictureRedrawn" } | { "remark": "firstPictureTaken" } | { "remark": "conditionNotUnderstood" } | { "remark": "keptUnused", 
/**
 * What they are called.
 */
what: Array<string>, } | { "remark": "controlNotFollowed", 
/**
 * How it asks to be shown.
 */
control: string, } | { "remark": "askedOnce" } | { "remark": "unnested" } | { "remark": "formattingNotShown" } | { "remark": "initialNotTaken" } | { "remark": "fewerAllowed", 
/**
 * There.
 */
asked: number, 
/**
 * Here.
 */
allowed: number, } | { "remark": "sizeRead", 
/**
 * As which it was read; as large as the national service takes when there is nothing here.
 */
megabytes?: number, } | { "remark": "fileKindsFewer" } | { "remark": "formNotSent" } | { "remark": "linkIdMade", 
/**
 * Which.
 */
linkId: string, } | { "remark": "displayStripped", 
/**
 * What they are called.
 */
what: Array<string>, } | { "remark": "statusNotTaken" } | { "remark": "askedAsYesNo" } | { "remark": "lengthSet", 
/**
 * Characters.
 */
characters: number, } | { "remark": "otherAdded" } | { "remark": "optionsFromList" } | { "remark": "becameMessage" } | { "remark": "answerableDecided", 
/**
 * What was decided.
 */
answerable: boolean, } | { "remark": "madeR4", 
/**
 * `STU3` or `R5`.
 */
version: string, 
/**
 * Where that shows: an item's `linkId`, or nothing when it is the form's own.
 */
linkId: string, 
/**
 * By which member or word.
 */
member: string, 
/**
 * What was done to members, such as `option → answerOption`.
 */
changed: Array<string>, } | { "remark": "versionDoubtful", 
/**
 * What it says.
 */
said: string, 
/**
 * As which it was read.
 */
read: string, } | { "remark": "readAsTranslation", 
/**
 * Which, as `ar`.
 */
language: string, } | { "remark": "otherLanguage", 
/**
 * Which, as `nb-NO`.
 */
language: string, };

/**
 * Another name.
 */
export type RenameBankSection = { section: BankSectionId, name: string, };

/**
 * A new password for somebody who forgot theirs.
 */
export type ReplacePassword = { id: StaffId, password: string, };

/**
 * A reply.
 */
export type ReplyView = { 
/**
 * When it arrived.
 */
answered: Timestamp, 
/**
 * Every question with its answer under its headings, in the form's order.
 */
answers: Array<ReadAnswer>, 
/**
 * What the answers count for, in words; nothing when nothing counts.
 */
score: string | null, 
/**
 * What was attached.
 */
attachments: Array<Attachment>, 
/**
 * Temporary copies that are kept or were.
 */
copies: Array<CopyView>, 
/**
 * The latest moment that the deadline of an attachment may be moved to, by product and policy.
 */
longest: Timestamp, 
/**
 * Why attachments are kept longer than decided, oldest first.
 */
extensions: Array<ExtensionView>, };

/**
 * As what kind of file.
 */
export type ReportFormat = "csv" | "pdf";

/**
 * What became of one part.
 */
export type ReportLine = { 
/**
 * Which part, and what.
 */
remark: Remark, 
/**
 * Whether something is lost for whoever uses the form here, as opposed to what is only good to know.
 */
isLoss: boolean, };

/**
 * From one moment until another.
 */
export type ReportPeriod = { from: Timestamp, 
/**
 * Not included.
 */
until: Timestamp, };

/**
 * Which version is to be taken back.
 */
export type RestoreVersion = { template: TemplateId, version: VersionId, };

/**
 * What a decision is about. Each kind's time counts from the one event that begins it.
 */
export type RetainedKind = "submitted" | "unsent" | "copy";

/**
 * How long attachments and temporary copies live by the decisions in force, in whole hours.
 *
 * The real service's own figures are unknown, so this is always the unit's named decision (domain facts, preface).
 */
export type Retention = { 
/**
 * From the moment the reply arrives until the attachment is destroyed.
 */
attachmentHours: number, 
/**
 * The longest time a temporary copy outside the vault may live.
 */
copyHours: number, };

/**
 * Between 1 hour and how many a decision may be.
 */
export type RetentionBound = { 
/**
 * Of which kind.
 */
kind: RetainedKind, 
/**
 * Whole hours at most.
 */
mostHours: number, 
/**
 * The organisation's policy set the bound, below the product's own.
 */
byPolicy: boolean, };

/**
 * A *gallringsbeslut*: never changed, only followed by the next one.
 */
export type RetentionDecision = { 
/**
 * Identity.
 */
id: DecisionId, 
/**
 * What the unit calls it, with the number in its own records.
 */
name: string, 
/**
 * What it is about.
 */
kind: RetainedKind, 
/**
 * Whole hours from the start event until destruction.
 */
hours: number, 
/**
 * Who decided; `None` for what the unit began with.
 */
decidedBy: StaffId | null, 
/**
 * When it was decided.
 */
decided: Timestamp, 
/**
 * From when on. What began earlier keeps the decision that held then.
 */
validFrom: Timestamp, 
/**
 * It was also applied to what was kept already, as far as that made the time shorter.
 */
appliedToKept: boolean, };

/**
 * What would happen if the proposal were adopted.
 */
export type RetentionPreview = { 
/**
 * What would be destroyed earlier, and when; what goes first is first.
 */
affected: Array<AffectedItem>, 
/**
 * How many of them at once.
 */
atOnce: number, 
/**
 * How many keep their time because a person extended it with a reason.
 */
extended: number, };

/**
 * A retention outside what is allowed.
 */
export type RetentionProblem = "hours" | "validFrom" | "notLater";

/**
 * A decision that is thought of.
 */
export type RetentionProposal = { kind: RetainedKind, 
/**
 * Whole hours.
 */
hours: number, 
/**
 * From when on; `None`: from now on.
 */
validFrom: Timestamp | null, 
/**
 * Also shorten the time of what is kept already. Only for a decision that holds from now on.
 */
applyToKept: boolean, };

/**
 * Every decision, and between which bounds the next may be.
 */
export type RetentionView = { 
/**
 * The latest decided first.
 */
decisions: Array<DecisionView>, 
/**
 * One for each kind.
 */
bounds: Array<RetentionBound>, };

/**
 * Which draft is not approved, and why.
 */
export type ReturnDraft = { template: TemplateId, 
/**
 * What is to be mended, for whoever wrote it.
 */
comment: string, };

/**
 * A draft that was not approved and has not been handed in since.
 */
export type ReturnedView = { 
/**
 * Who decided.
 */
by: string, 
/**
 * When.
 */
at: Timestamp, 
/**
 * What is to be mended.
 */
comment: string, };

/**
 * A role in the staff tool.
 */
export type Role = "administrator" | "handler" | "manager";

/**
 * How much room there is, and whether a citizen's file had to be refused for want of it.
 */
export type RoomView = { 
/**
 * Bytes that all kept files take.
 */
taken: number, 
/**
 * Bytes that they may take.
 */
most: number, 
/**
 * Nothing can be written to the disk now: not even what a purge must write down before it destroys.
 */
diskFull: boolean, 
/**
 * The last file of a citizen that was refused for want of room, if none has been taken since.
 */
refused: RefusedFile | null, };

/**
 * One row of a repeated section.
 */
export type Row = { 
/**
 * Its own, so that a row can go from the middle and the others keep what they hold.
 */
id: RowId, 
/**
 * By the questions of the section.
 */
answers: { [key in ItemId]: Answer }, };

/**
 * One row of a citizen's answer to a repeated section.
 */
export type RowId = string;

/**
 * A rule. The list is closed: each guideline states every one.
 */
export type Rule = "purposeMissing" | "answerUseMissing" | "contactMissing" | "generalInformation" | "advertising" | "study" | "survey" | "manyRequiredTexts" | "noWayOut" | "unitMissing" | "filesWithoutReason" | "pictureUndescribed" | "longSentence" | "longWords" | "passive" | "hardToRead" | "colourOnly" | "clickHere" | "translationIncomplete";

/**
 * When a purge last ran, by what set it off.
 */
export type RunsView = { 
/**
 * The program's timer.
 */
timer: Timestamp | null, 
/**
 * The program's start.
 */
start: Timestamp | null, 
/**
 * The operating system's job.
 */
scheduled: Timestamp | null, };

/**
 * Questions to keep.
 */
export type SaveBankSection = { name: string, 
/**
 * In their order, with all that they hold.
 */
items: Array<Item>, };

/**
 * Which attachment, and for how long.
 */
export type SaveCopy = { attachment: AttachmentId, 
/**
 * Whole hours, at most what the unit allows.
 */
hours: number, 
/**
 * The open preview of it, if there is one: it draws the copy, and has the password of a locked file.
 */
ticket: string | null, 
/**
 * Of a locked file without an open preview. Never kept.
 */
password: string | null, };

/**
 * A draft to save.
 */
export type SaveMessageDraft = { case: CaseId, citizen: CitizenId, version: VersionId, slots: { [key in ItemId]: string }, };

/**
 * Which original, why, and for how long.
 */
export type SaveOriginal = { 
/**
 * The open preview of it: nobody keeps what nobody has looked at.
 */
ticket: string, reason: OriginalReason, 
/**
 * Whole hours, at most what the unit allows.
 */
hours: number, };

/**
 * Which report to save, and how.
 */
export type SaveReport = { period: ReportPeriod, format: ReportFormat, };

/**
 * Changed settings. The HSA-id is who the unit is and is not changed here; how long things are kept is decided in
 * [`crate::retention`].
 */
export type SaveUnitSettings = { name: string, contact: string, secureFolder: string, approval: boolean, };

/**
 * A saved draft.
 */
export type SavedMessageDraft = { 
/**
 * When it was safe on disk.
 */
saved: Timestamp, };

/**
 * Sums that have a name together.
 */
export type ScoreRange = { 
/**
 * Identity within the template.
 */
id: ScoreRangeId, 
/**
 * What they are called, such as "Måttlig".
 */
name: string, 
/**
 * The lowest sum of them.
 */
from: number, 
/**
 * The highest sum of them, which is one of them.
 */
to: number, };

/**
 * A named range of points of a template.
 */
export type ScoreRangeId = string;

/**
 * Between which sums the answers to a form can come.
 */
export type ScoreSpan = { 
/**
 * The lowest sum.
 */
lowest: number, 
/**
 * The highest sum.
 */
highest: number, };

/**
 * Words to look for.
 */
export type SearchTemplates = { search: string, };

/**
 * A filled-in message to send.
 */
export type SendCase = { 
/**
 * Made by the screen when writing began. Sending the same case twice, by a double click or after a crash, sends it once.
 */
case: CaseId, citizen: CitizenId, version: VersionId, slots: { [key in ItemId]: string }, 
/**
 * Whether the citizen is told who at the unit sends; otherwise the unit does.
 */
signed: boolean, 
/**
 * When it is to leave, by the clock in Sweden; `None` for now.
 */
at: SendTime | null, };

/**
 * A day and a time by the clock in Sweden.
 */
export type SendTime = { day: string, time: string, };

/**
 * Why a message cannot be sent at a time.
 */
export type SendTimeProblem = "past" | "tooFar";

/**
 * A template that can be sent.
 */
export type Sendable = { 
/**
 * Which template.
 */
template: TemplateId, 
/**
 * The published version to send.
 */
version: VersionId, 
/**
 * Name.
 */
name: string, 
/**
 * *(Information)* or *(Fråga)*.
 */
marking: Marking, 
/**
 * What it is put under; empty when nothing.
 */
category: string, 
/**
 * Whether it is a favourite of who asks.
 */
isFavourite: boolean, };

/**
 * A version to fill in, with the instruction that only staff see.
 */
export type SendableContent = { 
/**
 * Which version.
 */
version: VersionId, 
/**
 * Its content.
 */
content: TemplateContent, };

/**
 * In whose name a message can be sent.
 */
export type SenderChoice = { 
/**
 * The unit's name.
 */
unit: string, 
/**
 * Oneself.
 */
me: Signature, 
/**
 * What was chosen the last time: oneself or not.
 */
signed: boolean, };

/**
 * The receipt.
 */
export type SentCase = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * To whom.
 */
citizenName: string, 
/**
 * Their personal number.
 */
number: PersonNumber, 
/**
 * Heading of the message.
 */
heading: string, 
/**
 * When it lies in the citizen's inbox: until then it can be taken back unseen.
 */
sent: Timestamp, 
/**
 * Whether that is a time that somebody chose.
 */
scheduled: boolean, };

/**
 * The unit and its first administrator.
 */
export type SetUpUnit = { unitName: string, hsaId: string, contact: string, personName: string, title: string, username: string, password: string, };

/**
 * How hard a rule is taken.
 */
export type Severity = "advice" | "error";

/**
 * When an item is shown: groups of tests, which is one level within another and no more.
 */
export type ShownWhen = { 
/**
 * Whether all groups must hold or any of them.
 */
combine: Combine, 
/**
 * At least one.
 */
groups: Array<TestGroup>, };

/**
 * One side of a comparison.
 */
export type Side = { "side": "draft" } | { "side": "published" } | { "side": "version", 
/**
 * Which.
 */
version: VersionId, };

/**
 * A personal account's user name and password.
 */
export type SignIn = { username: string, password: string, };

/**
 * `POST /api/sign-in`.
 */
export type SignInRequest = { 
/**
 * The personal number as it was typed.
 */
number: string, };

/**
 * Who at the unit sends.
 */
export type Signature = { 
/**
 * Given name and surname.
 */
name: string, 
/**
 * Such as "Distriktssköterska"; may be empty.
 */
title: string, };

/**
 * What is wrong with a filled-in slot.
 */
export type SlotProblem = { "problem": "missing", 
/**
 * Which slot.
 */
slot: ItemId, } | { "problem": "tooLong", 
/**
 * Which slot.
 */
slot: ItemId, };

/**
 * A member of staff with a personal account.
 */
export type StaffId = string;

/**
 * How far the application has come.
 */
export type StageView = { "at": "problem", 
/**
 * What.
 */
problem: StartProblem, 
/**
 * Whether a new store under a passphrase can be made instead.
 */
passphrasePossible: boolean, } | { "at": "firstRun" } | { "at": "signIn", 
/**
 * Whose store it is.
 */
unit: UnitBrand, 
/**
 * Accounts to try the example with; empty for a real unit.
 */
exampleAccounts: Array<ExampleAccount>, } | { "at": "locked", 
/**
 * Whose store it is.
 */
unit: UnitBrand, 
/**
 * Who.
 */
me: Me, } | { "at": "signedIn", 
/**
 * Whose store it is.
 */
unit: UnitBrand, 
/**
 * Who.
 */
me: Me, };

/**
 * What is known of a citizen beside name and number. The default is what holds for most: it is also what is taken to hold where
 * nothing has been told.
 */
export type Standing = { 
/**
 * The account with the service.
 */
account: Account, 
/**
 * Folkbokföringen.
 */
registration: Registration, 
/**
 * Protected personal data.
 */
protection: Protection, 
/**
 * The number that has replaced the one the register has (`referredPersonalIdentities`, domain fact 4.4).
 */
newNumber: PersonNumber | null, 
/**
 * Guardians by folkbokföringen, who matter while the child has no login of their own; empty when none are known.
 */
guardians: Array<Guardian>, };

/**
 * What stands in the way of opening the store.
 */
export type StartProblem = "starting" | "noKeyring" | "keyringLocked" | "keyMissing" | "keyMismatch" | "passphraseNeeded" | "storeNewer" | "storeDamaged" | "profileInUse" | "profileUnusable" | "policyUnusable";

/**
 * Everything the start screen needs.
 */
export type StartState = { 
/**
 * The program's version.
 */
version: string, 
/**
 * Nothing is kept after the program is closed.
 */
inMemory: boolean, 
/**
 * Which stage.
 */
stage: StageView, };

/**
 * A template that is shipped, by its use.
 */
export type Starter = "newTime" | "summons" | "beforeVisit" | "testResult" | "bookYourself" | "moreFiles" | "skinPhoto" | "prescription";

/**
 * What the list says of a starter.
 */
export type StarterRow = { 
/**
 * Which.
 */
starter: Starter, 
/**
 * The name that a template made of it is proposed to have.
 */
name: string, 
/**
 * *(Information)* or *(Fråga)*.
 */
marking: Marking, 
/**
 * What it is for, in one Swedish sentence.
 */
whatFor: string, 
/**
 * How many questions it asks.
 */
questions: number, };

/**
 * What came of the cases that were sent in a period, as it is now.
 */
export type Statistics = { 
/**
 * The period's beginning.
 */
from: Timestamp, 
/**
 * Its end: now.
 */
until: Timestamp, 
/**
 * Of all templates together.
 */
all: CaseFigures, 
/**
 * Of each template that was sent, the most sent first.
 */
templates: Array<TemplateFigures>, 
/**
 * Week by week. The first and the last may be cut off by the period.
 */
weeks: Array<WeekSent>, 
/**
 * Of how many cases at least a median is told.
 */
fewest: number, };

/**
 * Of which period.
 */
export type StatisticsOf = { period: StatisticsPeriod, };

/**
 * For how long back.
 */
export type StatisticsPeriod = "days30" | "days90" | "months12";

/**
 * The next step back and the next step forward, of the person who asks; also after a restart.
 */
export type StepsView = { 
/**
 * What *Ångra* would take back.
 */
undo: EditName | null, 
/**
 * What *Gör om* would make again.
 */
redo: EditName | null, };

/**
 * A draft that waits for approval.
 */
export type SubmissionView = { 
/**
 * Who handed it in.
 */
by: string, 
/**
 * When.
 */
at: Timestamp, };

/**
 * What happened to a template. The guideline asks for the latest changes with date, change and by whom.
 */
export type TemplateChange = { "change": "created" } | { "change": "imported" } | { "change": "draftBegun" } | { "change": "versionRestored", 
/**
 * That version's number.
 */
number: number, } | { "change": "submitted" } | { "change": "withdrawn" } | { "change": "returned", 
/**
 * What is to be mended.
 */
comment: string, } | { "change": "published", 
/**
 * As which version.
 */
version: VersionId, 
/**
 * That version's number.
 */
number: number, } | { "change": "archived" } | { "change": "unarchived" };

/**
 * The content of one version of a template. A draft may be incomplete; [`problems`] says what is missing.
 */
export type TemplateContent = { 
/**
 * The name in the handler's list and the heading the citizen sees.
 */
name: string, 
/**
 * *Instruktion till ärendehanteraren*: never leaves the staff's screen.
 */
handlerInstruction: string, 
/**
 * Why the message is sent (the guideline's second mandatory content; the first, the sender, is the unit itself).
 */
purpose: string, 
/**
 * How answers are used (third).
 */
answerUse: string, 
/**
 * Where to turn with questions (fourth).
 */
contact: string, 
/**
 * The message's text: fixed paragraphs and free-text slots that the handler fills in.
 */
body: Array<BodyPart>, 
/**
 * *Ska invånaren kunna svara?*
 */
answerable: boolean, 
/**
 * The form; kept while `answerable` is no, so that changing one's mind loses nothing.
 */
form: Array<Item>, 
/**
 * Who the form is tried on before it is published. Never leaves the template.
 */
examples?: Array<ExampleCitizen>, 
/**
 * What the sums of points are called. Only staff see them.
 */
scoreRanges?: Array<ScoreRange>, 
/**
 * Whether the message's texts, information and help are written with the marks of [`text`](crate::text). Not those of versions
 * that were published before there were marks: they read as they did.
 */
markup?: boolean, 
/**
 * In other languages, in the order that they were added. Swedish is all of the above.
 */
translations?: Array<Translation>, 
/**
 * JSON that came with the file that the template was read from and has no meaning here: given back as it came. Empty when
 * there was none. Never leaves the template: a message has nothing of it.
 */
foreign?: string, };

/**
 * The same of one template.
 */
export type TemplateFigures = { 
/**
 * Which.
 */
template: TemplateId, 
/**
 * What it is called now.
 */
name: string, 
/**
 * What came of its cases.
 */
figures: CaseFigures, };

/**
 * A file that was chosen.
 */
export type TemplateFile = { 
/**
 * All that is in it.
 */
text: string, };

/**
 * All that is known of what became of a template.
 */
export type TemplateHistory = { 
/**
 * The name it goes by.
 */
name: string, 
/**
 * Its versions, the newest first.
 */
versions: Array<VersionView>, 
/**
 * Whether there is a draft to compare with.
 */
hasDraft: boolean, 
/**
 * What happened, the newest first.
 */
changes: Array<ChangeView>, };

/**
 * A template that holds what was searched for.
 */
export type TemplateHit = { 
/**
 * Which.
 */
template: TemplateId, 
/**
 * The text beside its name in which it stands; `None` when the name says it.
 */
text: string | null, };

/**
 * A template through all its versions.
 */
export type TemplateId = string;

/**
 * A form in the file, and what would become of it.
 */
export type TemplateInFile = { 
/**
 * Its name; may be empty.
 */
name: string, 
/**
 * Whether it can be answered.
 */
marking: Marking, 
/**
 * How many questions it asks.
 */
questions: number, 
/**
 * What became of its parts, losses first.
 */
report: Array<ReportLine>, };

/**
 * A line of the list.
 */
export type TemplateRow = { 
/**
 * Identity.
 */
id: TemplateId, 
/**
 * Name; of the draft when there is one.
 */
name: string, 
/**
 * *(Information)* or *(Fråga)*.
 */
marking: Marking, 
/**
 * Where it is in its life.
 */
status: TemplateStatus, 
/**
 * Whether there is a draft that is not published.
 */
hasDraft: boolean, 
/**
 * Number of the version that can be sent.
 */
publishedNumber: number | null, 
/**
 * Whether the draft waits for approval.
 */
awaitsApproval: boolean, 
/**
 * What it is put under; empty when nothing.
 */
category: string, 
/**
 * Words that it is found by.
 */
tags: Array<string>, 
/**
 * Whether it is a favourite of who asks.
 */
isFavourite: boolean, 
/**
 * How many cases were sent with it.
 */
sent: number, 
/**
 * When the last was.
 */
lastSent: Timestamp | null, 
/**
 * Last change.
 */
changed: Timestamp, };

/**
 * What one side of a template says.
 */
export type TemplateSide = { 
/**
 * All of it.
 */
content: TemplateContent, 
/**
 * The draft's revision; `None` of a version, which never changes.
 */
revision: number | null, };

/**
 * Where a template is in its life.
 */
export type TemplateStatus = "draft" | "published" | "archived";

/**
 * Who has used a template.
 */
export type TemplateUsage = { 
/**
 * From when on use is counted as of the last 12 months.
 */
since: Timestamp, 
/**
 * Who has sent it, the latest first.
 */
users: Array<TemplateUserView>, };

/**
 * Somebody who has sent a template.
 */
export type TemplateUserView = { 
/**
 * Their name.
 */
name: string, 
/**
 * Cases in the last 12 months.
 */
lately: number, 
/**
 * Cases in all.
 */
sent: number, 
/**
 * When the last was sent.
 */
last: Timestamp, };

/**
 * A template with what is known of it.
 */
export type TemplateView = { 
/**
 * Identity.
 */
id: TemplateId, 
/**
 * Where it is in its life.
 */
status: TemplateStatus, 
/**
 * The draft, if one is being worked on.
 */
draft: DraftView | null, 
/**
 * The version that can be sent.
 */
published: PublishedView | null, 
/**
 * Whether somebody else has to approve what whoever asks wrote, before it can be sent.
 */
mustBeApproved: boolean, 
/**
 * Whether whoever asks may approve.
 */
mayApprove: boolean, 
/**
 * Whether whoever asks may write.
 */
mayEdit: boolean, 
/**
 * The latest changes, the newest first; the rest is in its history.
 */
latest: Array<ChangeView>, 
/**
 * Last change.
 */
changed: Timestamp, };

/**
 * What one answer is held against.
 */
export type Test = { 
/**
 * The question whose answer it is.
 */
item: ItemId, 
/**
 * What the answer must be.
 */
comparison: Comparison, };

/**
 * Tests that belong together.
 */
export type TestGroup = { 
/**
 * Whether all tests must hold or any of them.
 */
combine: Combine, 
/**
 * At least one.
 */
tests: Array<Test>, };

/**
 * An example citizen that anyone at the machine may sign in as. Has no `Debug`, since it names somebody.
 */
export type TestSignIn = { 
/**
 * Personal number.
 */
number: PersonNumber, 
/**
 * Given name and surname.
 */
name: string, };

/**
 * The contents that are one text each.
 */
export type TextField = "name" | "handlerInstruction" | "purpose" | "answerUse" | "contact";

/**
 * What a short text must look like.
 */
export type TextFormat = "any" | "phone" | "email" | "personNumber";

/**
 * Where a text that the citizen reads stands. Told as one word, such as `item/0197…/help`, which files know it by as well.
 */
export type TextPlace = string;

/**
 * An instant in whole milliseconds since 1970-01-01 UTC: what the database, the vault and the wire all carry.
 */
export type Timestamp = number;

/**
 * A subject that screens read. A command that reads names its topics, a command that changes names its topics, and the
 * screen refetches where they meet: it never guesses.
 */
export type Topic = "session" | "people" | "unit" | "templates" | "sectionBank" | "citizens" | "drafts" | "cases" | "caseFilters" | "attachments" | "purge" | "retention";

/**
 * A text in another language.
 */
export type TranslatedText = { 
/**
 * With the marks of [`text`](crate::text) where the Swedish has them. Not blank.
 */
text: string, 
/**
 * The Swedish that it is a translation of, as it was then.
 */
of: string, };

/**
 * A template in another language.
 */
export type Translation = { 
/**
 * Which.
 */
language: Language, 
/**
 * What is translated so far.
 */
texts: { [key in TextPlace]: TranslatedText }, };

/**
 * A file that was chosen, for a template's draft.
 */
export type TranslationFile = { template: TemplateId, 
/**
 * All that is in it.
 */
text: string, };

/**
 * What a file says of a template.
 */
export type TranslationsRead = { 
/**
 * What would be done: one step. `None` when the template says all of it already.
 */
edit: Edit | null, 
/**
 * The languages that the file has.
 */
languages: Array<Language>, 
/**
 * Those of them that the template has not yet.
 */
added: Array<Language>, 
/**
 * Translations that are new or another than those that stand there.
 */
taken: number, 
/**
 * Translations that stand there already.
 */
same: number, 
/**
 * Of those that are taken, how many are of Swedish that is another now: they are taken as outdated.
 */
outdated: number, 
/**
 * Of those that are taken, how many lead elsewhere than the Swedish, or have a mark that nothing closes.
 */
marks: number, 
/**
 * Rows whose key no text of the template has.
 */
unknown: number, 
/**
 * Translations that are longer than a text can be, or Swedish that is. They are not taken.
 */
tooLong: number, 
/**
 * Headings of columns that say nothing here.
 */
ignored: Array<string>, };

/**
 * How many by a trigger.
 */
export type TriggerCount = { 
/**
 * What set it off.
 */
trigger: PurgeTrigger, 
/**
 * How many.
 */
count: number, };

/**
 * Asks for one step back or forward.
 */
export type TurnStep = { template: TemplateId, 
/**
 * As of [`EditDraft`].
 */
revision: number, };

/**
 * A copy that was never finished: the program ended while it was written, or the place could not be written.
 */
export type UnfinishedView = { 
/**
 * Which case it belongs to.
 */
case: CaseId, 
/**
 * When it was begun.
 */
made: Timestamp, 
/**
 * When what there was of it was destroyed.
 */
purged: Timestamp, };

/**
 * A unit (mottagning) and what every message says of it.
 */
export type Unit = { 
/**
 * Identity.
 */
id: UnitId, 
/**
 * The name the citizen sees as sender.
 */
name: string, 
/**
 * Who the unit is in the national catalogue; the national inbox requires it.
 */
hsaId: HsaId, 
/**
 * Where a citizen turns with questions, proposed in every new template.
 */
contact: string, 
/**
 * How long attachments and copies are kept.
 */
retention: Retention, 
/**
 * Folder below which temporary copies may be placed, chosen by the administrator.
 */
secureFolder: string, 
/**
 * Whether templates are approved by *verksamhetschefen* before they can be sent.
 */
approval: boolean, 
/**
 * Made-up data for trying the product out: every screen says so.
 */
example: boolean, };

/**
 * The unit as every screen shows it.
 */
export type UnitBrand = { 
/**
 * Name.
 */
name: string, 
/**
 * Made-up data.
 */
example: boolean, };

/**
 * A unit (mottagning) of a care provider.
 */
export type UnitId = string;

/**
 * The signed-in person's password.
 */
export type Unlock = { password: string, };

/**
 * Why a citizen may not be written to. Without data on purpose: it is told in a failure, where no personal number may be.
 */
export type Unreachable = "deceased" | "numberChanged" | "coordinationNumber" | "noCareRelation" | "accountLocked" | "neverSignedIn" | "childProtected" | "noGuardianReads";

/**
 * A section to put in place of what the bank has of it.
 */
export type UpdateBankSection = { item: Item, };

/**
 * A passphrase: of the existing store, or for a new one.
 */
export type UsePassphrase = { passphrase: string, };

/**
 * What differs, with both sides to say it by.
 */
export type VersionComparison = { 
/**
 * The earlier.
 */
before: TemplateContent, 
/**
 * The later.
 */
after: TemplateContent, 
/**
 * What differs.
 */
differences: Array<Difference>, };

/**
 * One version of a template: a draft, or published and never changed again.
 */
export type VersionId = string;

/**
 * Something that only some versions of FHIR have.
 */
export type VersionSign = { 
/**
 * Which versions.
 */
versions: Array<string>, 
/**
 * Where: an item's `linkId`, or nothing when it is the form's own.
 */
linkId: string, 
/**
 * The member, or the word.
 */
member: string, };

/**
 * A published version and what depends on it.
 */
export type VersionView = { 
/**
 * Identity.
 */
version: VersionId, 
/**
 * 1, 2, 3 …
 */
number: number, 
/**
 * When it was published.
 */
published: Timestamp, 
/**
 * By whom; `None` when it was before that was written down.
 */
by: string | null, 
/**
 * What its content is known by; `None` as of `by`.
 */
fingerprint: string | null, 
/**
 * Whether what it says now is what was published.
 */
isIntact: boolean, 
/**
 * Cases that were sent with it.
 */
sent: number, 
/**
 * … that can still be answered.
 */
open: number, };

/**
 * How many were sent in a week.
 */
export type WeekSent = { 
/**
 * When it begins: a Monday, but for the period's first.
 */
from: Timestamp, 
/**
 * How many.
 */
sent: number, };

/**
 * A list of cases by what is to be done with them.
 */
export type Worklist = "open" | "toReview" | "unanswered" | "unread" | "scheduled" | "ended";

/** Every command: what it takes and what it answers. */
export type Commands = {
  start_state: [null, StartState];
  retry_start: [null, null];
  start_in_memory: [null, null];
  use_passphrase: [UsePassphrase, null];
  set_up_unit: [SetUpUnit, null];
  sign_in: [SignIn, null];
  sign_out: [null, null];
  lock: [null, null];
  unlock: [Unlock, null];
  note_activity: [null, null];
  change_own_password: [ChangeOwnPassword, null];
  list_people: [null, Array<Person>];
  add_person: [AddPerson, null];
  change_person: [ChangePerson, null];
  replace_password: [ReplacePassword, null];
  unit_settings: [null, Unit];
  save_unit_settings: [SaveUnitSettings, null];
  choose_secure_folder: [null, string | null];
  list_templates: [null, Array<TemplateRow>];
  create_template: [CreateTemplate, TemplateView];
  list_starters: [null, Array<StarterRow>];
  create_from_starter: [CreateFromStarter, TemplateView];
  open_template: [OpenTemplate, TemplateView];
  edit_draft: [EditDraft, EditedDraft];
  undo_edit: [TurnStep, EditedDraft];
  redo_edit: [TurnStep, EditedDraft];
  read_copied_items: [CopiedItems, Array<Item>];
  prepare_picture: [PictureFile, PreparedPicture];
  start_draft: [OpenTemplate, TemplateView];
  publish_template: [Publish, TemplateView];
  archive_template: [OpenTemplate, null];
  restore_template: [OpenTemplate, null];
  submit_template: [Publish, TemplateView];
  withdraw_template: [OpenTemplate, TemplateView];
  approve_template: [Publish, TemplateView];
  return_template: [ReturnDraft, TemplateView];
  template_history: [OpenTemplate, TemplateHistory];
  template_usage: [OpenTemplate, TemplateUsage];
  compare_versions: [CompareVersions, VersionComparison];
  read_template_side: [ReadSide, TemplateSide];
  save_template_pdf: [PrintTemplate, boolean];
  restore_version: [RestoreVersion, EditedDraft];
  rehearse_template: [RehearseTemplate, Rehearsal];
  search_templates: [SearchTemplates, Array<TemplateHit>];
  organise_template: [OrganiseTemplate, null];
  mark_favourite: [MarkFavourite, null];
  list_bank_sections: [null, Array<BankSectionView>];
  open_bank_section: [OpenBankSection, Array<Item>];
  save_bank_section: [SaveBankSection, BankSectionId];
  rename_bank_section: [RenameBankSection, null];
  remove_bank_section: [OpenBankSection, Array<Item>];
  compare_with_bank: [CompareWithBank, BankComparison];
  update_bank_section: [UpdateBankSection, BankLink];
  preview_template_import: [TemplateFile, Array<TemplateInFile>];
  import_templates: [TemplateFile, Array<TemplateId>];
  export_template: [OpenTemplate, boolean];
  export_translations: [OpenTemplate, boolean];
  read_translations: [TranslationFile, TranslationsRead];
  list_citizens: [null, Array<RegisterRow>];
  preview_citizen_import: [CitizenFile, ImportPreview];
  import_citizens: [CitizenFile, Imported];
  look_up_citizen: [LookUpCitizen, LookedUp];
  list_sendable: [null, Array<Sendable>];
  open_sendable: [OpenSendable, SendableContent];
  preview_message: [PreviewMessage, MessagePreview];
  open_message_draft: [null, MessageDraft | null];
  save_message_draft: [SaveMessageDraft, SavedMessageDraft];
  discard_message_draft: [null, null];
  sender_choice: [null, SenderChoice];
  send_case: [SendCase, SentCase];
  list_cases: [ListCases, CasePage];
  count_cases: [CountCases, CaseCounts];
  overview: [null, Overview];
  open_case: [OpenCase, CaseView];
  list_colleagues: [null, Array<Colleague>];
  assign_cases: [AssignCases, CasesDone];
  close_cases: [Cases, CasesDone];
  reopen_cases: [Cases, CasesDone];
  revoke_case: [OpenCase, null];
  note_case: [NoteCase, null];
  list_case_filters: [null, Array<KeptFilter>];
  keep_case_filter: [KeptFilter, null];
  forget_case_filter: [ForgetFilter, null];
  draft_note: [OpenCase, string];
  open_preview: [OpenPreview, Preview];
  page_text: [PageText, PageWords];
  close_preview: [ClosePreview, null];
  save_copy: [SaveCopy, CopyView | null];
  save_original: [SaveOriginal, CopyView | null];
  copy_rules: [null, CopyRules];
  purge_copy: [PurgeCopy, null];
  purge_attachment: [PurgeAttachment, null];
  purge_overview: [null, PurgeOverview];
  list_receipts: [ListReceipts, ReceiptPage];
  open_receipt: [OpenReceipt, ReceiptDetail];
  check_receipts: [null, ChainVerdict];
  trust_clock: [null, null];
  purge_report: [ReportPeriod, PurgeReport];
  save_purge_report: [SaveReport, boolean];
  read_statistics: [StatisticsOf, Statistics];
  save_statistics: [StatisticsOf, boolean];
  list_retention: [null, RetentionView];
  propose_retention: [RetentionProposal, RetentionPreview];
  adopt_retention: [AdoptRetention, null];
  extend_attachment: [ExtendAttachment, Extended];
  inbox_address: [null, InboxAddress];
  open_inbox: [null, null];
};

/** The topics whose change makes a command's answer stale. */
export const topicsOf: { readonly [Name in keyof Commands]: readonly Topic[] } = {
  start_state: ["session","unit"],
  retry_start: [],
  start_in_memory: [],
  use_passphrase: [],
  set_up_unit: [],
  sign_in: [],
  sign_out: [],
  lock: [],
  unlock: [],
  note_activity: [],
  change_own_password: [],
  list_people: ["people"],
  add_person: [],
  change_person: [],
  replace_password: [],
  unit_settings: ["unit"],
  save_unit_settings: [],
  choose_secure_folder: [],
  list_templates: ["templates"],
  create_template: [],
  list_starters: [],
  create_from_starter: [],
  open_template: ["templates"],
  edit_draft: [],
  undo_edit: [],
  redo_edit: [],
  read_copied_items: [],
  prepare_picture: [],
  start_draft: [],
  publish_template: [],
  archive_template: [],
  restore_template: [],
  submit_template: [],
  withdraw_template: [],
  approve_template: [],
  return_template: [],
  template_history: ["templates","cases"],
  template_usage: ["templates","cases","people"],
  compare_versions: ["templates"],
  read_template_side: ["templates"],
  save_template_pdf: [],
  restore_version: [],
  rehearse_template: [],
  search_templates: ["templates"],
  organise_template: [],
  mark_favourite: [],
  list_bank_sections: ["sectionBank"],
  open_bank_section: ["sectionBank"],
  save_bank_section: [],
  rename_bank_section: [],
  remove_bank_section: [],
  compare_with_bank: ["sectionBank"],
  update_bank_section: [],
  preview_template_import: [],
  import_templates: [],
  export_template: [],
  export_translations: [],
  read_translations: [],
  list_citizens: ["citizens"],
  preview_citizen_import: ["citizens"],
  import_citizens: [],
  look_up_citizen: [],
  list_sendable: ["templates"],
  open_sendable: ["templates"],
  preview_message: ["templates","unit"],
  open_message_draft: [],
  save_message_draft: [],
  discard_message_draft: [],
  sender_choice: ["unit","people"],
  send_case: [],
  list_cases: ["cases","attachments"],
  count_cases: ["cases"],
  overview: ["cases","drafts"],
  open_case: ["cases","attachments"],
  list_colleagues: ["people"],
  assign_cases: [],
  close_cases: [],
  reopen_cases: [],
  revoke_case: [],
  note_case: [],
  list_case_filters: ["caseFilters"],
  keep_case_filter: [],
  forget_case_filter: [],
  draft_note: ["cases"],
  open_preview: [],
  page_text: [],
  close_preview: [],
  save_copy: [],
  save_original: [],
  copy_rules: ["unit"],
  purge_copy: [],
  purge_attachment: [],
  purge_overview: ["attachments","purge"],
  list_receipts: ["purge"],
  open_receipt: [],
  check_receipts: [],
  trust_clock: [],
  purge_report: ["attachments","purge"],
  save_purge_report: [],
  read_statistics: ["cases","templates"],
  save_statistics: [],
  list_retention: ["retention"],
  propose_retention: ["attachments","retention"],
  adopt_retention: [],
  extend_attachment: [],
  inbox_address: ["session"],
  open_inbox: [],
};
