//! What shows which version of FHIR a form is written for.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::json::{Object, objects, text_of};
use crate::remark::{Refusal, VersionSign};

/// A version of FHIR whose Questionnaires are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Version {
    /// 3.0.
    Stu3,
    /// 4.0 and 4.3, which are the same for Questionnaires.
    R4,
    /// 5.0.
    R5,
}

use Version::{R4, R5, Stu3};

impl Version {
    const ALL: [Self; 3] = [Stu3, R4, R5];

    /// As HL7 calls it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Stu3 => "STU3",
            R4 => "R4",
            R5 => "R5",
        }
    }
}

/// Members of the form that only these versions have.
const OF_FORMS: [(&str, &[Version]); 3] =
    [("versionAlgorithmString", &[R5]), ("versionAlgorithmCoding", &[R5]), ("copyrightLabel", &[R5])];
/// Members of items.
const OF_ITEMS: [(&str, &[Version]); 7] = [
    ("option", &[Stu3]),
    ("options", &[Stu3]),
    ("answerOption", &[R4, R5]),
    ("answerValueSet", &[R4, R5]),
    ("enableBehavior", &[R4, R5]),
    ("answerConstraint", &[R5]),
    ("disabledDisplay", &[R5]),
];
/// Types of items.
const TYPES: [(&str, &[Version]); 3] = [("choice", &[Stu3, R4]), ("open-choice", &[Stu3, R4]), ("coding", &[R5])];

/// Where a version shows.
#[derive(Clone, Debug, Default)]
pub(super) struct Sign {
    /// The item; nothing when it is the form.
    pub(super) link_id: String,
    /// The member, or the type.
    pub(super) member: String,
}

/// What was found in a form.
pub(super) struct Signs {
    /// The versions that all of it agrees with; never none.
    possible: Vec<Version>,
    /// Each with the versions that it is of.
    found: Vec<(Sign, &'static [Version])>,
    /// What means nothing in R4 or R5, and may be a slip of the pen there: it counts where nothing speaks for those.
    weak: Option<Sign>,
}

impl Signs {
    /// Looks at all of a form.
    pub(super) fn of(root: &Object) -> Result<Self, Refusal> {
        if root.contains_key("group") && !root.contains_key("item") {
            // The only version whose items are called so, and which has nothing else in common with R4.
            return Err(Refusal::OtherVersion {
                version: "DSTU2".to_owned(),
                link_id: String::new(),
                member: "group".to_owned(),
            });
        }
        let mut signs = Self { possible: Version::ALL.to_vec(), found: Vec::new(), weak: None };
        for (member, versions) in OF_FORMS {
            if root.contains_key(member) {
                signs.add(root, member, versions)?;
            }
        }
        signs.items(root)?;
        Ok(signs)
    }

    fn items(&mut self, of: &Object) -> Result<(), Refusal> {
        for item in objects(of, "item") {
            for (member, versions) in OF_ITEMS {
                if item.contains_key(member) {
                    self.add(item, member, versions)?;
                }
            }
            for (name, versions) in TYPES {
                if text_of(item, "type") == Some(name) {
                    self.add(item, name, versions)?;
                }
            }
            for test in objects(item, "enableWhen") {
                if test.contains_key("hasAnswer") {
                    self.add(item, "hasAnswer", &[Stu3])?;
                } else if test.contains_key("operator") {
                    self.add(item, "operator", &[R4, R5])?;
                } else {
                    self.weak.get_or_insert_with(|| sign(item, "enableWhen"));
                }
            }
            if item.get("initial").is_some_and(Value::is_array) {
                self.add(item, "initial", &[R4, R5])?;
            }
            if let Some(member) = item.keys().find(|member| is_initial(member)) {
                self.weak.get_or_insert_with(|| sign(item, member));
            }
            self.items(item)?;
        }
        Ok(())
    }

    fn add(&mut self, of: &Object, member: &str, versions: &'static [Version]) -> Result<(), Refusal> {
        let still: Vec<Version> = self.possible.iter().copied().filter(|one| versions.contains(one)).collect();
        let new = sign(of, member);
        if still.is_empty() {
            // Versions come one after the other, so that where three signs have none in common two of them have none.
            let is_other = |old: &[Version]| !old.iter().any(|one| versions.contains(one));
            let told = |sign: &Sign, versions: &[Version]| VersionSign {
                versions: versions.iter().map(|one| one.name().to_owned()).collect(),
                link_id: sign.link_id.clone(),
                member: sign.member.clone(),
            };
            let first = self.found.iter().find(|(_, old)| is_other(old)).map(|(sign, old)| told(sign, old));
            let first = first.unwrap_or_else(|| told(&Sign::default(), &self.possible));
            return Err(Refusal::VersionsMixed { signs: vec![first, told(&new, versions)] });
        }
        // One of each kind is enough to tell.
        if !self.found.iter().any(|(_, old)| *old == versions) {
            self.found.push((new, versions));
        }
        self.possible = still;
        Ok(())
    }

    /// The version, and what it shows by. What the form is written with counts for more than what it says of itself.
    pub(super) fn decide(&self, said: &BTreeSet<Version>) -> (Version, Sign) {
        let mut possible = self.possible.clone();
        let by_weak = self.weak.as_ref().filter(|_| possible.contains(&Stu3));
        if let Some(sign) = by_weak {
            return (Stu3, self.of_version(Stu3).unwrap_or_else(|| sign.clone()));
        }
        if possible.iter().any(|one| said.contains(one)) {
            possible.retain(|one| said.contains(one));
        }
        let version = if possible.contains(&R4) { R4 } else { possible.first().copied().unwrap_or(R4) };
        let by_itself = || Sign { member: "meta.profile".to_owned(), ..Sign::default() };
        (version, self.of_version(version).unwrap_or_else(by_itself))
    }

    /// What only this version has.
    fn of_version(&self, version: Version) -> Option<Sign> {
        self.found.iter().find(|(_, versions)| **versions == [version]).map(|(sign, _)| sign.clone())
    }
}

fn sign(of: &Object, member: &str) -> Sign {
    Sign { link_id: text_of(of, "linkId").unwrap_or_default().to_owned(), member: member.to_owned() }
}

/// `initial[x]`, which later versions have as a list.
pub(super) fn is_initial(member: &str) -> bool {
    const KINDS: [&str; 12] = [
        "Boolean",
        "Decimal",
        "Integer",
        "Date",
        "DateTime",
        "Time",
        "String",
        "Uri",
        "Attachment",
        "Coding",
        "Quantity",
        "Reference",
    ];
    member.strip_prefix("initial").is_some_and(|kind| KINDS.contains(&kind))
}

/// The versions that a form says that it is of.
pub(super) fn declared(root: &Object) -> BTreeSet<Version> {
    let profiles = root.get("meta").and_then(|meta| meta.get("profile")).and_then(Value::as_array);
    let by_profile = profiles.into_iter().flatten().filter_map(Value::as_str).filter_map(of_profile);
    by_profile.chain(text_of(root, "fhirVersion").and_then(of_number)).collect()
}

/// The version of a profile: by the address that HL7 gives each version's own, by the number after it, or by an edition of SDC
/// that there was for one only.
pub(super) fn of_profile(profile: &str) -> Option<Version> {
    let rest = profile.strip_prefix("http://hl7.org/fhir/")?;
    let (address, number) = rest.split_once('|').unwrap_or((rest, ""));
    match address {
        "StructureDefinition/Questionnaire" => of_number(number),
        "us/sdc/StructureDefinition/sdc-questionnaire" => number.starts_with("2.0").then_some(Stu3),
        "uv/sdc/StructureDefinition/sdc-questionnaire" => {
            (number.starts_with("2.7") || number.starts_with("3.0")).then_some(R4)
        }
        _ => of_number(address.strip_suffix("/StructureDefinition/Questionnaire")?),
    }
}

fn of_number(number: &str) -> Option<Version> {
    match number {
        "STU3" | "R3" => Some(Stu3),
        "R4" | "R4B" => Some(R4),
        "R5" => Some(R5),
        _ if number.starts_with("3.0") => Some(Stu3),
        _ if number.starts_with("4.0") || number.starts_with("4.3") => Some(R4),
        _ if number.starts_with("5.0") => Some(R5),
        _ => None,
    }
}
