//! What the process gives up before it holds anything of a citizen's.

/// From here on a fault writes no image of the memory to disk: keys and files would lie in it in clear. Nothing that this
/// process starts can take it back.
///
/// Windows keeps no such image by itself; whether it is told to is the administrator's (`docs/it.md`).
pub(super) fn no_core_dumps() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let outcome = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
        if outcome.is_err() {
            tracing::warn!("core dumps could not be switched off");
        }
    }
}
