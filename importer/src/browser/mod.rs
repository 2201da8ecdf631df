//! The only place that touches the browser's interfaces. Holds no logic of the importer.

pub(crate) mod files;
pub(crate) mod intl;
pub(crate) mod page;
pub(crate) mod result;
pub(crate) mod worker;
