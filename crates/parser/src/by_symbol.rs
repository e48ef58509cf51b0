//! A table of what few of the known words have.

use crate::token::Symbol;

/// Values of some symbols, found by one look at a small table: most words have none.
#[derive(Debug)]
pub(crate) struct BySymbol<T> {
    /// For each symbol one more than the place of its value; 0 where it has none.
    places: Vec<u16>,
    values: Vec<T>,
}

impl<T> Default for BySymbol<T> {
    fn default() -> Self {
        Self { places: Vec::new(), values: Vec::new() }
    }
}

impl<T: Default> BySymbol<T> {
    #[inline]
    pub(crate) fn get(&self, symbol: Symbol) -> Option<&T> {
        let place = usize::from(*self.places.get(symbol.0 as usize)?);
        self.values.get(place.checked_sub(1)?)
    }

    /// A symbol's value, made where it has none.
    pub(crate) fn entry(&mut self, symbol: Symbol) -> &mut T {
        let index = symbol.0 as usize;
        if self.places.len() <= index {
            self.places.resize(index + 1, 0);
        }
        if self.places[index] == 0 {
            self.values.push(T::default());
            self.places[index] = self.values.len() as u16;
        }
        &mut self.values[usize::from(self.places[index]) - 1]
    }
}
