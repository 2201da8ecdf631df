//! Sentences with what is to be read in them, one file a language. Every sentence was written for
//! this test.
//!
//! A line is a sentence; in it `{words|TYPE|value}` or `{words|TYPE|value|modifier}` is an
//! expression, and there is no other. Without a modifier any will do. A line `!2015-04-08` sets the
//! reference date of those that follow, with `narrative` after it the domain; `#` begins a comment.

use dateline_timex::{Context, Domain, Language, Modifier, Timex, tag};

#[test]
fn english() {
    check(Language::English, include_str!("expressions/en.txt"));
}

#[test]
fn french() {
    check(Language::French, include_str!("expressions/fr.txt"));
}

#[test]
fn spanish() {
    check(Language::Spanish, include_str!("expressions/es.txt"));
}

#[test]
fn other_languages() {
    for (code, lines) in [
        ("ar", include_str!("expressions/ar.txt")),
        ("de", include_str!("expressions/de.txt")),
        ("it", include_str!("expressions/it.txt")),
        ("pt", include_str!("expressions/pt.txt")),
        ("ru", include_str!("expressions/ru.txt")),
    ] {
        check(Language::from_code(code).expect("a known language"), lines);
    }
}

#[track_caller]
fn check(language: Language, lines: &str) {
    let mut context = Context { reference: None, language, domain: Domain::News };
    let mut wrong = Vec::new();
    for line in lines.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(head) = line.strip_prefix('!') {
            let mut words = head.split(' ');
            context.reference = words.next().and_then(date);
            let narrative = words.next() == Some("narrative");
            context.domain = if narrative { Domain::Narrative } else { Domain::News };
            continue;
        }
        let (text, expected) = parse(line);
        let found = tag(&text, &context);
        let same = found.len() == expected.len()
            && found.iter().zip(&expected).all(|(timex, wanted)| wanted.is(&text, timex));
        if !same {
            let show = |t: &Timex| format!("{} {} ({})", &text[t.start..t.end], t.value, t.rule);
            let found = found.iter().map(show).collect::<Vec<_>>().join(", ");
            wrong.push(format!("{line}\n    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

struct Expected<'a> {
    words: &'a str,
    kind: &'a str,
    value: &'a str,
    modifier: Option<&'a str>,
}

impl Expected<'_> {
    fn is(&self, text: &str, timex: &Timex) -> bool {
        let modifier = timex.modifier.map(Modifier::name);
        self.words == &text[timex.start..timex.end]
            && self.kind == timex.kind.name()
            && self.value == timex.value
            && (self.modifier.is_none() || self.modifier == modifier)
    }
}

/// The sentence without its marks, and the expressions they mark.
fn parse(line: &str) -> (String, Vec<Expected<'_>>) {
    let (mut text, mut expected) = (String::new(), Vec::new());
    for (at, piece) in line.split(['{', '}']).enumerate() {
        if at % 2 == 0 {
            text.push_str(piece);
            continue;
        }
        let mut fields = piece.split('|');
        let mut field = || fields.next().unwrap_or_default();
        let (words, kind, value) = (field(), field(), field());
        expected.push(Expected { words, kind, value, modifier: fields.next() });
        text.push_str(words);
    }
    (text, expected)
}

fn date(text: &str) -> Option<(i32, u8, u8)> {
    let mut parts = text.split('-');
    let year = parts.next()?.parse().ok()?;
    Some((year, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}
