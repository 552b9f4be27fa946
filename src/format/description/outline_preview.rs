//! What a reader sees of Markdown, as data: the elements that GitHub shows, without HTML of their own.

use std::fmt::Write;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use crate::format::description::outline::OPTIONS;
use crate::json::string;

/// The deepest element. What is deeper is shown in the element above it.
const DEEPEST: usize = 40;

/// The most elements. The rest is not shown.
const MOST_ELEMENTS: usize = 20_000;

/// A preview that is being written.
#[derive(Default)]
struct Preview {
    json: String,
    /// Whether each open container became an element.
    open: Vec<bool>,
    /// How many of them did.
    depth: usize,
    elements: usize,
    in_head: bool,
}

/// The blocks of `text` as JSON: a list of elements. An element is `[name, {attributes}?, children…]`, and text is a
/// string. Names are those of HTML, and `task` for the box of a task and `html` for HTML, which is shown as it is
/// written. Attributes are `href`, which begins with `http://` or `https://`, `start`, `checked` and `info`.
pub(crate) fn preview(text: &str) -> String {
    let mut preview = Preview { json: "[".to_owned(), ..Preview::default() };
    for event in Parser::new_ext(text, OPTIONS) {
        if preview.elements < MOST_ELEMENTS || matches!(event, Event::End(_)) {
            preview.take(event);
        }
    }
    preview.json.push(']');
    preview.json
}

impl Preview {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::InlineHtml(text) | Event::Html(text) => self.text(&text),
            Event::Code(code) => {
                self.open("code", "");
                self.text(&code);
                self.close();
            }
            // GitHub shows every line break of an issue.
            Event::SoftBreak | Event::HardBreak => self.empty("br", ""),
            Event::Rule => self.empty("hr", ""),
            Event::TaskListMarker(is_done) => {
                self.empty("task", if is_done { "\"checked\":true" } else { "" });
            }
            // The others need options that are turned off.
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => self.open("p", ""),
            Tag::Heading { level, .. } => self.open(&format!("h{}", level as u8), ""),
            Tag::BlockQuote(_) => self.open("blockquote", ""),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                self.open("pre", &format!("\"info\":{}", string(&info)));
            }
            Tag::CodeBlock(CodeBlockKind::Indented) => self.open("pre", ""),
            Tag::HtmlBlock => self.open("html", ""),
            Tag::List(Some(start)) => self.open("ol", &format!("\"start\":{start}")),
            Tag::List(None) => self.open("ul", ""),
            Tag::Item => self.open("li", ""),
            Tag::Table(_) => self.open("table", ""),
            Tag::TableHead => {
                self.in_head = true;
                self.open("tr", "");
            }
            Tag::TableRow => self.open("tr", ""),
            Tag::TableCell => self.open(if self.in_head { "th" } else { "td" }, ""),
            Tag::Emphasis => self.open("em", ""),
            Tag::Strong => self.open("strong", ""),
            Tag::Strikethrough => self.open("del", ""),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => self.open_link(&dest_url),
            _ => self.open("span", ""),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        if tag == TagEnd::TableHead {
            self.in_head = false;
        }
        self.close();
    }

    fn open_link(&mut self, target: &str) {
        let is_safe = target.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("https://"))
            || target.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("http://"));
        if is_safe {
            self.open("a", &format!("\"href\":{}", string(target)));
        } else {
            self.open("span", "");
        }
    }

    fn open(&mut self, name: &str, attributes: &str) {
        let is_shown = self.depth < DEEPEST && self.elements < MOST_ELEMENTS;
        self.open.push(is_shown);
        if is_shown {
            self.depth += 1;
            self.elements += 1;
            self.separate();
            let _ = write!(self.json, "[\"{name}\"");
            if !attributes.is_empty() {
                let _ = write!(self.json, ",{{{attributes}}}");
            }
        }
    }

    fn close(&mut self) {
        if self.open.pop() == Some(true) {
            self.depth -= 1;
            self.json.push(']');
        }
    }

    fn empty(&mut self, name: &str, attributes: &str) {
        self.open(name, attributes);
        self.close();
    }

    fn text(&mut self, text: &str) {
        self.separate();
        self.json.push_str(&string(text));
    }

    fn separate(&mut self) {
        if !self.json.ends_with('[') {
            self.json.push(',');
        }
    }
}
