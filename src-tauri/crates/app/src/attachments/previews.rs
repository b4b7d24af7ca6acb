//! The previews that are open now. Closing one ends its child.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use domain::AttachmentId;
use pipeline::preview::Viewing;

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
    pub(super) attachment: AttachmentId,
    pub(super) viewing: Viewing,
}

impl Previews {
    pub(super) fn add(&self, ticket: String, attachment: AttachmentId, viewing: Viewing) {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if open.oldest_first.len() >= MOST {
            let oldest = open.oldest_first.remove(0);
            open.by_ticket.remove(&oldest);
        }
        open.oldest_first.push(ticket.clone());
        open.by_ticket.insert(ticket, Arc::new(OpenDocument { attachment, viewing }));
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
