//! Whether the renderer's jail holds on this computer: tested once for each sign-in, written in the audit trail, and without
//! it no citizen's file is drawn.

use std::path::Path;

use domain::audit::{Action, AuditActor, AuditEvent};
use pipeline::{
    preview::Renderer,
    selftest::{SelfTest, selftest},
};
use tokio::sync::Mutex;
use vault::{Sandbox, is_full};

use crate::{
    App,
    failure::{Failure, PreviewFault},
    state::Opened,
};

/// What the test said since somebody signed in.
#[derive(Default)]
pub(crate) struct JailVerdict(Mutex<Verdict>);

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Verdict {
    #[default]
    Untested,
    Holds,
    DoesNotHold,
}

impl JailVerdict {
    /// A new session is a new test.
    pub(crate) async fn forget(&self) {
        *self.0.lock().await = Verdict::Untested;
    }
}

/// Returns once it is known that the jail holds; tests it if nobody has in this session, or if it did not hold then.
///
/// # Errors
/// [`PreviewFault::NotConfined`] when it does not, [`PreviewFault::Renderer`] when there is no renderer to confine, and when
/// the audit row cannot be written.
pub(crate) async fn insist_on_jail(app: &App, opened: &Opened) -> Result<(), Failure> {
    let mut verdict = app.jail().0.lock().await;
    if *verdict != Verdict::Holds {
        *verdict = tested(app, opened).await?;
    }
    match *verdict {
        Verdict::Holds => Ok(()),
        Verdict::Untested | Verdict::DoesNotHold => Err(Failure::PreviewFailed {
            fault: if app.outside().renderer.exists() { PreviewFault::NotConfined } else { PreviewFault::Renderer },
        }),
    }
}

/// In the background, so that whoever looks at a file later need not wait: tests once when somebody has signed in.
///
/// # Errors
/// When the audit row cannot be written. Whoever looks at a file tries again.
pub(crate) async fn test_once(app: &App, opened: &Opened) -> Result<(), Failure> {
    if app.session().is_none() {
        return Ok(());
    }
    let mut verdict = app.jail().0.lock().await;
    if *verdict == Verdict::Untested {
        *verdict = tested(app, opened).await?;
    }
    Ok(())
}

/// The table for this renderer, without an application: what `budkavlectl selftest` prints.
///
/// # Errors
/// The computer gives nothing to aim at: no temporary folder, or no port.
pub(crate) async fn table(renderer: &Path) -> std::io::Result<SelfTest> {
    selftest(&Renderer::new(renderer)).await
}

async fn tested(app: &App, opened: &Opened) -> Result<Verdict, Failure> {
    let tested = table(&app.outside().renderer).await.map_err(|error| match error {
        // It aims at a file of its own, which takes room.
        error if is_full(error.kind()) => Failure::DiskFull,
        error => Failure::unexpected(&error),
    })?;
    let mut writer = opened.store.begin().await?;
    // Before the unit is set up there is nobody who could have signed in.
    if let Some(unit) = writer.unit().await? {
        let event = AuditEvent {
            at: app.now(),
            unit: unit.id,
            actor: AuditActor::System,
            action: Action::JailTested,
            subject: tested.summary(),
            citizen: None,
        };
        writer.commit(&event).await?;
    }
    let (verdict, found) =
        if tested.holds() { (Verdict::Holds, Sandbox::Holds) } else { (Verdict::DoesNotHold, Sandbox::DoesNotHold) };
    opened.purge.note_sandbox(found);
    Ok(verdict)
}
