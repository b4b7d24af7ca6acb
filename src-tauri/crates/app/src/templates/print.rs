//! *Spara som PDF*: a template to read away from the screen, by who approves it and in the archive.
//!
//! What the template says, in which order and under which fingerprint, is the core's. What a question is called, how it is answered
//! and when it is shown are words that the screen has already, and they come with the request, so that there is one definition of
//! them. A draft that has changed since they were made is refused.

use std::collections::BTreeMap;

use domain::{
    ItemId, OptionId, Permission, TemplateId, Timestamp,
    template::{BodyPart, Choice, Item, ItemKind, Marking, ScoreRange, TemplateContent, tree::walk},
    text::{self, Inline, parse},
    unit::Unit,
};
use serde::{Deserialize, Serialize};

use super::{
    exchange::file_name,
    history::{Side, content_of},
};
use crate::{
    App,
    failure::Failure,
    pdf::{self, Block},
    purge::blocking,
    saving::write_beside,
};

/// Which side of a template.
#[derive(Clone, Copy, Deserialize, ts_rs::TS)]
pub struct ReadSide {
    template: TemplateId,
    side: Side,
}

/// What one side of a template says.
#[derive(Serialize, ts_rs::TS)]
pub struct TemplateSide {
    /// All of it.
    pub content: TemplateContent,
    /// The draft's revision; `None` of a version, which never changes.
    pub revision: Option<i64>,
}

/// A template to save as a PDF.
#[derive(Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct PrintTemplate {
    template: TemplateId,
    side: Side,
    /// As [`TemplateSide`] had it.
    revision: Option<i64>,
    /// *Ta med instruktionen till ärendehanteraren*.
    with_instruction: bool,
    /// Of every item.
    captions: Vec<ItemCaption>,
}

/// What the screen says of an item, beside its own texts.
#[derive(Deserialize, ts_rs::TS)]
pub struct ItemCaption {
    item: ItemId,
    /// What it is called, such as "Fråga 4".
    name: String,
    /// How it is answered, within what limits and when it is shown, each with its name.
    facts: Vec<(String, String)>,
    /// What is said beside alternatives, such as "utesluter de andra".
    beside: BTreeMap<OptionId, String>,
}

/// What stands above the template's own words.
struct About {
    /// "Version 3" or "Utkast".
    what: String,
    /// When it was published, or last changed.
    dated: (&'static str, Timestamp),
    fingerprint: Option<String>,
    is_intact: bool,
    printed: Timestamp,
}

/// One side of a template.
///
/// # Errors
/// When not permitted; [`Failure::TemplateVersionNotFound`] when the side is not there, or is another template's.
pub async fn read_side(app: &App, request: ReadSide) -> Result<TemplateSide, Failure> {
    let desk = app.desk(Permission::ReadTemplates).await?;
    let mut reader = desk.opened.store.read().await?;
    let content = content_of(&mut reader, request.template, request.side).await?;
    let template = reader.template(request.template).await?.ok_or(Failure::TemplateNotFound)?;
    let draft = template.draft.filter(|_| matches!(request.side, Side::Draft));
    Ok(TemplateSide { content, revision: draft.map(|draft| draft.revision) })
}

/// Saves one side of a template as an accessible PDF where the person says in the system's own dialog. `false` when they change
/// their mind.
///
/// # Errors
/// As [`read_side`]; [`Failure::TemplateChangedElsewhere`] when the draft is not what the captions were made of;
/// [`Failure::TemplateFileUnwritable`].
pub async fn save(app: &App, request: PrintTemplate) -> Result<bool, Failure> {
    let side = ReadSide { template: request.template, side: request.side };
    let TemplateSide { content, revision } = read_side(app, side).await?;
    let captions: BTreeMap<ItemId, &ItemCaption> = request.captions.iter().map(|one| (one.item, one)).collect();
    if revision != request.revision || walk(&content.form).any(|item| !captions.contains_key(&item.id)) {
        return Err(Failure::TemplateChangedElsewhere);
    }
    let desk = app.desk(Permission::ReadTemplates).await?;
    let about = about(app, side).await?;
    let print = Print { content: &content, unit: &desk.unit, about: &about, captions: &captions };
    let title = print.title();
    let blocks = print.blocks(request.with_instruction);
    let written = blocking(move || pdf::write(&title, &blocks)).await?;
    let bytes = written.map_err(|error| Failure::unexpected(&error))?;
    let name = format!("{}.pdf", file_name(&content.name));
    let Some(place) = app.outside().dialogs.save_file("Spara mallen som PDF", &name).await else {
        return Ok(false);
    };
    blocking(move || write_beside(&place, &bytes)).await?.map_err(|_| Failure::TemplateFileUnwritable)?;
    Ok(true)
}

async fn about(app: &App, ReadSide { template, side }: ReadSide) -> Result<About, Failure> {
    let desk = app.desk(Permission::ReadTemplates).await?;
    let mut reader = desk.opened.store.read().await?;
    let found = reader.template(template).await?.ok_or(Failure::TemplateNotFound)?;
    let version = match side {
        Side::Draft => None,
        Side::Published => found.published.map(|version| version.id),
        Side::Version { version } => Some(version),
    };
    let Some(version) = version else {
        let dated = ("Senast ändrad", found.changed);
        return Ok(About { what: "Utkast".to_owned(), dated, fingerprint: None, is_intact: true, printed: desk.now });
    };
    let versions = reader.template_versions(template).await?;
    let row = versions.into_iter().find(|row| row.id == version).ok_or(Failure::TemplateVersionNotFound)?;
    Ok(About {
        what: format!("Version {}", row.number),
        dated: ("Publicerad", row.published),
        fingerprint: row.fingerprint,
        is_intact: row.is_intact,
        printed: desk.now,
    })
}

struct Print<'a> {
    content: &'a TemplateContent,
    unit: &'a Unit,
    about: &'a About,
    captions: &'a BTreeMap<ItemId, &'a ItemCaption>,
}

impl Print<'_> {
    fn title(&self) -> String {
        let name = self.content.name.trim();
        let name = if name.is_empty() { "Mall utan namn" } else { name };
        match self.content.marking() {
            Marking::Question => format!("{name} (Fråga)"),
            Marking::Information => format!("{name} (Information)"),
        }
    }

    fn blocks(&self, with_instruction: bool) -> Vec<Block> {
        let mut blocks = vec![Block::Title(self.title()), Block::Facts(self.facts())];
        if !self.about.is_intact {
            let warning = "INNEHÅLLET STÄMMER INTE MED KONTROLLSUMMAN från publiceringen. Använd inte versionen.";
            blocks.push(Block::Text(warning.to_owned()));
        }
        if with_instruction {
            blocks.push(part("Instruktion till ärendehanteraren"));
            let instruction = self.content.handler_instruction.trim();
            let none = "Mallen har ingen instruktion.";
            blocks.push(Block::Text(if instruction.is_empty() { none } else { instruction }.to_owned()));
        }
        blocks.push(part("Det som alltid står i meddelandet"));
        blocks.push(Block::Facts(self.mandatory()));
        blocks.push(part("Meddelandet"));
        self.content.body.iter().for_each(|part| blocks.push(self.body_part(part)));
        if self.content.answerable {
            blocks.push(part("Formuläret"));
            if self.content.form.is_empty() {
                blocks.push(Block::Text("Formuläret har inga frågor.".to_owned()));
            }
            self.items(&self.content.form, 3, &mut blocks);
            self.scores(&mut blocks);
        }
        blocks
    }

    fn scores(&self, blocks: &mut Vec<Block>) {
        let ranges = &self.content.score_ranges;
        if ranges.is_empty() {
            return;
        }
        blocks.push(part("Poäng (visas bara för personalen)"));
        let row = |range: &ScoreRange| vec![range.name.trim().to_owned(), range.from.to_string(), range.to.to_string()];
        let head = ["Namn", "Från", "Till"].map(str::to_owned).to_vec();
        blocks.push(Block::Table { head, rows: ranges.iter().map(row).collect() });
    }

    fn facts(&self) -> Vec<(String, String)> {
        let About { what, dated: (dated, at), fingerprint, printed, .. } = self.about;
        let mut facts = vec![
            fact("Enhet", &self.unit.name),
            fact("Läge", what),
            fact(dated, &at.to_local_text()),
            fact("PDF:en gjordes", &printed.to_local_text()),
        ];
        facts.extend(fingerprint.as_ref().map(|print| fact("Kontrollsumma", print)));
        facts
    }

    fn mandatory(&self) -> Vec<(String, String)> {
        let said = |text: &str| if text.trim().is_empty() { "(tomt)".to_owned() } else { text.trim().to_owned() };
        let content = self.content;
        let mut facts =
            vec![fact("Vem som skickar", &self.unit.name), fact("Varför meddelandet skickas", &said(&content.purpose))];
        if content.answerable {
            facts.push(fact("Hur svaren används", &said(&content.answer_use)));
        }
        facts.push(fact("Vart invånaren vänder sig med frågor", &said(&content.contact)));
        facts
    }

    fn body_part(&self, part: &BodyPart) -> Block {
        match part {
            BodyPart::Text { text, .. } => self.words(text),
            BodyPart::Slot { label, required, .. } => {
                let beside = if *required { "" } else { " (kan lämnas tom)" };
                Block::Text(format!("[Här skriver ärendehanteraren: {}{beside}]", label.trim()))
            }
        }
    }

    /// A text as the citizen reads it: with its marks, where the template has such.
    fn words(&self, text: &str) -> Block {
        let marked = if self.content.markup { parse(text) } else { Vec::new() };
        if marked.is_empty() { Block::Text(text.to_owned()) } else { Block::Marked(marked) }
    }

    fn items(&self, items: &[Item], level: u16, blocks: &mut Vec<Block>) {
        for item in items {
            let Some(caption) = self.captions.get(&item.id) else { continue };
            let tells = matches!(item.kind, ItemKind::Information { .. });
            let heading = match item.text.trim() {
                text if text.is_empty() || tells => caption.name.clone(),
                text => format!("{}: {text}", caption.name),
            };
            blocks.push(Block::Heading { level: level.min(6), text: heading });
            if tells {
                blocks.push(self.words(&item.text));
            }
            if !item.help.trim().is_empty() {
                blocks.push(self.words(&item.help));
            }
            choices("Rader", item.kind.rows(), caption, blocks);
            choices("Alternativ", item.kind.options(), caption, blocks);
            if !caption.facts.is_empty() {
                blocks.push(Block::Facts(caption.facts.clone()));
            }
            self.items(&item.items, level + 1, blocks);
        }
    }
}

fn choices(name: &str, choices: &[Choice], caption: &ItemCaption, blocks: &mut Vec<Block>) {
    if choices.is_empty() {
        return;
    }
    let line = |choice: &Choice| {
        let text = match caption.beside.get(&choice.id) {
            Some(beside) => format!("{} ({beside})", choice.text.trim()),
            None => choice.text.trim().to_owned(),
        };
        vec![Inline::Text { text }]
    };
    blocks.push(Block::Text(format!("{name}:")));
    blocks.push(Block::Marked(vec![text::Block::List { ordered: false, items: choices.iter().map(line).collect() }]));
}

fn part(text: &str) -> Block {
    Block::Heading { level: 2, text: text.to_owned() }
}

fn fact(name: &str, said: &str) -> (String, String) {
    (name.to_owned(), said.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use domain::{HsaId, UnitId, retention::Retention};
    use uuid::Uuid;

    use super::*;

    fn id(n: u128) -> ItemId {
        ItemId::from_uuid(Uuid::from_u128(n))
    }

    fn unit() -> Unit {
        Unit {
            id: UnitId::from_uuid(Uuid::from_u128(9)),
            name: "Exempelmottagningen".into(),
            hsa_id: HsaId::parse("SE2321000016-1AB2").expect("a well-formed id"),
            contact: "Ring 0480-00 00 00".into(),
            retention: Retention::DEFAULT,
            secure_folder: String::new(),
            approval: false,
            example: true,
        }
    }

    fn content() -> TemplateContent {
        let option = |n: u128, text: &str| Choice::new(OptionId::from_uuid(Uuid::from_u128(n)), text.into());
        let options = vec![option(21, "Ofta"), option(22, "Aldrig")];
        let inner = Item {
            help: "Räkna **alla** gånger.".into(),
            ..Item::new(id(4), "Hur ofta?", ItemKind::SingleChoice { options })
        };
        let section = Item { items: vec![inner], ..Item::new(id(3), "Smärtan", ItemKind::Section) };
        let told = Item::new(id(5), "Läs *detta*:\n\n- först\n- sedan", ItemKind::INFORMATION);
        TemplateContent {
            handler_instruction: "HEMLIGT".into(),
            purpose: "Vi vill följa upp.".into(),
            answer_use: "Sjuksköterskan läser dem.".into(),
            body: vec![
                BodyPart::Text { id: id(1), text: "Hej **du**!".into() },
                BodyPart::Slot { id: id(2), label: "Hälsning".into(), required: false },
            ],
            form: vec![section, told],
            score_ranges: vec![ScoreRange {
                id: domain::ScoreRangeId::from_uuid(Uuid::from_u128(31)),
                name: "Måttlig".into(),
                from: 3,
                to: 12,
            }],
            ..TemplateContent::new("Smärta".into(), "Ring oss.".into(), id(1))
        }
    }

    /// Without white space: the reader puts some of its own between pieces.
    fn words(about: &About, with_instruction: bool) -> String {
        let content = content();
        let caption = |n: u128, name: &str, facts: &[(&str, &str)]| ItemCaption {
            item: id(n),
            name: name.into(),
            facts: facts.iter().map(|(name, said)| fact(name, said)).collect(),
            beside: BTreeMap::from([(OptionId::from_uuid(Uuid::from_u128(21)), "3 poäng".to_owned())]),
        };
        let captions = [
            caption(3, "Avsnitt 1", &[]),
            caption(4, "Fråga 1", &[("Frågetyp", "Ett val"), ("Visas", "Visas bara om fråga 9 är Ja.")]),
            caption(5, "Information 2", &[]),
        ];
        let captions: BTreeMap<ItemId, &ItemCaption> = captions.iter().map(|one| (one.item, one)).collect();
        let unit = unit();
        let print = Print { content: &content, unit: &unit, about, captions: &captions };
        let bytes = pdf::write(&print.title(), &print.blocks(with_instruction)).expect("an accessible PDF");
        let pdf = lopdf::Document::load_mem(&bytes).expect("a PDF");
        let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
        pdf.extract_text(&pages).expect("text").split_whitespace().collect()
    }

    fn about(what: &str, fingerprint: Option<&str>, is_intact: bool) -> About {
        About {
            what: what.into(),
            dated: ("Publicerad", Timestamp::from_millis(1_795_390_200_000)),
            fingerprint: fingerprint.map(str::to_owned),
            is_intact,
            printed: Timestamp::from_millis(1_795_390_200_000),
        }
    }

    #[test]
    fn a_version_is_told_with_all_that_a_citizen_reads_and_how_it_is_answered() {
        let text = words(&about("Version 3", Some("abcdef0123"), true), false);
        for said in [
            "Smärta(Fråga)",
            "EnhetExempelmottagningen",
            "LägeVersion3",
            "Publicerad2026-11-2300:30",
            "Kontrollsummaabcdef0123",
            "VarförmeddelandetskickasVivillföljaupp.",
            "HursvarenanvändsSjuksköterskanläserdem.",
            "VartinvånarenvändersigmedfrågorRingoss.",
            "Hejdu!",
            "[Härskriverärendehanteraren:Hälsning(kanlämnastom)]",
            "Avsnitt1:SmärtanFråga1:Hurofta?Räknaallagånger.",
            "Alternativ:•Ofta(3poäng)•AldrigFrågetypEttval",
            "VisasVisasbaraomfråga9ärJa.",
            "Information2Läsdetta:•först•sedan",
            "Poäng(visasbaraförpersonalen)NamnFrånTillMåttlig312",
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(!text.contains("HEMLIGT") && !text.contains("STÄMMERINTE"), "{text}");
    }

    #[test]
    fn the_instruction_comes_when_it_is_asked_for_and_a_version_that_was_changed_is_told_as_such() {
        let text = words(&about("Version 3", Some("abcdef0123"), false), true);
        assert!(text.contains("InstruktiontillärendehanterarenHEMLIGT"), "{text}");
        assert!(text.contains("INNEHÅLLETSTÄMMERINTEMEDKONTROLLSUMMAN"), "{text}");
        assert!(!words(&about("Utkast", None, true), true).contains("Kontrollsumma"));
    }
}
