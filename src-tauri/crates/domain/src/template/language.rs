//! The languages that a template can be translated into: what Swedish care meets, the national minority languages among them.
//! The screen has the same table, `ui/src/bindings/languages.json`.

use serde::{Deserialize, Serialize};

/// Which way a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Direction {
    /// From the left to the right.
    Ltr,
    /// From the right to the left.
    Rtl,
}

/// One table: the name here, the BCP 47 tag, the Swedish name, the language's own name, and the direction.
macro_rules! languages {
    ($($name:ident $tag:literal $swedish:literal $own:literal $direction:ident;)+) => {
        /// A language. Told by its BCP 47 tag. Swedish is none of them: it is what is translated.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
        pub enum Language {
            $(
                #[doc = $swedish]
                #[serde(rename = $tag)]
                $name,
            )+
        }

        impl Language {
            /// Every language, in the order of their Swedish names.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its BCP 47 tag.
            pub const fn tag(self) -> &'static str {
                match self { $(Self::$name => $tag,)+ }
            }

            /// What it is called in Swedish.
            pub const fn swedish(self) -> &'static str {
                match self { $(Self::$name => $swedish,)+ }
            }

            /// What those who speak it call it.
            pub const fn own_name(self) -> &'static str {
                match self { $(Self::$name => $own,)+ }
            }

            /// Which way it is written.
            pub const fn direction(self) -> Direction {
                match self { $(Self::$name => Direction::$direction,)+ }
            }
        }
    };
}

languages! {
    Albanian "sq" "Albanska" "shqip" Ltr;
    Amharic "am" "Amhariska" "አማርኛ" Ltr;
    Arabic "ar" "Arabiska" "العربية" Rtl;
    Bosnian "bs" "Bosniska" "bosanski" Ltr;
    Dari "prs" "Dari" "دری" Rtl;
    English "en" "Engelska" "English" Ltr;
    Finnish "fi" "Finska" "suomi" Ltr;
    French "fr" "Franska" "français" Ltr;
    Yiddish "yi" "Jiddisch" "ייִדיש" Rtl;
    Chinese "zh" "Kinesiska" "中文" Ltr;
    Croatian "hr" "Kroatiska" "hrvatski" Ltr;
    Kurmanji "kmr" "Kurmanji" "kurmancî" Ltr;
    Meankieli "fit" "Meänkieli" "meänkieli" Ltr;
    NorthernSami "se" "Nordsamiska" "davvisámegiella" Ltr;
    Pashto "ps" "Pashto" "پښتو" Rtl;
    Persian "fa" "Persiska" "فارسی" Rtl;
    Polish "pl" "Polska" "polski" Ltr;
    Romani "rom" "Romani" "romani čhib" Ltr;
    Romanian "ro" "Rumänska" "română" Ltr;
    Russian "ru" "Ryska" "русский" Ltr;
    Serbian "sr" "Serbiska" "српски" Ltr;
    Somali "so" "Somaliska" "soomaali" Ltr;
    Sorani "ckb" "Sorani" "سۆرانی" Rtl;
    Spanish "es" "Spanska" "español" Ltr;
    Thai "th" "Thailändska" "ไทย" Ltr;
    Tigrinya "ti" "Tigrinska" "ትግርኛ" Ltr;
    Turkish "tr" "Turkiska" "Türkçe" Ltr;
    German "de" "Tyska" "Deutsch" Ltr;
    Ukrainian "uk" "Ukrainska" "українська" Ltr;
    Hungarian "hu" "Ungerska" "magyar" Ltr;
    Vietnamese "vi" "Vietnamesiska" "Tiếng Việt" Ltr;
}

impl Language {
    /// The language of a BCP 47 tag, whatever its case, and whatever region or script is said of it: `ar-SY` is Arabic.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let subtag = tag.trim().split(['-', '_']).next()?;
        Self::ALL.iter().copied().find(|language| language.tag().eq_ignore_ascii_case(subtag))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_its_languages_own_and_swedish_is_none() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(*language));
            assert_eq!(serde_json::to_value(language).expect("plain"), language.tag());
        }
        assert_eq!(Language::from_tag("AR-sy"), Some(Language::Arabic));
        assert_eq!(Language::from_tag("sv-SE"), None);
        assert_eq!(Language::from_tag(""), None);
    }

    /// Writes the file; `cargo xtask check` fails when that changed what is committed.
    #[test]
    fn bindings_hold_the_table() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/bindings/languages.json");
        let row = |language: &Language| {
            serde_json::json!({ "tag": language.tag(), "swedish": language.swedish(), "own": language.own_name(),
                "direction": language.direction() })
        };
        let rows: Vec<_> = Language::ALL.iter().map(row).collect();
        let text = format!("{}\n", serde_json::to_string_pretty(&rows).expect("plain values"));
        if std::fs::read_to_string(path).ok().as_deref() != Some(&text) {
            std::fs::write(path, text).expect("the table can be written");
        }
    }
}
