/// Pairs labels (by their number) with what was found: the best pair first, nothing twice, none below `least`.
/// Of equal pairs, the first in the order of the labels, then of what was found.
pub(crate) fn pairs(
    labels: usize,
    found: usize,
    least: f64,
    score: impl Fn(usize, usize) -> f64,
) -> Vec<(usize, usize)> {
    let all = (0..labels).flat_map(|label| (0..found).map(move |one| (label, one)));
    let mut scored: Vec<(f64, usize, usize)> =
        all.map(|(label, one)| (score(label, one), label, one)).filter(|pair| pair.0 >= least).collect();
    scored.sort_by(|one, other| other.0.total_cmp(&one.0));
    let (mut labels_taken, mut found_taken) = (vec![false; labels], vec![false; found]);
    let mut pairs = Vec::new();
    for (_, label, one) in scored {
        if !labels_taken[label] && !found_taken[one] {
            (labels_taken[label], found_taken[one]) = (true, true);
            pairs.push((label, one));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_pair_goes_first_and_nothing_is_taken_twice() {
        let scores = [[0.6, 0.9], [0.5, 0.8]];
        assert_eq!(pairs(2, 2, 0.5, |label, found| scores[label][found]), [(0, 1), (1, 0)]);
        assert_eq!(pairs(2, 2, 0.6, |label, found| scores[label][found]), [(0, 1)]);
        assert_eq!(pairs(2, 2, 1.0, |_, _| 1.0), [(0, 0), (1, 1)]);
    }
}
