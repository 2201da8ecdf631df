//! What a query gives, handed on without copying.

use std::ops::Deref;
use std::sync::Arc;

use dateline_corpus::{Index, Query, Results};

/// A query with its results. Two are equal when they are the same run.
#[derive(Clone, Debug)]
pub(crate) struct Found(Arc<(Query, Results)>);

impl Found {
    /// Runs `query`.
    pub(crate) fn new(index: &Index, query: Query) -> Self {
        let results = index.run(&query);
        Self(Arc::new((query, results)))
    }

    /// What was asked.
    pub(crate) fn query(&self) -> &Query {
        &self.0.0
    }

    /// The documents whose text the search meets, by index, best first; none without a search.
    pub(crate) fn best_documents(&self, most: usize) -> Vec<usize> {
        self.documents.iter().take(most).map(|hit| hit.document as usize).collect()
    }
}

impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Found {
    type Target = Results;

    fn deref(&self) -> &Results {
        &self.0.1
    }
}

/// Whether `query` wants everything.
pub(crate) fn is_empty(query: &Query) -> bool {
    query.text.trim().is_empty() && query.selections.is_empty() && query.range.is_none()
}
