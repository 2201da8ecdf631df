//! The table that every language fills: a language that lacks a string does not compile.

/// Forms of a phrase by the plural category of its number; `{}` is where the number stands.
#[derive(Debug)]
pub(crate) struct Plural {
    /// For the category `zero`.
    pub(crate) zero: &'static str,
    /// For the category `one`.
    pub(crate) one: &'static str,
    /// For the category `two`.
    pub(crate) two: &'static str,
    /// For the category `few`.
    pub(crate) few: &'static str,
    /// For the category `many`.
    pub(crate) many: &'static str,
    /// For the category `other`.
    pub(crate) other: &'static str,
}

/// The texts of the importer in one language.
#[derive(Debug)]
pub(crate) struct Strings {
    /// Heads the page.
    pub(crate) title: &'static str,
    /// Says what it does.
    pub(crate) lead: &'static str,
    /// Says that nothing leaves the machine.
    pub(crate) private: &'static str,
    /// Invites to drop.
    pub(crate) drop: &'static str,
    /// Said while files are dragged over the page.
    pub(crate) let_go: &'static str,
    /// Chooses files.
    pub(crate) choose_files: &'static str,
    /// Chooses a folder.
    pub(crate) choose_folder: &'static str,
    /// What can be read.
    pub(crate) formats: &'static str,
    /// Heads the list of what was taken.
    pub(crate) files: &'static str,
    /// How many files were taken.
    pub(crate) files_count: Plural,
    /// How many files more than are listed were taken.
    pub(crate) more_files: Plural,
    /// Said while folders are looked into.
    pub(crate) looking: &'static str,
    /// Takes a file off the list; `{}` is its name.
    pub(crate) remove: &'static str,
    /// Takes all files off the list.
    pub(crate) remove_all: &'static str,
    /// Heads what was not taken, with why.
    pub(crate) not_taken: &'static str,
    /// Label of the field for the title.
    pub(crate) collection_title: &'static str,
    /// Explains it.
    pub(crate) collection_title_how: &'static str,
    /// Begins the work.
    pub(crate) make: &'static str,
    /// Ends the work.
    pub(crate) cancel: &'static str,
    /// Said when the work was ended.
    pub(crate) cancelled: &'static str,
    /// What is being done, one for each phase.
    pub(crate) opening: &'static str,
    pub(crate) reading: &'static str,
    pub(crate) comparing: &'static str,
    pub(crate) dating: &'static str,
    pub(crate) tagging: &'static str,
    pub(crate) naming: &'static str,
    pub(crate) reporting: &'static str,
    pub(crate) merging: &'static str,
    pub(crate) packing: &'static str,
    /// How far a phase is: the first `{}` is what is done, the second all.
    pub(crate) done_of: &'static str,
    /// Heads what was made.
    pub(crate) made: &'static str,
    /// How many documents it has.
    pub(crate) documents_count: Plural,
    /// How many events it has.
    pub(crate) events_count: Plural,
    /// Said when it has no event.
    pub(crate) no_events: &'static str,
    /// Said when there is no document in it.
    pub(crate) no_documents: &'static str,
    /// Shows it.
    pub(crate) open: &'static str,
    /// Saves it.
    pub(crate) save: &'static str,
    /// Says what opening gives and what saving gives.
    pub(crate) save_how: &'static str,
    /// Heads what could not be read.
    pub(crate) could_not_read: &'static str,
    /// Heads what was only noticed.
    pub(crate) noticed: &'static str,
    /// How many places were repaired.
    pub(crate) repairs_count: Plural,
    /// Names the hash of the file.
    pub(crate) fingerprint: &'static str,
    /// Said when the importer broke.
    pub(crate) broke: &'static str,
    /// Says what it was reading then; `{}` is the file.
    pub(crate) broke_at: &'static str,
    /// Leads back to the explorer.
    pub(crate) back: &'static str,
}
