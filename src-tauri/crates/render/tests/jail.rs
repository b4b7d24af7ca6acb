//! What the child takes away from itself, looked at from outside.
#![cfg(target_os = "linux")]

mod support;

use std::io::{Read, Write};
use std::process::{Command, Stdio};

use frames::request;
use rustix::io::{FdFlags, fcntl_setfd};

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

#[test]
fn what_the_parent_had_open_is_closed_in_the_child() {
    let (mut reading, writing) = std::io::pipe().expect("a pipe");
    fcntl_setfd(&writing, FdFlags::empty()).expect("children inherit it now");
    let mut child = Command::new(env!("CARGO_BIN_EXE_budkavle-render"))
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the child starts");
    drop(writing);
    let mut hello = [0; 2];
    child.stdout.as_mut().expect("a pipe").read_exact(&mut hello).expect("the child says how it is confined");
    // It lives and waits for a document. Were the writing end open there, this would never end.
    assert_eq!(reading.read(&mut [0; 1]).expect("our own end"), 0);
    drop(child.stdin.take());
    child.wait().expect("it ends");
}

#[test]
fn words_that_are_no_probe_get_no_answer_and_no_conversation() {
    for words in [&["probe"][..], &["probe", "everything"], &["help"], &["probe", "connect", "nowhere"]] {
        let output = Command::new(env!("CARGO_BIN_EXE_budkavle-render")).args(words).output().expect("it starts");
        assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(1), &[][..]), "{words:?}");
    }
}
