//! Markdown → the HTML of a page.

use std::collections::BTreeMap;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

use crate::Outcome;
use crate::site::links::{Site, SitePage, up};

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_FOOTNOTES);

/// What every page begins with, after its title and with the way to the top of the site.
const HEAD: &str = r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="icon" href="{up}compose/icon.svg">
<link rel="stylesheet" href="{up}site.css">
</head>
<body>
<nav aria-label="Site"><a href="{up}index.html">Patch Release Issues</a> <a href="{up}docs/install.html">Install</a> <a href="{up}docs/rules/index.html">Rules</a> <a href="{up}docs/report.html">Report</a> <a href="{up}report/index.html">A report of real history</a> <a href="{up}compose/index.html">Write an issue</a></nav>
<main>
"#;

/// The names of the headings, as GitHub makes them.
pub(crate) fn anchors(text: &str) -> Vec<String> {
    let (mut anchors, mut open) = (Vec::new(), None);
    let mut seen = BTreeMap::new();
    for event in Parser::new_ext(text, OPTIONS) {
        match event {
            Event::Start(Tag::Heading { .. }) => open = Some(String::new()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(title) = &mut open {
                    title.push_str(&text);
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                anchors.push(numbered(&mut seen, slug(&open.take().unwrap_or_default())));
            }
            _ => {}
        }
    }
    anchors
}

fn slug(title: &str) -> String {
    let kept = title.to_lowercase();
    let kept = kept
        .chars()
        .filter(|character| character.is_alphanumeric() || matches!(character, ' ' | '-' | '_'));
    kept.map(|character| if character == ' ' { '-' } else { character }).collect()
}

/// The second heading of a name gets a number.
fn numbered(seen: &mut BTreeMap<String, usize>, slug: String) -> String {
    let count = seen.entry(slug.clone()).or_default();
    *count += 1;
    if *count == 1 { slug } else { format!("{slug}-{}", *count - 1) }
}

/// The page.
pub(crate) fn html(site: &Site, page: &SitePage) -> Outcome<String> {
    let mut anchors = anchors(&page.text).into_iter();
    let mut events = Vec::new();
    for event in Parser::new_ext(&page.text, OPTIONS) {
        events.push(match event {
            Event::Start(Tag::Heading { level, classes, attrs, .. }) => {
                let id = anchors.next().map(CowStr::from);
                Event::Start(Tag::Heading { level, id, classes, attrs })
            }
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let dest_url = site.target(page, &dest_url)?.into();
                Event::Start(Tag::Link { link_type, dest_url, title, id })
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                let dest_url = site.target(page, &dest_url)?.into();
                Event::Start(Tag::Image { link_type, dest_url, title, id })
            }
            other => other,
        });
    }
    let title = page.text.lines().find_map(|line| line.strip_prefix("# "));
    let title = title.unwrap_or(&page.path).replace('`', "");
    let head = HEAD.replace("{up}", &up(page)).replace("{title}", &escaped(&title));
    let mut text = head;
    html::push_html(&mut text, events.into_iter());
    // A table may be wider than a phone.
    let text = text.replace("<table>", "<div class=\"wide\" tabindex=\"0\"><table>");
    Ok(text.replace("</table>", "</table></div>") + "</main>\n</body>\n</html>\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
