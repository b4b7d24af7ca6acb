//! The example unit's citizens: some to write to, and one for each thing that *Hämta* can have to say.

use domain::{
    CitizenId, PersonNumber,
    citizen::{Account, Citizen, Guardian, GuardianAccess, Protection, Registration, Standing},
};

use crate::{App, failure::Failure};

/// Personal number, name, care relation. The first ones have the standing that most have; of some the cases are.
const CITIZENS: [(&str, &str, Option<&str>); 20] = [
    ("194305129803", "Ingrid Sandell", Some("Listad sedan 2011")),
    ("195809149825", "Lars-Erik Nyman", Some("Pågående kontakt sedan 2024")),
    ("196711289857", "Maria Åkesson", Some("Listad sedan 2016")),
    ("197902039812", "Yusuf Demir", Some("Pågående kontakt sedan 2025")),
    ("198407319907", "Emma Björkqvist Östergård", Some("Listad sedan 2019")),
    ("199604259847", "Oskar Wallin", Some("Pågående kontakt sedan 2026")),
    ("200108199936", "Linnéa Fors", None),
    ("198804719865", "Amina Haddad", Some("Pågående kontakt sedan 2026")),
    (WITHOUT_NOTICES, "Johan Ekblad", Some("Listad sedan 2020")),
    (NEVER_SIGNED_IN, "Birgitta Sjögren", Some("Listad sedan 1998")),
    (LOCKED, "Sara Norén", Some("Pågående kontakt sedan 2025")),
    (DECEASED, "Göran Hedlund", Some("Listad sedan 2003")),
    (EMIGRATED, "Elin Aspelin", Some("Pågående kontakt sedan 2026")),
    (OLD_NUMBER, "Mika Brandt", Some("Listad sedan 2014")),
    (NEW_NUMBER, "Mika Brandt", Some("Listad sedan 2014")),
    (PROTECTED, "Anna Lundin", Some("Pågående kontakt sedan 2025")),
    (CHILD, "Alva Wallin", Some("Listad sedan 2018")),
    (GUARDIANS_BLOCKED, "Noel Strand", Some("Listad sedan 2019")),
    (PROTECTED_CHILD, "Leo Lundin", Some("Pågående kontakt sedan 2025")),
    (TEENAGER, "Tilda Nyman", Some("Listad sedan 2011")),
];

const WITHOUT_NOTICES: &str = "197111049818";
const NEVER_SIGNED_IN: &str = "196302179822";
const LOCKED: &str = "199501309869";
const DECEASED: &str = "195108089839";
const EMIGRATED: &str = "198906209849";
const OLD_NUMBER: &str = "197409129850";
const NEW_NUMBER: &str = "197409129868";
const PROTECTED: &str = "198104059889";
const CHILD: &str = "201809179805";
const GUARDIANS_BLOCKED: &str = "201906109812";
const PROTECTED_CHILD: &str = "201703229813";
const TEENAGER: &str = "201106149808";

/// All of them, each with an id of their own.
///
/// # Errors
/// When a number above is none.
pub(super) fn citizens(app: &App) -> Result<Vec<Citizen>, Failure> {
    let citizen = |(number, name, care_relation): (&str, &str, Option<&str>)| -> Result<Citizen, Failure> {
        Ok(Citizen {
            id: app.new_id(CitizenId::from_uuid),
            number: parsed(app, number)?,
            name: name.to_owned(),
            care_relation: care_relation.map(str::to_owned),
            standing: standing(app, number)?,
        })
    };
    CITIZENS.into_iter().map(citizen).collect()
}

fn standing(app: &App, number: &str) -> Result<Standing, Failure> {
    let guardian = |name: &str, access| Guardian { name: name.to_owned(), access };
    let most = Standing::default();
    Ok(match number {
        WITHOUT_NOTICES => Standing { account: Account::ActiveWithoutNotices, ..most },
        NEVER_SIGNED_IN => Standing { account: Account::NeverSignedIn, ..most },
        LOCKED => Standing { account: Account::Locked, ..most },
        DECEASED => Standing { registration: Registration::Deceased, ..most },
        EMIGRATED => Standing { registration: Registration::Emigrated, ..most },
        OLD_NUMBER => Standing { new_number: Some(parsed(app, NEW_NUMBER)?), ..most },
        PROTECTED => Standing { protection: Protection::Confidential, ..most },
        CHILD => Standing {
            guardians: vec![
                guardian("Oskar Wallin", GuardianAccess::Reads),
                guardian("Jonas Berg", GuardianAccess::Blocked),
            ],
            ..most
        },
        GUARDIANS_BLOCKED => Standing { guardians: vec![guardian("Peter Strand", GuardianAccess::Blocked)], ..most },
        PROTECTED_CHILD => Standing {
            protection: Protection::Confidential,
            guardians: vec![guardian("Anna Lundin", GuardianAccess::Protected)],
            ..most
        },
        _ => most,
    })
}

fn parsed(app: &App, number: &str) -> Result<PersonNumber, Failure> {
    PersonNumber::parse(number, app.now().date()).map_err(|problem| Failure::InvalidPersonNumber { problem })
}
