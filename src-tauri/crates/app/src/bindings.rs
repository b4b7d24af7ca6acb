//! The TypeScript side of the border, generated from the types here so that the two cannot disagree.

use std::{
    any::TypeId,
    collections::{BTreeMap, HashSet},
    fmt::Write,
};

use serde_json::json;
use ts_rs::{Config, TS, TypeVisitor};

use crate::{commands, failure::Failure, topic::Topic};

/// Collects commands and every type they mention.
pub(crate) struct Describe {
    config: Config,
    seen: HashSet<TypeId>,
    types: BTreeMap<String, String>,
    commands: String,
    topics_of: String,
}

impl Describe {
    pub(crate) fn command<Request: TS + 'static, Response: TS + 'static>(&mut self, name: &str, topics: &[Topic]) {
        self.visit::<Request>();
        self.visit::<Response>();
        let (request, response) = (Request::name(&self.config), Response::name(&self.config));
        let _ = writeln!(self.commands, "  {name}: [{request}, {response}];");
        let _ = writeln!(self.topics_of, "  {name}: {},", json!(topics));
    }
}

impl TypeVisitor for Describe {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
        // Only types of our own have a place of their own; the rest is spelt out where it stands.
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            self.types.insert(T::ident(&self.config), format!("{docs}export {}", T::decl(&self.config)));
        }
    }
}

/// The whole of `ui/src/bindings/index.ts`.
pub fn typescript() -> String {
    let mut describe = Describe {
        config: Config::new().with_large_int("number"),
        seen: HashSet::new(),
        types: BTreeMap::new(),
        commands: String::new(),
        topics_of: String::new(),
    };
    commands::describe(&mut describe);
    describe.visit::<Failure>();
    describe.visit::<Topic>();
    describe.visit::<inbox::InboxSession>();
    describe.visit::<inbox::Letter>();
    describe.visit::<inbox::LetterRow>();
    describe.visit::<inbox::Receipt>();
    describe.visit::<inbox::InboxFailure>();
    describe.visit::<inbox::SignInRequest>();
    describe.visit::<inbox::AnswerRequest>();
    let types: Vec<_> = describe.types.into_values().collect();
    format!(
        "// Generated from Rust by `cargo test -p budkavle-app bindings`. Do not edit.\n\n{}\n\n\
         /** Every command: what it takes and what it answers. */\nexport type Commands = {{\n{}}};\n\n\
         /** The topics whose change makes a command's answer stale. */\n\
         export const topicsOf: {{ readonly [Name in keyof Commands]: readonly Topic[] }} = {{\n{}}};\n",
        types.join("\n\n"),
        describe.commands,
        describe.topics_of,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes the file; `cargo xtask check` fails when that changed what is committed.
    #[test]
    fn bindings_are_generated_from_the_commands() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/bindings/index.ts");
        let text = typescript();
        for name in commands::NAMES {
            assert!(text.contains(&format!("  {name}: [")), "{name} is missing");
        }
        if std::fs::read_to_string(path).ok().as_deref() != Some(&text) {
            std::fs::create_dir_all(std::path::Path::new(path).parent().expect("has a parent")).expect("folder");
            std::fs::write(path, text).expect("bindings can be written");
        }
    }
}
