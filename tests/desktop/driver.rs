//! A WebDriver server of our own, and what it starts: all of it ends with the value.

use std::{
    net::{TcpListener, TcpStream},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use budkavle_tests::until;
use fantoccini::{Client, ClientBuilder, error::NewSessionError};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tempfile::TempDir;

/// A server that speaks WebDriver, in a process group of its own.
pub(crate) struct Driver {
    child: Child,
    url: String,
}

impl Driver {
    /// Starts the server and waits until it can be asked.
    fn start(program: &Path, environment: &[(&str, &str)]) -> Self {
        let port = free_port();
        let child = Command::new(program)
            .arg(format!("--port={port}"))
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .unwrap_or_else(|error| panic!("{} does not start: {error}", program.display()));
        let driver = Self { child, url: format!("http://127.0.0.1:{port}") };
        until("the WebDriver server answers", || TcpStream::connect(("127.0.0.1", port)).ok());
        driver
    }

    async fn session(&self, capabilities: &Value) -> Result<Client, NewSessionError> {
        let capabilities: Map<String, Value> = capabilities.as_object().cloned().expect("made here as a map");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities).connect(&self.url).await
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The whole group: a server that is killed leaves what it started.
        let group = format!("-{}", self.child.id());
        let _ended = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _reaped = self.child.wait();
    }
}

/// The driver asks for the window as soon as WebKit runs, and gives up if the program has not made it yet: a race that it
/// loses now and then on a busy machine.
const STARTS: usize = 5;

/// The desktop program in its window.
pub(crate) struct Window {
    pub(crate) client: Client,
    /// The program and its arguments, as `/proc` tells them.
    command: String,
    _driver: Driver,
}

impl Window {
    /// Opens the window with these arguments, by Debian's driver of WebKitGTK.
    pub(crate) async fn open(arguments: &[&str]) -> Self {
        Self::open_in(arguments, &[]).await
    }

    /// As [`Window::open`], in other surroundings.
    pub(crate) async fn open_in(arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let program = which("WebKitWebDriver", "webkit2gtk-driver");
        let binary = budkavle_tests::program("budkavle");
        let capabilities = json!({ "webkitgtk:browserOptions": { "binary": binary, "args": arguments } });
        let mut problem = None;
        for _ in 0..STARTS {
            let automation = [("TAURI_AUTOMATION", "true"), ("TAURI_WEBVIEW_AUTOMATION", "true")];
            let driver = Driver::start(&program, &[&automation, environment].concat());
            match driver.session(&capabilities).await {
                Ok(client) => {
                    let command = [&[binary.to_str().unwrap_or_default()], arguments].concat().join("\0");
                    return Self { client, command, _driver: driver };
                }
                Err(error) => problem = Some(error),
            }
        }
        panic!("the window cannot be driven: {problem:?}");
    }

    /// Closes the window and waits until the program has ended.
    pub(crate) async fn close(self) {
        self.client.close().await.expect("the session ends");
        tokio::task::block_in_place(|| {
            until("the program has ended", || process(&self.command).is_none().then_some(()))
        });
    }

    /// Kills the program where it is, without any farewell.
    pub(crate) fn kill(self) {
        let process = process(&self.command).expect("the program runs");
        let killed = Command::new("kill").args(["-KILL", &process]).status();
        assert!(killed.is_ok_and(|status| status.success()), "the program could not be killed");
        until("the program has ended", || process_is_gone(&process).then_some(()));
    }
}

/// The id of the process that was started with this command, arguments parted by zeros.
fn process(command: &str) -> Option<String> {
    let processes = std::fs::read_dir("/proc").expect("Linux").flatten();
    let mut ids = processes.filter_map(|process| process.file_name().into_string().ok());
    ids.find(|id| {
        let line = std::fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
        line.strip_suffix(b"\0").is_some_and(|line| line == command.as_bytes())
    })
}

/// A process that was killed has no command line any more, also before its parent has noticed.
fn process_is_gone(id: &str) -> bool {
    std::fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default().is_empty()
}

/// A citizen's browser: Chromium with a folder of its own.
pub(crate) struct Browser {
    pub(crate) client: Client,
    driver: Driver,
    _folder: TempDir,
}

impl Browser {
    pub(crate) async fn open() -> Self {
        let said = |name: &str| std::env::var_os(name).map(PathBuf::from);
        let binary = said("BUDKAVLE_BROWSER").unwrap_or_else(|| which("chromium", "chromium"));
        let program = said("BUDKAVLE_BROWSER_DRIVER").unwrap_or_else(|| which("chromedriver", "chromium-driver"));
        let folder = tempfile::tempdir().expect("a place for temporary files");
        let own = |name: &str| folder.path().join(name).display().to_string();
        // A home of its own too: what a citizen's browser keeps is not what the staff's computer keeps.
        let (home, data) = (own("home"), own("data"));
        std::fs::create_dir(&home).expect("ours");
        let environment =
            [("HOME", home.as_str()), ("TMPDIR", &home), ("XDG_CONFIG_HOME", &home), ("XDG_CACHE_HOME", &home)];
        let driver = Driver::start(&program, &environment);
        let arguments = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--lang=sv-SE",
            "--window-size=1000,1300",
            &format!("--user-data-dir={data}"),
        ];
        let options = json!({ "binary": binary, "args": arguments });
        let capabilities = json!({ "browserName": "chrome", "goog:chromeOptions": options });
        let client = driver.session(&capabilities).await.expect("Chromium starts");
        Self { client, driver, _folder: folder }
    }

    /// Gives a command of Chromium's own protocol (<https://chromedevtools.github.io/devtools-protocol/>), for what WebDriver
    /// has no word for.
    pub(crate) async fn tell(&self, command: &str, parameters: Value) -> Value {
        let session = self.client.session_id().await.expect("the session is open").expect("it has an id");
        let url = format!("{}/session/{session}/goog/cdp/execute", self.driver.url);
        let said = json!({ "cmd": command, "params": parameters }).to_string();
        let mut answer = tokio::task::block_in_place(|| {
            let request = ureq::post(url).header("content-type", "application/json");
            let mut answer = request.send(said).unwrap_or_else(|error| panic!("{command}: {error}"));
            serde_json::from_reader::<_, Value>(answer.body_mut().as_reader()).expect("the protocol is JSON")
        });
        answer["value"].take()
    }

    pub(crate) async fn close(self) {
        self.client.close().await.expect("the session ends");
    }
}

/// A port that nobody listens at now.
fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port on the loopback");
    listener.local_addr().expect("it is bound").port()
}

fn which(name: &str, package: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|folder| folder.join(name)).find(|path| path.is_file());
    found.unwrap_or_else(|| panic!("{name} is not installed (Debian: {package}); `cargo xtask setup` installs it"))
}
