//! The lists: names of places, peoples, persons and organisations, and the words that stand by them.
//! Where each list comes from stands in `data/README.md`.

use std::collections::HashMap;
use std::sync::OnceLock;

/// A given name.
pub(super) const GIVEN: u16 = 1;
/// A family name.
pub(super) const SURNAME: u16 = 1 << 1;
/// A city.
pub(super) const CITY: u16 = 1 << 2;
/// A country, capital, region or body of water, or a part of such a name.
pub(super) const PLACE: u16 = 1 << 3;
/// An adjective or noun of people: "Syrian".
pub(super) const PEOPLE: u16 = 1 << 4;
/// A known organisation.
pub(super) const ORGANISATION: u16 = 1 << 5;
/// A title or role before a person's name: "President".
pub(super) const TITLE: u16 = 1 << 6;
/// The head of an organisation's name: "Party".
pub(super) const BODY: u16 = 1 << 7;
/// The head of a place's name: "River".
pub(super) const FEATURE: u16 = 1 << 8;
/// A month or a weekday.
pub(super) const CALENDAR: u16 = 1 << 9;
/// A word that is seldom a name, though a capital at the start of a sentence makes it look like one.
pub(super) const COMMON: u16 = 1 << 10;
/// A verb of saying.
pub(super) const SAYING: u16 = 1 << 11;
/// Begins a name of several words in the lists.
pub(super) const BEGINS: u16 = 1 << 12;
/// A common word of English, or an inflected form of one.
pub(super) const WORD: u16 = 1 << 13;
/// The kind of thing whose own name often follows: "film".
pub(super) const WORK: u16 = 1 << 14;

const TITLES: &str = "mr mrs ms miss dr prof professor sir lady lord dame president vice-president premier chancellor \
    minister secretary senator congressman congresswoman representative governor mayor ambassador envoy spokesman \
    spokeswoman spokesperson chairman chairwoman chair director commissioner general gen colonel col major maj \
    captain capt lieutenant lt sergeant sgt admiral marshal commander king queen prince princess emperor empress \
    pope cardinal archbishop bishop father reverend rev rabbi imam sheikh ayatollah saint judge justice attorney \
    detective officer inspector coach manager captain-general sultan emir tsar czar duke duchess earl count baron \
    leader founder ceo actor actress singer author writer poet journalist analyst activist lawyer deputy rep sen gov \
    speaker emeritus comrade congressmen brother sister uncle aunt son daughter wife husband m mme mlle herr frau \
    señor monsieur madame candidate councillor constable superintendent brigadier corporal private pvt sen. hon mp";
const BODIES: &str = "party committee council coalition ministry department agency organisation organization \
    association federation union congress parliament assembly senate court commission institute institution \
    university college school academy society club company corporation corp inc ltd llc plc group bank fund \
    foundation trust league alliance movement front army navy force forces brigade regiment division corps police \
    office bureau board authority service services church cathedral museum hospital studio studios records \
    entertainment press times post news journal gazette tribune herald magazine network television radio channel \
    airlines airways motors industries systems technologies software partners holdings centre center observatory \
    conference confederation secretariat tribunal cabinet government administration house team united fc band \
    orchestra opera theatre theater library laboratory laboratories guild order brotherhood militia guard legion \
    fleet squadron battalion platform initiative campaign programme program project panel forum network consortium \
    cooperative syndicate workers democrats republicans conservatives liberals socialists greens labour";
const FEATURES: &str = "river lake sea ocean bay gulf strait island islands isle peninsula mountain mountains mount \
    mt hill hills valley desert forest park bridge road street avenue square airport station port harbour harbor \
    coast beach cape county state province district region territory republic kingdom empire city town village \
    borough parish canyon plateau basin delta canal dam highway boulevard lane palace castle tower fort camp \
    prefecture governorate oblast canton commune suburb municipality falls creek springs north south east west \
    northern southern eastern western central stadium arena gym gymnasium reservoir tower towers plaza mall cemetery \
    monument lighthouse ridge peak glacier fjord lagoon reef archipelago zoo garden gardens racecourse speedway \
    riding constituency reservation";
const CALENDAR_WORDS: &str = "january february march april may june july august september october november december \
    jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday \
    christmas easter ramadan";
const SAYING_WORDS: &str = "said says say told tells added adds claimed claims stated states announced announces \
    reported reports wrote writes argued argues believes believed explained explains commented noted insisted \
    declared denied warned asked replied tweeted testified confirmed alleged recalled remarked responded suggested";
const WORKS: &str = "book books film films movie movies novel novels album albums song songs single singles series \
    sitcom drama comedy thriller show shows episode episodes game games poem poems play plays musical opera operas \
    painting documentary soundtrack track trilogy memoir anthology manga anime comic comics ep dvd cd ship vessel \
    frigate submarine browser software titled entitled essay treatise paper musicals ballet symphony cartoon";
const COMMON_WORDS: &str = "the a an this that these those he she it they we i you his her its their our my your who \
    what which when where why how there here in on at by for from to of with without about after before during since \
    until while as if but and or nor so yet although though because however moreover also then thus many most some \
    few several all both each every no not one two three four five six seven eight nine ten first second third last \
    next new old other another such more less much very just only even still again ever never now today tomorrow \
    yesterday according following despite between among against into over under through out up down off above below \
    people man woman men women children police officials government members others everyone nobody nothing something \
    is was are were be been being has have had do does did will would can could may might should must let meanwhile \
    later earlier soon once image photo source url original video summary page chapter section part volume street \
    god internet web language world war civil summit talks peace agreement treaty act law constitution bill election \
    unlike together like besides elections olympic olympics games cup award awards prize album song film movie book \
    novel season series day year";

/// The lists, by word in lower case.
pub(super) struct Lexicon {
    words: HashMap<Box<str>, u16>,
    /// Names of several words, in lower case, with what they are.
    phrases: HashMap<Box<str>, u16>,
}

impl Lexicon {
    /// The one lexicon; made at first use.
    pub(super) fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Self::new)
    }

    fn new() -> Self {
        let mut lexicon = Self { words: HashMap::new(), phrases: HashMap::new() };
        let lists = [
            (GIVEN, include_str!("../../data/given-names.txt")),
            (SURNAME, include_str!("../../data/surnames.txt")),
            (CITY, include_str!("../../data/cities.txt")),
            (PLACE, include_str!("../../data/places.txt")),
            (PEOPLE, include_str!("../../data/demonyms.txt")),
            (ORGANISATION, include_str!("../../data/organisations.txt")),
            (WORD, include_str!("../../data/common-words.txt")),
        ];
        for (kind, list) in lists {
            for name in list.lines() {
                lexicon.add(name, kind);
            }
        }
        let words = [
            (TITLE, TITLES),
            (BODY, BODIES),
            (FEATURE, FEATURES),
            (CALENDAR, CALENDAR_WORDS),
            (SAYING, SAYING_WORDS),
            (COMMON, COMMON_WORDS),
            (WORK, WORKS),
        ];
        for (kind, list) in words {
            for word in list.split_whitespace() {
                lexicon.add(word, kind);
            }
        }
        lexicon
    }

    fn add(&mut self, name: &str, kind: u16) {
        let name = super::fold(name);
        match name.split_once(' ') {
            None => *self.words.entry(name.into()).or_default() |= kind,
            Some((first, _)) => {
                *self.words.entry(first.into()).or_default() |= BEGINS;
                *self.phrases.entry(name.into()).or_default() |= kind;
            }
        }
    }

    /// What the lists say of a word in lower case.
    pub(super) fn word(&self, lower: &str) -> u16 {
        if !lower.is_ascii() {
            let plain = super::fold(lower);
            return if plain.is_ascii() { self.word(&plain) } else { 0 };
        }
        let own = self.words.get(lower).copied().unwrap_or_default();
        own | if own & WORD == 0 && self.is_inflected(lower) { WORD } else { 0 }
    }

    /// What the lists say of a whole name of one or more words in lower case.
    pub(super) fn name(&self, lower: &str) -> u16 {
        match lower.split(' ').count() {
            1 => self.word(lower),
            words => self
                .phrase(lower.split(' '))
                .filter(|(_, count)| *count == words)
                .map_or(0, |(kind, _)| kind),
        }
    }

    /// Whether a word is one of the language with an ending of number, tense or person.
    fn is_inflected(&self, lower: &str) -> bool {
        const ENDINGS: [(&str, [&str; 2]); 5] = [
            ("ies", ["y", ""]),
            ("es", ["", "e"]),
            ("s", ["", ""]),
            ("ed", ["", "e"]),
            ("ing", ["", "e"]),
        ];
        let is_word = |base: &str, end: &str| {
            let word = [base, end].concat();
            self.words.get(word.as_str()).is_some_and(|kind| kind & WORD != 0)
        };
        ENDINGS.iter().any(|(ending, bases)| {
            lower
                .strip_suffix(ending)
                .is_some_and(|base| base.len() > 2 && bases.iter().any(|end| is_word(base, end)))
        })
    }

    /// The longest name of several words at the start of `words` (each in lower case): what it is and
    /// how many words it has.
    pub(super) fn phrase<'w>(&self, words: impl Iterator<Item = &'w str>) -> Option<(u16, usize)> {
        let mut longest = None;
        let mut joined = String::new();
        for (count, word) in words.take(6).enumerate() {
            if count > 0 {
                joined.push(' ');
            }
            if word.is_ascii() {
                joined.push_str(word);
            } else {
                joined.push_str(&super::fold(word));
            }
            if let Some(&kind) = self.phrases.get(joined.as_str()).filter(|_| count > 0) {
                longest = Some((kind, count + 1));
            }
        }
        longest
    }
}
