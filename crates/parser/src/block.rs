use onrecord_model::Span;

/// One line of the article that is not blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Block {
    /// The line without the white space around it, nor a list item's marker.
    pub span: Span,
    pub kind: BlockKind,
}

/// What a line is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BlockKind {
    /// The headline, or a second one under it.
    Headline,
    /// Running text.
    Paragraph,
    /// A heading inside the text, such as `'Left on hold'`, or the line above a list.
    Crosshead,
    /// One entry of a list, behind its bullet, number or letter.
    Item,
    /// A label and what it has, such as `Safe: Good`.
    Row,
    /// Words under a picture.
    Caption,
    /// Who wrote it and when.
    Byline,
    /// Adverts, links to other stories, invitations to subscribe, readers' comments.
    Furniture,
}

impl BlockKind {
    /// Whether the article itself speaks here; else the page around it does.
    pub(crate) fn is_text(self) -> bool {
        match self {
            Self::Headline | Self::Paragraph | Self::Crosshead | Self::Item | Self::Row => true,
            Self::Caption | Self::Byline | Self::Furniture => false,
        }
    }

    /// The name shown by `explain`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Paragraph => "paragraph",
            Self::Crosshead => "crosshead",
            Self::Item => "item",
            Self::Row => "row",
            Self::Caption => "caption",
            Self::Byline => "byline",
            Self::Furniture => "furniture",
        }
    }
}
