//! Whether it can be answered, and the trial as a citizen.

use crate::{axe, builder, hand::Person, screen::Name};

pub(super) async fn try_it(person: &Person) {
    let screen = &person.screen;
    person.choose("radio", Name::Starts("Nej, det är ett meddelande")).await;
    screen.sees(" som redan finns sparas, men skickas inte.").await;
    person.choose("radio", Name::Starts("Ja, med ett formulär")).await;
    builder::saved(screen).await;

    let preview = person.at("region", "Så ser invånaren det").await;
    preview.press("button", "Testa som invånare").await;
    let dialog = person.at("dialog", "Testa som invånare").await;
    for (what, names) in [("Skärm", ["Surfplatta", "Dator", "Mobil"]), ("Förstoring", ["200 %", "400 %", "100 %"])] {
        for name in names {
            dialog.pick(what, name).await;
        }
    }
    dialog.pick("Visa", "Ärendehanteraren").await;
    dialog.screen.sees("Instruktion").await;
    dialog.pick("Visa", "Invånaren").await;
    dialog.at("radiogroup", Name::Starts("Röker du?")).await.choose("radio", "Ja").await;
    dialog.press("button", "Skicka svaret på prov").await;
    screen.sees("Svaret skulle inte tas emot.").await;
    dialog.write(Name::Starts("Vem är det?"), "Röker").await;
    dialog.press("button", "Spara").await;
    screen.sees("Exempelinvånaren ”Röker” är sparad.").await;
    axe::check(screen, "the trial").await;
    dialog.press("button", "Stäng").await;
    screen.gone("dialog", "Testa som invånare").await;
    person.press("button", "Ta bort Röker").await;
    screen.sees("Exempelinvånaren ”Röker” är borttagen.").await;
}
