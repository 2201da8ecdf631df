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

/// The texts of the interface in one language.
#[derive(Debug)]
pub(crate) struct Strings {
    /// The language's own name.
    pub(crate) language_name: &'static str,
    /// The collection's name when nobody gave one.
    pub(crate) untitled: &'static str,
    /// The name of a collection without one; takes the years it spans.
    pub(crate) untitled_years: &'static str,
    /// Link past the controls.
    pub(crate) skip: &'static str,
    /// Label of the search field.
    pub(crate) search: &'static str,
    /// Shown in the empty search field.
    pub(crate) search_hint: &'static str,
    /// Name of the group of actions.
    pub(crate) actions: &'static str,
    /// Name of the menu of further actions.
    pub(crate) more: &'static str,
    /// Name of the panel of facets.
    pub(crate) filters: &'static str,
    /// Name of the row of chips.
    pub(crate) filters_in_force: &'static str,
    /// Takes back every filter.
    pub(crate) clear_all: &'static str,
    /// Says what pressing a chip does; `{}` is the filter.
    pub(crate) remove_filter: &'static str,
    /// Excludes a value; `{}` is the value.
    pub(crate) exclude: &'static str,
    /// Name of the filter by words.
    pub(crate) words: &'static str,
    /// Name of the filter by date.
    pub(crate) date: &'static str,
    /// Label of the first field of the range.
    pub(crate) from: &'static str,
    /// Label of the last field of the range.
    pub(crate) to: &'static str,
    /// Full name of the first field of the range.
    pub(crate) from_edtf: &'static str,
    /// Full name of the last field of the range.
    pub(crate) to_edtf: &'static str,
    /// Said when a field of the range cannot be read.
    pub(crate) not_a_date: &'static str,
    /// Name of the drawing.
    pub(crate) timeline: &'static str,
    /// Name of the list.
    pub(crate) events: &'static str,
    /// Full name of the list.
    pub(crate) events_by_date: &'static str,
    /// Heads the events whose dates reach beyond the wanted range.
    pub(crate) beyond_range: &'static str,
    /// Name of the facet and view of documents.
    pub(crate) documents: &'static str,
    /// A document.
    pub(crate) document: &'static str,
    /// Name of the facet.
    pub(crate) precision: &'static str,
    /// Name of the facet.
    pub(crate) agreement: &'static str,
    /// Name of the facet.
    pub(crate) people: &'static str,
    /// Name of the facet.
    pub(crate) organisations: &'static str,
    /// Name of the facet.
    pub(crate) places: &'static str,
    /// Name of the facet.
    pub(crate) kind: &'static str,
    /// Name of the facet.
    pub(crate) certainty: &'static str,
    /// Name of the facet.
    pub(crate) modality: &'static str,
    /// Name of the facet.
    pub(crate) text_language: &'static str,
    /// A precision.
    pub(crate) day: &'static str,
    /// A precision.
    pub(crate) range: &'static str,
    /// A precision.
    pub(crate) month: &'static str,
    /// A precision.
    pub(crate) year: &'static str,
    /// A precision.
    pub(crate) years: &'static str,
    /// A precision.
    pub(crate) open_ended: &'static str,
    /// A precision.
    pub(crate) approximate: &'static str,
    /// A class of agreement.
    pub(crate) corroborated: &'static str,
    /// A class of agreement.
    pub(crate) copied: &'static str,
    /// A class of agreement.
    pub(crate) conflicting: &'static str,
    /// A class of agreement.
    pub(crate) one_document: &'static str,
    /// The missing value of the facet.
    pub(crate) no_person: &'static str,
    /// The missing value of the facet.
    pub(crate) no_organisation: &'static str,
    /// The missing value of the facet.
    pub(crate) no_place: &'static str,
    /// The missing value of any other facet.
    pub(crate) missing: &'static str,
    /// A kind of event.
    pub(crate) kind_publication: &'static str,
    /// A kind of event.
    pub(crate) kind_mention: &'static str,
    /// A kind of event.
    pub(crate) kind_work: &'static str,
    /// A kind of event.
    pub(crate) kind_reference: &'static str,
    /// A class of certainty.
    pub(crate) explicit: &'static str,
    /// A class of certainty.
    pub(crate) anchored_stated: &'static str,
    /// A class of certainty.
    pub(crate) anchored_inferred: &'static str,
    /// A class of certainty.
    pub(crate) narrative: &'static str,
    /// A class of certainty.
    pub(crate) vague: &'static str,
    /// A modality.
    pub(crate) reported: &'static str,
    /// A modality.
    pub(crate) expected: &'static str,
    /// A modality.
    pub(crate) denied: &'static str,
    /// A modality.
    pub(crate) conditional: &'static str,
    /// Head of a column.
    pub(crate) head_date: &'static str,
    /// Head of a column.
    pub(crate) head_says: &'static str,
    /// Head of a column.
    pub(crate) head_who: &'static str,
    /// Shown where nobody is named.
    pub(crate) nobody: &'static str,
    /// Opens the reasons.
    pub(crate) why: &'static str,
    /// What a document does.
    pub(crate) reports: &'static str,
    /// What a document does.
    pub(crate) copies: &'static str,
    /// What a document does.
    pub(crate) conflicts: &'static str,
    /// What a document does.
    pub(crate) silent: &'static str,
    pub(crate) mentions: &'static str,
    /// Name of the panel.
    pub(crate) reader: &'static str,
    /// Closes something.
    pub(crate) close: &'static str,
    /// Closes the reader.
    pub(crate) close_reader: &'static str,
    /// Steps through the documents.
    pub(crate) previous_document: &'static str,
    /// Steps through the documents.
    pub(crate) next_document: &'static str,
    /// Where one is; the first `{}` is the number, the second the count.
    pub(crate) nth_of: &'static str,
    /// Shown in the empty reader.
    pub(crate) choose_event: &'static str,
    /// Of a document without a date.
    pub(crate) undated: &'static str,
    /// After a date that was inferred.
    pub(crate) inferred: &'static str,
    /// Before the other documents of an event.
    pub(crate) also_in: &'static str,
    /// Takes the names of documents.
    pub(crate) shared_with: &'static str,
    /// When one document alone reports an event.
    pub(crate) only_here: &'static str,
    /// A tab of the narrow page.
    pub(crate) search_button: &'static str,
    /// Name of the tabs of the narrow page.
    pub(crate) views: &'static str,
    /// Heading of an empty collection.
    pub(crate) nothing_yet: &'static str,
    /// How to fill an empty collection.
    pub(crate) nothing_yet_how: &'static str,
    /// Heading of the list of unread files.
    pub(crate) could_not_read: &'static str,
    /// Heading of what was noticed and lost no words.
    pub(crate) noticed: &'static str,
    /// When documents hold no date.
    pub(crate) no_events_in_documents: &'static str,
    /// Heading of an empty result.
    pub(crate) nothing_left: &'static str,
    /// Lifts a filter; `{}` is the filter.
    pub(crate) drop_filter: &'static str,
    /// Lifts an exclusion; `{}` is the filter.
    pub(crate) take_back: &'static str,
    /// Lifts all filters.
    pub(crate) clear_every: &'static str,
    /// Before a number of events.
    pub(crate) gives: &'static str,
    /// Label of the choice of looks.
    pub(crate) theme: &'static str,
    /// A look.
    pub(crate) theme_system: &'static str,
    /// A look.
    pub(crate) theme_light: &'static str,
    /// A look.
    pub(crate) theme_dark: &'static str,
    /// A look.
    pub(crate) theme_contrast: &'static str,
    /// Label of the choice of language.
    pub(crate) language: &'static str,
    /// About a date that is approximate; `{}` is the date.
    pub(crate) about: &'static str,
    /// A date that is uncertain; `{}` is the date.
    pub(crate) uncertain: &'static str,
    /// The beginning of a span; `{}` is the span.
    pub(crate) early: &'static str,
    /// The middle of a span.
    pub(crate) mid: &'static str,
    /// The end of a span.
    pub(crate) late: &'static str,
    /// From a date onwards.
    pub(crate) since: &'static str,
    /// Up to a date.
    pub(crate) until: &'static str,
    pub(crate) since_early: &'static str,
    pub(crate) since_mid: &'static str,
    pub(crate) since_late: &'static str,
    pub(crate) until_early: &'static str,
    pub(crate) until_mid: &'static str,
    pub(crate) until_late: &'static str,
    /// Before a date.
    pub(crate) before: &'static str,
    /// After a date.
    pub(crate) after: &'static str,
    /// A decade; `{}` is its first year.
    pub(crate) decade: &'static str,
    /// Spring of a year.
    pub(crate) spring: &'static str,
    /// Summer of a year.
    pub(crate) summer: &'static str,
    /// Autumn of a year.
    pub(crate) autumn: &'static str,
    /// Winter of a year.
    pub(crate) winter: &'static str,
    /// Folds a long facet.
    pub(crate) fewer: &'static str,
    /// Heading of the reasons.
    pub(crate) why_title: &'static str,
    /// The words that carry the date.
    pub(crate) words_found: &'static str,
    /// The rule that read the date.
    pub(crate) rule: &'static str,
    /// When a sentence holds no date words.
    pub(crate) no_date_words: &'static str,
    /// What a rule does.
    pub(crate) rule_named: &'static str,
    /// What a rule does.
    pub(crate) rule_year: &'static str,
    /// What a rule does.
    pub(crate) rule_weekday: &'static str,
    /// What a rule does.
    pub(crate) rule_counted: &'static str,
    /// What a rule does.
    pub(crate) rule_range: &'static str,
    /// What a rule does.
    pub(crate) rule_issue: &'static str,
    /// What a rule does.
    pub(crate) rule_issue_inferred: &'static str,
    /// What a rule does.
    pub(crate) rule_quoted: &'static str,
    /// What a rule does.
    pub(crate) rule_same_quotation: &'static str,
    /// The date against which it was read.
    pub(crate) read_against: &'static str,
    /// After a reference date that is the document's own.
    pub(crate) documents_own_date: &'static str,
    /// When the words need no reference date.
    pub(crate) the_words_alone: &'static str,
    /// Where the words stand.
    pub(crate) place_in_text: &'static str,
    /// Before offsets.
    pub(crate) bytes: &'static str,
    /// Why reports were joined.
    pub(crate) joined_because: &'static str,
    /// Why reports were joined.
    pub(crate) same_wording: &'static str,
    /// Why reports were joined.
    pub(crate) same_title: &'static str,
    /// Why reports were joined.
    pub(crate) same_date_names: &'static str,
    pub(crate) same_happening: &'static str,
    /// Why reports were joined.
    pub(crate) same_quotation: &'static str,
    /// Why reports were joined.
    pub(crate) same_sentence: &'static str,
    /// Why reports were joined.
    pub(crate) stated_beside: &'static str,
    /// The link to where a document was published.
    pub(crate) source_page: &'static str,
    /// Copies a citation.
    pub(crate) copy_citation: &'static str,
    /// Copies a link.
    pub(crate) copy_link: &'static str,
    /// Hides an event.
    pub(crate) hide_as_wrong: &'static str,
    /// Said when an event was hidden.
    pub(crate) hidden_notice: &'static str,
    /// Takes something back.
    pub(crate) undo: &'static str,
    /// Name of the filter and list of hidden events.
    pub(crate) hidden_title: &'static str,
    /// Shows a hidden event again.
    pub(crate) show_again: &'static str,
    /// Said when something was copied.
    pub(crate) copied_notice: &'static str,
    /// Said when nothing could be copied.
    pub(crate) copy_failed: &'static str,
    /// Heading of the list of keys and of what the marks mean.
    pub(crate) keys: &'static str,
    /// Leads to the importer.
    pub(crate) own_documents: &'static str,
    /// Heading of what the marks mean.
    pub(crate) marks: &'static str,
    /// The mark of a day on which a document was published.
    pub(crate) published: &'static str,
    /// What a key does.
    pub(crate) key_search: &'static str,
    /// What a key does.
    pub(crate) key_next: &'static str,
    /// What a key does.
    pub(crate) key_previous: &'static str,
    /// What a key does.
    pub(crate) key_open: &'static str,
    /// What a key does.
    pub(crate) key_close: &'static str,
    /// What a key does.
    pub(crate) key_zoom: &'static str,
    /// What a key does.
    pub(crate) key_documents: &'static str,
    /// What a key does.
    pub(crate) key_why: &'static str,
    /// What a key does.
    pub(crate) key_hide: &'static str,
    /// What a key does.
    pub(crate) key_undo: &'static str,
    /// What a key does.
    pub(crate) key_compare: &'static str,
    /// What a key does.
    pub(crate) key_palette: &'static str,
    /// What a key does.
    pub(crate) key_list: &'static str,
    /// Turns the keys of one letter on or off.
    pub(crate) single_keys: &'static str,
    /// Heading of the search help.
    pub(crate) search_help: &'static str,
    /// Explains an example.
    pub(crate) help_words: &'static str,
    /// Explains an example.
    pub(crate) help_phrase: &'static str,
    /// Explains an example.
    pub(crate) help_or: &'static str,
    /// Explains an example.
    pub(crate) help_not: &'static str,
    /// Explains an example.
    pub(crate) help_prefix: &'static str,
    /// Explains an example.
    pub(crate) help_person: &'static str,
    /// Explains an example.
    pub(crate) help_date: &'static str,
    /// Explains typos.
    pub(crate) help_typo: &'static str,
    /// A note on the search; `{}` is the field.
    pub(crate) note_field: &'static str,
    /// A note on the search; `{}` is what was ignored.
    pub(crate) note_ignored: &'static str,
    /// A note on the search; the first `{}` occurs nowhere, the second is what was searched.
    pub(crate) note_corrected: &'static str,
    /// Heading of the description of the collection.
    pub(crate) about_collection: &'static str,
    /// How the collection was made.
    pub(crate) about_method: &'static str,
    /// What the collection cannot do.
    pub(crate) about_limits: &'static str,
    /// Heading of the classes of certainty.
    pub(crate) certainty_classes: &'static str,
    /// Explains a class.
    pub(crate) explains_explicit: &'static str,
    /// Explains a class.
    pub(crate) explains_stated: &'static str,
    /// Explains a class.
    pub(crate) explains_inferred: &'static str,
    /// Explains a class.
    pub(crate) explains_narrative: &'static str,
    /// Explains a class.
    pub(crate) explains_vague: &'static str,
    /// How often the dates of a class are right.
    pub(crate) right_of_hundred: &'static str,
    /// Explains what that was measured on.
    pub(crate) explains_right: &'static str,
    /// Before a hash.
    pub(crate) fingerprint: &'static str,
    /// Opens the dialog of links.
    pub(crate) share: &'static str,
    /// Heading of the dialog of links.
    pub(crate) share_title: &'static str,
    /// Explains a link.
    pub(crate) share_hint: &'static str,
    /// Explains a link from a file.
    pub(crate) share_file: &'static str,
    /// Label of a link.
    pub(crate) link: &'static str,
    /// Shows the original text.
    pub(crate) original: &'static str,
    /// Finds in the document.
    pub(crate) find: &'static str,
    /// Label of the field.
    pub(crate) find_in: &'static str,
    /// Opens the comparison.
    pub(crate) compare: &'static str,
    /// Opens the choice of a document to compare with.
    pub(crate) compare_choose: &'static str,
    /// Opens the comparison; the first `{}` and the second are document numbers.
    pub(crate) compare_with: &'static str,
    /// Said when a newer version waits.
    pub(crate) update_ready: &'static str,
    /// Loads the newer version.
    pub(crate) reload: &'static str,
    /// When a list is empty.
    pub(crate) nothing_found: &'static str,
    /// Group of the palette.
    pub(crate) go_to_date: &'static str,
    /// Group of the palette.
    pub(crate) do_it: &'static str,
    /// Group of the palette.
    pub(crate) in_the_text: &'static str,
    /// Label of the field of the palette.
    pub(crate) palette_hint: &'static str,
    /// Opens the citations.
    pub(crate) cite: &'static str,
    /// Label of the choice of styles.
    pub(crate) citation_style: &'static str,
    /// Saves a file.
    pub(crate) save: &'static str,
    /// Steps through what was found.
    pub(crate) previous_hit: &'static str,
    /// Steps through what was found.
    pub(crate) next_hit: &'static str,
    /// Copies a link to the selected words.
    pub(crate) copy_passage_link: &'static str,
    /// A finding between two documents.
    pub(crate) same_words: &'static str,
    /// A finding between two documents.
    pub(crate) figure_agrees: &'static str,
    /// A finding between two documents.
    pub(crate) differs: &'static str,
    /// A finding between two documents.
    pub(crate) same_event: &'static str,
    /// Name of the column of findings.
    pub(crate) findings: &'static str,
    /// When two documents share nothing.
    pub(crate) nothing_shared: &'static str,
    /// Steps back.
    pub(crate) previous: &'static str,
    /// Steps on.
    pub(crate) next: &'static str,
    /// Opens the export.
    pub(crate) export: &'static str,
    /// Label of the choice of events.
    pub(crate) export_what: &'static str,
    /// The events of the present result.
    pub(crate) export_shown: &'static str,
    /// All events.
    pub(crate) export_all: &'static str,
    /// Label of the choice of formats.
    pub(crate) export_format: &'static str,
    /// Explains the export.
    pub(crate) export_hint: &'static str,
    /// Copies a text.
    pub(crate) copy_text: &'static str,
    /// Opens the dialog of embedding.
    pub(crate) embed: &'static str,
    /// Label of the choice of parts.
    pub(crate) embed_shows: &'static str,
    /// A choice of parts.
    pub(crate) mode_full: &'static str,
    /// A choice of parts.
    pub(crate) mode_list: &'static str,
    /// Label of the choice of code.
    pub(crate) embed_code: &'static str,
    /// Label of the height.
    pub(crate) embed_height: &'static str,
    /// Explains embedding.
    pub(crate) embed_hint: &'static str,
    /// Button: shows how the code will look in another page.
    pub(crate) preview: &'static str,
    /// Why there is no preview in a file.
    pub(crate) preview_hosted: &'static str,
    /// Said when a quoted passage is gone.
    pub(crate) passage_changed: &'static str,
    /// Heading of the printed list of sources.
    pub(crate) sources: &'static str,
    /// Label of the choice of what the lanes stand for.
    pub(crate) lanes_by: &'static str,
    /// A publication: what lanes may stand for.
    pub(crate) lane_source: &'static str,
    /// A person: what lanes may stand for.
    pub(crate) lane_person: &'static str,
    /// A document: what lanes may stand for.
    pub(crate) lane_document: &'static str,
    /// A kind of event: what lanes may stand for.
    pub(crate) lane_kind: &'static str,
    /// Name of the group of buttons.
    pub(crate) zoom_and_pan: &'static str,
    /// Name of a button.
    pub(crate) zoom_in: &'static str,
    /// Name of a button.
    pub(crate) zoom_out: &'static str,
    /// Name of a button.
    pub(crate) earlier: &'static str,
    /// Name of a button.
    pub(crate) later: &'static str,
    /// A button that shows all days.
    pub(crate) fit: &'static str,
    /// Name of the histogram of all events.
    pub(crate) all_events: &'static str,
    /// Full name of the histogram.
    pub(crate) events_over_time: &'static str,
    /// Said of the drawing to who cannot see it.
    pub(crate) same_in_list: &'static str,
    /// Full name of the drawing, with its keys.
    pub(crate) drawing_keys: &'static str,
    pub(crate) timeline_height: &'static str,
    pub(crate) reader_width: &'static str,
    pub(crate) range_start: &'static str,
    pub(crate) range_end: &'static str,
    /// Events before the histogram; the first `{}` is their number, the second a year.
    pub(crate) count_earlier: &'static str,
    /// Events after the histogram, likewise.
    pub(crate) count_later: &'static str,
    /// Name of the drawing of the days around the selected event.
    pub(crate) close_up: &'static str,
    /// A number of events.
    pub(crate) events_count: Plural,
    /// The whole of which a part is shown.
    pub(crate) of_events: Plural,
    /// A number of documents.
    pub(crate) documents_count: Plural,
    /// A number of dates in a document.
    pub(crate) dates_count: Plural,
    /// A gap of weeks.
    pub(crate) gap_weeks: Plural,
    /// A gap of months.
    pub(crate) gap_months: Plural,
    /// A gap of years.
    pub(crate) gap_years: Plural,
    /// Unfolds a long facet.
    pub(crate) more_values: Plural,
    /// A number of repairs.
    pub(crate) repairs_count: Plural,
    /// A number of events that a format cannot hold.
    pub(crate) left_out: Plural,
    /// A number of lanes that found no room.
    pub(crate) more_lanes: Plural,
}
