use crate::{Input, PipelineError};

/// The most articles in one batch: enough that threads seldom wait for each other.
const ARTICLES: usize = 128;
/// The most bytes of articles in one batch, unless a single article holds more.
const BYTES: u64 = 2 << 20;

/// Cuts a stream of articles into batches that fit in memory, whatever the number of articles: a batch is
/// what is held at one time. A large article, or one of unknown size, is a batch of its own.
pub(crate) struct Batches<I: Iterator> {
    inputs: std::iter::Peekable<I>,
}

impl<I: Iterator<Item = Result<Input, PipelineError>>> Batches<I> {
    pub(crate) fn new(inputs: I) -> Self {
        Self { inputs: inputs.peekable() }
    }

    /// The next articles in order; empty at the end.
    pub(crate) fn next(&mut self) -> Vec<Result<Input, PipelineError>> {
        let mut batch = Vec::new();
        let mut bytes = 0_u64;
        while batch.len() < ARTICLES {
            let more = |input: &Result<Input, PipelineError>| {
                batch.is_empty() || bytes.saturating_add(size(input)) <= BYTES
            };
            let Some(input) = self.inputs.next_if(more) else { break };
            bytes = bytes.saturating_add(size(&input));
            batch.push(input);
        }
        batch
    }
}

fn size(input: &Result<Input, PipelineError>) -> u64 {
    input.as_ref().map_or(0, |input| input.size.unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Place;

    fn batches(sizes: &[Option<u64>]) -> Vec<usize> {
        let input = |&size| {
            Ok(Input {
                id: String::new(),
                path: String::new(),
                place: Place::File("a".into()),
                size,
                fields: Default::default(),
            })
        };
        let mut batches = Batches::new(sizes.iter().map(input));
        std::iter::from_fn(|| Some(batches.next().len()).filter(|&n| n > 0)).collect()
    }

    #[test]
    fn a_batch_is_bounded_in_articles_and_bytes() {
        assert_eq!(batches(&[Some(1); 300]), [128, 128, 44]);
        assert_eq!(batches(&[Some(BYTES / 2); 5]), [2, 2, 1]);
        assert_eq!(batches(&[]), [0; 0]);
    }

    #[test]
    fn a_large_or_unmeasured_article_is_alone() {
        assert_eq!(batches(&[Some(9), Some(BYTES * 50), Some(9), None, Some(9)]), [1, 1, 1, 1, 1]);
    }
}
