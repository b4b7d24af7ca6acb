//! Identities. Each kind is its own type, so that a case can never be looked up by a template's id.

/// Defines newtypes over a UUID that travel as lower-case hyphenated text.
macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(transparent)]
        #[ts(as = "String")]
        pub struct $name(uuid::Uuid);

        impl $name {
            /// Wraps a UUID made elsewhere: this crate makes none.
            pub const fn from_uuid(uuid: uuid::Uuid) -> Self {
                Self(uuid)
            }

            /// Reads [`to_bytes`](Self::to_bytes) back.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(uuid::Uuid::from_bytes(bytes))
            }

            /// The UUID's 16 bytes.
            pub const fn to_bytes(self) -> [u8; 16] {
                *self.0.as_bytes()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0.hyphenated())
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

id! {
    /// A unit (mottagning) of a care provider.
    UnitId,
    /// A member of staff with a personal account.
    StaffId,
    /// A template through all its versions.
    TemplateId,
    /// One version of a template: a draft, or published and never changed again.
    VersionId,
    /// An item (question or information) in a template's form.
    ItemId,
    /// An answer alternative of a choice question.
    OptionId,
    /// An example citizen of a template.
    ExampleId,
    /// A named range of points of a template.
    ScoreRangeId,
    /// One row of a citizen's answer to a repeated section.
    RowId,
    /// A citizen in the unit's register.
    CitizenId,
    /// A case: one message to one citizen and what came of it.
    CaseId,
    /// A citizen's reply to a case.
    ReplyId,
    /// A file that a citizen attached.
    AttachmentId,
    /// A temporary copy of an attachment outside the vault.
    CopyId,
    /// A gallringsbeslut.
    DecisionId,
    /// What is kept in *avsnittsbanken* under a name.
    BankSectionId,
}
