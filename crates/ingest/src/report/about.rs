//! Whom or what a title speaks of that opens with "he", "it" or "the company": words of the same document,
//! shown before the title. Only where one reading is sure; a title itself is never rewritten.

use std::collections::BTreeMap;

use dateline_corpus::{
    BlockKind, Document, Entity, EntityKind, Genre, Mention, Metadatum, Quotation, Report, Span,
};

use super::title::subject_of;
use crate::entity::is_title;
use crate::words::bare;

/// So many sentences back a name is looked for.
const REACH: usize = 6;
/// Words for a thing are looked for so many back before the headline is asked.
const NEAR: usize = 3;
/// The longest words that are shown before a title, in bytes.
const LONGEST: usize = 60;
/// Nouns for a body of people that a text names once and then calls by what it is.
#[rustfmt::skip]
const BODIES: [&str; 32] = [
    "agency", "airline", "association", "bank", "body", "broadcaster", "carrier", "charity", "church", "club", "coalition", "company",
    "consultancy", "corporation", "council", "department", "firm", "foundation", "group", "hospital", "institute", "ministry", "movement",
    "museum", "network", "organisation", "organization", "party", "publisher", "team", "union", "university",
];

/// Words by which a speaker means himself.
const FIRST: [&str; 8] = ["i", "we", "my", "i'm", "i've", "we've", "i’ve", "we’ve"];
/// Words that open on when, where or how, before who did it.
const OPENINGS: [&str; 10] =
    ["At", "In", "On", "After", "With", "During", "By", "Following", "Under", "For"];
/// Words behind "it was" where nothing is meant by "it".
#[rustfmt::skip]
const EXPLETIVES: [&str; 16] = [
    "agreed", "apparent", "clear", "decided", "expected", "possible", "necessary", "known", "on", "in", "at", "then", "only", "not", "the",
    "here",
];
/// Those of them that do business.
const BUSINESSES: [&str; 9] = [
    "airline",
    "bank",
    "broadcaster",
    "carrier",
    "company",
    "consultancy",
    "corporation",
    "firm",
    "publisher",
];

/// Gives each of a document's reports what its title speaks of. `sentences` are the document's, its
/// mentions and quotations are known.
pub(crate) fn fill(
    document: &Document,
    sentences: &[Span],
    entities: &[Entity],
    reports: &mut [Report],
) {
    let finder = Finder {
        document,
        sentences,
        entities,
        names: names(document),
        turns: super::turns::turns(document),
    };
    for report in reports {
        report.speaker = report.speaker.or_else(|| quotation_of(document, report)?.speaker);
        report.about = finder.about(report).filter(|span| {
            let words = span.of(&document.text);
            // "Johnson" in the title needs no "Boris Johnson" before it.
            let last = bare(words.split(' ').next_back().unwrap_or(words));
            let is_named = last.starts_with(char::is_uppercase) && report.title.contains(last);
            words.len() <= LONGEST && !is_named
        });
    }
}

/// The quotation, or the turn of a conversation, in which the date of a report stands.
fn quotation_of<'d>(document: &'d Document, report: &Report) -> Option<&'d Quotation> {
    let quotations = &document.quotations;
    let after = quotations.partition_point(|own| own.span.start <= report.timex.start);
    let own = after.checked_sub(1).map(|at| &quotations[at])?;
    own.span.contains(report.timex).then_some(own)
}

/// Whether a title has a word by which a speaker means himself, within no quotation of its own.
fn says_first(title: &str) -> bool {
    !title.contains(['"', '“'])
        && title.split_whitespace().any(|word| FIRST.contains(&bare(word).to_lowercase().as_str()))
}

struct Finder<'d> {
    document: &'d Document,
    sentences: &'d [Span],
    entities: &'d [Entity],
    /// By entity, the first words that name it, and the first of several words.
    names: BTreeMap<u32, (Span, Option<Span>)>,
    /// The labels of the turns of a conversation.
    turns: Vec<Span>,
}

fn names(document: &Document) -> BTreeMap<u32, (Span, Option<Span>)> {
    let mut names = BTreeMap::new();
    for mention in &document.mentions {
        let (_, full) = names.entry(mention.entity).or_insert((mention.span, None));
        if full.is_none() && mention.span.of(&document.text).contains(' ') {
            *full = Some(mention.span);
        }
    }
    names
}

impl Finder<'_> {
    fn about(&self, report: &Report) -> Option<Span> {
        if !self.document.language.starts_with("en") {
            return None;
        }
        let subject = subject_of(&report.title);
        let first = bare(subject.split_whitespace().next()?).to_lowercase();
        let last = bare(subject.split_whitespace().next_back()?).to_lowercase();
        let is = |words: &[&str]| words.contains(&first.as_str()) || words.contains(&last.as_str());
        if is(&FIRST) {
            self.author(report)
        } else if says_first(&report.title)
            && !is(&["he", "him", "his", "she", "her", "they", "their"])
            && let Some(label) = self.speaker(report)
        {
            Some(label)
        } else if is(&["he", "him", "his"]) {
            self.person(report, "he")
        } else if is(&["she", "her"]) {
            self.person(report, "she")
        } else if first == "it" && subject.trim().len() == 2 {
            self.it(report)
        } else if matches!(first.as_str(), "the" | "this" | "these" | "those") {
            self.noun(report, subject)
        } else {
            None
        }
    }

    /// Who says "I": the one author of a speech or letter, or the person whose quotation it is.
    fn author(&self, report: &Report) -> Option<Span> {
        let document = self.document;
        if let Some(quotation) = quotation_of(document, report) {
            return self.whose(quotation, report);
        }
        if let Some(label) = self.turn(report) {
            return Some(label);
        }
        let is_author = |datum: &&Metadatum| datum.field == "author" && datum.span.is_some();
        let mut authors = document.metadata.iter().filter(is_author);
        let author = authors.next().filter(|_| authors.next().is_none())?;
        matches!(document.genre, Genre::Statement | Genre::Letter).then_some(author.span).flatten()
    }

    fn whose(&self, quotation: &Quotation, report: &Report) -> Option<Span> {
        quotation.label.or_else(|| self.fullest(quotation.speaker?, report.span.end))
    }

    /// Whose words a report is in, where it is a quotation or a turn of a conversation.
    fn speaker(&self, report: &Report) -> Option<Span> {
        match quotation_of(self.document, report) {
            Some(quotation) => self.whose(quotation, report),
            None => self.turn(report),
        }
    }

    /// The label of the turn in which a report stands.
    fn turn(&self, report: &Report) -> Option<Span> {
        let after = self.turns.partition_point(|label| label.start <= report.timex.start);
        self.turns.get(after.checked_sub(1)?).copied()
    }

    /// Who "he" or "she" is: the one person whom the nearest sentence names that does not say the pronoun
    /// itself. Where the title of the document names one person, only that one or the subject of its
    /// sentence.
    fn person(&self, report: &Report, pronoun: &str) -> Option<Span> {
        let text = &self.document.text;
        let at = self.sentences.partition_point(|sentence| sentence.end <= report.span.start);
        // "When Doe took office, he": in the sentence itself.
        let opening = Span { start: report.span.start, end: self.pronoun(report.span, pronoun)? };
        let heading = self.heading().map(|heading| self.named(heading, EntityKind::Person));
        let main = heading
            .filter(|named| named.iter().all(|own| own.entity == named[0].entity))
            .and_then(|named| named.first().map(|own| own.entity));
        let mut silent = 0;
        for &sentence in [opening].iter().chain(self.sentences[..at].iter().rev().take(REACH)) {
            let says = self.pronoun(sentence, pronoun);
            let mut named = self.named(sentence, EntityKind::Person);
            // "He took some of Biden's lead": another than Biden.
            named.retain(|own| sentence == opening || !report.entities.contains(&own.entity));
            let Some(&first) = named.first() else {
                silent += u32::from(says.is_none() && sentence != opening);
                if silent > 1 {
                    break;
                }
                continue;
            };
            let verb = subject_of(sentence.of(text)).len();
            let leads = ((first.span.start - sentence.start) as usize) < verb;
            // "She married John Doe": another than who is spoken of.
            let is_spoken_of = main.map_or(leads, |main| main == first.entity);
            // "At the invitation of John Doe, he": so is this. What opens in small letters is no sentence.
            let opens = sentence.of(text).split_whitespace().next().unwrap_or_default();
            let is_subject = |at: u32| {
                let is_before_verb = ((at - sentence.start) as usize) < verb;
                sentence != opening && is_before_verb && OPENINGS.contains(&opens)
            };
            let is_else = |at: u32| at < first.span.start || !is_spoken_of || is_subject(at);
            let is_part = sentence.of(text).starts_with(|c: char| c.is_lowercase() || c == '(');
            if says.is_some_and(is_else) || is_part && sentence != opening {
                continue;
            }
            let is_one = named.iter().all(|own| own.entity == first.entity);
            let chosen = match main {
                Some(main) if named.iter().any(|own| own.entity == main) => main,
                Some(_) if !leads => return None,
                _ if is_one => first.entity,
                _ => return None,
            };
            let mention = named.iter().find(|own| own.entity == chosen)?;
            let name = mention.span.of(text);
            let is_name = name.chars().any(char::is_lowercase);
            // Nor is it a relative of the same family name.
            let family = |words: &str| words.split(' ').next_back().map(str::to_owned);
            let is_relative = main.filter(|main| *main != chosen).is_some_and(|main| {
                let of_main = self.document.mentions.iter().find(|own| own.entity == main);
                of_main.is_some_and(|own| family(own.span.of(text)) == family(name))
            });
            return (is_name && !is_relative && self.may_be(*mention, pronoun))
                .then(|| self.fullest(chosen, report.span.start.max(mention.span.end)))
                .flatten();
        }
        // Nobody else was named: the one whom the title of the document names.
        let mention = main.and_then(|main| {
            self.document.mentions.iter().find(|own| own.entity == main).copied()
        })?;
        let is_else = report.entities.contains(&mention.entity);
        (!is_else && self.may_be(mention, pronoun))
            .then(|| self.fullest(mention.entity, report.span.start))
            .flatten()
    }

    /// What "it" is: the body or place that is the whole subject of the sentence before, or of the one before that
    /// where that says "it" or "the party" too.
    fn it(&self, report: &Report) -> Option<Span> {
        let text = &self.document.text;
        // "It was reported on Saturday that": nothing is meant.
        let told = report.title.trim_start_matches([' ', '…']).strip_prefix("It ")?;
        let mut told =
            told.split(' ').filter(|word| !matches!(*word, "has" | "had" | "been" | "also"));
        let is_said = |word: &str| word.ends_with("ed") && crate::entity::is_saying(word);
        let (first, second) = (told.next()?, told.next()?);
        if is_said(first)
            || matches!(first, "is" | "was" | "all" | "took" | "seems")
                && (is_said(second) || EXPLETIVES.contains(&second))
        {
            return None;
        }
        let block = self.document.block_at(report.span.start)?.span;
        let at = self.sentences.partition_point(|sentence| sentence.end <= report.span.start);
        for (count, &sentence) in self.sentences[..at].iter().rev().take(3).enumerate() {
            if !block.contains(sentence) {
                return None;
            }
            let subject = subject_of(sentence.of(text));
            if subject.trim() == "It" {
                continue;
            }
            if let Some(noun) =
                subject.trim().strip_prefix("The ").filter(|noun| BODIES.contains(noun))
            {
                return self.body(report, &self.sentences[..at - count], noun);
            }
            let end = sentence.start + u32::try_from(subject.trim_end().len()).ok()?;
            let named = [EntityKind::Organisation, EntityKind::Place]
                .map(|kind| self.named(sentence, kind));
            let name = named.iter().flatten().find(|own| own.span.end == end)?.span;
            let before = Span { start: sentence.start, end: name.start }.of(text);
            return matches!(before, "" | "The ").then_some(name);
        }
        None
    }

    fn heading(&self) -> Option<Span> {
        let first = self.document.blocks.first()?;
        (first.kind == BlockKind::Heading).then_some(first.span)
    }

    /// Where a pronoun stands in `span`.
    fn pronoun(&self, span: Span, pronoun: &str) -> Option<u32> {
        let words = span.of(&self.document.text);
        let own = |word: &str| match pronoun {
            "he" => matches!(word, "he" | "him" | "his"),
            _ => matches!(word, "she" | "her"),
        };
        let word = words.split_whitespace().find(|word| own(&bare(word).to_lowercase()))?;
        let offset = word.as_ptr().addr() - words.as_ptr().addr();
        Some(span.start + u32::try_from(offset).ok()?)
    }

    /// The mentions in `span` of entities of a kind.
    fn named(&self, span: Span, kind: EntityKind) -> Vec<Mention> {
        let mentions = &self.document.mentions;
        let from = mentions.partition_point(|mention| mention.span.start < span.start);
        mentions[from..]
            .iter()
            .take_while(|mention| mention.span.end <= span.end)
            .filter(|mention| {
                // "May" may be a month.
                let timexes = &self.document.timexes;
                let next = timexes.partition_point(|own| own.span.end <= mention.span.start);
                timexes.get(next).is_none_or(|own| !own.span.overlaps(mention.span))
            })
            .filter(|mention| {
                self.entities.get(mention.entity as usize).is_some_and(|own| own.kind == kind)
            })
            .copied()
            .collect()
    }

    /// Whether the words before a name do not say that the person is of the other sex.
    fn may_be(&self, mention: Mention, pronoun: &str) -> bool {
        let text = &self.document.text;
        let other: &[&str] = match pronoun {
            "he" => &[
                "mrs",
                "ms",
                "miss",
                "madam",
                "queen",
                "lady",
                "sister",
                "daughter",
                "wife",
                "mother",
                "actress",
                "widow",
                "princess",
                "congresswoman",
            ],
            _ => &[
                "mr",
                "sir",
                "lord",
                "king",
                "brother",
                "son",
                "husband",
                "father",
                "prince",
                "congressman",
            ],
        };
        let before = Span { start: 0, end: mention.span.start }.of(text);
        let is_other = |words: &str| {
            words
                .split_whitespace()
                .next_back()
                .is_some_and(|word| other.contains(&bare(word).to_lowercase().as_str()))
        };
        let first = mention.span.of(text).split_whitespace().next().unwrap_or_default();
        !is_other(before) && !is_other(first)
    }

    /// The first words before `end` that name an entity in full, or else at all.
    fn fullest(&self, entity: u32, end: u32) -> Option<Span> {
        let (first, full) = *self.names.get(&entity)?;
        full.into_iter().chain([first]).find(|span| span.end <= end)
    }

    /// What "the company" or "the hearing" is: a name, or the nearest words with the same noun that say more.
    fn noun(&self, report: &Report, subject: &str) -> Option<Span> {
        let mut words = subject.split_whitespace().skip(1);
        let noun = words.next().map(bare).filter(|noun| !noun.is_empty())?;
        let is_plain = noun.starts_with(char::is_lowercase) && !is_title(noun);
        // "The inventor previously presented".
        if !is_plain
            || words.any(|word| !word.ends_with("ly") && !matches!(word, "also" | "then" | "later"))
        {
            return None;
        }
        let at = self.sentences.partition_point(|sentence| sentence.end <= report.span.start);
        let before = &self.sentences[..at];
        if BODIES.contains(&noun) {
            return self.body(report, before, noun);
        }
        // What the headline calls it, before what only a sentence further back does.
        let mut nearest = before.iter().rev().copied();
        let near: Vec<Span> = nearest.by_ref().take(NEAR).collect();
        near.into_iter()
            .chain(self.heading())
            .chain(nearest.take(REACH - NEAR))
            .find_map(|sentence| self.phrase(sentence, noun))
    }

    /// What "the party" is: the last organisation before it whose name says so; what "the company" is: the
    /// only one in the document's title.
    fn body(&self, report: &Report, before: &[Span], noun: &str) -> Option<Span> {
        let text = &self.document.text;
        // "At the National Party's convention, the party": in the sentence itself.
        let own = report.span.of(text).to_lowercase().find(&format!("the {noun} ")).unwrap_or(0);
        let end = report.span.start + u32::try_from(own).ok()?;
        let opening = Span { start: report.span.start, end };
        for &sentence in [opening].iter().chain(before.iter().rev().take(REACH)) {
            let mut named = self.named(sentence, EntityKind::Organisation);
            named.retain(|own| own.span.of(text).to_lowercase().contains(noun));
            let Some(first) = named.first() else { continue };
            let is_one = named.iter().all(|own| own.entity == first.entity);
            return is_one.then(|| self.fullest(first.entity, end)).flatten();
        }
        let named = self.named(self.heading()?, EntityKind::Organisation);
        let opens = |own: &&Mention| Some(own.span.start) == self.heading().map(|own| own.start);
        let first = named.first().filter(|_| BUSINESSES.contains(&noun)).filter(opens)?;
        named.iter().all(|own| own.entity == first.entity).then_some(first.span)
    }

    /// The words in `sentence` that say more of `noun` than the noun itself.
    fn phrase(&self, sentence: Span, noun: &str) -> Option<Span> {
        let text = sentence.of(&self.document.text);
        let words: Vec<&str> = text.split_whitespace().collect();
        let at = words.iter().position(|word| bare(word) == noun)?;
        let mut from = at;
        // "Springfield welcomes buffalo".
        let acts = |at: usize| {
            let is_capital = |at: usize| words[at].starts_with(char::is_uppercase);
            words[at].ends_with('s') && !is_capital(at) && at > 0 && is_capital(at - 1)
        };
        while from > 0 && at - from < 4 && describes(words[from - 1]) && !acts(from - 1) {
            from -= 1;
        }
        if from == at {
            return None;
        }
        let start = words[from].as_ptr().addr() - text.as_ptr().addr();
        let end = bare(words[at]).as_ptr().addr() + noun.len() - text.as_ptr().addr();
        let offset = |at: usize| u32::try_from(at).ok().map(|at| sentence.start + at);
        let end = offset(end)?;
        // "French inventor Jean Dupont".
        let is_role = ["or", "er", "ist", "ian", "man"].iter().any(|ending| noun.ends_with(ending));
        let next = self.document.mentions.partition_point(|own| own.span.start < end);
        let name = self.document.mentions.get(next).filter(|own| {
            let is_person = |entity: &Entity| entity.kind == EntityKind::Person;
            is_role
                && own.span.start == end + 1
                && self.entities.get(own.entity as usize).is_some_and(is_person)
        });
        Some(Span { start: offset(start)?, end: name.map_or(end, |own| own.span.end) })
    }
}

/// Whether a word before a noun says more of it: a name or an adjective, and no determiner, preposition,
/// verb or number.
fn describes(word: &str) -> bool {
    const OTHERS: [&str; 12] = [
        "other", "same", "new", "first", "second", "next", "last", "previous", "current",
        "several", "some", "many",
    ];
    let plain = bare(word);
    let is_word = word.starts_with(char::is_alphabetic)
        && word.ends_with(|c: char| c.is_alphanumeric() || c == '\'' || c == '’');
    is_word
        && plain.len() > 3
        && !plain.ends_with("est")
        && !OTHERS.contains(&plain.to_lowercase().as_str())
        && !crate::words::is_empty(&plain.to_lowercase())
        && !super::title::is_verb(plain)
}

#[cfg(test)]
mod tests {
    /// Reads `text` as an article; what each title speaks of, where it opens without saying so.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let source = crate::Source { name: "a.txt".to_owned(), bytes: text.as_bytes().to_vec() };
        let corpus = crate::ingest(vec![source], Vec::new());
        let document = &corpus.documents[0];
        let found: Vec<(&str, &str)> = corpus
            .events
            .iter()
            .flat_map(|event| &event.reports)
            .filter_map(|report| Some((report.about?.of(&document.text), &*report.title)))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_pronoun_has_the_one_person_named_before_it() {
        check(
            "The President of Egypt, Hosni Mubarak, died in a hospital in Cairo. The news came at noon. He had been \
             elected in 1981.",
            &[("Hosni Mubarak", "He had been elected in 1981")],
        );
        // Two persons before it: nothing is sure.
        check("Hosni Mubarak met Anwar Sadat in the city. He had been elected in 1981.", &[]);
        // Nor is a name of the other sex.
        check("Everybody knew Mrs Mubarak in the city. He had been elected in 1981.", &[]);
    }

    #[test]
    fn who_is_spoken_of_stays_so() {
        check(
            "Randa Kassis is a politician. She is a close friend of Sergey Lavrov. She was a member of the council until \
             August 2012.",
            &[("Randa Kassis", "She was a member of the council until August 2012")],
        );
    }

    #[test]
    fn a_bare_noun_has_the_words_that_say_more() {
        check(
            "The court remanded for an evidentiary hearing. The hearing took place on 17 May 2016.",
            &[("evidentiary hearing", "The hearing took place on 17 May 2016")],
        );
        check("The court was sure of it. The hearing took place on 17 May 2016.", &[]);
    }

    #[test]
    fn who_says_i_in_a_conversation_is_the_label_of_the_turn() {
        check(
            "# Two Talk\n\n((QT)) Where did you go?\n\n((Ada Berg)) Far away. In 2017 I moved to Oslo with my brothers.\n\n\
             ((QT)) Why?\n\n((Ada Berg)) I liked it. We stayed there until the end of May 2019.",
            &[
                ("Ada Berg", "In 2017 I moved to Oslo with my brothers"),
                ("Ada Berg", "We stayed there until the end of May 2019"),
            ],
        );
        // One label is no conversation.
        check("# A Note\n\nNote: In 2017 I moved to Oslo with my brothers.", &[]);
    }

    #[test]
    fn it_is_the_body_that_the_sentence_before_is_about() {
        check(
            "The Prohibition Party is the oldest of these parties. It reached its height of fame in 1892.",
            &[("Prohibition Party", "It reached its height of fame in 1892")],
        );
        check(
            "The Prohibition Party is the oldest of these parties. It was decided in 1892 that women may vote.",
            &[],
        );
        check(
            "Many joined the Prohibition Party then. It reached its height of fame in 1892.",
            &[],
        );
    }

    #[test]
    fn a_party_named_in_the_sentence_itself_is_the_party() {
        check(
            "At the Prohibition Party's National Convention conducted in the largest hall of the city on May 2, 1892, the \
             party nominated businessman John Doe for president on the second ballot.",
            &[(
                "Prohibition Party",
                "… the party nominated businessman John Doe for president on the second ballot",
            )],
        );
    }
}
