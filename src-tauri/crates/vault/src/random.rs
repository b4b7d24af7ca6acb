use crate::secret::{Key, Secret};

/// The operating system gave no random bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("the operating system gave no random bytes")]
pub(crate) struct NoRandomness;

/// `N` random bytes from the operating system.
pub(crate) fn make_bytes<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(bytes)
}

/// A fresh 256-bit key.
pub(crate) fn make_key() -> Result<Key, NoRandomness> {
    let mut key = Secret::new([0; 32]);
    // EXPOSE: filled in place, so that no second copy lies on the stack.
    getrandom::fill(key.expose_mut()).map_err(|_| NoRandomness)?;
    Ok(key)
}
