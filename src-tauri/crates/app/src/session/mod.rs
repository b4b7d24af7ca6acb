//! Signing in and out, locking and unlocking.

mod change_own_password;
mod lock;
mod sign_in;

pub use change_own_password::{ChangeOwnPassword, change_own_password};
pub use lock::{Unlock, lock, note_activity, unlock};
pub use sign_in::{SignIn, sign_in, sign_out};

pub(crate) use lock::lock_if_idle;

/// Minutes without a key or a pointer until the session is locked.
pub const IDLE_MINUTES: i64 = 10;
