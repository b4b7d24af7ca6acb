//! The operating system's own dialogs, which no WebDriver sees: driven with xdotool, as a person's hands do.

use std::{
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use budkavle_tests::until;

/// How long the dialog has to close after an answer. A busy machine may not have taken all of it: then it is given again.
const AN_ANSWER: Duration = Duration::from_secs(5);

/// How long a dialog may take to close once it is answered.
const A_CLOSING: Duration = Duration::from_secs(1);

/// Answers the folder dialog of this title by typing a path (ASCII, and in full).
pub(crate) fn choose_folder(title: &str, path: &Path) {
    let path = path.to_str().filter(|path| path.is_ascii()).expect("a path that xdotool can type");
    let window = until(&format!("the dialog \"{title}\" is open"), || window(title));
    until(&format!("the dialog \"{title}\" is answered"), || {
        // Without a window manager nobody else gives it the keyboard.
        xdotool(&["windowfocus", &window]);
        // Ctrl+L opens the field for a path; what stands there is chosen whole, and the typing replaces it.
        for keys in ["ctrl+l", "ctrl+a"] {
            xdotool(&["key", "--clearmodifiers", keys]);
        }
        xdotool(&["type", "--clearmodifiers", "--delay", "12", path]);
        // A list of names that the dialog proposes takes the first Return. One too many would press the button in the
        // window behind, and open the dialog anew.
        let begun = Instant::now();
        while begun.elapsed() < AN_ANSWER {
            xdotool(&["key", "--clearmodifiers", "Return"]);
            let pressed = Instant::now();
            while pressed.elapsed() < A_CLOSING {
                if self::window(title).is_none() {
                    return Some(());
                }
            }
        }
        None
    });
}

/// The visible window of this title.
fn window(title: &str) -> Option<String> {
    asked(&["search", "--onlyvisible", "--name", title])
}

/// What xdotool says on its first line, if it succeeds and says anything.
fn asked(words: &[&str]) -> Option<String> {
    let output = Command::new("xdotool").args(words).output().expect("xdotool is installed");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    said.lines().next().map(str::to_owned)
}

fn xdotool(words: &[&str]) {
    // A window may go away meanwhile; what the words were to do is waited for by whoever said them.
    let _outcome = Command::new("xdotool").args(words).status().expect("xdotool is installed");
}
