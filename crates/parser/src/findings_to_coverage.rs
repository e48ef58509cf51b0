//! Findings to coverage: what was found, written down with its words.
