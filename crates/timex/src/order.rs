//! Decides whether days in numbers name the month or the day first. Knows no language: what the text
//! itself shows decides, and where it shows nothing the month is first and the day ambiguous.

use crate::extract::Found;
use crate::symbol::{Fine, Point, Symbol};
use crate::token::Token;

/// Gives every day in numbers the order of the text's unmistakable ones: "14/02/2021" can only have
/// the day first.
///
/// With full stops the day is first wherever it can be: "03.04.2014".
pub(crate) fn order(found: &mut [Found], tokens: &[Token]) {
    let numbers = |found: &Found| match found.symbol {
        Symbol::Point(Point { fine: Fine::Numbers(first, second), .. }) => Some((first, second)),
        _ => None,
    };
    let day_first = found.iter().filter_map(numbers).any(|(first, _)| first > 12);
    let month_first = found.iter().filter_map(numbers).any(|(_, second)| second > 12);
    for found in found {
        let Some((first, second)) = numbers(found) else { continue };
        let dotted = tokens[found.first + 1].value == u32::from(b'.') && second <= 12;
        let sure = first.max(second) > 12 || first == second || dotted;
        let swap = first > 12 || dotted || day_first && !month_first && second <= 12;
        let (month, day) = if swap { (second, first) } else { (first, second) };
        if let Symbol::Point(point) = found.symbol {
            found.symbol = Symbol::Point(Point { fine: Fine::MonthDay(month, day), ..point });
        }
        found.ambiguous = !sure && day_first == month_first;
    }
}

#[cfg(test)]
mod tests {
    use crate::{Basis, Context, Domain, Language, tag};

    #[track_caller]
    fn check(text: &str, expected: &[(&str, Basis)]) {
        let context = Context {
            reference: Some((2022, 9, 1)),
            language: Language::English,
            domain: Domain::News,
        };
        let found = tag(text, &context);
        let found = found.iter().map(|t| (t.edtf.as_deref().unwrap_or(""), t.basis));
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_text_decides_the_order() {
        for (text, expected) in [
            ("Signed on 05/06/2022.", vec![("2022-05-06?", Basis::Vague)]),
            ("Signed about 05/06/2022.", vec![("2022-05-06%", Basis::Vague)]),
            ("Signed on 06/06/2022.", vec![("2022-06-06", Basis::Explicit)]),
            ("Signed on 14/02/2021.", vec![("2021-02-14", Basis::Explicit)]),
            ("Signed on 02/14/2021.", vec![("2021-02-14", Basis::Explicit)]),
            (
                "Sent 14/02/2021, signed 05/06/2022.",
                vec![("2021-02-14", Basis::Explicit), ("2022-06-05", Basis::Explicit)],
            ),
            (
                "Signed 05/06/2022, sent 06/14/2022.",
                vec![("2022-05-06", Basis::Explicit), ("2022-06-14", Basis::Explicit)],
            ),
            (
                "From 14/02/2021, 02/15/2021 and 05/06/2022.",
                vec![
                    ("2021-02-14", Basis::Explicit),
                    ("2021-02-15", Basis::Explicit),
                    ("2022-05-06?", Basis::Vague),
                ],
            ),
        ] {
            check(text, &expected);
        }
    }
}
