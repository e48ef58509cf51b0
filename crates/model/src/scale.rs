use std::cmp::Ordering;
use std::sync::Arc;

use crate::ModelError;

/// The grades an inspectorate gives, best first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    id: Arc<str>,
    overall: bool,
    grades: Vec<Arc<str>>,
}

impl Scale {
    /// A scale from its id, whether it has an overall grade, and its grades from best to worst.
    ///
    /// # Errors
    /// [`ModelError::NotAScale`] for fewer than two grades, more than 255, or one named twice.
    pub fn new<'a>(
        id: &str,
        overall: bool,
        grades: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self, ModelError> {
        let grades: Vec<Arc<str>> = grades.into_iter().map(Arc::from).collect();
        let repeats = grades.iter().enumerate().any(|(i, grade)| grades[..i].contains(grade));
        if grades.len() < 2 || grades.len() > usize::from(u8::MAX) || repeats {
            return Err(ModelError::NotAScale { scale: id.to_owned() });
        }
        Ok(Self { id: Arc::from(id), overall, grades })
    }

    /// Its id in the lexicon.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Whether a body gets one grade for everything; where not, an unqualified grade is a grade of an area.
    #[must_use]
    pub fn has_overall(&self) -> bool {
        self.overall
    }

    /// The labels, best first.
    pub fn labels(&self) -> impl ExactSizeIterator<Item = &str> {
        self.grades.iter().map(|grade| &**grade)
    }

    /// The grade with this label; `None` where the scale has none.
    #[must_use]
    pub fn grade(&self, label: &str) -> Option<Grade> {
        let index = self.grades.iter().position(|grade| **grade == *label)?;
        Some(Grade {
            label: Arc::clone(&self.grades[index]),
            scale: Arc::clone(&self.id),
            position: u8::try_from(index + 1).ok()?,
            of: u8::try_from(self.grades.len()).ok()?,
        })
    }
}

/// One grade of one [`Scale`].
///
/// Grades of different scales do not compare.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(try_from = "Written"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Grade {
    /// The canonical label on its scale.
    #[cfg_attr(feature = "serde", serde(rename = "grade"))]
    label: Arc<str>,
    /// Id of the scale; grades of different scales do not compare.
    scale: Arc<str>,
    /// 1 is the best.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    position: u8,
    /// Number of grades on the scale.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    of: u8,
}

impl Grade {
    /// The canonical label on its scale, such as `Requires improvement`.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// Id of the scale in the lexicon.
    #[must_use]
    pub fn scale(&self) -> &str {
        &self.scale
    }

    /// 1 is the best.
    #[must_use]
    pub fn position(&self) -> u8 {
        self.position
    }

    /// Number of grades on the scale.
    #[must_use]
    pub fn of(&self) -> u8 {
        self.of
    }
}

impl PartialOrd for Grade {
    /// The better grade is the greater; `None` between scales.
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        (self.scale == other.scale).then(|| other.position.cmp(&self.position))
    }
}

/// A grade as a record holds it, before it is checked.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Grade"))]
struct Written {
    grade: Arc<str>,
    scale: Arc<str>,
    position: u8,
    of: u8,
}

#[cfg(feature = "serde")]
impl TryFrom<Written> for Grade {
    type Error = ModelError;

    fn try_from(Written { grade, scale, position, of }: Written) -> Result<Self, Self::Error> {
        if position == 0 || position > of {
            return Err(ModelError::PositionOutsideScale { grade: grade.to_string(), position, of });
        }
        Ok(Self { label: grade, scale, position, of })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_compare_on_one_scale_only() {
        let police = Scale::new("hmicfrs", false, ["Outstanding", "Good", "Adequate"]).unwrap();
        let school = Scale::new("ofsted", true, ["Outstanding", "Good"]).unwrap();
        let good = police.grade("Good").unwrap();
        assert!(good > police.grade("Adequate").unwrap());
        assert_eq!(good.partial_cmp(&school.grade("Good").unwrap()), None);
    }

    #[test]
    fn a_scale_has_each_grade_once() {
        assert!(Scale::new("x", true, ["Good"]).is_err());
        assert!(Scale::new("x", true, ["Good", "Good"]).is_err());
        assert_eq!(Scale::new("x", true, ["Good", "Poor"]).unwrap().grade("Fair"), None);
    }
}
