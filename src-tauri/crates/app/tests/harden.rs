//! A hardened process, looked at from inside. Alone in this program, because it holds for the whole process.
#![cfg(target_os = "linux")]

use rustix::process::{DumpableBehavior, Resource, dumpable_behavior, getrlimit};

#[test]
fn a_hardened_process_leaves_no_core_file_and_lets_nobody_look_into_it() {
    budkavle_app::harden().expect("the system allows it");
    assert_eq!(dumpable_behavior().expect("asked"), DumpableBehavior::NotDumpable);
    let core = getrlimit(Resource::Core);
    assert_eq!((core.current, core.maximum), (Some(0), Some(0)));
}
