//! Tells Cargo that a release build carries the built page inside it.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Only a release embeds the page; a debug build reads it when the server starts. Without this line a release made before
    // the page was built would go on answering that it is missing.
    if std::env::var("PROFILE").as_deref() == Ok("release") {
        println!("cargo::rerun-if-changed=../../../ui/dist");
    }
}
