//! The language of a piece of text, by script and by its commonest words. Knows languages by their
//! BCP 47 codes only; the temporal tagger's languages are its own business.

use std::sync::OnceLock;

/// The commonest short words of a language that the others here do not share.
#[rustfmt::skip]
const WORDS: &[(&str, &[&str])] = &[
   
    ("en", &["the", "of", "and", "to", "in", "that", "is", "was", "for", "with", "on", "by", "said", "from", "has", "have", "are", "were", "his", "her", "they", "not", "this", "at", "it"]),
    ("fr", &["le", "la", "les", "des", "et", "du", "une", "un", "dans", "que", "qui", "pour", "sur", "est", "par", "au", "aux", "avec", "ne", "pas", "ce", "cette", "il", "elle", "ont", "été", "face"]),
    ("es", &["el", "la", "los", "las", "de", "que", "y", "en", "un", "una", "por", "con", "para", "del", "se", "su", "al", "lo", "como", "más", "fue", "ha", "es", "pero"]),
    ("it", &["il", "la", "di", "che", "e", "per", "una", "un", "del", "della", "dei", "gli", "con", "non", "si", "da", "nel", "sono", "alla", "è", "le", "oggi"]),
    ("pt", &["o", "os", "as", "de", "que", "e", "do", "da", "dos", "das", "em", "um", "uma", "para", "com", "não", "por", "no", "na", "ao", "foi", "mais", "é"]),
    ("de", &["der", "die", "das", "und", "den", "von", "zu", "mit", "ist", "im", "für", "auf", "nicht", "ein", "eine", "dem", "des", "sich", "auch", "wurde", "wird", "hat", "nach", "am"]),
    ("nl", &["de", "het", "een", "en", "van", "op", "te", "dat", "die", "voor", "met", "zijn", "niet", "aan", "er", "ook", "naar", "bij", "werd"]),
    ("tr", &["ve", "bir", "bu", "için", "ile", "olarak", "da", "de", "daha", "çok", "olan", "gibi", "sonra", "kadar"]),
    ("pl", &["w", "i", "na", "z", "do", "się", "że", "nie", "to", "jest", "po", "od", "przez", "został", "dla"]),
];

/// The words as numbers, sorted, each with a bit for every language that has it.
static TABLE: OnceLock<Vec<(u64, u16)>> = OnceLock::new();

fn table() -> Vec<(u64, u16)> {
    let mut table: Vec<(u64, u16)> = Vec::new();
    for (language, (_, words)) in WORDS.iter().enumerate() {
        table.extend(words.iter().filter_map(|word| Some((key(word)?, 1 << language))));
    }
    table.sort_unstable();
    table.dedup_by(|next, last| {
        let same = next.0 == last.0;
        last.1 |= if same { next.1 } else { 0 };
        same
    });
    table
}

/// A word of at most eight bytes as a number, without case; `None` for a longer one.
fn key(word: &str) -> Option<u64> {
    let pack = |bytes: &[u8]| bytes.iter().fold(0, |key, byte| key << 8 | u64::from(*byte));
    if word.len() > 8 {
        None
    } else if word.is_ascii() {
        Some(word.bytes().fold(0, |key, byte| key << 8 | u64::from(byte.to_ascii_lowercase())))
    } else {
        let lower = word.to_lowercase();
        (lower.len() <= 8).then(|| pack(lower.as_bytes()))
    }
}

/// How much of a text is looked at, in bytes; more does not change the answer.
const ENOUGH: usize = 20_000;

/// The BCP 47 code of the language of `text`; `None` when too little decides.
pub(crate) fn detect(text: &str) -> Option<&'static str> {
    let mut end = text.len().min(ENOUGH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = &text[..end];
    if !text.is_ascii()
        && let Some(code) = by_script(text)
    {
        return Some(code);
    }
    let table = TABLE.get_or_init(table);
    let mut counts = [0_u32; WORDS.len()];
    let mut total = 0_u32;
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        total += 1;
        let Some(key) = key(word) else { continue };
        if let Ok(at) = table.binary_search_by_key(&key, |entry| entry.0) {
            let mut languages = table[at].1;
            while languages != 0 {
                counts[languages.trailing_zeros() as usize] += 1;
                languages &= languages - 1;
            }
        }
    }
    let best = (0..counts.len()).rev().max_by_key(|&i| counts[i])?;
    let rival = (0..counts.len()).filter(|&i| i != best).map(|i| counts[i]).max().unwrap_or(0);
    (counts[best] >= 2 && counts[best] > rival && counts[best] * 12 >= total).then(|| WORDS[best].0)
}

fn by_script(text: &str) -> Option<&'static str> {
    let (mut latin, mut cyrillic, mut arabic, mut hebrew, mut greek, mut han, mut kana, mut hangul) =
        (0, 0, 0, 0, 0, 0, 0, 0);
    let (mut ukrainian, mut persian) = (0, 0);
    for c in text.chars() {
        match c {
            'a'..='z' | 'A'..='Z' | 'À'..='ɏ' => latin += 1,
            'і' | 'ї' | 'є' | 'ґ' => ukrainian += 1,
            'Ѐ'..='ӿ' => cyrillic += 1,
            'پ' | 'چ' | 'ژ' | 'گ' | 'ی' | 'ک' => persian += 1,
            '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' => arabic += 1,
            '\u{590}'..='\u{5ff}' => hebrew += 1,
            'Ͱ'..='Ͽ' => greek += 1,
            '\u{3040}'..='\u{30ff}' => kana += 1,
            '\u{4e00}'..='\u{9fff}' => han += 1,
            '\u{ac00}'..='\u{d7af}' => hangul += 1,
            _ => {}
        }
    }
    let scripts = [
        (cyrillic + ukrainian, if ukrainian * 30 > cyrillic { "uk" } else { "ru" }),
        (arabic + persian, if persian * 15 > arabic { "fa" } else { "ar" }),
        (hebrew, "he"),
        (greek, "el"),
        (han + kana, if kana * 10 > han { "ja" } else { "zh" }),
        (hangul, "ko"),
    ];
    scripts
        .into_iter()
        .max_by_key(|(count, _)| *count)
        .filter(|(count, _)| *count > latin)
        .map(|(_, code)| code)
}

/// The BCP 47 code that a stated language means: a code as it is, or a language's English name.
pub(crate) fn code(stated: &str) -> Option<String> {
    let stated = stated.trim();
    let lower = stated.to_lowercase();
    let names = [
        ("english", "en"),
        ("french", "fr"),
        ("spanish", "es"),
        ("italian", "it"),
        ("portuguese", "pt"),
        ("german", "de"),
        ("russian", "ru"),
        ("arabic", "ar"),
        ("dutch", "nl"),
        ("turkish", "tr"),
        ("polish", "pl"),
        ("ukrainian", "uk"),
        ("persian", "fa"),
        ("hebrew", "he"),
        ("greek", "el"),
        ("chinese", "zh"),
        ("japanese", "ja"),
        ("kurdish", "ku"),
        ("kazakh", "kk"),
    ];
    if let Some((_, code)) = names.iter().find(|(name, _)| *name == lower) {
        return Some((*code).into());
    }
    let primary = lower.split(['-', '_']).next().unwrap_or_default();
    let shaped =
        (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
    let code = stated.replace('_', "-");
    shaped.then(|| if code.len() <= 3 { code.to_lowercase() } else { code })
}
