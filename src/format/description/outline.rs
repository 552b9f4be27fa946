//! Reads text into an outline: the blocks of a description and the inline pieces in them, in order.
//!
//! This and its preview are the only importers of pulldown-cmark. It knows nothing about sections or entries.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};

/// Typical lengths of blocks and of the pieces in them, used to allocate memory in advance.
const BYTES_A_LEAF: usize = 96;
const BYTES_AN_INLINE: usize = 48;

/// Footnotes and metadata blocks are turned off: their markup does not matter here, and both take time on hostile text.
pub(super) const OPTIONS: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH).union(Options::ENABLE_TASKLISTS);

/// A description's leaf blocks as a flat list. Byte ranges refer to the source.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    pub(crate) leaves: Vec<Leaf>,
    inlines: Vec<Inline>,
}

/// A block that contains no other blocks.
#[derive(Debug)]
pub(crate) struct Leaf {
    pub(crate) kind: LeafKind,
    pub(crate) span: Range<usize>,
    pub(crate) place: Place,
    inlines: Range<usize>,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum LeafKind {
    Heading { level: u8 },
    Paragraph,
    TableCell,
    Fence(Fence),
    IndentedCode,
    Html,
    Rule,
}

/// A fenced code block.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fence {
    /// The info string, with entities and escapes decoded.
    pub(crate) info: String,
    /// The lines between the fences.
    pub(crate) content: Range<usize>,
    /// Whether there is a closing fence.
    pub(crate) closed: bool,
}

/// The containers around a leaf.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) quoted: bool,
    /// How many lists contain it.
    pub(crate) lists: usize,
    /// The innermost list that contains it, numbered across the whole description; 0 for none.
    pub(crate) list: usize,
    /// The list item that contains it, numbered across the whole description; 0 for none.
    pub(crate) item: usize,
}

impl Place {
    pub(crate) fn is_top_level(self) -> bool {
        !self.quoted && self.lists == 0
    }
}

/// A piece of a leaf's text.
#[derive(Debug)]
pub(crate) struct Inline {
    pub(crate) kind: InlineKind,
    pub(crate) span: Range<usize>,
    /// Whether it is crossed out.
    pub(crate) is_struck: bool,
    /// The visible text, when it differs from the source.
    decoded: Option<Box<str>>,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum InlineKind {
    Text,
    Code,
    Html,
    Break,
    TaskBox,
    Image,
    /// The start of a link, and its target.
    Link(Box<str>),
    LinkEnd,
    Strong,
    StrongEnd,
}

impl Outline {
    /// Reads `text`, whose lines end with LF or CRLF.
    pub(crate) fn read(text: &str) -> Self {
        let mut builder = Builder { text, ..Builder::default() };
        builder.outline.leaves.reserve(text.len() / BYTES_A_LEAF);
        builder.outline.inlines.reserve(text.len() / BYTES_AN_INLINE);
        for (event, span) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
            builder.take(event, span);
        }
        builder.close_leaf();
        builder.outline
    }

    /// Drops the text before `at` in the piece that contains `at`.
    pub(crate) fn cut(&mut self, leaf: usize, at: usize) {
        let Some(range) = self.leaves.get(leaf).map(|leaf| leaf.inlines.clone()) else { return };
        let inlines = self.inlines.get_mut(range).unwrap_or_default();
        let cut = inlines.iter_mut().find(|inline| inline.span.start < at && at < inline.span.end);
        if let Some(inline) = cut.filter(|inline| inline.kind == InlineKind::Text) {
            inline.span.start = at;
            inline.decoded = None;
        }
    }

    pub(crate) fn inlines(&self, leaf: &Leaf) -> &[Inline] {
        self.inlines.get(leaf.inlines.clone()).unwrap_or_default()
    }
}

impl Inline {
    /// Whether its text is the same as the source's.
    pub(crate) fn is_verbatim(&self) -> bool {
        self.decoded.is_none()
    }

    /// The HTML as written; empty for everything else.
    pub(crate) fn html<'a>(&self, source: &'a str) -> &'a str {
        let is_html = self.kind == InlineKind::Html;
        source.get(self.span.clone()).filter(|_| is_html).unwrap_or_default()
    }

    /// Its visible text; empty for anything that is not text.
    pub(crate) fn text<'a>(&'a self, source: &'a str) -> &'a str {
        match (&self.decoded, &self.kind) {
            (Some(decoded), _) => decoded,
            (None, InlineKind::Text) => source.get(self.span.clone()).unwrap_or_default(),
            (None, InlineKind::Break) => " ",
            _ => "",
        }
    }
}

/// The visible text of `inlines`.
pub(crate) fn text(inlines: &[Inline], source: &str) -> String {
    let mut text = String::new();
    for inline in inlines {
        text.push_str(inline.text(source));
    }
    text
}

#[derive(Default)]
struct Builder<'a> {
    text: &'a str,
    outline: Outline,
    quotes: usize,
    items: Vec<usize>,
    lists: Vec<usize>,
    seen_items: usize,
    strikes: usize,
    seen_lists: usize,
    /// The leaf to which inline pieces are added.
    open: Option<Leaf>,
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, span: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, span),
            Event::Code(code) => self.inline(InlineKind::Code, span, Some(code)),
            Event::InlineHtml(_) => self.inline(InlineKind::Html, span, None),
            Event::SoftBreak | Event::HardBreak => self.inline(InlineKind::Break, span, None),
            Event::TaskListMarker(_) => self.inline(InlineKind::TaskBox, span, None),
            Event::Rule => self.leaf(LeafKind::Rule, span),
            // HTML blocks are read from the source. The others need options that are turned off.
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Range<usize>) {
        match tag {
            Tag::Paragraph => self.open(LeafKind::Paragraph, span),
            Tag::TableCell => self.open(LeafKind::TableCell, span),
            Tag::Heading { level, .. } => self.open(LeafKind::Heading { level: level as u8 }, span),
            Tag::HtmlBlock => self.open(LeafKind::Html, span),
            Tag::CodeBlock(CodeBlockKind::Indented) => self.open(LeafKind::IndentedCode, span),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                self.open_fence(info.into_string(), span);
            }
            Tag::BlockQuote(_) => self.enter(|builder| builder.quotes += 1),
            Tag::List(_) => self.enter(|builder| {
                builder.seen_lists += 1;
                builder.lists.push(builder.seen_lists);
            }),
            Tag::Item => self.enter(|builder| {
                builder.seen_items += 1;
                builder.items.push(builder.seen_items);
            }),
            Tag::Link { dest_url, .. } => {
                self.inline(InlineKind::Link(dest_url.into_string().into()), span, None);
            }
            Tag::Image { .. } => self.inline(InlineKind::Image, span, None),
            Tag::Strong => self.inline(InlineKind::Strong, span, None),
            Tag::Strikethrough => self.strikes += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Link => self.inline_end(InlineKind::LinkEnd),
            TagEnd::Strong => self.inline_end(InlineKind::StrongEnd),
            TagEnd::Strikethrough => self.strikes -= 1,
            TagEnd::BlockQuote(_) => self.enter(|builder| builder.quotes -= 1),
            TagEnd::List(_) => self.enter(|builder| {
                builder.lists.pop();
            }),
            TagEnd::Item => self.enter(|builder| {
                builder.items.pop();
            }),
            TagEnd::Paragraph
            | TagEnd::TableCell
            | TagEnd::Heading(_)
            | TagEnd::HtmlBlock
            | TagEnd::CodeBlock => self.close_leaf(),
            _ => {}
        }
    }

    fn enter(&mut self, change: impl FnOnce(&mut Self)) {
        self.close_leaf();
        change(self);
    }

    fn text(&mut self, text: &CowStr<'_>, span: Range<usize>) {
        if let Some(Leaf { kind: LeafKind::Fence(fence), .. }) = &mut self.open {
            fence.content.end = span.end;
        } else if !matches!(&self.open, Some(Leaf { kind: LeafKind::IndentedCode, .. })) {
            let is_same = self.text.get(span.clone()).is_some_and(|source| is_same(source, text));
            self.inline(InlineKind::Text, span, (!is_same).then(|| text.clone()));
        }
    }

    /// In a tight list, text is in its item without a paragraph around it, so this opens one.
    fn inline(&mut self, kind: InlineKind, span: Range<usize>, text: Option<CowStr<'_>>) {
        if self.open.is_none() {
            self.open(LeafKind::Paragraph, span.clone());
        }
        if let Some(leaf) = &mut self.open {
            leaf.span.end = leaf.span.end.max(span.end);
        }
        let decoded = text.map(|text| text.into_string().into_boxed_str());
        let is_struck = self.strikes > 0;
        self.outline.inlines.push(Inline { kind, span, is_struck, decoded });
    }

    fn inline_end(&mut self, kind: InlineKind) {
        let end = self.outline.inlines.last().map_or(0, |inline| inline.span.end);
        let is_struck = self.strikes > 0;
        self.outline.inlines.push(Inline { kind, span: end..end, is_struck, decoded: None });
    }

    fn open_fence(&mut self, info: String, span: Range<usize>) {
        let rest = self.text.get(span.clone()).unwrap_or_default();
        let opener = rest.find('\n').map_or(span.end, |feed| span.start + feed + 1);
        let content = opener..opener;
        self.open(LeafKind::Fence(Fence { info, content, closed: false }), span);
    }

    fn open(&mut self, kind: LeafKind, span: Range<usize>) {
        self.close_leaf();
        let at = self.outline.inlines.len();
        let innermost = |numbers: &[usize]| numbers.last().copied().unwrap_or(0);
        let (list, item) = (innermost(&self.lists), innermost(&self.items));
        let place = Place { quoted: self.quotes > 0, lists: self.lists.len(), list, item };
        self.open = Some(Leaf { kind, span, place, inlines: at..at });
    }

    fn leaf(&mut self, kind: LeafKind, span: Range<usize>) {
        self.open(kind, span);
        self.close_leaf();
    }

    fn close_leaf(&mut self) {
        let Some(mut leaf) = self.open.take() else { return };
        leaf.inlines.end = self.outline.inlines.len();
        // A short row is filled with empty cells, up to a quarter of a million in total.
        if leaf.kind == LeafKind::TableCell && leaf.inlines.is_empty() {
            return;
        }
        if let LeafKind::Fence(fence) = &mut leaf.kind {
            let behind = self.text.get(fence.content.end..leaf.span.end).unwrap_or_default();
            fence.closed = !behind.trim().is_empty();
        }
        self.outline.leaves.push(leaf);
    }
}

/// Whether the parser's text equals the source's. Usually it is a slice of the source, so no comparison is needed.
fn is_same(source: &str, text: &CowStr<'_>) -> bool {
    let is_itself = matches!(text, CowStr::Borrowed(text) if std::ptr::eq(*text, source));
    is_itself || source == &**text
}

impl Fence {
    /// Whether it is a release block: the first word of the info string is `release`.
    pub(crate) fn is_release(&self) -> bool {
        self.info.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("release"))
    }
}
