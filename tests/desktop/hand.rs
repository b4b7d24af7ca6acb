//! One person's way of using the window: by mouse, or by keyboard alone. The same script is walked by both.

use fantoccini::{elements::Element, error::CmdError, key::Key};
use serde_json::{Value, json};

use crate::screen::{Name, Screen};

/// How often focus may be moved on the way to one thing. More is a trap (WCAG 2.2, SC 2.1.2).
const LONG_WAY: usize = 400;

/// Stops at a time while what is wanted is not yet in sight.
const STRIDE: usize = 8;

/// How often one sets out for a thing that is drawn anew on the way.
const TRIES: usize = 5;

/// How many stops of the Tab key there seem to be from where focus is, negative when the thing lies before, `null` when focus is
/// there, or as near as Tab brings it: at another radio button of the same group.
const STOPS: &str = "
const [target] = arguments;
const now = document.activeElement;
if (now === target || (target.type === 'radio' && now?.type === 'radio' && now.name === target.name)) return null;
const within = now?.closest('[role=\"dialog\"], [role=\"alertdialog\"]') ?? document;
const stops = [...within.querySelectorAll('a[href], button, input, select, textarea, [tabindex]')].filter((one) =>
  one === target || one === now || (one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true })));
const at = stops.indexOf(now);
return stops.indexOf(target) - (at === -1 ? 0 : at);";

/// With what the window is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hand {
    /// Presses and drags; writes what must be written.
    Mouse,
    /// Nothing but keys.
    Keyboard,
}

/// A person at a window, or at a part of it.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) screen: Screen,
    pub(crate) hand: Hand,
}

impl Person {
    pub(crate) const fn new(screen: Screen, hand: Hand) -> Self {
        Self { screen, hand }
    }

    /// The same person, who looks only there.
    pub(crate) fn inside(&self, element: Element) -> Self {
        Self { screen: self.screen.inside(element), hand: self.hand }
    }

    /// As soon as it is there, this part of the screen.
    pub(crate) async fn at(&self, role: &str, name: impl Into<Name<'_>>) -> Self {
        self.inside(self.screen.one(role, name).await)
    }

    /// Presses a button, a link or whatever has the role.
    pub(crate) async fn press(&self, role: &str, name: impl Into<Name<'_>>) {
        let name = name.into();
        match self.hand {
            Hand::Mouse => self.screen.press(role, name).await,
            Hand::Keyboard => {
                self.come_to(role, name).await;
                self.screen.keys(&[char::from(Key::Enter)]).await;
            }
        }
    }

    /// Chooses a radio button or ticks a box that was not.
    pub(crate) async fn choose(&self, role: &str, label: impl Into<Name<'_>>) {
        let label = label.into();
        match self.hand {
            Hand::Mouse => self.screen.choose(role, label).await,
            Hand::Keyboard => {
                let one = self.come_to(role, label).await;
                if role == "radio" {
                    self.walk(&one, Key::Down).await;
                }
                if !self.is(&one, "arguments[0].checked").await {
                    self.screen.keys(&[' ']).await;
                }
                self.wait(&format!("{role} {label:?} is chosen"), &one, "arguments[0].checked").await;
            }
        }
    }

    /// Picks one of a list that opens.
    pub(crate) async fn pick(&self, label: &str, option: &str) {
        // Its name is its value and then its label.
        self.press("button", Name::Ends(&format!(" {label}"))).await;
        let whole = self.screen.whole();
        self.take(&whole, "option", option).await;
        whole.gone("listbox", Name::Has("")).await;
    }

    /// Does one of the acts of a menu that opens.
    pub(crate) async fn act(&self, menu: impl Into<Name<'_>>, act: &str) {
        self.press("button", menu).await;
        self.take(&self.screen.whole(), "menuitem", act).await;
    }

    async fn take(&self, whole: &Screen, role: &str, name: &str) {
        match self.hand {
            Hand::Mouse => whole.press(role, Name::Is(name)).await,
            Hand::Keyboard => {
                let one = whole.one(role, Name::Is(name)).await;
                let inside = "document.activeElement?.parentElement?.closest('[role]') === arguments[0].parentElement?.closest('[role]')";
                self.wait("the list has focus", &one, inside).await;
                self.screen.keys(&[char::from(Key::Home)]).await;
                self.walk(&one, Key::Down).await;
                self.screen.keys(&[char::from(Key::Enter)]).await;
            }
        }
    }

    /// Writes into a field instead of what stands there.
    pub(crate) async fn write(&self, label: impl Into<Name<'_>>, text: &str) {
        let field = self.screen.field(label).await;
        match self.hand {
            Hand::Mouse => self.screen.write_in(&field, text).await,
            Hand::Keyboard => {
                self.go_to(&field).await;
                self.screen.chord(&[Key::Control], 'a').await;
                self.screen.keys(&[char::from(Key::Delete)]).await;
                self.screen.keys(&text.chars().collect::<Vec<_>>()).await;
                self.wait(
                    &format!("the field holds \"{text}\""),
                    &field,
                    &format!("arguments[0].value === {}", json!(text)),
                )
                .await;
            }
        }
    }

    /// Selects all that stands in a field.
    pub(crate) async fn select_all(&self, field: &Element) {
        self.go_to(field).await;
        self.screen.chord(&[Key::Control], 'a').await;
    }

    /// Writes after what stands in a field.
    pub(crate) async fn write_more(&self, field: &Element, text: &str) {
        self.go_to(field).await;
        self.screen.chord(&[Key::Control], Key::End.into()).await;
        self.screen.keys(&text.chars().collect::<Vec<_>>()).await;
    }

    /// Puts focus there: by a press, or by as many Tabs as it takes.
    pub(crate) async fn go_to(&self, element: &Element) {
        match self.hand {
            Hand::Mouse => self.screen.press_on(element).await,
            Hand::Keyboard => self.reach(element).await.unwrap_or_else(|error| panic!("on the way: {error:?}")),
        }
    }

    /// Puts focus on what has this role and name. It may be drawn anew while one is on the way, which can be long.
    pub(crate) async fn come_to(&self, role: &str, name: impl Into<Name<'_>>) -> Element {
        let name = name.into();
        let mut last = None;
        for _ in 0..TRIES {
            self.approach(role, name).await;
            let one = self.screen.one(role, name).await;
            let come = match self.hand {
                Hand::Mouse => one.click().await,
                Hand::Keyboard => self.reach(&one).await,
            };
            match come {
                Ok(()) => return one,
                Err(error) => last = Some(error),
            }
        }
        panic!("no way to {role} {name:?}: {last:?}");
    }

    /// Of a long form only what is near what is seen is drawn: moves focus towards the part until what is wanted is there.
    async fn approach(&self, role: &str, name: Name<'_>) {
        let (Hand::Keyboard, Some(part)) = (self.hand, self.screen.part()) else { return };
        for _ in 0..LONG_WAY / STRIDE {
            let is_there = self.screen.all(role, name).await.is_ok_and(|found| !found.is_empty());
            let is_before =
                "arguments[0].compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING";
            if is_there || self.is(part, "arguments[0].contains(document.activeElement)").await {
                return;
            }
            let backward = self.is(part, &format!("({is_before}) !== 0")).await;
            self.screen.tab(STRIDE, backward).await;
            self.screen.settled().await;
        }
    }

    /// Moves focus with Tab until it is there.
    async fn reach(&self, element: &Element) -> Result<(), CmdError> {
        self.screen.settled().await;
        let mut pressed = 0;
        loop {
            let stops = self.screen.client.execute(STOPS, vec![self.screen.element(element)]).await?;
            let Some(stops) = stops.as_i64() else { return Ok(()) };
            // A few at a time, since a driver answers only when all are pressed; near the end one, since not every stop that seems to
            // be one is.
            let (backward, far) = (stops < 0, stops.unsigned_abs());
            let times = usize::try_from(far.saturating_sub(4).clamp(1, 20)).unwrap_or(1);
            pressed += times;
            assert!(pressed < LONG_WAY, "no way by Tab to {:?}", element.html(false).await);
            self.screen.tab(times, backward).await;
        }
    }

    /// Moves with an arrow until focus is there.
    async fn walk(&self, element: &Element, arrow: Key) {
        for _ in 0..LONG_WAY {
            if self.is(element, "document.activeElement === arguments[0]").await {
                return;
            }
            self.screen.keys(&[arrow.into()]).await;
        }
        panic!("no way by arrows to {:?}", element.html(false).await);
    }

    async fn is(&self, element: &Element, what: &str) -> bool {
        let asked = self.screen.client.execute(&format!("return {what}"), vec![self.screen.element(element)]).await;
        asked.unwrap_or_else(|error| panic!("{what}: {error}")) == Value::Bool(true)
    }

    async fn wait(&self, what: &str, element: &Element, holds: &str) {
        self.screen.until(what, || async { Ok(self.is(element, holds).await.then_some(())) }).await;
    }
}
