//! Everything that can be done in the builder, done once by mouse and once by keyboard alone.

mod answers;
mod form;
mod message;
mod several;
mod templates;

use crate::{
    axe, builder,
    driver::Window,
    hand::{Hand, Person},
    screen::{Name, Screen},
};

#[tokio::test(flavor = "multi_thread")]
async fn everything_in_the_builder_is_done_by_mouse() {
    do_everything(Hand::Mouse).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_in_the_builder_is_done_by_keyboard_alone() {
    do_everything(Hand::Keyboard).await;
}

async fn do_everything(hand: Hand) {
    let folder = tempfile::tempdir().expect("a place for temporary files");
    let profile = folder.path().join("profile").display().to_string();
    let window = Window::open(&["--example", "--profile", &profile]).await;
    let staff = Screen::new(window.client.clone());
    staff.listen().await;
    let person = Person::new(staff, hand);

    person.screen.page("Logga in").await;
    person.press("button", Name::Starts("Fortsätt som Anders Lind")).await;
    templates::find_and_arrange(&person).await;
    templates::begin(&person, "Byggd för hand").await;
    message::write(&person).await;
    form::make_every_kind(&person).await;
    form::arrange(&person).await;
    form::depend(&person).await;
    several::select_and_paste(&person).await;
    several::use_the_bank(&person).await;
    answers::try_it(&person).await;
    templates::publish_and_restore(&person).await;
    person.screen.faultless().await;
    window.close().await;
}

impl Person {
    /// Takes back the last step, which is called this.
    async fn undo(&self, step: &str) {
        builder::saved(&self.screen).await;
        match self.hand {
            Hand::Mouse => self.press("button", Name::Is(&format!("Ångra: {step} (Ctrl+Z)"))).await,
            Hand::Keyboard => {
                self.screen.one("button", Name::Is(&format!("Ångra: {step} (Ctrl+Z)"))).await;
                self.screen.chord(&[fantoccini::key::Key::Control], 'z').await;
            }
        }
        self.screen.sees(&format!("Ångrat: {step}.")).await;
    }

    /// Does again what was taken back last.
    async fn redo(&self, step: &str) {
        use fantoccini::key::Key;
        match self.hand {
            Hand::Mouse => self.press("button", Name::Is(&format!("Gör om: {step} (Ctrl+Skift+Z)"))).await,
            Hand::Keyboard => self.screen.chord(&[Key::Control, Key::Shift], 'z').await,
        }
        self.screen.sees(&format!("Gjort om: {step}.")).await;
    }

    /// A question or section of the form, counted from 1.
    async fn item(&self, number: usize) -> Self {
        self.inside(builder::item(&self.screen, number).await.this())
    }

    /// Everything is saved, and axe finds nothing.
    async fn is_sound(&self, name: &str) {
        builder::saved(&self.screen).await;
        axe::check(&self.screen, name).await;
    }
}
