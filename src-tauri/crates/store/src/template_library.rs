//! Finding one template among many: what it says, what it is put under, and whose favourite it is.

use domain::{
    StaffId, TemplateId, UnitId,
    template::{BodyPart, TemplateContent, tree::walk},
};

use crate::{
    Rows, StoreError, Writer,
    fields::{Fields, to_json},
    fold::fold,
};

/// A template that holds what was searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundTemplate {
    /// Which.
    pub template: TemplateId,
    /// The first text beside its name in which one of the words stands; `None` when the name has them all.
    pub text: Option<String>,
}

impl Rows {
    /// The templates that have every word of the search in them: in the name, the texts or the questions of the draft, or else of
    /// what is published; in the category or the tags. In no order. All of them when the search is blank.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn search_templates(&mut self, unit: UnitId, search: &str) -> Result<Vec<FoundTemplate>, StoreError> {
        let rows = sqlx::query(
            "SELECT t.id, t.category, t.tags, COALESCE(t.draft, v.content) AS content \
             FROM templates t LEFT JOIN template_versions v ON v.id = t.published WHERE t.unit = $1",
        )
        .bind(unit.to_string())
        .fetch_all(self.connection())
        .await?;
        let folded = fold(search);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let mut found = Vec::new();
        for row in &rows {
            let content: TemplateContent = row.json("content")?;
            let mut names = vec![content.name.clone(), row.text("category")?];
            names.extend(row.json::<Vec<String>>("tags")?);
            if let Some(text) = place_of(&words, &names, &texts(&content)) {
                found.push(FoundTemplate { template: row.parsed("id")?, text });
            }
        }
        Ok(found)
    }
}

/// Whether every word is somewhere, and the first of the texts that is needed for it.
fn place_of(words: &[&str], names: &[String], texts: &[String]) -> Option<Option<String>> {
    let names: Vec<String> = names.iter().map(|name| fold(name)).collect();
    let mut left = words.iter().filter(|word| !names.iter().any(|name| name.contains(**word))).peekable();
    if left.peek().is_none() {
        return Some(None);
    }
    let folded: Vec<(&str, String)> = texts.iter().map(|text| (text.as_str(), fold(text))).collect();
    let mut first = None;
    for word in left {
        let (text, _) = folded.iter().find(|(_, folded)| folded.contains(*word))?;
        first = first.or(Some((*text).to_owned()));
    }
    Some(first)
}

/// All that is read in it, in the order of the screen.
fn texts(content: &TemplateContent) -> Vec<String> {
    let mut texts = vec![content.purpose.clone()];
    texts.extend(content.body.iter().map(|part| match part {
        BodyPart::Text { text, .. } => content.words(text),
        BodyPart::Slot { label, .. } => label.clone(),
    }));
    for item in walk(&content.form) {
        let choices = item.kind.rows().iter().chain(item.kind.options());
        texts.extend([item.words(content), content.words(&item.help)]);
        texts.extend(choices.map(|one| one.text.clone()));
    }
    texts.extend([&content.answer_use, &content.contact, &content.handler_instruction].map(String::clone));
    texts.retain(|text| !text.trim().is_empty());
    texts
}

impl Writer {
    /// Puts a template under a category and tags. That is no change of what is sent.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn organise_template(
        &mut self,
        id: TemplateId,
        category: &str,
        tags: &[String],
    ) -> Result<(), StoreError> {
        let done = sqlx::query("UPDATE templates SET category = $2, tags = $3 WHERE id = $1")
            .bind(id.to_string())
            .bind(category)
            .bind(to_json(&tags, "tags")?)
            .execute(self.connection())
            .await?;
        if done.rows_affected() == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }

    /// Makes a template a person's favourite, or no longer one.
    ///
    /// # Errors
    /// When the database refuses, or there is no such template.
    pub async fn mark_favourite(&mut self, of: StaffId, template: TemplateId, is: bool) -> Result<(), StoreError> {
        let statement = if is {
            "INSERT INTO favourites (staff, template) VALUES ($1, $2) ON CONFLICT (staff, template) DO NOTHING"
        } else {
            "DELETE FROM favourites WHERE staff = $1 AND template = $2"
        };
        sqlx::query(statement).bind(of.to_string()).bind(template.to_string()).execute(self.connection()).await?;
        Ok(())
    }
}
