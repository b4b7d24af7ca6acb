//! The operating system's own dialogs, which no WebDriver sees: driven with xdotool, as a person's hands do.

use std::process::Command;

use budkavle_tests::until;

/// Answers the folder dialog of this title by typing a path.
pub(crate) fn choose_folder(title: &str, path: &str) {
    let window = until(&format!("the dialog \"{title}\" is open"), || window(title));
    // Without a window manager nobody else gives it the keyboard.
    until("the dialog has the keyboard", || {
        xdotool(&["windowfocus", &window]);
        (asked(&["getwindowfocus"]) == Some(window.clone())).then_some(())
    });
    // Ctrl+L opens the field for a path, where what stands is chosen whole and the typing replaces it.
    xdotool(&["key", "--clearmodifiers", "ctrl+l"]);
    xdotool(&["type", "--clearmodifiers", "--delay", "12", path]);
    // A list of names that the dialog proposes takes the first Return.
    until(&format!("the dialog \"{title}\" is closed"), || {
        xdotool(&["key", "--clearmodifiers", "Return"]);
        self::window(title).is_none().then_some(())
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
