//! What is on a screen, found as a person finds it: by role and name. Waiting is for something, and has an end.

use std::{
    future::Future,
    path::PathBuf,
    process::Command,
    sync::{Arc, Mutex},
    time::Duration,
};

use budkavle_tests::PATIENCE;
use fantoccini::{
    Client,
    actions::{InputSource, KeyAction, KeyActions, MouseActions, PointerAction},
    elements::{Element, ElementRef},
    error::CmdError,
    key::Key,
};
use serde_json::{Value, json};

/// How WebDriver names an element on the wire (<https://www.w3.org/TR/webdriver2/#elements>).
pub(crate) const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
/// No single question to a driver takes this long, unless the other side hangs.
const A_LONG_TIME: Duration = Duration::from_secs(30);
/// Between two looks.
const A_MOMENT: Duration = Duration::from_millis(80);

/// How a name must agree.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Name<'n> {
    /// All of it.
    Is(&'n str),
    /// Its beginning.
    Starts(&'n str),
    /// A part of it.
    Has(&'n str),
    /// Its end.
    Ends(&'n str),
}

impl<'n> From<&'n str> for Name<'n> {
    fn from(name: &'n str) -> Self {
        Self::Is(name)
    }
}

impl<'n> Name<'n> {
    const fn parts(self) -> (&'n str, &'static str) {
        match self {
            Self::Is(name) => (name, "is"),
            Self::Starts(name) => (name, "starts"),
            Self::Has(name) => (name, "has"),
            Self::Ends(name) => (name, "ends"),
        }
    }
}

/// A window or a browser's page.
#[derive(Clone)]
pub(crate) struct Screen {
    pub(crate) client: Client,
    within: Option<Element>,
    /// What axe found so far, told all at once at the end.
    violations: Arc<Mutex<Vec<String>>>,
}

impl Screen {
    pub(crate) fn new(client: Client) -> Self {
        Self { client, within: None, violations: Arc::default() }
    }

    /// Keeps a violation until [`Screen::faultless`].
    pub(crate) fn violated(&self, what: String) {
        self.violations.lock().expect("no panic while it is held").push(what);
    }

    /// Listens for what goes wrong in the page's own code, to be told when a wait is in vain and by [`Screen::faultless`].
    pub(crate) async fn listen(&self) {
        let listening = self.client.execute(include_str!("listen.js"), Vec::new()).await;
        listening.unwrap_or_else(|error| panic!("listening: {error}"));
    }

    /// Fails if anything went wrong in the page's own code, or if axe found anything on any screen.
    pub(crate) async fn faultless(&self) {
        let faults = self.client.execute("return window.faults", Vec::new()).await;
        assert_eq!(faults.expect("it was listened to"), json!([]), "the page's own code failed");
        let violations = self.violations.lock().expect("no panic while it is held");
        assert!(violations.is_empty(), "{}", violations.join("\n"));
    }

    /// The part of the screen that this element is.
    pub(crate) fn inside(&self, element: Element) -> Self {
        Self { within: Some(element), ..self.clone() }
    }

    /// All of the screen that this is a part of.
    pub(crate) fn whole(&self) -> Self {
        Self { within: None, ..self.clone() }
    }

    /// The element that this part of the screen is; nothing for the whole screen.
    pub(crate) const fn part(&self) -> Option<&Element> {
        self.within.as_ref()
    }

    /// The element that this part of the screen is.
    ///
    /// # Panics
    /// For the whole screen.
    pub(crate) fn this(&self) -> Element {
        self.within.clone().expect("a part of a screen")
    }

    /// An element as an argument of a script.
    pub(crate) fn element(&self, element: &Element) -> Value {
        json!({ ELEMENT: element.element_id().to_string() })
    }

    /// Everything with this role and name that is seen now.
    pub(crate) async fn all(&self, role: &str, name: Name<'_>) -> Result<Vec<Element>, CmdError> {
        let (name, how) = name.parts();
        let within = self.within.as_ref().map_or(Value::Null, |element| self.element(element));
        let found =
            self.client.execute(include_str!("find.js"), vec![json!(role), json!(name), json!(how), within]).await?;
        let ids = found.as_array().into_iter().flatten().filter_map(|one| one[ELEMENT].as_str());
        Ok(ids.map(|id| Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()))).collect())
    }

    /// The one thing with this role and name, as soon as it is there.
    pub(crate) async fn one(&self, role: &str, name: impl Into<Name<'_>>) -> Element {
        let name = name.into();
        self.until(&format!("there is one {role} {name:?}"), || async move {
            let mut found = self.all(role, name).await?;
            Ok(if found.len() == 1 { found.pop() } else { None })
        })
        .await
    }

    /// Waits until the words are seen somewhere.
    pub(crate) async fn sees(&self, words: &str) {
        self.until(&format!("\"{words}\" is seen"), || async move {
            Ok((!self.all("", Name::Has(words)).await?.is_empty()).then_some(()))
        })
        .await;
    }

    /// Waits until it is gone.
    pub(crate) async fn gone(&self, role: &str, name: impl Into<Name<'_>>) {
        let name = name.into();
        self.until(&format!("{role} {name:?} is gone"), || async move {
            Ok(self.all(role, name).await?.is_empty().then_some(()))
        })
        .await;
    }

    /// Waits for a page: its heading is on the screen.
    pub(crate) async fn page(&self, heading: impl Into<Name<'_>>) {
        self.one("heading", heading).await;
    }

    /// Presses a button, a link or whatever has the role. Tries again while something moves in the way.
    pub(crate) async fn press(&self, role: &str, name: impl Into<Name<'_>>) {
        let name = name.into();
        self.settled().await;
        self.until(&format!("{role} {name:?} was pressed"), || async move {
            let mut found = self.all(role, name).await?;
            let (Some(one), true) = (found.pop(), found.is_empty()) else { return Ok(None) };
            if !one.is_enabled().await? {
                return Ok(None);
            }
            self.click(&one).await?;
            Ok(Some(()))
        })
        .await;
    }

    /// Presses this, as soon as nothing lies over it.
    pub(crate) async fn press_on(&self, element: &Element) {
        self.settled().await;
        self.until("it is pressed", || async { self.click(element).await.map(Some) }).await;
    }

    /// Presses where it is. What lies under something that stays at the window's edge is scrolled out from there first.
    async fn click(&self, element: &Element) -> Result<(), CmdError> {
        if let Err(error) = element.click().await {
            let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
            self.client.execute(script, vec![self.element(element)]).await?;
            return Err(error);
        }
        Ok(())
    }

    /// Chooses a radio button or ticks a box: by its words, where a hand would press.
    pub(crate) async fn choose(&self, role: &str, label: impl Into<Name<'_>>) {
        let label = label.into();
        self.settled().await;
        self.until(&format!("{role} {label:?} is chosen"), || async move {
            let mut found = self.all(role, label).await?;
            let (Some(one), true) = (found.pop(), found.is_empty()) else { return Ok(None) };
            if one.is_selected().await? {
                return Ok(Some(()));
            }
            let words = self.client.execute("return arguments[0].closest('label')", vec![self.element(&one)]).await?;
            let words = words[ELEMENT].as_str().unwrap_or_default().to_owned();
            self.click(&Element::from_element_id(self.client.clone(), ElementRef::from(words))).await?;
            Ok(None)
        })
        .await;
    }

    /// Waits until the page has moved focus to a text field, as it does to one that was just made.
    pub(crate) async fn focused(&self, label: impl Into<Name<'_>>) {
        self.has_focus("textbox", label).await;
    }

    /// Waits until the page has moved focus to one thing with this role and name.
    pub(crate) async fn has_focus(&self, role: &str, name: impl Into<Name<'_>>) {
        let name = name.into();
        self.until(&format!("{role} {name:?} has focus"), || async move {
            for one in self.all(role, name).await? {
                let script = "return document.activeElement === arguments[0]";
                if self.client.execute(script, vec![self.element(&one)]).await? == Value::Bool(true) {
                    return Ok(Some(()));
                }
            }
            Ok(None)
        })
        .await;
    }

    /// Whether focus is within something that this selector finds.
    pub(crate) async fn focus_is_within(&self, selector: &str) -> bool {
        let script = "return document.activeElement?.closest(arguments[0]) != null";
        let asked = self.client.execute(script, vec![json!(selector)]).await;
        asked.unwrap_or_else(|error| panic!("focus: {error}")) == Value::Bool(true)
    }

    /// Waits until what was done last has moved focus, which it does in the next frame.
    pub(crate) async fn settled(&self) {
        let frames = "requestAnimationFrame(() => requestAnimationFrame(arguments[arguments.length - 1]))";
        let settled = self.client.execute_async(frames, Vec::new()).await;
        settled.unwrap_or_else(|error| panic!("waiting for a frame: {error}"));
    }

    /// Puts the keyboard's focus there.
    pub(crate) async fn focus(&self, element: &Element) {
        let focused = self.client.execute("arguments[0].focus()", vec![self.element(element)]).await;
        focused.unwrap_or_else(|error| panic!("focus: {error}"));
    }

    /// Writes into a field instead of what stands there.
    pub(crate) async fn write(&self, label: impl Into<Name<'_>>, text: &str) {
        let field = self.field(label).await;
        self.write_in(&field, text).await;
    }

    /// A text field by its label.
    pub(crate) async fn field(&self, label: impl Into<Name<'_>>) -> Element {
        let label = label.into();
        self.until(&format!("there is one field {label:?}"), || async move {
            let mut found = self.all("textbox", label).await?;
            found.extend(self.all("searchbox", label).await?);
            Ok(if found.len() == 1 { found.pop() } else { None })
        })
        .await
    }

    /// Writes into this field instead of what stands there.
    pub(crate) async fn write_in(&self, field: &Element, text: &str) {
        self.press_on(field).await;
        let written = async {
            let all = format!("{}a{}", char::from(Key::Control), char::from(Key::Null));
            field.send_keys(&all).await?;
            field.send_keys(&char::from(Key::Delete).to_string()).await?;
            // A driver takes no empty text.
            if text.is_empty() { Ok(()) } else { field.send_keys(text).await }
        };
        written.await.unwrap_or_else(|error| panic!("the field cannot be written in: {error}"));
        self.until(&format!("the field holds \"{text}\""), || async move {
            Ok((field.prop("value").await?.as_deref() == Some(text)).then_some(()))
        })
        .await;
    }

    /// Replaces what stands in the field with what is in the clipboard, which must be this.
    pub(crate) async fn paste_over(&self, field: &Element, expected: &str) {
        self.write_in(field, "").await;
        let paste = format!("{}v{}", char::from(Key::Control), char::from(Key::Null));
        field.send_keys(&paste).await.unwrap_or_else(|error| panic!("pasting: {error:?}"));
        self.until("the clipboard's text is pasted", || async {
            Ok((field.prop("value").await?.as_deref() == Some(expected)).then_some(()))
        })
        .await;
    }

    /// Presses keys, one after another, with what has focus.
    pub(crate) async fn keys(&self, keys: &[char]) {
        self.with(&[], keys).await;
    }

    /// Presses a key while others are held.
    pub(crate) async fn chord(&self, held: &[Key], key: char) {
        self.with(held, &[key]).await;
    }

    /// Presses Tab so many times; backwards with Shift.
    pub(crate) async fn tab(&self, times: usize, backward: bool) {
        let held: &[Key] = if backward { &[Key::Shift] } else { &[] };
        self.with(held, &vec![char::from(Key::Tab); times]).await;
    }

    async fn with(&self, held: &[Key], keys: &[char]) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for key in held {
            actions = actions.then(KeyAction::Down { value: char::from(*key) });
        }
        for key in keys {
            actions = actions.then(KeyAction::Down { value: *key }).then(KeyAction::Up { value: *key });
        }
        for key in held.iter().rev() {
            actions = actions.then(KeyAction::Up { value: char::from(*key) });
        }
        self.client.perform_actions(actions).await.unwrap_or_else(|error| panic!("keys: {error}"));
    }

    /// Drags from the middle of one thing to a place in another, given in parts of its size, as a hand does: in steps. Both
    /// are first scrolled into the window, as far from its middle; a few times, since one of them may stay where it is.
    pub(crate) async fn drag(&self, from: &Element, onto: &Element, part: (f64, f64)) {
        self.settled().await;
        let script = "const boxes = () => [...arguments].map((one) => one.getBoundingClientRect()); \
                      for (let times = 0; times < 8; times += 1) { \
                        const [from, onto] = boxes(); \
                        window.scrollBy({ top: (from.top + onto.top - window.innerHeight) / 2, behavior: 'instant' }); \
                      } \
                      return boxes().map(({ x, y, width, height }) => [x, y, width, height]);";
        let moved = async {
            let boxes = self.client.execute(script, vec![self.element(from), self.element(onto)]).await?;
            let at = |one: usize, (right, down): (f64, f64)| {
                let number = |index: usize| boxes[one][index].as_f64().unwrap_or_default();
                (number(2).mul_add(right, number(0)), number(3).mul_add(down, number(1)))
            };
            let (start, end) = (at(0, (0.5, 0.5)), at(1, part));
            let to = |part: f64| PointerAction::MoveTo {
                duration: Some(Duration::from_millis(40)),
                x: (end.0 - start.0).mul_add(part, start.0).round(),
                y: (end.1 - start.1).mul_add(part, start.1).round(),
            };
            let mut mouse = MouseActions::new("mouse".to_owned()).then(to(0.0)).then(PointerAction::Down { button: 0 });
            for step in 1..=12_u8 {
                mouse = mouse.then(to(f64::from(step) / 12.0));
            }
            mouse = mouse.then(to(1.0)).then(PointerAction::Up { button: 0 });
            self.client.perform_actions(mouse).await
        };
        moved.await.unwrap_or_else(|error| panic!("dragging: {error:?}"));
    }

    /// Presses with the pointer in the middle of something, whatever lies uppermost there.
    pub(crate) async fn point_at(&self, element: &Element) {
        let mouse = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveToElement { element: element.clone(), duration: None, x: 0.0, y: 0.0 })
            .then(PointerAction::Down { button: 0 })
            .then(PointerAction::Up { button: 0 });
        self.client.perform_actions(mouse).await.unwrap_or_else(|error| panic!("pointing: {error:?}"));
    }

    /// Looks again and again until there is an answer. An element that went away while it was looked at is no failure yet.
    ///
    /// # Panics
    /// When there is none in time; says what is on the screen instead, and where a picture of it is.
    pub(crate) async fn until<T, L, F>(&self, what: &str, look: L) -> T
    where
        L: Fn() -> F,
        F: Future<Output = Result<Option<T>, CmdError>>,
    {
        let last = Mutex::new(String::new());
        let looking = async {
            loop {
                match tokio::time::timeout(A_LONG_TIME, look()).await {
                    Ok(Ok(Some(found))) => return found,
                    Ok(Ok(None)) => {}
                    Ok(Err(error)) => *last.lock().expect("no panic while it is held") = format!("{error:?}"),
                    Err(_) => {
                        "the driver did not answer".clone_into(&mut last.lock().expect("no panic while it is held"))
                    }
                }
                tokio::time::sleep(A_MOMENT).await;
            }
        };
        match tokio::time::timeout(PATIENCE, looking).await {
            Ok(found) => found,
            Err(_) => {
                let last = last.into_inner().expect("no panic while it is held");
                panic!("waited in vain until {what}\nlast failure: {last}\n{}", self.told().await)
            }
        }
    }

    /// What is on the screen in words, and where a picture of it was put.
    async fn told(&self) -> String {
        let outline = self.client.execute(include_str!("outline.js"), Vec::new()).await;
        let words = match outline {
            Ok(words) => words.as_str().unwrap_or_default().to_owned(),
            Err(error) => format!("it cannot be asked: {error}"),
        };
        let place = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("desktop-failure.png");
        // The whole display shows the system's dialogs too. Without a picture there are still the words.
        let display = Command::new("import").args(["-window", "root"]).arg(&place).status();
        if !display.is_ok_and(|status| status.success())
            && let Ok(picture) = self.client.screenshot().await
        {
            let _written = std::fs::write(&place, picture);
        }
        format!("picture: {}\non the screen:\n{words}", place.display())
    }
}
