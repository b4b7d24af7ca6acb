//! Passwords of personal accounts: Argon2id (RFC 9106), never kept in clear.

use argon2::{Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version};
use zeroize::Zeroizing;

use crate::failure::Failure;

/// Characters at least. NIST SP 800-63B: length counts, composition rules do not.
pub(crate) const MIN_LENGTH: u32 = 12;

/// 19 MiB and two passes: OWASP's floor for Argon2id, about 30 ms on a workstation.
fn hasher() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, None).expect("constants within Argon2's bounds");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// Hashes a new password off the async threads.
///
/// # Errors
/// [`Failure::PasswordTooShort`].
pub(crate) async fn hash(password: Zeroizing<String>) -> Result<String, Failure> {
    if u32::try_from(password.chars().count()).unwrap_or(u32::MAX) < MIN_LENGTH {
        return Err(Failure::PasswordTooShort { min: MIN_LENGTH });
    }
    blocking(move || hasher().hash_password(password.as_bytes()).map(|hash| hash.to_string()))
        .await?
        .map_err(|error| Failure::unexpected(&error))
}

/// Whether `password` is the one behind `hash`. Without a hash the same work is done, so that the time taken does not tell
/// whether a user name exists.
pub(crate) async fn matches(password: Zeroizing<String>, hash: Option<String>) -> Result<bool, Failure> {
    blocking(move || match hash {
        Some(hash) => {
            PasswordHash::new(&hash).is_ok_and(|hash| hasher().verify_password(password.as_bytes(), &hash).is_ok())
        }
        None => {
            let _ = hasher().hash_password(password.as_bytes());
            false
        }
    })
    .await
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
    tokio::task::spawn_blocking(work).await.map_err(|error| Failure::unexpected(&error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> Zeroizing<String> {
        Zeroizing::new(text.to_owned())
    }

    #[tokio::test]
    async fn only_the_right_password_matches_and_two_hashes_differ() {
        let first = hash(secret("en rätt lång fras")).await.expect("long enough");
        let second = hash(secret("en rätt lång fras")).await.expect("long enough");
        assert_ne!(first, second);
        assert_eq!(matches(secret("en rätt lång fras"), Some(first.clone())).await, Ok(true));
        assert_eq!(matches(secret("en ratt lang fras"), Some(first)).await, Ok(false));
        assert_eq!(matches(secret("en rätt lång fras"), None).await, Ok(false));
    }

    #[tokio::test]
    async fn a_short_password_is_refused() {
        assert_eq!(hash(secret("åäöåäöåäöåä")).await, Err(Failure::PasswordTooShort { min: MIN_LENGTH }));
    }
}
