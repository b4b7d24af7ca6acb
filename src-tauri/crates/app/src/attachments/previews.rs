//! The previews that are open now. Closing one ends its child.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use pipeline::preview::{PreviewFailure, Viewing};

use super::{
    attack::{Origin, failed_at},
    preview::failed,
};
use crate::{App, failure::Failure, state::Desk};

/// Previews open at once; the oldest is closed for a new one.
const MOST: usize = 4;

/// The previews that are open now.
#[derive(Default)]
pub struct Previews(Mutex<Open>);

#[derive(Default)]
struct Open {
    by_ticket: HashMap<String, Arc<OpenDocument>>,
    oldest_first: Vec<String>,
}

/// A document that somebody looks at.
pub(super) struct OpenDocument {
    pub(super) of: Origin,
    pub(super) viewing: Viewing,
    /// It attacked, and that is in the audit trail.
    attacked: AtomicBool,
}

impl OpenDocument {
    /// What the screen is told. The document repeats its answer for every page that is asked for; of an attack the audit
    /// trail hears once.
    pub(super) async fn failed(&self, app: &App, desk: &Desk, failure: PreviewFailure) -> Failure {
        if failure.is_attack() && self.attacked.swap(true, Ordering::Relaxed) {
            failed(failure)
        } else {
            failed_at(app, desk, self.of, failure).await
        }
    }
}

impl Previews {
    pub(super) fn add(&self, ticket: String, of: Origin, viewing: Viewing) {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if open.oldest_first.len() >= MOST {
            let oldest = open.oldest_first.remove(0);
            open.by_ticket.remove(&oldest);
        }
        open.oldest_first.push(ticket.clone());
        open.by_ticket.insert(ticket, Arc::new(OpenDocument { of, viewing, attacked: AtomicBool::new(false) }));
    }

    pub(super) fn get(&self, ticket: &str) -> Option<Arc<OpenDocument>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).by_ticket.get(ticket).cloned()
    }

    pub(super) fn close(&self, ticket: &str) {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        open.by_ticket.remove(ticket);
        open.oldest_first.retain(|other| other != ticket);
    }

    pub(crate) fn close_all(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Open::default();
    }
}
