//! The operating system's own job that purges a profile while the program does not run: every quarter of an hour, at sign-in,
//! and as soon as possible after a time when the computer was off.
//!
//! What the job is, is text that pure functions make; [`install`] and [`remove`] put it in its place with the system's own
//! tool. Everything is this user's: nothing here needs an administrator of the computer.

mod launchd;
mod systemd;
mod windows;

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Which operating system's way of running jobs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    /// A systemd user timer.
    Systemd,
    /// A task of Windows' Task Scheduler.
    Windows,
    /// A launchd agent.
    Launchd,
}

impl System {
    /// This computer's.
    pub const fn here() -> Self {
        if cfg!(windows) {
            Self::Windows
        } else if cfg!(target_os = "macos") {
            Self::Launchd
        } else {
            Self::Systemd
        }
    }
}

/// A job: which program purges which profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// `budkavlectl`, as a full path.
    pub program: PathBuf,
    /// The profile's folder, as a full path.
    pub profile: PathBuf,
    /// On Windows the account, `DOMAIN\user`; elsewhere unused.
    pub account: String,
}

/// A file that makes up a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobFile {
    /// Its name in the folder where the system looks.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl JobFile {
    /// What is in it, as text.
    pub fn text(&self) -> String {
        match self.bytes.strip_prefix(&[0xff, 0xfe]) {
            Some(utf16) => {
                let units: Vec<u16> =
                    utf16.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
                String::from_utf16_lossy(&units)
            }
            None => String::from_utf8_lossy(&self.bytes).into_owned(),
        }
    }
}

/// Why there is no job.
#[derive(Debug, thiserror::Error)]
pub enum ScheduleProblem {
    /// A path has a line break or is not valid text, or is not a full path: it cannot be written into a job safely.
    #[error("a path cannot be written into a job")]
    UnusablePath,
    /// It is not known where this user's jobs lie.
    #[error("there is no folder for jobs")]
    NoFolder,
    /// The job's files could not be written or removed.
    #[error("the job's files could not be written or removed")]
    File(#[from] io::Error),
    /// The files are in place, but the system's tool is missing or did not take them.
    #[error("the system's tool {tool} did not take the job")]
    Refused {
        /// Which tool.
        tool: &'static str,
    },
}

impl ScheduleProblem {
    /// What happened and what to do, in Swedish.
    pub fn advice(&self) -> String {
        match self {
            Self::UnusablePath => {
                "Sökvägen till profilen eller programmet går inte att använda i ett schemalagt jobb. Ange hela sökvägen, utan \
                 radbrytningar."
                    .to_owned()
            }
            Self::NoFolder => "Det går inte att avgöra var dina schemalagda jobb ligger. Kontrollera att du är inloggad \
                               som profilens användare."
                .to_owned(),
            Self::File(_) => "Jobbets filer går inte att skriva eller ta bort. Kontrollera rättigheter och ledigt \
                              utrymme, och försök igen."
                .to_owned(),
            Self::Refused { tool } => format!(
                "Systemets verktyg {tool} saknas eller tog inte emot jobbet. Kör budkavlectl purge --print för att se \
                 jobbet, och lägg in det för hand eller be IT om hjälp."
            ),
        }
    }
}

impl Job {
    /// The job of this program for a profile.
    ///
    /// # Errors
    /// [`ScheduleProblem::UnusablePath`].
    pub fn of(profile: &Path) -> Result<Self, ScheduleProblem> {
        let profile = std::path::absolute(profile).map_err(|_| ScheduleProblem::UnusablePath)?;
        let program = env::current_exe().map_err(|_| ScheduleProblem::UnusablePath)?;
        let account = match (env::var("USERDOMAIN"), env::var("USERNAME")) {
            (Ok(domain), Ok(user)) => format!("{domain}\\{user}"),
            _ => String::new(),
        };
        Ok(Self { program, profile, account })
    }

    /// The files that make up the job.
    ///
    /// # Errors
    /// [`ScheduleProblem::UnusablePath`].
    pub fn files(&self, system: System) -> Result<Vec<JobFile>, ScheduleProblem> {
        let program = usable(&self.program)?;
        let profile = usable(&self.profile)?;
        let name = name_of(&self.profile);
        Ok(match system {
            System::Systemd => systemd::files(&name, program, profile),
            System::Windows => windows::files(&name, program, profile, &self.account),
            System::Launchd => launchd::files(&name, program, profile),
        })
    }
}

/// A name of its own for each profile's job, so that two profiles have two.
fn name_of(profile: &Path) -> String {
    let hash = blake3::hash(profile.as_os_str().as_encoded_bytes());
    hash.to_hex()[..12].to_owned()
}

fn usable(path: &Path) -> Result<&str, ScheduleProblem> {
    let text = path.to_str().filter(|text| !text.contains(char::is_control));
    text.filter(|_| path.has_root()).ok_or(ScheduleProblem::UnusablePath)
}

/// Where this user's jobs lie. On Windows the task is handed over as a file and kept by the system itself.
fn folder(system: System) -> Result<PathBuf, ScheduleProblem> {
    let from = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = || from("HOME");
    let folder = match system {
        System::Systemd => {
            let config = from("XDG_CONFIG_HOME").or_else(|| home().map(|home| home.join(".config")));
            config.map(|config| config.join("systemd/user"))
        }
        System::Launchd => home().map(|home| home.join("Library/LaunchAgents")),
        System::Windows => from("LOCALAPPDATA").map(|data| data.join("Budkavle")),
    };
    folder.ok_or(ScheduleProblem::NoFolder)
}

/// Installs or renews the job, and has it run at its times from now on.
///
/// # Errors
/// See [`ScheduleProblem`].
pub fn install(job: &Job) -> Result<(), ScheduleProblem> {
    let system = System::here();
    let files = job.files(system)?;
    let folder = folder(system)?;
    fs::create_dir_all(&folder)?;
    for file in &files {
        let (place, beside) = (folder.join(&file.name), folder.join(format!("{}.tmp", file.name)));
        fs::write(&beside, &file.bytes)?;
        fs::rename(beside, place)?;
    }
    let name = name_of(&job.profile);
    match system {
        System::Systemd => {
            run("systemctl", &["--user", "daemon-reload"])?;
            run("systemctl", &["--user", "enable", "--now", &systemd::timer(&name)])
        }
        System::Launchd => {
            let place = folder.join(launchd::file(&name)).to_string_lossy().into_owned();
            let domain = launchd_domain()?;
            // An older version of it must go before the new one is taken; that there is none is no failure.
            let _ = run("launchctl", &["bootout", &domain, &place]);
            run("launchctl", &["bootstrap", &domain, &place])
        }
        System::Windows => {
            let place = folder.join(windows::file(&name)).to_string_lossy().into_owned();
            run("schtasks", &["/Create", "/TN", &windows::task(&name), "/XML", &place, "/F"])
        }
    }
}

/// Removes the job. That there is none is no failure.
///
/// # Errors
/// See [`ScheduleProblem`].
pub fn remove(job: &Job) -> Result<(), ScheduleProblem> {
    let system = System::here();
    let folder = folder(system)?;
    if is_installed(&job.profile) == Some(false) {
        return Ok(());
    }
    let name = name_of(&job.profile);
    let told = match system {
        System::Systemd => run("systemctl", &["--user", "disable", "--now", &systemd::timer(&name)]),
        System::Launchd => {
            let place = folder.join(launchd::file(&name)).to_string_lossy().into_owned();
            run("launchctl", &["bootout", &launchd_domain()?, &place])
        }
        System::Windows => run("schtasks", &["/Delete", "/TN", &windows::task(&name), "/F"]),
    };
    for file in job.files(system)? {
        match fs::remove_file(folder.join(file.name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    if system == System::Systemd {
        // A timer whose file is gone is forgotten here, also if it could not be disabled before.
        let _ = run("systemctl", &["--user", "daemon-reload"]);
    }
    told
}

/// Whether a job for this profile lies where the system looks; `None` when that cannot be told.
pub(crate) fn is_installed(profile: &Path) -> Option<bool> {
    let system = System::here();
    let name = name_of(&std::path::absolute(profile).ok()?);
    let file = match system {
        System::Systemd => systemd::timer(&name),
        System::Launchd => launchd::file(&name),
        System::Windows => windows::file(&name),
    };
    Some(folder(system).ok()?.join(file).exists())
}

fn launchd_domain() -> Result<String, ScheduleProblem> {
    let refused = || ScheduleProblem::Refused { tool: "id" };
    let told = Command::new("id").arg("-u").output().map_err(|_| refused())?;
    let number = String::from_utf8(told.stdout).ok().and_then(|text| text.trim().parse::<u32>().ok());
    number.map(|number| format!("gui/{number}")).ok_or_else(refused)
}

fn run(tool: &'static str, arguments: &[&str]) -> Result<(), ScheduleProblem> {
    let mut command = Command::new(tool);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        _ => Err(ScheduleProblem::Refused { tool }),
    }
}
