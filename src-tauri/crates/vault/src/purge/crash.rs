//! Places where a test lets the program "die". Outside this crate's tests they are nothing.

use super::PurgeError;

#[derive(Default)]
pub(super) struct CrashPoints {
    #[cfg(test)]
    left: std::sync::Mutex<Option<u32>>,
}

impl CrashPoints {
    /// Everything between two of these calls is one step that a crash leaves done or undone.
    #[cfg(not(test))]
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "in tests it counts, and fails")]
    pub(super) const fn pass(&self) -> Result<(), PurgeError> {
        Ok(())
    }

    #[cfg(test)]
    pub(super) fn pass(&self) -> Result<(), PurgeError> {
        let mut left = self.left.lock().unwrap();
        match &mut *left {
            None => Ok(()),
            Some(0) => Err(PurgeError::File(std::io::Error::other("the program died here"))),
            Some(more) => {
                *more -= 1;
                Ok(())
            }
        }
    }

    /// From the `nth` crash point on, nothing more is done.
    #[cfg(test)]
    pub(super) fn die_at(&self, nth: u32) {
        *self.left.lock().unwrap() = Some(nth);
    }
}
