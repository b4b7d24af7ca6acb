//! What the child takes away from itself, looked at from outside.
#![cfg(target_os = "linux")]

mod support;

use std::io::{Read, Write};
use std::process::{Command, Stdio};

use frames::request;

/// The child's limits as the system shows them, once it has answered and therefore confined itself.
fn limits_of_a_child_at_work() -> String {
    let document = support::pages(1);
    let mut child = Command::new(env!("CARGO_BIN_EXE_budkavle-render"))
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the child starts");
    let mut requests = child.stdin.take().expect("a pipe");
    requests
        .write_all(&request::open_head(request::DocumentKind::Pdf, 0, document.len() as u64))
        .and_then(|()| requests.write_all(&document))
        .and_then(|()| requests.flush())
        .expect("the child listens");
    let mut answer = [0; 13];
    child.stdout.as_mut().expect("a pipe").read_exact(&mut answer).expect("the child answers");
    assert_eq!((answer[0], answer[1] & 3), (7, 3), "limits and system calls, whatever else");
    assert_eq!(answer[2..], [0, 1, 0, 0, 0, 1, 5, 0, 0, 0, 0]);
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", child.id())).expect("it lives");
    drop(requests);
    let status = child.wait().expect("it ends");
    assert!(!status.success(), "the parent left without a word");
    limits
}

#[test]
fn the_child_limits_its_memory_time_and_descriptors() {
    let limits = limits_of_a_child_at_work();
    for (name, soft, hard) in [
        ("Max address space", "1073741824", "1073741824"),
        ("Max cpu time", "60", "65"),
        ("Max open files", "3", "3"),
        ("Max core file size", "0", "0"),
    ] {
        let line = limits.lines().find(|line| line.starts_with(name)).expect("a line for each limit");
        let values: Vec<_> = line[name.len()..].split_whitespace().take(2).collect();
        assert_eq!(values, [soft, hard], "{name}");
    }
}
