//! How deep the markup of a page nests, before it is read: the reader takes time with the square of it.

/// Elements whose end tag may be left away, or that have none.
const ENDLESS: [&str; 30] = [
    "area", "base", "body", "br", "col", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li",
    "link", "meta", "option", "p", "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track",
    "wbr", "path", "use",
];

/// The most elements that are open at one time, those aside whose end need not be written.
pub(crate) fn depth(html: &str) -> usize {
    let (mut open, mut most) = (0_usize, 0);
    for tag in html.split('<').skip(1) {
        let (name, ends) = tag.strip_prefix('/').map_or((tag, false), |rest| (rest, true));
        let length = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let name = name[..length].to_ascii_lowercase();
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || ENDLESS.contains(&name.as_str()) {
            continue;
        }
        open = if ends { open.saturating_sub(1) } else { open + 1 };
        most = most.max(open);
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_closes_does_not_add_up() {
        assert_eq!(depth("<!doctype html><div><p>a<p>b <i>c</i> 1 < 2</div><br><div><b><a>"), 3);
        assert_eq!(depth(&"<div>x</div>".repeat(1000)), 1);
    }
}
