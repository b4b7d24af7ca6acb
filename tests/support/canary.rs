//! The search for what must not lie about in clear: texts that occur nowhere else, in every spelling a program might
//! write them in.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// A text to look for, and all the bytes by which it would be recognised.
#[derive(Clone)]
pub struct Canary {
    name: &'static str,
    spellings: Vec<Vec<u8>>,
}

impl Canary {
    /// A text: as UTF-8, as UTF-16 in both byte orders, and as JSON writes what is not ASCII.
    pub fn text(name: &'static str, text: &str) -> Self {
        let escaped: String = text
            .chars()
            .map(|c| if c.is_ascii() { c.to_string() } else { format!("\\u{:04x}", u32::from(c)) })
            .collect();
        let latin: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
        let mut spellings = vec![
            text.as_bytes().to_vec(),
            text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            escaped.into_bytes(),
        ];
        spellings.extend(latin);
        spellings.sort();
        spellings.dedup();
        Self { name, spellings }
    }

    /// A personal number of twelve digits: with and without its dash, with and without its century.
    pub fn number(name: &'static str, twelve: &str) -> Self {
        let (date, last) = twelve.split_at(8);
        let mut spellings = Vec::new();
        for text in
            [twelve.to_owned(), format!("{date}-{last}"), format!("{}-{last}", &date[2..]), twelve[2..].to_owned()]
        {
            spellings.extend(Self::text(name, &text).spellings);
        }
        Self { name, spellings }
    }

    /// Bytes as they are.
    pub fn bytes(name: &'static str, bytes: &[u8]) -> Self {
        Self { name, spellings: vec![bytes.to_vec()] }
    }

    /// Whether the bytes hold it.
    pub fn is_in(&self, bytes: &[u8]) -> bool {
        self.spellings.iter().any(|spelling| holds(bytes, spelling))
    }
}

/// Whether `needle` is in `hay`. Looks for the first byte before it compares: the hay may be many megabytes.
pub fn holds(hay: &[u8], needle: &[u8]) -> bool {
    let Some((first, rest)) = needle.split_first() else { return true };
    let mut left = hay;
    while let Some(at) = left.iter().position(|byte| byte == first) {
        left = &left[at + 1..];
        if left.starts_with(rest) {
            return true;
        }
    }
    false
}

/// A canary that was found.
#[derive(Debug)]
pub struct Found {
    /// Which.
    pub canary: &'static str,
    /// In which file or name.
    pub path: PathBuf,
}

/// What a search found, and how much it looked at.
#[derive(Debug, Default)]
pub struct Search {
    /// Each canary in each file.
    pub found: Vec<Found>,
    /// Files that were read.
    pub files: usize,
}

/// Searches every file below the folders, its name included.
///
/// # Panics
/// When a file that is there cannot be read: then the search would prove nothing.
pub fn search(folders: &[&Path], canaries: &[Canary]) -> Search {
    let mut search = Search::default();
    let mut left: Vec<PathBuf> = folders.iter().map(|folder| folder.to_path_buf()).collect();
    while let Some(path) = left.pop() {
        let name = path.file_name().unwrap_or_default().as_encoded_bytes().to_vec();
        search.note(&path, &name, canaries);
        let Ok(about) = fs::symlink_metadata(&path) else { continue };
        if about.is_dir() {
            let entries = fs::read_dir(&path).map(|entries| entries.flatten().map(|entry| entry.path()));
            left.extend(there(entries).into_iter().flatten());
        } else if about.is_file()
            && let Some(bytes) = there(fs::read(&path))
        {
            search.files += 1;
            search.note(&path, &bytes, canaries);
        }
    }
    search
}

/// A running program may take a file away between the listing and the reading; nothing else may be in the way.
fn there<T>(outcome: io::Result<T>) -> Option<T> {
    match outcome {
        Ok(value) => Some(value),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => panic!("what is to be searched cannot be read: {error}"),
    }
}

impl Search {
    /// Whether nothing was found but in these files.
    pub fn only_in(&self, allowed: &[PathBuf]) -> bool {
        self.found.iter().all(|found| allowed.contains(&found.path))
    }

    fn note(&mut self, path: &Path, bytes: &[u8], canaries: &[Canary]) {
        for canary in canaries.iter().filter(|canary| canary.is_in(bytes)) {
            self.found.push(Found { canary: canary.name, path: path.to_owned() });
        }
    }
}
