//! What only looks like a date. Every line here was once, or could be, read as one.

use dateline_timex::{Context, Domain, Language, tag};

#[track_caller]
fn nothing(language: Language, lines: &str) {
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let context = Context { reference: Some((2015, 4, 5)), language, domain: Domain::News };
        let found = tag(line, &context);
        let words = found.iter().map(|timex| (&line[timex.start..timex.end], timex.rule));
        assert_eq!(words.collect::<Vec<_>>(), [], "in: {line}");
    }
}

#[test]
fn words_with_other_senses() {
    nothing(
        Language::English,
        "He may go, and they may not.
         May I come in?
         They march on Washington.
         The march on Washington was long.
         A second chance, a second group.
         Prices will fall.
         The fall of Rome was slow.
         Water from a spring.
         The Arab Spring protests toppled leaders.
         The Sun rose over Sun Microsystems.
         Jan Kavan spoke with Mark.
         A quarter of them, three-quarters of the rest, about three-quarters.
         He lives light years away, 200 light years away.",
    );
}

#[test]
fn numbers_that_are_no_dates() {
    nothing(
        Language::English,
        "Resolution 2254 and Article 19 of Act 1789.
         Version 2.0.1 beat version 1999.5 of it.
         It cost $1998, £2010 and 2015%.
         They won 3-2, then 10:9.
         Call 0171 4984 2015.
         ISBN 978-1492880608, ISSN 0099-9660, pp. 1985-1992.
         He lives at 1600 Pennsylvania Avenue, room 2015.
         More than 1000 people came; 1500 people voted; 2019 votes were cast.
         17 U.S. Code § 1201 and DMCA 1201.
         The new 1201 takedown notices.
         It is about 1010 ± 195 parts.
         A 23-year-old man, 23 years old.
         See https://example.org/2015/04/05/a-story for it.
         Flight 1549 and Boeing 1787.",
    );
}

#[test]
fn french() {
    nothing(
        Language::French,
        "Jean Dupont, 23 ans, demeurant à Nancy.
         Une fillette de 6 ans et un homme de 90 ans.
         Il est âgé de 23 ans.
         À 50 kilomètres à l'heure.
         L'article 2015 du code.",
    );
}

#[test]
fn ages_and_addresses() {
    nothing(
        Language::French,
        "Un Lorrain de 35 ans et Marie Durand, 41 ans et mère de famille.
         À 35 ans, il a quitté le club. Elle avait 20 ans.
         Les moins de 20 ans et les plus de 60 ans.
         Ouvert 24 heures sur 24.
         Un feu a pris devant le 10, rue Bert.",
    );
    nothing(
        Language::Spanish,
        "Un hombre de 30 años y Juan Pérez, de 45 años, salieron.
         Tiene 20 años.
         A los 25 años, murió.",
    );
    nothing(
        Language::English,
        "USA Today reported it.
         Bloody Sunday is remembered.
         It was manned by the 6,000 strong brigade.",
    );
}
