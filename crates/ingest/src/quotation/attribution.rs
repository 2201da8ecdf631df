//! Who a sentence names as the speaker, in languages other than English: "a déclaré Jean Petit", "según
//! Ana Ruiz", "so Karl Moss". English is the business of `report`.

use dateline_corpus::{Document, Mention, Span};

use crate::structure::span;

/// How a language says who speaks, in lower case.
struct Language {
    code: &'static str,
    /// Verbs of saying, in the forms of the third person.
    verbs: &'static [&'static str],
    /// Words before the name of a source.
    sources: &'static [&'static str],
    /// Words that stand for somebody named elsewhere.
    pronouns: &'static [&'static str],
}

#[rustfmt::skip]
const LANGUAGES: &[Language] = &[
    Language {
        code: "fr",
        verbs: &[
            "déclare", "déclaré", "déclarée", "déclarait", "affirme", "affirmé", "dit", "disait", "ajoute", "ajouté", "explique", "expliqué", "précise", "précisé",
            "souligne", "souligné", "estime", "estimé", "annonce", "annoncé", "indique", "indiqué", "assure", "assuré", "raconte", "raconté", "répond", "répondu",
            "répète", "répété", "lance", "lancé", "rappelle", "rappelé", "insiste", "insisté", "confie", "confié", "poursuit", "poursuivi", "conclut", "conclu",
            "martèle", "martelé", "dénonce", "dénoncé", "écrit", "juge", "jugé", "commente", "commenté", "reconnaît", "reconnu", "déplore", "déploré", "regrette",
            "regretté", "prévient", "prévenu", "avertit", "averti", "promet", "promis", "soutient", "soutenu", "témoigne", "témoigné", "résume", "résumé",
            "déclarent", "affirment", "disent", "expliquent", "annoncent", "assurent", "estiment",
        ],
        sources: &["selon", "après", "dixit"],
        pronouns: &["il", "elle", "ils", "elles", "on", "je"],
    },
    Language {
        code: "es",
        verbs: &[
            "dijo", "dice", "dicho", "declaró", "declarado", "declara", "afirmó", "afirma", "afirmado", "explicó", "explica", "explicado", "señaló", "señala",
            "señalado", "añadió", "añade", "añadido", "agregó", "agrega", "aseguró", "asegura", "asegurado", "indicó", "indica", "indicado", "anunció", "anunciado",
            "sostuvo", "sostiene", "manifestó", "manifestado", "expresó", "comentó", "comenta", "advirtió", "advierte", "destacó", "destaca", "subrayó", "subraya",
            "reconoció", "reconoce", "admitió", "admite", "insistió", "insiste", "recordó", "recuerda", "concluyó", "relató", "relata", "contó", "cuenta",
            "apuntó", "apunta", "precisó", "aclaró", "respondió", "responde", "escribió", "denunció", "denuncia", "lamentó", "dijeron", "afirmaron", "declararon",
        ],
        sources: &["según"],
        pronouns: &["él", "ella", "ellos", "ellas", "yo"],
    },
    Language {
        code: "de",
        verbs: &[
            "sagte", "sagt", "sagten", "gesagt", "erklärte", "erklärt", "erklärten", "betonte", "betont", "meinte", "meint", "berichtete", "berichtet", "fügte",
            "ergänzte", "teilte", "kündigte", "warnte", "warnt", "forderte", "fordert", "äußerte", "schrieb", "schreibt", "behauptete", "antwortete", "räumte",
            "unterstrich", "kritisierte", "kritisiert", "so", "bestätigte", "versicherte", "erzählte", "erzählt", "urteilte", "mahnte",
        ],
        sources: &["laut", "gemäß"],
        pronouns: &["er", "sie", "es", "man", "ich"],
    },
    Language {
        code: "it",
        verbs: &[
            "disse", "dice", "detto", "dichiarò", "dichiara", "dichiarato", "affermò", "afferma", "affermato", "spiegò", "spiega", "spiegato", "aggiunse",
            "aggiunge", "aggiunto", "annunciato", "sottolinea", "sottolineato", "assicura", "assicurato", "scrive", "scritto", "racconta", "raccontato", "ricorda",
            "ricordato", "commenta", "commentato", "conclude", "concluso", "denuncia", "denunciato",
        ],
        sources: &["secondo"],
        pronouns: &["lui", "lei", "loro"],
    },
    Language {
        code: "pt",
        verbs: &[
            "disse", "diz", "dito", "declarou", "declara", "afirmou", "afirma", "explicou", "explica", "acrescentou", "acrescenta", "anunciou", "sublinhou",
            "garantiu", "escreveu", "contou", "lembrou", "comentou", "concluiu", "denunciou", "destacou", "ressaltou", "admitiu", "alertou", "disseram",
        ],
        sources: &["segundo", "conforme"],
        pronouns: &["ele", "ela", "eles", "elas"],
    },
    Language {
        code: "ru",
        verbs: &[
            "сказал", "сказала", "сказали", "заявил", "заявила", "заявили", "сообщил", "сообщила", "сообщили", "отметил", "отметила", "подчеркнул", "подчеркнула",
            "добавил", "добавила", "пояснил", "пояснила", "рассказал", "рассказала", "объяснил", "объяснила", "говорит", "считает", "написал", "написала", "ответил",
            "ответила", "объявил", "объявила", "напомнил", "напомнила",
        ],
        sources: &["словам", "мнению", "данным"],
        pronouns: &["он", "она", "они"],
    },
    Language {
        code: "ar",
        verbs: &[
            "قال", "قالت", "وقال", "وقالت", "أعلن", "أعلنت", "وأعلن", "أكد", "أكدت", "وأكد", "وأكدت", "أضاف", "أضافت", "وأضاف", "وأضافت", "أوضح", "أوضحت", "وأوضح", "صرح",
            "صرحت", "وصرح", "ذكر", "ذكرت", "يقول", "تقول", "كتب", "كتبت",
        ],
        sources: &["بحسب", "حسب"],
        pronouns: &["هو", "هي", "هم"],
    },
];

/// Words before the one who is told.
const TO: &[&str] = &["à", "au", "aux", "a", "al", "ao", "gegenüber"];

/// The most characters between a verb and its name: articles, titles, an office.
const BETWEEN: usize = 60;

/// The speaker that the words around a quotation name, or a clause put into it; `None` in other
/// languages, or when a pronoun speaks.
pub(super) fn attributed(
    document: &Document,
    language: &str,
    quoted: Span,
    places: &[Span],
) -> Option<u32> {
    let language = LANGUAGES.iter().find(|known| language.split('-').next() == Some(known.code))?;
    let text = &document.text;
    let parts = places.iter().flat_map(|place| {
        let after = super::behind(text, quoted);
        let parts = [
            Span { start: place.start, end: place.end.min(quoted.start) },
            Span { start: place.start.max(after), end: place.end },
        ];
        parts.into_iter().filter(|part| part.start < part.end)
    });
    let inserted = clauses(text, quoted).into_iter().filter(|clause| {
        let words = words(text, *clause);
        let verb = |word: &Span| language.verbs.contains(&word.of(text).to_lowercase().as_str());
        words.len() <= INSERTED && words.iter().take(2).any(verb)
    });
    let mut places: Vec<Span> = parts.collect();
    places.extend(inserted);
    places.into_iter().find_map(|place| named_in(document, language, place))
}

/// The most words of a clause put into a quotation: « …, a déclaré Jean Petit, … »
const INSERTED: usize = 12;

/// The clauses between two commas of a span.
fn clauses(text: &str, quoted: Span) -> Vec<Span> {
    let commas: Vec<u32> =
        quoted.of(text).match_indices(',').map(|(at, _)| quoted.start + span(0, at).end).collect();
    commas.windows(2).map(|pair| Span { start: pair[0] + 1, end: pair[1] }).collect()
}

/// The speaker that `place` names.
fn named_in(document: &Document, language: &Language, place: Span) -> Option<u32> {
    let text = &document.text;
    let from = document.mentions.partition_point(|mention| mention.span.start < place.start);
    let named: Vec<&Mention> = document.mentions[from..]
        .iter()
        .take_while(|mention| mention.span.end <= place.end)
        .collect();
    let words = words(text, place);
    for (number, word) in words.iter().enumerate() {
        let lower = word.of(text).to_lowercase();
        let clear = |from: u32, to: u32| {
            let between = Span { start: from, end: to }.of(text);
            between.chars().count() <= BETWEEN
                && !between.contains([',', ';', ':', '.', '"', '“', '”', '«', '»', '„', '(', '—'])
        };
        // "a déclaré à l'AFP le ministre Jean Petit": who is told is no speaker.
        let told = |mention: &&&Mention| {
            let before = Span { start: word.end.min(mention.span.start), end: mention.span.start };
            let last = before
                .of(text)
                .split(|c: char| !c.is_alphabetic())
                .rfind(|w| w.len() > 1 || *w == "a");
            last.is_some_and(|last| TO.contains(&last))
        };
        let after = || {
            let mut next = named.iter().filter(|mention| mention.span.start >= word.end);
            let next = next.find(|mention| !told(mention))?;
            clear(word.end, next.span.start).then_some(next.entity)
        };
        if language.sources.contains(&lower.as_str()) {
            if let Some(found) = after() {
                return Some(found);
            }
            continue;
        }
        if !language.verbs.contains(&lower.as_str()) {
            continue;
        }
        // "a-t-il déclaré", "sagte sie": somebody who is named elsewhere.
        let beside = [number.checked_sub(1), Some(number + 1)];
        let pronoun = |at: Option<usize>| {
            let word = at.and_then(|at| words.get(at)).map(|word| word.of(text).to_lowercase());
            word.is_some_and(|word| language.pronouns.contains(&word.as_str()))
        };
        if beside.into_iter().any(pronoun) {
            continue;
        }
        let before = || {
            let last = named.iter().rev().find(|mention| mention.span.end <= word.start)?;
            clear(last.span.end, word.start).then_some(last.entity)
        };
        // "X a déclaré" before "a déclaré X": behind the verb an object may stand, too.
        if let Some(found) = before().or_else(after) {
            return Some(found);
        }
    }
    None
}

/// The words of a span outside of quotation marks, as spans.
fn words(text: &str, place: Span) -> Vec<Span> {
    let base = place.start as usize;
    let mut words = Vec::new();
    let mut start = None;
    let mut within = false;
    let part = place.of(text);
    for (at, c) in part.char_indices().chain([(part.len(), ' ')]) {
        if c.is_alphabetic() {
            start.get_or_insert(at);
            continue;
        }
        if let Some(from) = start.take().filter(|_| !within) {
            words.push(span(base + from, base + at));
        }
        match c {
            '"' => within = !within,
            '“' | '«' | '„' => within = true,
            '”' | '»' => within = false,
            _ => {}
        }
    }
    words
}
