//! Whether a citizen can be written to: the verdict of *Hämta*, before a word is written.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Account, Citizen, GuardianAccess, Protection, Registration};
use crate::NumberKind;

/// From this age a child has a login of their own, and the guardians' access to the inbox ends (domain fact 2.2).
pub const OWN_LOGIN_FROM: i16 = 13;

/// From this age a person is no child (föräldrabalken 9 kap. 1 §).
const ADULT_FROM: i16 = 18;

/// Why a citizen may not be written to. Without data on purpose: it is told in a failure, where no personal number may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum Unreachable {
    /// Avliden.
    Deceased,
    /// The register has an old number; the new one stands in [`Standing::new_number`](super::Standing::new_number).
    NumberChanged,
    /// A co-ordination number cannot sign in to the service.
    CoordinationNumber,
    /// The guideline: the sender must be a unit that the citizen has a care relation to.
    NoCareRelation,
    /// The login is locked.
    AccountLocked,
    /// The citizen has never signed in, and what is sent would be dropped unread.
    NeverSignedIn,
    /// A child without a login of their own whose personal data are protected: nobody can be ombud.
    ChildProtected,
    /// A child without a login of their own, none of whose guardians can read for them.
    NoGuardianReads,
}

/// What to bear in mind when writing to a citizen who can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub enum Caution {
    /// Skyddad identitet: neither address nor whereabouts may be written.
    Protected,
    /// Nothing tells the citizen that something has come.
    WithoutNotices,
    /// Utvandrad: the e-legitimation may have run out, and a letter may not arrive.
    Emigrated,
    /// A child without a login of their own: the guardians read.
    Child,
    /// Such a child, of whom no guardian is known.
    GuardiansUnknown,
    /// A child with a login of their own: the guardians do not see it, and the child may miss it.
    Teenager,
}

/// Whether a citizen can be written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What stands in the way; `None` when nothing does.
    pub unreachable: Option<Unreachable>,
    /// What to bear in mind, the gravest first. Also where something stands in the way: who is protected is so then as well.
    pub cautions: Vec<Caution>,
}

impl Citizen {
    /// Whether this citizen can be written to today.
    pub fn verdict(&self, today: Date) -> Verdict {
        Verdict { unreachable: self.unreachable(today), cautions: self.cautions(today) }
    }

    /// The first reason why this citizen may not be sent a case, if any.
    ///
    /// First comes what no other way of writing mends, then what makes the rest say nothing (it is about another number), then what
    /// the guideline demands, and last who would read. The account is the child's own only from thirteen on: that a younger
    /// child never signed in is as it should be, but a lock is heeded at any age.
    fn unreachable(&self, today: Date) -> Option<Unreachable> {
        let standing = &self.standing;
        if standing.registration == Registration::Deceased {
            Some(Unreachable::Deceased)
        } else if standing.new_number.is_some() {
            Some(Unreachable::NumberChanged)
        } else if self.number.kind() == NumberKind::Coordination {
            Some(Unreachable::CoordinationNumber)
        } else if !self.has_care_relation() {
            Some(Unreachable::NoCareRelation)
        } else if standing.account == Account::Locked {
            Some(Unreachable::AccountLocked)
        } else if self.number.age(today) >= OWN_LOGIN_FROM {
            (standing.account == Account::NeverSignedIn).then_some(Unreachable::NeverSignedIn)
        } else if standing.protection != Protection::None {
            Some(Unreachable::ChildProtected)
        } else {
            let is_read = standing.guardians.iter().any(|guardian| guardian.access == GuardianAccess::Reads);
            // Of whom nothing is known it cannot be said that nobody reads.
            (!standing.guardians.is_empty() && !is_read).then_some(Unreachable::NoGuardianReads)
        }
    }

    fn cautions(&self, today: Date) -> Vec<Caution> {
        let standing = &self.standing;
        let age = self.number.age(today);
        let is_child = age < OWN_LOGIN_FROM;
        let applying = [
            (Caution::Protected, standing.protection != Protection::None),
            // A child's notices go to a guardian, who decides on them.
            (Caution::WithoutNotices, standing.account == Account::ActiveWithoutNotices),
            (Caution::Emigrated, standing.registration == Registration::Emigrated),
            (Caution::Child, is_child),
            (Caution::GuardiansUnknown, is_child && standing.guardians.is_empty()),
            (Caution::Teenager, !is_child && age < ADULT_FROM),
        ];
        applying.into_iter().filter_map(|(caution, applies)| applies.then_some(caution)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        CitizenId, PersonNumber,
        citizen::{Guardian, Standing},
    };
    use jiff::civil::date;
    use uuid::Uuid;

    const TODAY: Date = date(2026, 11, 22);

    /// Born on the third of May 2013, with a birth number that Skatteverket keeps for tests.
    const BORN_2013: &str = "201305039800";
    const GROWN_UP: &str = "196711289857";

    fn citizen(number: &str) -> Citizen {
        Citizen {
            id: CitizenId::from_uuid(Uuid::from_u128(1)),
            number: PersonNumber::parse(number, TODAY).expect("a test number"),
            name: "Maria Åkesson".into(),
            care_relation: Some("Listad".into()),
            standing: Standing::default(),
        }
    }

    fn with(number: &str, standing: Standing) -> Citizen {
        Citizen { standing, ..citizen(number) }
    }

    fn account(account: Account) -> Standing {
        Standing { account, ..Standing::default() }
    }

    fn guarded(by: &[GuardianAccess]) -> Standing {
        let guardian = |access: &GuardianAccess| Guardian { name: "Bo Ek".into(), access: *access };
        Standing { guardians: by.iter().map(guardian).collect(), ..Standing::default() }
    }

    fn blocked(citizen: &Citizen) -> Option<Unreachable> {
        citizen.verdict(TODAY).unreachable
    }

    fn cautions(citizen: &Citizen) -> Vec<Caution> {
        citizen.verdict(TODAY).cautions
    }

    #[test]
    fn a_grown_up_of_whom_nothing_is_told_is_reached_without_reservations() {
        assert_eq!(citizen(GROWN_UP).verdict(TODAY), Verdict { unreachable: None, cautions: Vec::new() });
    }

    #[test]
    fn a_relation_of_blanks_is_none() {
        for care_relation in [None, Some(String::new()), Some("  ".into())] {
            let stranger = Citizen { care_relation, ..citizen(GROWN_UP) };
            assert_eq!(blocked(&stranger), Some(Unreachable::NoCareRelation));
        }
    }

    #[test]
    fn the_account_decides_for_whoever_has_one() {
        use Account as A;
        let expected = [
            (A::Active, None, vec![]),
            (A::ActiveWithoutNotices, None, vec![Caution::WithoutNotices]),
            (A::NeverSignedIn, Some(Unreachable::NeverSignedIn), vec![]),
            (A::Locked, Some(Unreachable::AccountLocked), vec![]),
        ];
        assert_eq!(expected.len(), A::ALL.len());
        for (of, unreachable, cautions) in expected {
            assert_eq!(with(GROWN_UP, account(of)).verdict(TODAY), Verdict { unreachable, cautions }, "{of:?}");
        }
    }

    #[test]
    fn the_dead_are_not_written_to_and_who_moved_abroad_is_with_care() {
        let registered = |registration| with(GROWN_UP, Standing { registration, ..Standing::default() });
        assert_eq!(blocked(&registered(Registration::Deceased)), Some(Unreachable::Deceased));
        let abroad = registered(Registration::Emigrated);
        assert_eq!((blocked(&abroad), cautions(&abroad)), (None, vec![Caution::Emigrated]));
    }

    #[test]
    fn either_protection_is_a_reservation_for_whoever_signs_in_themselves() {
        for protection in [Protection::Confidential, Protection::ProtectedRegistration] {
            let hidden = with(GROWN_UP, Standing { protection, ..Standing::default() });
            assert_eq!((blocked(&hidden), cautions(&hidden)), (None, vec![Caution::Protected]));
        }
    }

    #[test]
    fn a_number_that_was_replaced_is_not_written_to_whatever_else_holds() {
        let new_number = Some(PersonNumber::parse("199604259847", TODAY).expect("a test number"));
        let moved = Citizen {
            care_relation: None,
            standing: Standing { new_number, ..account(Account::Locked) },
            ..citizen(GROWN_UP)
        };
        assert_eq!(blocked(&moved), Some(Unreachable::NumberChanged));
    }

    /// Each reason holds together with all that come after it.
    #[test]
    fn the_first_reason_is_told_when_several_hold() {
        let child = "201805039805";
        let mut worst = with(
            child,
            Standing {
                account: Account::Locked,
                registration: Registration::Deceased,
                protection: Protection::Confidential,
                new_number: Some(PersonNumber::parse(GROWN_UP, TODAY).expect("a test number")),
                ..guarded(&[GuardianAccess::Blocked])
            },
        );
        worst.care_relation = None;
        let mut told = vec![blocked(&worst)];
        worst.standing.registration = Registration::Registered;
        told.push(blocked(&worst));
        worst.standing.new_number = None;
        told.push(blocked(&worst));
        worst.care_relation = Some("Listad".into());
        told.push(blocked(&worst));
        worst.standing.account = Account::NeverSignedIn;
        told.push(blocked(&worst));
        worst.standing.protection = Protection::None;
        told.push(blocked(&worst));
        worst.standing.guardians[0].access = GuardianAccess::Reads;
        told.push(blocked(&worst));
        use Unreachable as U;
        let expected =
            [U::Deceased, U::NumberChanged, U::NoCareRelation, U::AccountLocked, U::ChildProtected, U::NoGuardianReads];
        assert_eq!(told, expected.map(Some).into_iter().chain([None]).collect::<Vec<_>>());
        let stranger = Citizen { care_relation: None, ..citizen("198804719865") };
        assert_eq!(blocked(&stranger), Some(U::CoordinationNumber));
    }

    #[test]
    fn a_child_gets_their_own_login_on_the_thirteenth_birthday() {
        let child = with(BORN_2013, Standing { account: Account::NeverSignedIn, ..guarded(&[GuardianAccess::Reads]) });
        let (before, on) = (child.verdict(date(2026, 5, 2)), child.verdict(date(2026, 5, 3)));
        assert_eq!(before, Verdict { unreachable: None, cautions: vec![Caution::Child] });
        assert_eq!(
            on,
            Verdict { unreachable: Some(Unreachable::NeverSignedIn), cautions: vec![Caution::Teenager] },
            "the guardians do not see it any more"
        );
    }

    #[test]
    fn nobody_is_a_teenager_from_the_eighteenth_birthday_on() {
        let young = citizen(BORN_2013);
        assert_eq!(young.verdict(date(2031, 5, 2)).cautions, [Caution::Teenager]);
        assert_eq!(young.verdict(date(2031, 5, 3)).cautions, []);
    }

    #[test]
    fn a_child_is_reached_while_one_guardian_reads() {
        use GuardianAccess::{Blocked, Protected, Reads};
        for (by, expected) in [
            (&[Reads, Reads][..], None),
            (&[Blocked, Reads], None),
            (&[Protected, Reads], None),
            (&[Blocked], Some(Unreachable::NoGuardianReads)),
            (&[Protected], Some(Unreachable::NoGuardianReads)),
            (&[Blocked, Protected], Some(Unreachable::NoGuardianReads)),
        ] {
            let child = with("201805039805", guarded(by));
            assert_eq!((blocked(&child), cautions(&child)), (expected, vec![Caution::Child]), "{by:?}");
        }
    }

    #[test]
    fn of_a_child_without_known_guardians_it_is_said_so_and_not_decided() {
        let child = citizen("201805039805");
        assert_eq!((blocked(&child), cautions(&child)), (None, vec![Caution::Child, Caution::GuardiansUnknown]));
    }

    #[test]
    fn a_protected_child_has_no_ombud_and_a_protected_teenager_signs_in() {
        let protection = Protection::Confidential;
        let child = with("201805039805", Standing { protection, ..guarded(&[GuardianAccess::Reads]) });
        assert_eq!(blocked(&child), Some(Unreachable::ChildProtected));
        assert_eq!(cautions(&child), [Caution::Protected, Caution::Child]);
        let teenager = with(BORN_2013, Standing { protection, ..Standing::default() });
        assert_eq!((blocked(&teenager), cautions(&teenager)), (None, vec![Caution::Protected, Caution::Teenager]));
    }

    #[test]
    fn guardians_say_nothing_of_whoever_signs_in_themselves() {
        for number in [BORN_2013, GROWN_UP] {
            assert_eq!(blocked(&with(number, guarded(&[GuardianAccess::Blocked]))), None);
        }
    }
}
