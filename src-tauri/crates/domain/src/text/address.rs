//! Where a link may lead. Everything else, above all what a browser would run, is no link.

/// The address at the beginning of `rest`, which begins with `(`, and the bytes up to and with `)`.
///
/// What stops it (a blank, a bracket, a `*`) also begins whatever could be tried next, so that nothing is looked through twice.
pub(super) fn in_brackets(rest: &str) -> Option<(&str, usize)> {
    let inside = rest.strip_prefix('(')?;
    let length = inside.bytes().take_while(|byte| is_of_address(*byte)).count();
    let address = &inside[..length];
    (inside[length..].starts_with(')') && is_allowed(address)).then_some((address, length + 2))
}

/// Whether a link may lead there: a page over HTTPS without a name before its host, a telephone number, or an e-mail address.
pub(super) fn is_allowed(address: &str) -> bool {
    address.len() <= 2_000
        && address.bytes().all(is_of_address)
        && match address.split_once(':') {
            Some(("https", rest)) => rest.strip_prefix("//").is_some_and(begins_with_host),
            Some(("tel", number)) => {
                let digits = number.strip_prefix('+').unwrap_or(number);
                digits.starts_with(|first: char| first.is_ascii_digit())
                    && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
            }
            Some(("mailto", to)) => to.split_once('@').is_some_and(|(name, host)| {
                let is_of_name = |byte: u8| byte.is_ascii_alphanumeric() || b"._+-".contains(&byte);
                !name.is_empty() && name.bytes().all(is_of_name) && is_host(host)
            }),
            _ => false,
        }
}

/// `https://1177.se@ont.example` would lead to the latter and look like the former, so nothing but a host and its port may stand there.
fn begins_with_host(rest: &str) -> bool {
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    match rest[..end].split_once(':') {
        None => is_host(&rest[..end]),
        Some((host, port)) => {
            is_host(host) && (1..=5).contains(&port.len()) && port.bytes().all(|byte| byte.is_ascii_digit())
        }
    }
}

fn is_host(host: &str) -> bool {
    host.starts_with(|first: char| first.is_ascii_alphanumeric())
        && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-')
}

/// What an address may hold as it is; the rest is written `%28`, and letters beyond ASCII likewise.
const fn is_of_address(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b'-' | b'.' | b'_' | b'~' | b':' | b'/' | b'?' | b'#' | b'@' | b'!')
        || matches!(byte, b'$' | b'&' | b'+' | b',' | b';' | b'=' | b'%')
}
