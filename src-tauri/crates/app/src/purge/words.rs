//! The vault's words as the screen takes them: closed enums, so that a new one cannot go without a Swedish text.

use serde::Serialize;
use vault::{ItemKind, Outcome, Step, Trigger};

macro_rules! mirrored {
    ($(#[$doc:meta])* $name:ident = $of:ident { $($(#[$variant_doc:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ts_rs::TS)]
        #[serde(rename_all = "camelCase")]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl From<$of> for $name {
            fn from(of: $of) -> Self {
                match of { $($of::$variant => Self::$variant),+ }
            }
        }
    };
}

mirrored! {
    /// What set a purge off.
    PurgeTrigger = Trigger {
        /// The running program's timer.
        Timer,
        /// The program's start.
        Start,
        /// A job of the operating system.
        Scheduled,
        /// A person.
        Person,
    }
}

mirrored! {
    /// What kind of thing was destroyed.
    PurgedKind = ItemKind {
        /// A sealed attachment.
        Sealed,
        /// A temporary copy.
        Copy,
    }
}

mirrored! {
    /// How a purge ended.
    PurgeOutcome = Outcome {
        /// What was recorded was there and has been removed.
        Removed,
        /// Nothing was at the recorded place.
        NotFoundAtRecordedPlace,
        /// Something else was at the recorded place; it has been removed.
        ContentChanged,
        /// Nobody could read it any more; what was left of it has been removed.
        Unreadable,
    }
}

mirrored! {
    /// A thing that a purge did or found out.
    PurgeStep = Step {
        /// An interrupted purge was taken up.
        Resumed,
        /// The key was overwritten and removed.
        KeyDestroyed,
        /// There was no key.
        KeyAbsent,
        /// The sealed body was removed.
        BodyRemoved,
        /// There was no body.
        BodyAbsent,
        /// The copy and its folder were removed.
        CopyRemoved,
        /// There was no copy at the recorded place.
        CopyAbsent,
        /// The copy's entry could not be read.
        EntryUnreadable,
        /// A last look found nothing of the item.
        VerifiedAbsent,
    }
}
