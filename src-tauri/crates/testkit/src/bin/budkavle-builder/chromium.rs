//! Chromium, driven by its own protocol over two pipes: a message ends with a zero.

use std::{
    ffi::OsStr,
    io::{self, BufRead, BufReader, Write},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use serde_json::{Value, json};
use tempfile::TempDir;

/// Its pipes are descriptors 3 and 4, which a shell gives it; what it prints is thrown away.
const START: &str = r#"exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1"#;
/// Nothing but this machine can be reached, and a frame comes as soon as it is drawn: what is measured is work, not the wait
/// for the screen's beat.
const ARGUMENTS: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-gpu-vsync",
    "--disable-frame-rate-limit",
    "--no-first-run",
    "--remote-debugging-pipe",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--lang=sv-SE",
    "--window-size=1440,900",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// A browser in a folder of its own. Ends with the value.
pub(crate) struct Chromium {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    asked: u64,
    _folder: TempDir,
}

/// A page that shares nothing with any other.
pub(crate) struct Page {
    session: Value,
    context: Value,
}

/// A key, with what is held down meanwhile: 1 is Alt, 2 is Ctrl.
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) code: &'static str,
    pub(crate) number: u32,
    pub(crate) held: u32,
    /// What it writes, if anything.
    pub(crate) text: Option<&'static str>,
}

impl Chromium {
    pub(crate) fn start(program: &OsStr) -> io::Result<Self> {
        let folder = tempfile::tempdir()?;
        let mut data = std::ffi::OsString::from("--user-data-dir=");
        data.push(folder.path());
        let mut shell = Command::new("sh");
        shell.args(["-c", START]).arg(program).args(ARGUMENTS).arg(data).arg("about:blank");
        let mut child = shell.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let (Some(to), Some(from)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::Error::other("no pipes"));
        };
        Ok(Self { child, to, from: BufReader::new(from), asked: 0, _folder: folder })
    }

    /// Opens an address in a page of its own and waits until it is loaded.
    pub(crate) fn open(&mut self, address: &str) -> io::Result<Page> {
        let context = self.ask(None, "Target.createBrowserContext", &json!({}))?["browserContextId"].take();
        let blank = json!({ "url": "about:blank", "browserContextId": context });
        let target = self.ask(None, "Target.createTarget", &blank)?["targetId"].take();
        let attach = json!({ "targetId": target, "flatten": true });
        let session = self.ask(None, "Target.attachToTarget", &attach)?["sessionId"].take();
        let page = Page { session, context };
        self.send(&page, "Page.navigate", &json!({ "url": address }))?;
        let loaded = format!("document.readyState === 'complete' && location.href.startsWith({})", json!(address));
        while self.evaluate(&page, &loaded)? != true {}
        Ok(page)
    }

    pub(crate) fn close(&mut self, page: Page) -> io::Result<()> {
        self.ask(None, "Target.disposeBrowserContext", &json!({ "browserContextId": page.context })).map(drop)
    }

    /// Runs a script in the page.
    pub(crate) fn run(&mut self, page: &Page, script: &str) -> io::Result<Value> {
        let words = json!({ "expression": script, "awaitPromise": true, "returnByValue": true });
        let mut answer = self.send(page, "Runtime.evaluate", &words)?;
        if answer["exceptionDetails"].is_null() {
            Ok(answer["result"]["value"].take())
        } else {
            Err(io::Error::other(answer["exceptionDetails"].to_string()))
        }
    }

    /// What an expression comes to, once it has settled. A page may have put another promise in place of the language's.
    pub(crate) fn evaluate(&mut self, page: &Page, expression: &str) -> io::Result<Value> {
        self.run(page, &format!("(async () => ({expression}))()"))
    }

    /// Presses a key and lets it go.
    pub(crate) fn press(&mut self, page: &Page, key: &Key) -> io::Result<()> {
        for kind in [if key.text.is_some() { "keyDown" } else { "rawKeyDown" }, "keyUp"] {
            let mut event = json!({
                "type": kind, "key": key.name, "code": key.code,
                "windowsVirtualKeyCode": key.number, "modifiers": key.held,
            });
            if let ("keyDown", Some(text)) = (kind, key.text) {
                event["text"] = text.into();
            }
            self.send(page, "Input.dispatchKeyEvent", &event)?;
        }
        Ok(())
    }

    /// The left button, at a place: `mousePressed`, `mouseMoved` or `mouseReleased`.
    pub(crate) fn pointer(&mut self, page: &Page, kind: &str, x: f64, y: f64) -> io::Result<()> {
        let buttons = u8::from(kind != "mouseReleased");
        let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": buttons, "clickCount": 1 });
        self.send(page, "Input.dispatchMouseEvent", &event).map(drop)
    }

    fn send(&mut self, page: &Page, method: &str, words: &Value) -> io::Result<Value> {
        self.ask(Some(&page.session), method, words)
    }

    /// Sends a message and waits for its answer; what else the browser tells is passed over.
    fn ask(&mut self, session: Option<&Value>, method: &str, words: &Value) -> io::Result<Value> {
        self.asked += 1;
        let mut message = json!({ "id": self.asked, "method": method, "params": words });
        if let Some(session) = session {
            message["sessionId"] = session.clone();
        }
        self.to.write_all(message.to_string().as_bytes())?;
        self.to.write_all(&[0])?;
        self.to.flush()?;
        loop {
            let mut bytes = Vec::new();
            if self.from.read_until(0, &mut bytes)? == 0 {
                return Err(io::Error::other("the browser has ended"));
            }
            bytes.pop();
            let mut answer: Value = serde_json::from_slice(&bytes)?;
            if answer["id"] == self.asked {
                let refusal = answer["error"].take();
                let result = answer["result"].take();
                return if refusal.is_null() {
                    Ok(result)
                } else {
                    Err(io::Error::other(format!("{method}: {refusal}")))
                };
            }
        }
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // Both fail only when it has already ended, which is what is wanted.
        let _killed = self.child.kill();
        let _reaped = self.child.wait();
    }
}
