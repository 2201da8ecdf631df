//! Search over the words of a corpus: grammar, folding, vocabulary, evaluation, ranking.

pub(crate) mod eval;
pub(crate) mod fold;
pub(crate) mod parse;
pub(crate) mod score;
pub(crate) mod vocabulary;

#[cfg(test)]
pub(crate) mod scan;
