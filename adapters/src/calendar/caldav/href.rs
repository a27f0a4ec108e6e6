//! Where things are on a server: what it says (hrefs), and what is asked for (paths).

/// A path, decoded. `None` where it is no text, or would lead out of itself.
pub(super) fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [byte, after @ ..] = rest {
        rest = after;
        let hex = |byte: &u8| char::from(*byte).to_digit(16).and_then(|it| u8::try_from(it).ok());
        match (byte, after) {
            (b'%', [high, low, after @ ..]) => {
                let letter = hex(high)? * 16 + hex(low)?;
                // A slash in a name would make two of it.
                if letter == b'/' {
                    return None;
                }
                bytes.push(letter);
                rest = after;
            }
            (b'%', _) => return None,
            _ => bytes.push(*byte),
        }
    }
    let path = String::from_utf8(bytes).ok()?;
    let out = path.split('/').any(|part| matches!(part, "." | ".."));
    (!out && !path.chars().any(char::is_control)).then_some(path)
}

/// A path as it stands in a request.
pub(super) fn encoded(path: &str) -> String {
    use std::fmt::Write;
    let mut out = String::with_capacity(path.len() + 8);
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' | b'@' => {
                out.push(char::from(byte));
            }
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

/// `https://a.example:443` is `https://a.example`.
pub(super) fn without_default_port(origin: &str) -> &str {
    let port = if origin.starts_with("https:") { ":443" } else { ":80" };
    origin.strip_suffix(port).unwrap_or(origin)
}

/// Where an href leads, decoded; the reason where it leads elsewhere.
pub(super) fn resolved(origin: &str, from: &str, href: &str) -> Result<String, String> {
    let href = href.trim();
    let shown = || href.chars().take(100).collect::<String>();
    let href = href.split(['?', '#']).next().unwrap_or_default();
    let path = match href.split_once("://") {
        Some((scheme, rest)) if !scheme.contains('/') => {
            let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            let there = format!("{scheme}://{host}").to_ascii_lowercase();
            if without_default_port(&there) != origin {
                return Err(format!("it points to another server: {}", shown()));
            }
            if path.is_empty() { "/" } else { path }
        }
        _ if href.starts_with("//") => {
            return Err(format!("it points to another server: {}", shown()));
        }
        _ => href,
    };
    let path =
        decoded(path).ok_or_else(|| format!("it names a place that is none: {}", shown()))?;
    if path.starts_with('/') {
        return Ok(path);
    }
    let folder = &from[..=from.rfind('/').unwrap_or_default()];
    Ok(format!("{folder}{path}"))
}

/// The name of an entry of a collection; `None` for the collection itself and for what stands
/// deeper; the reason where it stands outside.
pub(super) fn name(collection: &str, path: &str) -> Result<Option<String>, String> {
    if path == collection || format!("{path}/") == collection {
        return Ok(None);
    }
    match path.strip_prefix(collection) {
        Some(name) if name.contains('/') => Ok(None),
        Some(name) => Ok(Some(name.to_owned())),
        None => {
            let shown: String = path.chars().take(100).collect();
            Err(format!("it names something outside the calendar: {shown}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hrefs_lead_where_they_say_and_not_out() {
        let at = |href: &str| resolved("https://a.example", "/cal/kolar/", href);
        for (href, path) in [
            ("/cal/kolar/a.ics", "/cal/kolar/a.ics"),
            ("a.ics", "/cal/kolar/a.ics"),
            ("https://a.example/cal/kolar/a%20b.ics", "/cal/kolar/a b.ics"),
            ("HTTPS://A.example:443/cal/%C5%99.ics?x=y", "/cal/ř.ics"),
            ("https://a.example", "/"),
        ] {
            assert_eq!(at(href).as_deref(), Ok(path), "{href}");
        }
        for href in [
            "https://b.example/cal/kolar/a.ics",
            "http://a.example/cal/kolar/a.ics",
            "https://a.example:8443/x",
            "//b.example/x",
            "/cal/../etc/passwd",
            "/cal/kolar/%2e%2e/x",
            "/cal/kolar/a%2Fb.ics",
            "/cal/kolar/a%00.ics",
            "/cal/kolar/a%0d%0ab",
            "/cal/kolar/%ff.ics",
            "/cal/kolar/%",
            "/cal/kolar/%zz",
        ] {
            assert!(at(href).is_err(), "{href}");
        }
        assert_eq!(name("/cal/", "/cal/a.ics"), Ok(Some("a.ics".to_owned())));
        assert_eq!(name("/cal/", "/cal"), Ok(None));
        assert_eq!(name("/cal/", "/cal/b/a.ics"), Ok(None));
        assert!(name("/cal/", "/calendar/a.ics").is_err());
        assert_eq!(encoded("/cal/ř b;c.ics"), "/cal/%C5%99%20b%3Bc.ics");
        assert_eq!(decoded(&encoded("/cal/ř b%;c@d.ics")).as_deref(), Some("/cal/ř b%;c@d.ics"));
    }
}
