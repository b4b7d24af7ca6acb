//! What is said of a file that was read, and why one was not.

use serde::{Deserialize, Serialize};

/// What became of one part of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Remark {
    /// Of which.
    pub at: Part,
    /// What.
    pub what: RemarkKind,
}

/// A part of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "part", deny_unknown_fields)]
pub enum Part {
    /// The form as a whole.
    Root,
    /// An item.
    Item {
        /// What it is called there.
        link_id: String,
        /// Its text; may be empty.
        text: String,
    },
}

/// What became of it. Nothing that is kept is lost: it is given back when the template is written as FHIR again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "remark", deny_unknown_fields)]
pub enum RemarkKind {
    /// Kept, and shown to no citizen.
    NotAsked {
        /// What it is called there, such as `quantity`.
        kind: String,
        /// Why.
        why: NotAsked,
        /// How many items it holds, itself included.
        items: u32,
    },
    /// Its picture, or what else it has to look at or listen to, is not shown here.
    PictureNotTaken {
        /// Why.
        why: NoPicture,
        /// Whether it is kept; it is not where it is too large.
        is_kept: bool,
    },
    /// Its picture was drawn anew: nothing that the file said of it beside what it shows came along.
    PictureRedrawn,
    /// It has several pictures, of which the first is taken. The others are not written again.
    FirstPictureTaken,
    /// When it is to be shown cannot be decided here. It is shown to nobody, and the template cannot be published, until somebody
    /// has written the condition anew.
    ConditionNotUnderstood,
    /// These members and extensions are kept, and have no effect here.
    KeptUnused {
        /// What they are called.
        what: Vec<String>,
    },
    /// It is shown otherwise than it asks for.
    ControlNotFollowed {
        /// How it asks to be shown.
        control: String,
    },
    /// Several answers are allowed there; it is asked once here.
    AskedOnce,
    /// A question that stood in another stands after it, and is shown when both would be.
    Unnested,
    /// The text's formatting is kept and not shown.
    FormattingNotShown,
    /// The answer that stands there from the beginning is kept and not filled in.
    InitialNotTaken,
    /// More files or rows are allowed there than can be taken here.
    FewerAllowed {
        /// There.
        asked: u32,
        /// Here.
        allowed: u32,
    },
    /// The largest size is so large, or so small, that it can only be meant in bytes or is not a size that can be chosen here.
    SizeRead {
        /// As which it was read; as large as the national service takes when there is nothing here.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        megabytes: Option<u32>,
    },
    /// Other kinds of files are allowed there, which cannot be taken here.
    FileKindsFewer,
    /// Nothing of the form is sent, since no citizen can answer it.
    FormNotSent,
    /// It has no `linkId`. It was given one, which is written when the template is.
    LinkIdMade {
        /// Which.
        link_id: String,
    },
    /// What only tells may not have these members. They are not written again.
    DisplayStripped {
        /// What they are called.
        what: Vec<String>,
    },
    /// The file does not say where the form is in its life, or says it with a word that is none. It is written as *draft*.
    StatusNotTaken,
    /// Asked with *Ja* and *Nej*.
    AskedAsYesNo,
    /// Has no largest length there; this one was set.
    LengthSet {
        /// Characters.
        characters: u32,
    },
    /// *Annat* was added, which other systems add themselves.
    OtherAdded,
    /// The alternatives were read from a list in the file. They are written in the question, and the list stays in the file.
    OptionsFromList,
    /// The text became part of the message.
    BecameMessage,
    /// Whether the citizen may answer is not said there; it was decided by whether anything is asked.
    AnswerableDecided {
        /// What was decided.
        answerable: bool,
    },
    /// The form was written for another version of FHIR. It was made one of R4, as which it is kept and written.
    MadeR4 {
        /// `STU3` or `R5`.
        version: String,
        /// Where that shows: an item's `linkId`, or nothing when it is the form's own.
        link_id: String,
        /// By which member or word.
        member: String,
        /// What was done to members, such as `option → answerOption`.
        changed: Vec<String>,
    },
    /// The form says that it is of another version of FHIR than it is written with.
    VersionDoubtful {
        /// What it says.
        said: String,
        /// As which it was read.
        read: String,
    },
    /// The file has the form in another language as well, with the same items: it was read as a translation. What only that form says of
    /// itself, such as its address, is not kept.
    ReadAsTranslation {
        /// Which, as `ar`.
        language: String,
    },
    /// The form is in another language.
    OtherLanguage {
        /// Which, as `nb-NO`.
        language: String,
    },
}

/// Why a picture is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum NoPicture {
    /// It is not in the file but at an address, which is not followed.
    Elsewhere,
    /// It is a film, a sound or a document.
    OtherMedia,
    /// It cannot be drawn here.
    NotDrawn,
    /// The form has more pictures than a template can have, or larger ones together.
    TooMany,
}

/// Why something cannot be asked here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum NotAsked {
    /// There is no kind of question for it.
    Type,
    /// It is hidden there.
    Hidden,
    /// Nobody fills it in there.
    ReadOnly,
    /// It is only shown together with another, or filled in from elsewhere.
    Control,
    /// Its alternatives are listed outside the file.
    OptionsElsewhere,
    /// It has no alternatives.
    NoOptions,
    /// It has more alternatives than a question can have here, or both a list and its own.
    OptionsUnclear,
    /// Its alternatives are neither words nor codes.
    OptionKind,
    /// None of the kinds of files can be taken here.
    FileKinds,
    /// It has an extension that changes what it means.
    Modifier,
}

impl RemarkKind {
    /// Whether something is lost for whoever uses the form here, as opposed to what is only good to know.
    pub const fn is_loss(&self) -> bool {
        match self {
            Self::NotAsked { .. }
            | Self::PictureNotTaken { .. }
            | Self::FirstPictureTaken
            | Self::ConditionNotUnderstood
            | Self::KeptUnused { .. }
            | Self::ControlNotFollowed { .. }
            | Self::AskedOnce
            | Self::Unnested
            | Self::FormattingNotShown
            | Self::InitialNotTaken
            | Self::FewerAllowed { .. }
            | Self::SizeRead { .. }
            | Self::FileKindsFewer
            | Self::FormNotSent => true,
            Self::LinkIdMade { .. }
            | Self::PictureRedrawn
            | Self::DisplayStripped { .. }
            | Self::StatusNotTaken
            | Self::AskedAsYesNo
            | Self::LengthSet { .. }
            | Self::OtherAdded
            | Self::OptionsFromList
            | Self::BecameMessage
            | Self::AnswerableDecided { .. }
            | Self::MadeR4 { .. }
            | Self::VersionDoubtful { .. }
            | Self::ReadAsTranslation { .. }
            | Self::OtherLanguage { .. } => false,
        }
    }
}

/// Something that only some versions of FHIR have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VersionSign {
    /// Which versions.
    pub versions: Vec<String>,
    /// Where: an item's `linkId`, or nothing when it is the form's own.
    pub link_id: String,
    /// The member, or the word.
    pub member: String,
}

/// Why a file was not read. Nothing of it was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, thiserror::Error)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "refusal", deny_unknown_fields)]
pub enum Refusal {
    /// It is larger than [`MAX_FILE`](crate::MAX_FILE).
    #[error("the file is too large")]
    FileTooLarge,
    /// It is not JSON.
    #[error("line {line}, column {column} is not JSON")]
    NotJson {
        /// From 1.
        line: u32,
        /// From 1.
        column: u32,
    },
    /// It is JSON, but no FHIR resource.
    #[error("the file is not FHIR")]
    NotFhir,
    /// It is another resource, or a Bundle that holds no Questionnaire.
    #[error("the file holds no Questionnaire but {resource_type}")]
    NotAQuestionnaire {
        /// Which.
        resource_type: String,
    },
    /// It is written for another version of FHIR than R4, and this of it cannot be made into R4.
    #[error("the form is written for FHIR {version}, and its {member} means nothing in R4")]
    OtherVersion {
        /// `DSTU2`, `STU3` or `R5`.
        version: String,
        /// Where: an item's `linkId`, or nothing when it is the form's own.
        link_id: String,
        /// Which member.
        member: String,
    },
    /// It has members that no one version of FHIR has, so that what it means is not known.
    #[error("the form is written for several versions of FHIR")]
    VersionsMixed {
        /// Two of them.
        signs: Vec<VersionSign>,
    },
    /// Two items have one name, so that conditions and answers may mean either.
    #[error("two items are called {link_id}")]
    LinkIdTwice {
        /// The name.
        link_id: String,
    },
    /// A member is not of the kind that FHIR says, such as `"true"` for `true`.
    #[error("{member} of the item {link_id} is not what it must be")]
    Malformed {
        /// The item's `linkId`; empty of the form's own and of one that has none.
        link_id: String,
        /// The item's text; may be empty.
        text: String,
        /// The member.
        member: String,
    },
    /// It has more items, more sections within sections or longer texts than a template can have.
    #[error("the form is too large")]
    TooLarge {
        /// The item that is too large; nothing when it is the form.
        link_id: String,
    },
}
