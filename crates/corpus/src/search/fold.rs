//! Folds case, accents and vowel marks away and cuts text into words, so that `Élysée` is found by
//! `elysee` and `ОДИННАДЦАТОЕ` by `одиннадцатое`. No stemming: a word is found as it is written.
//!
//! A word is a longest run of letters and digits, with the marks that stand on them. In scripts
//! written without spaces every character is a word, and what is typed becomes a phrase.

/// Calls `word(start, end, folded)` for each word of `text`, with its byte offsets.
pub(crate) fn words(text: &str, mut word: impl FnMut(usize, usize, &str)) {
    let mut folded = String::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        let joins = c.is_alphanumeric() || is_mark(c);
        let alone = joins && is_unspaced(c);
        if let Some(from) = start
            && (!joins || alone)
        {
            if !folded.is_empty() {
                word(from, at, &folded);
            }
            folded.clear();
            start = None;
        }
        if alone {
            fold_char(c, &mut folded);
            word(at, at + c.len_utf8(), &folded);
            folded.clear();
        } else if joins {
            start = start.or(Some(at));
            fold_char(c, &mut folded);
        }
    }
    if let Some(from) = start
        && !folded.is_empty()
    {
        word(from, text.len(), &folded);
    }
}

/// `text` as search compares it: without case, accents and vowel marks.
///
/// ```
/// assert_eq!(dateline_corpus::fold("Élysée, ОДИН"), "elysee, один");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|c| fold_char(c, &mut folded));
    folded
}

/// The folded words of `text`.
pub(crate) fn fold_words(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    words(text, |_, _, word| all.push(word.to_owned()));
    all
}

/// The byte offset after the word that starts at `start`.
pub(crate) fn word_end(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let mut chars = rest.char_indices();
    if chars.next().is_some_and(|(_, c)| is_unspaced(c)) {
        return chars.next().map_or(text.len(), |(at, _)| start + at);
    }
    let end = chars.find(|&(_, c)| !(c.is_alphanumeric() || is_mark(c)) || is_unspaced(c));
    end.map_or(text.len(), |(at, _)| start + at)
}

/// Appends what `c` folds to: nothing for a mark, sometimes two letters.
fn fold_char(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
    } else if !is_mark(c) {
        match latin(c) {
            Some(letter) => out.push(letter),
            None => c.to_lowercase().for_each(|c| fold_lower(c, out)),
        }
    }
}

/// What a lower-case letter outside ASCII folds to, where it is not itself.
fn fold_lower(c: char, out: &mut String) {
    match c {
        'ß' => out.push_str("ss"),
        'æ' | 'ǽ' | 'ǣ' => out.push_str("ae"),
        'œ' => out.push_str("oe"),
        'þ' => out.push_str("th"),
        'ĳ' => out.push_str("ij"),
        _ => out.push(match c {
            'ά' => 'α',
            'έ' => 'ε',
            'ή' => 'η',
            'ί' | 'ϊ' | 'ΐ' => 'ι',
            'ό' => 'ο',
            'ύ' | 'ϋ' | 'ΰ' => 'υ',
            'ώ' => 'ω',
            'ς' => 'σ',
            'ё' | 'ѐ' => 'е',
            'й' | 'ѝ' => 'и',
            'ї' => 'і',
            'ў' => 'у',
            'ѓ' => 'г',
            'ќ' => 'к',
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            'ؤ' => 'و',
            'ئ' | 'ى' | 'ی' => 'ي',
            'ة' => 'ه',
            'ک' => 'ك',
            '٠'..='٩' => digit(c, '٠'),
            '۰'..='۹' => digit(c, '۰'),
            _ => c,
        }),
    }
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(c as u32 - zero as u32, 10).unwrap_or(c)
}

/// Whether `c` only changes how the letter before it is read: accents, Arabic and Hebrew vowel
/// signs, the tatweel, joiners and the soft hyphen.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}'
        | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}'
        | '\u{6ea}'..='\u{6ed}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// Whether `c` belongs to a script that puts no spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The letter under the accents of a Latin letter.
fn latin(c: char) -> Option<char> {
    let at = c as usize;
    let letter = match at {
        0xc0..0x250 => LATIN.as_bytes().get(at - 0xc0),
        0x1e00..0x1f00 => LATIN_ADDITIONAL.as_bytes().get(at - 0x1e00),
        _ => None,
    };
    letter.filter(|&&letter| letter != b'.').map(|&letter| char::from(letter))
}

/// Base letters of U+00C0 to U+024F; `.` where there is none.
/// Source: canonical decompositions of the Unicode Character Database, and letters with a stroke.
const LATIN: &str = "\
    aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll\
    lllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
    b...............................oo.............uu...............\
    .............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....\
    aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............\
    ................";

/// Base letters of U+1E00 to U+1EFF, likewise.
const LATIN_ADDITIONAL: &str = "\
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(fold_words(text).join(" "), expected);
    }

    #[test]
    fn case_accents_and_marks_fold() {
        check("Élysée, L’ŒUVRE — Straße", "elysee l oeuvre strasse");
        check("Đặng Thị Ngọc Thịnh", "dang thi ngoc thinh");
        check("E\u{301}lyse\u{301}e", "elysee");
        check("Ещё ОДИННАДЦАТОЕ марта", "еще одиннадцатое марта");
        check("الأُمَم المتحـــدة ٢٠١٤", "الامم المتحده 2014");
        check("ΆΛΦΑ λόγος", "αλφα λογοσ");
        check("al-Assad’s 220,000", "al assad s 220 000");
        check("莫斯科 talks", "莫 斯 科 talks");
        check("\u{301}\u{640}", "");
    }

    #[test]
    fn offsets_are_those_of_the_text() {
        let text = "“Élysée” 莫斯e\u{301}té";
        let mut seen = Vec::new();
        words(text, |start, end, word| {
            assert_eq!(word_end(text, start), end);
            seen.push((text[start..end].to_owned(), word.to_owned()));
        });
        let seen: Vec<_> = seen.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        let expected = [("Élysée", "elysee"), ("莫", "莫"), ("斯", "斯"), ("e\u{301}té", "ete")];
        assert_eq!(seen, expected);
    }

    #[test]
    fn composed_and_decomposed_letters_fold_alike() {
        for c in ('\u{c0}'..'\u{250}').chain('\u{370}'..'\u{4ff}').chain('\u{1e00}'..'\u{1f00}') {
            if !c.is_alphabetic() {
                continue;
            }
            let decomposed: String =
                unicode_normalization::UnicodeNormalization::nfd(std::iter::once(c)).collect();
            let known = latin(c).is_some() || "άέήίόύώϊϋΐΰёйїўѓќ".contains(c);
            if known && !"ŀĿŉ".contains(c) {
                assert_eq!(fold_words(&decomposed), fold_words(&c.to_string()), "{c}");
            }
        }
    }
}
