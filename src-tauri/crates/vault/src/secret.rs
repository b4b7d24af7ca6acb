use zeroize::Zeroize;

/// A value that must not be shown, copied or left in memory: no `Debug`, no `Display`, no `Clone`, and its memory is
/// overwritten when it is dropped.
///
/// Each use of [`Secret::expose`] carries a comment `// EXPOSE: why`.
pub struct Secret<T: Zeroize>(T);

impl<T: Zeroize> Secret<T> {
    /// Takes the value over. Whatever copy the caller keeps is the caller's to erase.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// Looks at the value. Write `// EXPOSE: why` above the call.
    pub const fn expose(&self) -> &T {
        &self.0
    }

    /// Fills the value in place. Write `// EXPOSE: why` above the call.
    pub(crate) const fn expose_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T: Zeroize> Drop for Secret<T> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// A 256-bit key.
pub(crate) type Key = Secret<[u8; 32]>;

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    struct Witness(Arc<AtomicBool>);

    impl Zeroize for Witness {
        fn zeroize(&mut self) {
            self.0.store(true, Ordering::SeqCst);
        }
    }

    #[test]
    fn a_secret_is_erased_when_it_is_dropped() {
        let erased = Arc::new(AtomicBool::new(false));
        drop(Secret::new(Witness(erased.clone())));
        assert!(erased.load(Ordering::SeqCst));
    }
}
