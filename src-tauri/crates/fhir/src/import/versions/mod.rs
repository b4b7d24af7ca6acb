//! A form of another version of FHIR as one of R4, before anything is made of it.
//!
//! Which version it is written for is read from members that only some versions have; what the file says of itself decides where
//! they leave it open. Members that no one version has are a refusal that names both. What R4 has no member for goes into the
//! extension that HL7 has for it (<http://hl7.org/fhir/versions.html#extensions>), so that nothing is lost.

mod r5;
mod sign;
mod stu3;

use serde_json::Value;

use self::sign::{Signs, Version, declared};
use super::lists;
use crate::json::{Object, extend, is_true, objects, text_of};
use crate::remark::{Part, Refusal, Remark, RemarkKind};

/// What a profile of R4 is called, which a form that was rewritten is one of.
const R4_PROFILE: &str = "http://hl7.org/fhir/4.0/StructureDefinition/Questionnaire";

/// A form as the rest of the import reads it.
#[derive(Debug)]
pub(super) struct AsR4 {
    /// The form.
    pub(super) form: Object,
    /// What was done to it.
    pub(super) report: Vec<Remark>,
}

/// Makes a form one of R4 whose alternatives stand in the questions themselves.
pub(super) fn as_r4(root: &Object) -> Result<AsR4, Refusal> {
    let signs = Signs::of(root)?;
    let said = declared(root);
    let (version, sign) = signs.decide(&said);
    let mut form = root.clone();
    let mut report = Vec::new();
    let changed = match version {
        Version::Stu3 => Some(stu3::rewrite(&mut form)?),
        Version::R4 => None,
        Version::R5 => Some(r5::rewrite(&mut form)?),
    };
    if let Some(changed) = changed {
        profile(&mut form);
        let (link_id, member) = (sign.link_id, sign.member);
        let version = version.name().to_owned();
        let changed = changed.into_iter().collect();
        report.push(Remark { at: Part::Root, what: RemarkKind::MadeR4 { version, link_id, member, changed } });
    }
    if let Some(other) = said.iter().next().filter(|_| !said.is_empty() && !said.contains(&version)) {
        let (said, read) = (other.name().to_owned(), version.name().to_owned());
        report.push(Remark { at: Part::Root, what: RemarkKind::VersionDoubtful { said, read } });
    }
    lists::put_into_questions(&mut form, &mut report);
    Ok(AsR4 { form, report })
}

/// What was done to members, each once, such as `option → answerOption`.
type Changed = std::collections::BTreeSet<String>;

/// Calls a member otherwise, with the twin that says more of it, where nothing is called so yet.
fn rename(of: &mut Object, from: &str, to: &str, changed: &mut Changed) {
    for before in ["", "_"] {
        let (old, new) = (format!("{before}{from}"), format!("{before}{to}"));
        if !of.contains_key(&new)
            && let Some(value) = of.remove(&old)
        {
            of.insert(new, value);
            changed.insert(format!("{from} → {to}"));
        }
    }
}

/// Calls an extension otherwise wherever it stands.
fn rename_extensions(of: &mut Value, rename: &dyn Fn(&str) -> Option<String>, changed: &mut Changed) {
    match of {
        Value::Array(list) => list.iter_mut().for_each(|one| rename_extensions(one, rename, changed)),
        Value::Object(members) => {
            for (member, value) in members.iter_mut() {
                if let ("extension" | "modifierExtension", Value::Array(list)) = (member.as_str(), &mut *value) {
                    for one in list {
                        let url = one.get("url").and_then(Value::as_str);
                        if let Some(new) = url.and_then(rename) {
                            let name = |url: &str| crate::names::short(url).to_owned();
                            changed.insert(format!("{} → {}", name(url.unwrap_or_default()), name(&new)));
                            one["url"] = new.into();
                        }
                    }
                }
                rename_extensions(value, rename, changed);
            }
        }
        _ => {}
    }
}

/// Puts a member that R4 does not have into the extension that HL7 has for it.
fn into_extension(of: &mut Object, member: &str, (url, kind): (&str, &str), changed: &mut Changed) {
    if let Some(value) = of.remove(member) {
        extend(of, url, kind, value);
        changed.insert(format!("{member} → extension"));
    }
}

/// The items of a list, to be rewritten.
fn each_item(of: &mut Object, rewrite: &mut dyn FnMut(&mut Object) -> Result<(), Refusal>) -> Result<(), Refusal> {
    for item in of.get_mut("item").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Value::Object(item) = item {
            rewrite(item)?;
            each_item(item, rewrite)?;
        }
    }
    Ok(())
}

/// Chooses from the beginning what `initial` says, where all of it is among the alternatives: beside alternatives R4 has no
/// `initial` (que-11).
pub(super) fn select_initial(item: &mut Object) -> bool {
    let values =
        |one: &Object| one.iter().find(|(key, _)| key.starts_with("value")).map(|(k, v)| (k.clone(), v.clone()));
    let wanted: Option<Vec<_>> = objects(item, "initial").map(values).collect();
    let Some(wanted) = wanted.filter(|wanted| !wanted.is_empty()) else { return false };
    let is_it = |option: &Object, (key, value): &(String, Value)| match (option.get(key), value) {
        (Some(Value::Object(option)), Value::Object(value)) => {
            let is_same = |part| text_of(option, part) == text_of(value, part);
            is_same("code") && text_of(value, "code").is_some() && (!value.contains_key("system") || is_same("system"))
        }
        (Some(option), value) => option == value,
        (None, _) => false,
    };
    let options: Vec<&Object> = objects(item, "answerOption").collect();
    let chosen: Option<Vec<usize>> =
        wanted.iter().map(|value| options.iter().position(|option| is_it(option, value))).collect();
    let Some(chosen) = chosen else { return false };
    let is_several = is_true(item, "repeats");
    if chosen.len() > 1 && !is_several {
        return false;
    }
    let options = item.get_mut("answerOption").and_then(Value::as_array_mut).into_iter().flatten();
    for (_, option) in options.filter(|option| option.is_object()).enumerate().filter(|(at, _)| chosen.contains(at)) {
        option["initialSelected"] = true.into();
    }
    item.remove("initial");
    true
}

/// Says no other version than R4 of what is one of R4 now.
fn profile(form: &mut Object) {
    if form.contains_key("fhirVersion") {
        form.insert("fhirVersion".to_owned(), "4.0.1".into());
    }
    let Some(list) = form.get_mut("meta").and_then(|meta| meta.get_mut("profile")).and_then(Value::as_array_mut) else {
        return;
    };
    for profile in list.iter_mut() {
        if profile.as_str().and_then(sign::of_profile).is_some_and(|version| version != Version::R4) {
            *profile = R4_PROFILE.into();
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    list.retain(|profile| seen.insert(profile.to_string()));
}

/// What cannot be made into R4.
fn cannot(version: Version, item: &Object, member: &str) -> Refusal {
    Refusal::OtherVersion {
        version: version.name().to_owned(),
        link_id: text_of(item, "linkId").unwrap_or_default().to_owned(),
        member: member.to_owned(),
    }
}
