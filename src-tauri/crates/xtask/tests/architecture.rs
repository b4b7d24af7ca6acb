//! The direction of the dependencies, read from `cargo metadata`. A broken edge is named with what it breaks.

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};

/// What each of our packages may depend on of ours. A package that is not listed may not exist.
const ALLOWED: &[(&str, &[&str])] = &[
    ("budkavle", &["budkavle-app", "budkavle-domain"]),
    (
        "budkavle-app",
        &[
            "budkavle-channel",
            "budkavle-domain",
            "budkavle-fhir",
            "budkavle-inbox",
            "budkavle-pipeline",
            "budkavle-policy",
            "budkavle-store",
            "budkavle-vault",
        ],
    ),
    ("budkavle-policy", &[]),
    ("budkavle-pipeline", &["budkavle-domain", "budkavle-frames", "budkavle-vault"]),
    ("budkavle-channel", &["budkavle-domain", "budkavle-vault"]),
    ("budkavle-inbox", &["budkavle-domain", "budkavle-vault"]),
    ("budkavle-fhir", &["budkavle-domain"]),
    ("budkavle-store", &["budkavle-domain", "budkavle-vault"]),
    ("budkavle-render", &["budkavle-frames"]),
    ("budkavle-frames", &[]),
    ("budkavle-hostile", &[]),
    ("budkavle-vault", &[]),
    ("budkavle-domain", &[]),
    ("budkavle-bench", &["budkavle-frames", "budkavle-pipeline", "budkavle-vault"]),
    ("budkavle-ctl", &["budkavle-app", "budkavle-domain"]),
    (
        "budkavle-testkit",
        &[
            "budkavle-app",
            "budkavle-channel",
            "budkavle-domain",
            "budkavle-inbox",
            "budkavle-pipeline",
            "budkavle-store",
            "budkavle-vault",
        ],
    ),
    (
        "budkavle-tests",
        &[
            "budkavle-app",
            "budkavle-channel",
            "budkavle-ctl",
            "budkavle-domain",
            "budkavle-fhir",
            "budkavle-frames",
            "budkavle-hostile",
            "budkavle-inbox",
            "budkavle-pipeline",
            "budkavle-render",
            "budkavle-store",
            "budkavle-testkit",
            "budkavle-vault",
        ],
    ),
    ("xtask", &[]),
];

/// What tests may use besides: the kit, what was made to do harm, and the two ends of the pipe to the jailed child to each
/// other.
const ALLOWED_IN_TESTS: &[(&str, &str)] = &[
    ("budkavle", "budkavle-pipeline"),
    ("budkavle-app", "budkavle-testkit"),
    ("budkavle-ctl", "budkavle-testkit"),
    ("budkavle-inbox", "budkavle-testkit"),
    ("budkavle-pipeline", "budkavle-hostile"),
    ("budkavle-pipeline", "budkavle-render"),
    ("budkavle-render", "budkavle-hostile"),
    ("budkavle-render", "budkavle-pipeline"),
    ("budkavle-render", "budkavle-vault"),
    ("budkavle-render", "budkavle-domain"),
    ("budkavle-vault", "budkavle-hostile"),
];

/// Whose business a package from outside is: the start of its name, and the only packages of ours that name it.
const KEPT_APART: &[(&str, &[&str], &str)] = &[
    ("keyring", &["budkavle-vault"], "only the vault touches the keyring"),
    ("zbus-secret-service", &["budkavle-vault"], "only the vault touches the keyring"),
    ("windows-native-keyring", &["budkavle-vault"], "only the vault touches the keyring"),
    ("apple-native-keyring", &["budkavle-vault"], "only the vault touches the keyring"),
    ("secret-service", &["budkavle-vault"], "only the vault touches the keyring"),
    ("sqlx", &["budkavle-store"], "only the store speaks SQL"),
    ("libsqlite3-sys", &["budkavle-store"], "only the store speaks SQL"),
    ("rusqlite", &["budkavle-store"], "only the store speaks SQL"),
    ("tauri", &["budkavle"], "only the shell knows Tauri"),
    ("wry", &["budkavle"], "only the shell knows the webview"),
    ("webkit2gtk", &["budkavle"], "only the shell knows the webview"),
    ("rfd", &["budkavle"], "only the shell opens native dialogs"),
    ("hayro", &["budkavle-render"], "an untrusted file is parsed only in the jailed child"),
    ("image", &["budkavle-render"], "an untrusted file is parsed only in the jailed child"),
];

/// What must not even be linked, however indirectly.
const NEVER_LINKED: &[(&str, &[&str], &str)] = &[
    ("budkavle-ctl", &["tauri", "wry", "gtk", "webkit2gtk"], "servers and scheduled jobs have no webview"),
    ("budkavle-tests", &["tauri", "wry"], "the tests build without a webview"),
    ("budkavle-domain", &["tokio", "sqlx", "axum"], "the domain does no I/O"),
    ("budkavle-fhir", &["tokio", "sqlx", "axum"], "a file from elsewhere is read from its bytes alone"),
    ("budkavle-frames", &["tokio", "serde_json"], "the grammar is small enough to read whole"),
    (
        "budkavle-render",
        &["tokio", "sqlx", "axum", "ring", "openssl-sys", "tauri", "wry", "gtk"],
        "the jailed child has no network, no store, no keys and no webview",
    ),
];

fn metadata() -> Metadata {
    MetadataCommand::new().exec().expect("cargo describes the workspace")
}

fn is_ours(name: &str) -> bool {
    name == "budkavle" || name.starts_with("budkavle-") || name == "xtask"
}

fn allowed_for(name: &str) -> Option<&'static [&'static str]> {
    ALLOWED.iter().find(|(package, _)| *package == name).map(|(_, allowed)| *allowed)
}

/// What is wrong with the edges from this package to others of ours.
fn broken_edges(package: &Package) -> Vec<String> {
    let from = package.name.as_str();
    let Some(allowed) = allowed_for(from) else {
        return vec![format!("{from} is not in the table of packages: add it, and what it may depend on")];
    };
    package
        .dependencies
        .iter()
        .filter(|dependency| is_ours(&dependency.name))
        .filter(|dependency| !allowed.contains(&dependency.name.as_str()))
        .filter(|dependency| {
            dependency.kind != DependencyKind::Development
                || !ALLOWED_IN_TESTS.contains(&(from, dependency.name.as_str()))
        })
        .map(|dependency| format!("{from} must not depend on {}", dependency.name))
        .collect()
}

/// What is wrong with what this package takes from outside.
fn broken_borders(package: &Package) -> Vec<String> {
    let from = package.name.as_str();
    let mut broken = Vec::new();
    for dependency in package.dependencies.iter().filter(|dependency| !is_ours(&dependency.name)) {
        for (start, owners, why) in KEPT_APART {
            let same = dependency.name == *start || dependency.name.starts_with(&format!("{start}-"));
            // Test pictures are made, not parsed: a test may encode what the child is to decode.
            let made_for_tests = *start == "image" && dependency.kind == DependencyKind::Development;
            if same && !owners.contains(&from) && !made_for_tests {
                broken.push(format!("{from} must not depend on {}: {why}", dependency.name));
            }
        }
    }
    broken
}

/// Everything that is linked into the package's own targets, tests aside.
fn linked(metadata: &Metadata, package: &Package) -> BTreeSet<String> {
    let graph = metadata.resolve.as_ref().expect("cargo resolved the workspace");
    let nodes: BTreeMap<_, _> = graph.nodes.iter().map(|node| (&node.id, node)).collect();
    let names: BTreeMap<_, _> = metadata.packages.iter().map(|package| (&package.id, package.name.as_str())).collect();
    let mut reached = BTreeSet::from([&package.id]);
    let mut left = vec![&package.id];
    while let Some(id) = left.pop() {
        for dependency in &nodes[id].deps {
            let links = dependency.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal);
            if links && reached.insert(&dependency.pkg) {
                left.push(&dependency.pkg);
            }
        }
    }
    reached.into_iter().map(|id| names[id].to_owned()).collect()
}

#[test]
fn no_dependency_edge_points_the_wrong_way() {
    let metadata = metadata();
    let broken: Vec<String> = metadata.workspace_packages().into_iter().flat_map(broken_edges).collect();
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn keyring_sql_webview_and_parsers_each_have_one_owner() {
    let metadata = metadata();
    let broken: Vec<String> = metadata.workspace_packages().into_iter().flat_map(broken_borders).collect();
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn what_must_not_be_linked_is_not_reached_by_any_road() {
    let metadata = metadata();
    let mut broken = Vec::new();
    for (name, unwanted, why) in NEVER_LINKED {
        let package = metadata
            .workspace_packages()
            .into_iter()
            .find(|package| package.name.as_str() == *name)
            .unwrap_or_else(|| panic!("{name} is gone: take it out of the list"));
        let linked = linked(&metadata, package);
        broken.extend(
            unwanted
                .iter()
                .filter(|other| linked.contains(**other))
                .map(|other| format!("{name} links {other}: {why}")),
        );
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn the_table_itself_has_no_circle() {
    fn reaches(from: &str, to: &str) -> bool {
        allowed_for(from).unwrap_or_default().iter().any(|next| *next == to || reaches(next, to))
    }
    // Fails by not ending, or by saying so: a circle of allowed edges makes "the wrong way" meaningless.
    for (package, _) in ALLOWED {
        assert!(!reaches(package, package), "{package} can reach itself");
    }
}
