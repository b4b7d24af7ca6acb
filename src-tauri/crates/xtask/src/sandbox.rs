//! A place to run the application or its tests in: own home folder, own temporary folder, and if wanted an own
//! display, message bus and unlocked keyring. All of it is gone when the value is dropped.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::ground;
use crate::plan::Failure;
use crate::process;

/// How long a display, a bus or a keyring may take to come up.
const PATIENCE: Duration = Duration::from_secs(30);
/// Opens the throw-away keyring; protects nothing.
const PASSWORD: &[u8] = b"throw-away";
/// The virtual display: a common laptop's.
const SCREEN: &str = "1440x900x24";

/// What the surroundings tell a program about the person's own session, none of which may reach inside.
const OUTSIDE: &[&str] = &[
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "SESSION_MANAGER",
    "GNOME_KEYRING_CONTROL",
    "SSH_AUTH_SOCK",
    "GTK_MODULES",
    "AT_SPI_BUS_ADDRESS",
];

/// Folders of its own, and the programs that serve what runs in it.
pub(crate) struct Sandbox {
    folder: PathBuf,
    environment: Vec<(&'static str, OsString)>,
    servants: Vec<Child>,
}

impl Sandbox {
    /// Only folders: no display, and a message bus that cannot be reached, so no keyring.
    pub(crate) fn headless() -> Result<Self, Failure> {
        let folder = make_folder()?;
        let mut environment = vec![
            ("LANG", OsString::from("C.UTF-8")),
            ("DBUS_SESSION_BUS_ADDRESS", joined("unix:path=", folder.join("no-bus"))),
            // cargo and rustup live in the real home folder.
            ("CARGO_HOME", ground::xdg("CARGO_HOME", ".cargo").into()),
            ("RUSTUP_HOME", ground::xdg("RUSTUP_HOME", ".rustup").into()),
        ];
        for (variable, name) in [
            ("HOME", "home"),
            ("TMPDIR", "tmp"),
            ("XDG_DATA_HOME", "home/.local/share"),
            ("XDG_STATE_HOME", "home/.local/state"),
            ("XDG_CONFIG_HOME", "home/.config"),
            ("XDG_CACHE_HOME", "home/.cache"),
            ("XDG_RUNTIME_DIR", "run"),
        ] {
            let path = folder.join(name);
            make_private(&path)?;
            environment.push((variable, path.into()));
        }
        Ok(Self { folder, environment, servants: Vec::new() })
    }

    /// Also a virtual display, a message bus, and a keyring that stands open.
    pub(crate) fn desktop() -> Result<Self, Failure> {
        let mut sandbox = Self::headless()?;
        let display = sandbox.serve(
            Command::new("Xvfb").args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"]),
            |line| line.bytes().all(|byte| byte.is_ascii_digit()) && !line.is_empty(),
        )?;
        sandbox.set("DISPLAY", joined(":", display));
        sandbox.set("GDK_BACKEND", "x11");
        let bus = sandbox.serve(
            Command::new("dbus-daemon").args(["--session", "--nofork", "--nopidfile", "--print-address=1"]),
            |line| line.contains(":path=") || line.contains(":abstract="),
        )?;
        sandbox.set("DBUS_SESSION_BUS_ADDRESS", bus);
        sandbox.open_keyring()?;
        if let Some((browser, driver)) = crate::packages::browser() {
            sandbox.set("BUDKAVLE_BROWSER", browser);
            sandbox.set("BUDKAVLE_BROWSER_DRIVER", driver);
        }
        Ok(sandbox)
    }

    /// Makes the command run inside.
    pub(crate) fn around<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        for name in OUTSIDE {
            command.env_remove(name);
        }
        command.envs(self.environment.iter().map(|(name, value)| (name, value)))
    }

    fn set(&mut self, name: &'static str, value: impl Into<OsString>) {
        self.environment.retain(|(present, _)| *present != name);
        self.environment.push((name, value.into()));
    }

    /// Starts a program that serves this sandbox and returns the line by which it says that it is ready.
    fn serve(&mut self, command: &Command, ready: fn(&str) -> bool) -> Result<String, Failure> {
        let program = command.get_program().to_string_lossy().into_owned();
        let mut mortal = process::mortal(command.get_program());
        mortal.args(command.get_args()).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = process::spawn(self.around(&mut mortal))?;
        let line = process::line_from(&mut child, PATIENCE, ready);
        self.servants.push(child);
        line.ok_or(Failure::TooSlow { what: program, limit: PATIENCE })
    }

    fn open_keyring(&mut self) -> Result<(), Failure> {
        let mut keyring = process::mortal("gnome-keyring-daemon");
        keyring.args(["--unlock", "--foreground", "--components=secrets"]);
        keyring.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = process::spawn(self.around(&mut keyring))?;
        let told = child.stdin.take().map(|mut pipe| pipe.write_all(PASSWORD));
        self.servants.push(child);
        if !matches!(told, Some(Ok(()))) {
            return Err(Failure::Refused { program: "gnome-keyring-daemon".into() });
        }
        // The bus would start a second, locked keyring for the first who asks, so nobody may ask before it is there.
        process::until(PATIENCE, || {
            let mut question = Command::new("dbus-send");
            question.args(["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"]);
            question.args(["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"]);
            process::output(self.around(&mut question)).ok()?.contains("boolean true").then_some(())
        })
        .ok_or(Failure::TooSlow { what: "gnome-keyring-daemon".into(), limit: PATIENCE })
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        // The last started first: the keyring before the bus, the bus before the display.
        while let Some(mut servant) = self.servants.pop() {
            process::end(&mut servant);
        }
        // A program that was just ended may still be writing; what it wrote after the first sweep goes in a later one.
        let swept = process::until(Duration::from_secs(5), || {
            let gone = fs::remove_dir_all(&self.folder).is_ok() || !self.folder.exists();
            gone.then_some(())
        });
        if swept.is_none() {
            println!("    {} kunde inte tas bort", self.folder.display());
        }
    }
}

/// A new folder under the temporary one, which nobody else can look into.
fn make_folder() -> Result<PathBuf, Failure> {
    let mut number = 0_u32;
    loop {
        let folder = env::temp_dir().join(format!("budkavle-{}-{number}", std::process::id()));
        if !folder.exists() {
            make_private(&folder)?;
            return Ok(folder);
        }
        number += 1;
    }
}

fn make_private(folder: &Path) -> Result<(), Failure> {
    let at = |cause| Failure::File { path: folder.display().to_string(), cause };
    fs::create_dir_all(folder).map_err(at)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(at)?;
    }
    Ok(())
}

fn joined(start: &str, end: impl Into<OsString>) -> OsString {
    let mut whole = OsString::from(start);
    whole.push(end.into());
    whole
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_program_inside_sees_a_home_of_its_own_that_is_gone_afterwards() {
        let sandbox = Sandbox::headless().expect("the temporary folder can be written");
        let home =
            process::output(sandbox.around(Command::new("sh").args(["-c", "touch \"$HOME/x\"; echo \"$HOME\""])))
                .expect("sh is there");
        assert!(Path::new(&home).join("x").is_file());
        assert_ne!(Path::new(&home), ground::home());
        drop(sandbox);
        assert!(!Path::new(&home).exists());
    }

    #[test]
    fn the_desktop_has_a_keyring_that_stands_open_and_a_display_that_can_be_photographed() {
        let sandbox = Sandbox::desktop().expect("`cargo xtask setup` has installed what it takes");
        let mut remember = Command::new("secret-tool");
        remember.args(["store", "--label=test", "of", "test"]).stdin(Stdio::piped());
        let mut child = sandbox.around(&mut remember).spawn().expect("secret-tool is installed");
        child.stdin.take().expect("it was piped").write_all(b"kept").expect("it reads");
        assert!(child.wait().expect("it ends").success());
        let recalled = process::output(sandbox.around(Command::new("secret-tool").args(["lookup", "of", "test"])));
        assert_eq!(recalled.ok().as_deref(), Some("kept"));

        let icon = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../icons/128x128.png");
        let mut show = process::mortal("display");
        show.args(["-title", "A window"]).arg(icon);
        let mut window = sandbox.around(&mut show).spawn().expect("imagemagick is installed");
        let picture = sandbox.folder.join("picture.png");
        let taken = crate::picture::take(&sandbox, "A window", &picture);
        process::end(&mut window);
        taken.expect("the window is drawn");
        assert!(fs::read(picture).expect("it was saved").starts_with(b"\x89PNG"));
    }
}
