use crate::ModelError;

/// A stretch of a file: byte offsets, the end not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// From the first byte to one past the last. An empty span is allowed.
    ///
    /// # Errors
    /// [`ModelError::BackwardSpan`] where `end` lies before `start`.
    #[inline]
    pub const fn new(start: u32, end: u32) -> Result<Self, ModelError> {
        if end < start { Err(ModelError::BackwardSpan { start, end }) } else { Ok(Self { start, end }) }
    }

    /// From the start of the earlier to the end of the later span.
    #[must_use]
    #[inline]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// First byte.
    #[must_use]
    #[inline]
    pub const fn start(self) -> u32 {
        self.start
    }

    /// One past the last byte.
    #[must_use]
    #[inline]
    pub const fn end(self) -> u32 {
        self.end
    }

    /// Number of bytes.
    #[must_use]
    #[inline]
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// True where the span holds no byte.
    #[must_use]
    #[inline]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// True where every byte of `inner` is in this span.
    #[must_use]
    #[inline]
    pub const fn contains(self, inner: Self) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }

    /// True where the two spans share a byte.
    #[must_use]
    #[inline]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}
