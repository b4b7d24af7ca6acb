//! What is done with each builder, in a page of its own: open the form, write, move the first question, and take it back.

use std::{io, thread, time::Duration};

use serde_json::Value;

use crate::chromium::{Chromium, Key, Page};
use crate::forms;

/// Injected into each page: what measures there.
const MEASURE: &str = include_str!("measure.js");
/// Letters in a round; one more goes before, since the first change does more than the others.
const LETTERS: usize = 3;
/// How long the pointer stays at each place when it drags.
const HOLD: Duration = Duration::from_millis(100);

const LETTER: Key = Key { name: "a", code: "KeyA", number: 65, held: 0, text: Some("a") };
const DOWN: Key = Key { name: "ArrowDown", code: "ArrowDown", number: 40, held: 1, text: None };
const UNDO: Key = Key { name: "z", code: "KeyZ", number: 90, held: 2, text: None };

/// The builders, in the order that they take turns.
pub(crate) const BUILDERS: [Builder; 3] = [Builder::Ours, Builder::Nlm, Builder::Formio];

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Builder {
    Ours,
    Nlm,
    Formio,
}

/// Milliseconds; not a number for what a builder cannot do.
pub(crate) struct Times {
    pub(crate) open: f64,
    pub(crate) letter: f64,
    pub(crate) moved: f64,
    pub(crate) undone: f64,
}

impl Builder {
    /// Also what `measure.js` calls it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Nlm => "nlm",
            Self::Formio => "formio",
        }
    }

    fn page(self) -> &'static str {
        match self {
            Self::Ours => "staff.html#/administration/mallar",
            Self::Nlm => "nlm/index.html",
            Self::Formio => "formio/index.html",
        }
    }

    /// What it is asked to open: where our template is, or the form itself.
    fn form(self, questions: usize, template: &str) -> Value {
        match self {
            Self::Ours => format!("/administration/mallar/{template}").into(),
            Self::Nlm => forms::questionnaire(questions),
            Self::Formio => forms::components(questions),
        }
    }
}

/// One round with one builder. `site` ends with a slash.
pub(crate) fn round(
    chromium: &mut Chromium,
    site: &str,
    builder: Builder,
    questions: usize,
    template: &str,
) -> io::Result<Times> {
    let page = chromium.open(&format!("{site}{}", builder.page()))?;
    chromium.run(&page, &format!("{MEASURE}\nconst bench = {};", builder.name()))?;
    chromium.evaluate(&page, "(await bench.ready(), 0)")?;
    let mut hand = Hand { chromium, page, builder };
    hand.rest()?;
    let open = hand.number(&format!("bench.open({})", builder.form(questions, template)))?;
    hand.rest()?;
    let letter = hand.letters()?;
    let moved = hand.shift()?;
    hand.rest()?;
    let undone = if builder == Builder::Ours { hand.keyed("bench.move()", &UNDO)? } else { f64::NAN };
    hand.rest()?;
    hand.chromium.close(hand.page)?;
    Ok(Times { open, letter, moved, undone })
}

/// Whoever uses the builder.
struct Hand<'c> {
    chromium: &'c mut Chromium,
    page: Page,
    builder: Builder,
}

impl Hand<'_> {
    /// Waits until what was done has had all its consequences.
    fn rest(&mut self) -> io::Result<()> {
        self.chromium.evaluate(&self.page, "await rest(), 0").map(drop)
    }

    fn number(&mut self, expression: &str) -> io::Result<f64> {
        let time = self.chromium.evaluate(&self.page, expression)?;
        time.as_f64().ok_or_else(|| io::Error::other(format!("{expression} is {time}")))
    }

    /// Begins to listen for what is measured.
    fn listen(&mut self, measure: &str) -> io::Result<()> {
        self.chromium.evaluate(&self.page, &format!("window.measured = {measure}, 0")).map(drop)
    }

    /// What was listened for.
    fn heard(&mut self) -> io::Result<f64> {
        self.number("window.measured")
    }

    fn keyed(&mut self, measure: &str, key: &Key) -> io::Result<f64> {
        self.listen(measure)?;
        self.chromium.press(&self.page, key)?;
        self.heard()
    }

    /// The median of a few letters at the end of the first question's text.
    fn letters(&mut self) -> io::Result<f64> {
        self.chromium.evaluate(&self.page, "await bench.write(), 0")?;
        let mut times = Vec::new();
        for letter in 0..=LETTERS {
            self.rest()?;
            let time = self.keyed("typing(bench)", &LETTER)?;
            if letter > 0 {
                times.push(time);
            }
        }
        self.rest()?;
        if self.builder == Builder::Formio {
            self.chromium.evaluate(&self.page, "await bench.done(), 0")?;
            self.rest()?;
        }
        times.sort_by(f64::total_cmp);
        Ok(times[LETTERS / 2])
    }

    /// The first question one place down, in the builder's own way.
    fn shift(&mut self) -> io::Result<f64> {
        match self.builder {
            Builder::Ours => self.keyed("bench.move()", &DOWN),
            Builder::Nlm => self.number("bench.move()"),
            Builder::Formio => self.drag(),
        }
    }

    /// With the pointer: over the threshold of a drag first, and past the place once, as a hand does.
    fn drag(&mut self) -> io::Result<f64> {
        let places = self.chromium.evaluate(&self.page, "bench.places()")?;
        let place = |at: usize| places[at].as_f64().unwrap_or_default();
        let (x, from, to) = (place(0), place(1), place(2));
        self.chromium.pointer(&self.page, "mousePressed", x, from)?;
        for y in [from + 10.0, to - 1.0, to] {
            self.chromium.pointer(&self.page, "mouseMoved", x, y)?;
            thread::sleep(HOLD);
        }
        self.listen("bench.move()")?;
        self.chromium.pointer(&self.page, "mouseReleased", x, to)?;
        self.heard()
    }
}
