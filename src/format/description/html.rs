//! The visible text of raw HTML. This is not a parser: one pass separates text from tags and comments.

use std::ops::Range;

/// The text outside tags and comments, with `&nbsp;` as a space.
pub(crate) fn text(html: &str) -> String {
    let mut kept = String::new();
    for range in outside_markup(html) {
        kept.push_str(html.get(range).unwrap_or_default());
        kept.push(' ');
    }
    kept.replace("&nbsp;", " ")
}

/// Whether `html` contains a tag that shows something other than text.
pub(crate) fn shows_picture(html: &str) -> bool {
    let lower = html.to_ascii_lowercase();
    let tags = ["<img", "<picture", "<svg", "<video", "<audio", "<iframe"];
    tags.iter().any(|tag| lower.contains(tag))
        && tags.iter().any(|tag| without_comments(&lower).contains(tag))
}

fn without_comments(html: &str) -> String {
    let mut kept = String::new();
    let mut from = 0;
    for comment in comments(html) {
        kept.push_str(html.get(from..comment.start).unwrap_or_default());
        from = comment.end;
    }
    kept + html.get(from..).unwrap_or_default()
}

/// The places of comments. A comment that is never closed extends to the end.
pub(crate) fn comments(html: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = html.get(from..).and_then(|rest| rest.find("<!--")).map(|at| from + at)
    {
        let behind = start + "<!--".len();
        let close = html.get(behind..).and_then(|rest| rest.find("-->"));
        from = close.map_or(html.len(), |at| behind + at + "-->".len());
        found.push(start..from);
    }
    found
}

/// Whether the text of an element is shown verbatim. Such text is treated as code.
pub(crate) fn is_verbatim(html: &str) -> bool {
    let start = html.trim_start().to_ascii_lowercase();
    ["<pre", "<script", "<style", "<textarea"].iter().any(|tag| start.starts_with(tag))
}

fn outside_markup(html: &str) -> Vec<Range<usize>> {
    let mut texts = Vec::new();
    for (is_text, range) in parts(html) {
        if is_text {
            texts.push(range);
        }
    }
    texts
}

/// Text, tags and comments in order: whether each is text, and where it is.
pub(crate) fn parts(html: &str) -> Vec<(bool, Range<usize>)> {
    let mut found = Vec::new();
    let mut from = 0;
    let mut comments = comments(html).into_iter().peekable();
    while let Some(open) = html.get(from..).and_then(|rest| rest.find('<')).map(|at| from + at) {
        found.push((true, from..open));
        let comment = comments.next_if(|comment| comment.start == open);
        let close = || html.get(open..).and_then(|rest| rest.find('>')).map(|at| open + at + 1);
        from = comment.map(|comment| comment.end).or_else(close).unwrap_or(html.len());
        found.push((false, open..from));
        while comments.next_if(|comment| comment.start < from).is_some() {}
    }
    found.push((true, from..html.len()));
    found
}

/// The visible part of one line of HTML, if there is exactly one.
pub(crate) fn only_text(line: &str) -> Option<Range<usize>> {
    let mut only = None;
    for range in outside_markup(line) {
        if line.get(range.clone()).is_some_and(|text| !text.trim().is_empty()) {
            if only.is_some() {
                return None;
            }
            only = Some(range);
        }
    }
    only
}

/// Whether a line is a code fence written with character references, as in the original document:
/// `<p> &#96;&#96;&#96;release </p>`.
pub(crate) fn is_escaped_fence(line: &str) -> bool {
    let seen = text(line).replace("&#96;", "`").replace("&#x60;", "`").replace("&grave;", "`");
    let info = seen.trim().trim_start_matches('`');
    seen.contains("```") && (info.trim().is_empty() || info.trim().eq_ignore_ascii_case("release"))
}

/// Whether `html` contains only comments and whitespace.
pub(crate) fn is_only_comments(html: &str) -> bool {
    without_comments(html).trim().is_empty()
}

/// Whether an HTML block is of a kind that a blank line does not end, and its end is missing.
pub(crate) fn is_open(block: &str) -> bool {
    let text = block.trim_start().to_ascii_lowercase();
    let ends = [
        ("<!--", "-->"),
        ("<![cdata[", "]]>"),
        ("<!", ">"),
        ("<?", "?>"),
        ("<pre", "</pre>"),
        ("<script", "</script>"),
        ("<style", "</style>"),
        ("<textarea", "</textarea>"),
    ];
    let kind = ends.iter().find(|(start, _)| text.starts_with(start));
    kind.is_some_and(|(_, end)| !text.contains(end))
}

/// Elements that hold nothing, or that need no end.
const WITHOUT_END: [&str; 20] = [
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta",
    "p", "source", "td", "th", "tr", "track", "wbr",
];

/// Updates which elements are open: adds those that start in `html`, drops those that end in it.
pub(crate) fn note_open(html: &str, open: &mut Vec<String>) {
    for (is_text, range) in parts(html) {
        let part = html.get(range).unwrap_or_default();
        let Some(tag) = part.strip_prefix('<').filter(|_| !is_text) else { continue };
        let end = tag.strip_prefix('/');
        let name: String = end
            .unwrap_or(tag)
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .map(|letter| letter.to_ascii_lowercase())
            .collect();
        let is_whole = tag.ends_with("/>") || WITHOUT_END.contains(&name.as_str());
        if name.is_empty() || is_whole {
            continue;
        }
        match (end, open.iter().rposition(|other| *other == name)) {
            (None, _) => open.push(name),
            (Some(_), Some(at)) => open.truncate(at),
            (Some(_), None) => {}
        }
    }
}
