//! What has been read of one sentence: many rows ask for the same scope, grade or object at the same place.

use std::cell::RefCell;

use crate::rating_scope::ScopeReading;
use crate::rating_text::RatingText;

/// Where something begins, where it ends at the latest, and where the words begin that are not read yet.
type Place = (usize, usize, usize);

/// What has been read so far of the sentence that is being read.
#[derive(Debug, Default)]
pub(crate) struct Known {
    scopes: Answers<Option<ScopeReading>>,
    /// Where grades end; none where no grade begins.
    grades: Answers<Option<usize>>,
    /// Where objects of verbs of grading end; none where no object begins.
    objects: Answers<Option<usize>>,
}

/// What is found at each place that was asked about.
#[derive(Debug)]
struct Answers<T>(RefCell<Vec<(Place, T)>>);

impl<T> Default for Answers<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<T> Answers<T> {
    /// What `give` makes of the answer for a place, which is looked for once.
    fn get<G>(&self, place: Place, look: impl FnOnce() -> T, give: impl Fn(&T) -> G) -> G {
        let known = self.0.borrow().iter().find(|(asked, _)| *asked == place).map(|(_, answer)| give(answer));
        known.unwrap_or_else(|| {
            let answer = look();
            let given = give(&answer);
            self.0.borrow_mut().push((place, answer));
            given
        })
    }
}

impl Known {
    /// Another sentence is read.
    pub(crate) fn forget(&self) {
        self.scopes.0.borrow_mut().clear();
        self.grades.0.borrow_mut().clear();
        self.objects.0.borrow_mut().clear();
    }
}

impl RatingText<'_> {
    /// The scope that begins at `at`, right behind its preposition.
    pub(crate) fn scope(&self, at: usize, end: usize) -> Option<ScopeReading> {
        self.known.scopes.get((at, end, self.floor), || self.read_scope(at, end), Clone::clone)
    }

    /// Where the scope ends that begins at `at`.
    pub(crate) fn scope_end(&self, at: usize, end: usize) -> Option<usize> {
        let end_of = |scope: &Option<ScopeReading>| scope.as_ref().map(|scope| scope.tokens.end);
        self.known.scopes.get((at, end, self.floor), || self.read_scope(at, end), end_of)
    }

    /// Where the grade ends that begins at `at`.
    pub(crate) fn grade_end(&self, at: usize, end: usize) -> Option<usize> {
        let look = || self.grade(at, end).map(|(_, stop)| stop);
        self.known.grades.get((at, end, self.floor), look, Clone::clone)
    }

    /// Where the object of a verb of grading ends that begins at `at`.
    pub(crate) fn object_end(&self, at: usize, end: usize) -> Option<usize> {
        self.known.objects.get((at, end, self.floor), || self.object(at, end), Clone::clone)
    }
}
