//! Finding cases by the beginnings of words: of the citizen's name and number, of the heading, and of what the handler wrote.
//!
//! The index holds which words stand where and no text. It is SQLite's own (FTS5); PostgreSQL gets one of its kind.

use domain::{CaseId, CitizenId, PersonNumber, message::Message};

use crate::{Rows, StoreError, Writer, fields::Fields, fold::fold};

/// Words of a search that are looked for; more narrow nothing that is not narrow already.
const WORDS: usize = 8;

/// What a case is found by.
fn words_of(name: &str, number: &PersonNumber, message: &Message) -> String {
    let digits = number.as_str();
    // The number as people say it, with the century and without.
    let mut words = vec![fold(name), digits.to_owned(), digits.get(2..).unwrap_or_default().to_owned()];
    words.push(fold(&message.heading));
    let marked = message.marked.as_deref();
    for (at, paragraph) in message.paragraphs.iter().enumerate() {
        // What every message of the template says finds nothing. What was sent before there were marks is not told apart.
        let is_templates = marked.is_some_and(|marked| u32::try_from(at).is_ok_and(|at| marked.contains(&at)));
        if !is_templates {
            words.push(fold(paragraph));
        }
    }
    words.join(" ")
}

/// A search in the index's own words: every word must begin one of the case's. `None` when nothing is asked for.
pub(crate) fn asked(search: &str) -> Option<String> {
    let folded = fold(search);
    let words = folded.split_whitespace().map(as_stored).collect::<Vec<_>>().join(" ");
    let words: Vec<String> = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(WORDS)
        .map(|word| format!("\"{word}\"*"))
        .collect();
    // Signs alone are no question that could have an answer: nothing has such words.
    match (words.is_empty(), folded.is_empty()) {
        (true, true) => None,
        (true, false) => Some("\"\"".to_owned()),
        (false, _) => Some(words.join(" ")),
    }
}

/// A personal number is stored as bare digits, however it is typed.
fn as_stored(word: &str) -> String {
    let digits: String = word.chars().filter(|c| !matches!(c, '-' | '+' | '\u{2010}'..='\u{2015}')).collect();
    if digits.len() >= 6 && digits.bytes().all(|b| b.is_ascii_digit()) { digits } else { word.to_owned() }
}

impl Rows {
    /// What a case is found by, and its place in the index.
    async fn indexed(&mut self, id: CaseId) -> Result<(i64, String), StoreError> {
        let row = sqlx::query(
            "SELECT c.number, z.name, z.number AS citizen_number, m.message FROM cases c \
             JOIN citizens z ON z.id = c.citizen JOIN case_messages m ON m.case_id = c.id WHERE c.id = $1",
        )
        .bind(id.to_string())
        .fetch_optional(self.connection())
        .await?
        .ok_or(StoreError::NotFound)?;
        let unreadable = |_| StoreError::Unreadable { column: "citizen_number" };
        let number = row.text("citizen_number")?.try_into().map_err(unreadable)?;
        Ok((row.whole("number")?, words_of(&row.text("name")?, &number, &row.json("message")?)))
    }
}

impl Writer {
    /// Lets a case be found.
    pub(crate) async fn index_case(&mut self, id: CaseId) -> Result<(), StoreError> {
        let (number, words) = self.indexed(id).await?;
        sqlx::query("INSERT INTO case_search (rowid, words) VALUES ($1, $2)")
            .bind(number)
            .bind(words)
            .execute(self.connection())
            .await?;
        Ok(())
    }

    /// Lets a citizen's cases be found by the name that they have now.
    pub(crate) async fn index_cases_again(&mut self, citizen: CitizenId) -> Result<(), StoreError> {
        let rows = sqlx::query("SELECT id, number FROM cases WHERE citizen = $1")
            .bind(citizen.to_string())
            .fetch_all(self.connection())
            .await?;
        for row in rows {
            sqlx::query("DELETE FROM case_search WHERE rowid = $1")
                .bind(row.whole("number")?)
                .execute(self.connection())
                .await?;
            self.index_case(row.parsed("id")?).await?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_search_must_begin_one_of_the_cases() {
        assert_eq!(asked(" ÅSA  öberg").as_deref(), Some("\"åsa\"* \"öberg\"*"));
        assert_eq!(asked("covid-19").as_deref(), Some("\"covid\"* \"19\"*"));
    }

    #[test]
    fn a_personal_number_is_found_however_it_is_typed() {
        assert_eq!(asked("19121212-1212").as_deref(), Some("\"191212121212\"*"));
        assert_eq!(asked("121212-1212").as_deref(), Some("\"1212121212\"*"));
    }

    #[test]
    fn what_the_index_could_read_as_its_own_words_is_none_of_them() {
        assert_eq!(asked("a\" OR b* NEAR(").as_deref(), Some("\"a\"* \"or\"* \"b\"* \"near\"*"));
        assert_eq!(asked("%").as_deref(), Some("\"\""));
        assert_eq!(asked("  "), None);
    }
}
