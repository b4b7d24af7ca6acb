//! The running application: which stage it is in, who is signed in, who listens.

use std::{
    error::Error,
    sync::{Arc, Mutex, PoisonError},
};

use channel::directory::CitizenDirectory;
use domain::{
    Actor, Permission, StaffId, Timestamp,
    audit::{Action, AuditActor, AuditEvent},
    guideline::{Guideline, GuidelineFault},
    unit::Unit,
};
use inbox::RunningInbox;
use policy::Policy;
use store::Store;
use tokio::sync::{RwLock, broadcast};
use vault::{By, Clocks, KeyStore, Pseudonym, PurgeArea, Vault};

use crate::{
    attachments::Previews, failure::Failure, jail::JailVerdict, outside::Outside, purge::LastRefused, retention,
    session::IDLE_MINUTES, start::StartProblem, templates, topic::Topic,
};

/// The application. Cheap to clone; all clones are the same application.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    outside: Outside,
    guideline: Result<Guideline, GuidelineFault>,
    stage: RwLock<Stage>,
    session: Mutex<Option<Session>>,
    topics: broadcast::Sender<Vec<Topic>>,
    previews: Previews,
    jail: JailVerdict,
}

/// How far the application has come.
pub(crate) enum Stage {
    /// Something must be dealt with on the start screen.
    Waiting(StartProblem),
    /// The store is open.
    Open(Arc<Opened>),
}

/// What is open while the application runs.
pub(crate) struct Opened {
    pub(crate) store: Arc<Store>,
    /// Where a citizen is looked up.
    pub(crate) directory: Arc<dyn CitizenDirectory>,
    pub(crate) vault: Arc<Vault>,
    pub(crate) purge: Arc<PurgeArea>,
    pub(crate) keys: Arc<dyn KeyStore>,
    pub(crate) inbox: RunningInbox,
    pub(crate) in_memory: bool,
    /// When the master key is to be changed next, also if nothing is purged until then.
    pub(crate) next_rotation: Mutex<Timestamp>,
    /// The last citizen's file that there was no room for.
    pub(crate) refused: LastRefused,
    /// Holds the profile for this process.
    pub(crate) _lock: Option<std::fs::File>,
}

/// Who is signed in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Session {
    pub(crate) staff: StaffId,
    pub(crate) last_activity: Timestamp,
    pub(crate) locked: bool,
}

/// The application seen from a part of it, without keeping it alive.
#[derive(Clone)]
pub(crate) struct WeakApp(std::sync::Weak<Inner>);

impl WeakApp {
    pub(crate) fn upgrade(&self) -> Option<App> {
        self.0.upgrade().map(App)
    }
}

impl App {
    pub(crate) fn downgrade(&self) -> WeakApp {
        WeakApp(Arc::downgrade(&self.0))
    }

    pub(crate) fn new(outside: Outside) -> Self {
        // Of what is not understood nothing is used.
        let choice = outside.policy.as_ref().map(|policy| policy.guideline.clone()).unwrap_or_default();
        Self(Arc::new(Inner {
            guideline: templates::decided(&choice),
            outside,
            stage: RwLock::new(Stage::Waiting(StartProblem::Starting)),
            session: Mutex::new(None),
            topics: broadcast::channel(64).0,
            previews: Previews::default(),
            jail: JailVerdict::default(),
        }))
    }

    /// What the host gave.
    pub fn outside(&self) -> &Outside {
        &self.0.outside
    }

    /// What the organisation decides, and the guideline that follows from it.
    ///
    /// # Errors
    /// Why it is not understood: which file, or which name means nothing. Nothing may be opened then.
    pub(crate) fn decided(&self) -> Result<(&Policy, &Guideline), &(dyn Error + Send + Sync)> {
        match (&self.0.outside.policy, &self.0.guideline) {
            (Ok(policy), Ok(guideline)) => Ok((policy, guideline)),
            (Err(problem), _) => Err(problem),
            (_, Err(fault)) => Err(fault),
        }
    }

    /// What the organisation decides.
    ///
    /// # Errors
    /// When it is not understood. Nothing is open then, so that no use case comes this far.
    pub(crate) fn policy(&self) -> Result<&Policy, Failure> {
        self.decided().map(|(policy, _)| policy).map_err(|_| Failure::StoreClosed)
    }

    /// What templates are held against.
    ///
    /// # Errors
    /// As [`App::policy`].
    pub(crate) fn guideline(&self) -> Result<&Guideline, Failure> {
        self.decided().map(|(_, guideline)| guideline).map_err(|_| Failure::StoreClosed)
    }

    pub(crate) fn stage(&self) -> &RwLock<Stage> {
        &self.0.stage
    }

    pub(crate) fn previews(&self) -> &Previews {
        &self.0.previews
    }

    pub(crate) fn jail(&self) -> &JailVerdict {
        &self.0.jail
    }

    /// Now, by the host's clock.
    pub(crate) fn now(&self) -> Timestamp {
        self.0.outside.clock.now()
    }

    /// Now, by both of the host's clocks.
    pub(crate) fn clocks(&self) -> Clocks {
        self.0.outside.clock.clocks()
    }

    /// A new id of any kind.
    pub(crate) fn new_id<T>(&self, wrap: impl FnOnce(uuid::Uuid) -> T) -> T {
        wrap(self.0.outside.clock.new_id())
    }

    /// Tells every listening screen what a change touched.
    pub(crate) fn announce(&self, topics: &[Topic]) {
        if !topics.is_empty() {
            // Nobody listening is no failure.
            let _ = self.0.topics.send(topics.to_vec());
        }
    }

    /// Listens to what changes touch.
    pub fn topics(&self) -> broadcast::Receiver<Vec<Topic>> {
        self.0.topics.subscribe()
    }

    /// The open store.
    pub(crate) async fn opened(&self) -> Result<Arc<Opened>, Failure> {
        match &*self.stage().read().await {
            Stage::Open(opened) => Ok(Arc::clone(opened)),
            Stage::Waiting(_) => Err(Failure::StoreClosed),
        }
    }

    pub(crate) fn session(&self) -> Option<Session> {
        *self.0.session.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn set_session(&self, session: Option<Session>) {
        *self.0.session.lock().unwrap_or_else(PoisonError::into_inner) = session;
    }

    /// Changes the session if there is one.
    pub(crate) fn change_session(&self, change: impl FnOnce(&mut Session)) {
        if let Some(session) = self.0.session.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
            change(session);
        }
    }

    /// Whether the session has been left alone too long.
    pub(crate) fn is_idle(&self, session: Session) -> bool {
        session.last_activity.plus_minutes(IDLE_MINUTES) <= self.now()
    }

    /// The signed-in person's place at work: the door that every use case goes through.
    ///
    /// # Errors
    /// When the store is closed, nobody is signed in, the session is locked or idle, or the roles do not allow it. Roles
    /// are read afresh, so that a change of roles takes effect at once.
    pub(crate) async fn desk(&self, permission: Permission) -> Result<Desk, Failure> {
        let desk = self.any_desk().await?;
        if desk.actor.may(permission) { Ok(desk) } else { Err(Failure::NotAllowed) }
    }

    /// As [`App::desk`], for what every signed-in person may do.
    pub(crate) async fn any_desk(&self) -> Result<Desk, Failure> {
        let opened = self.opened().await?;
        let session = self.session().ok_or(Failure::NotSignedIn)?;
        if session.locked || self.is_idle(session) {
            return Err(Failure::SessionLocked);
        }
        let mut reader = opened.store.read().await?;
        let member = reader.staff(session.staff).await?.filter(|member| member.active).ok_or(Failure::NotSignedIn)?;
        let now = self.now();
        let unit = reader.unit().await?.ok_or(Failure::StoreClosed)?;
        let unit = retention::with_decisions(self.policy()?, &mut reader, unit, now).await?;
        drop(reader);
        let actor = Actor { staff: member.id, unit: member.unit, roles: member.roles };
        Ok(Desk { opened, actor, unit, now })
    }
}

/// A permitted person with the open store in front of them.
#[derive(Clone)]
pub(crate) struct Desk {
    pub(crate) opened: Arc<Opened>,
    pub(crate) actor: Actor,
    pub(crate) unit: Unit,
    pub(crate) now: Timestamp,
}

impl Desk {
    /// Who purges, as receipts name this person: by the account's random id, which only the database ties to anybody.
    pub(crate) fn by(&self) -> By {
        By::person(Pseudonym::from_bytes(self.actor.staff.to_bytes()))
    }

    /// An audit event by this person, about nobody's data in particular.
    pub(crate) fn event(&self, action: Action, subject: impl ToString) -> AuditEvent {
        AuditEvent {
            at: self.now,
            unit: self.unit.id,
            actor: AuditActor::Staff(self.actor.staff),
            action,
            subject: subject.to_string(),
            citizen: None,
        }
    }

    /// An audit event by this person, about a citizen's data.
    pub(crate) fn event_about(&self, citizen: domain::CitizenId, action: Action, subject: impl ToString) -> AuditEvent {
        AuditEvent { citizen: Some(citizen), ..self.event(action, subject) }
    }
}
