//! The three phases one after the other.

use crate::calendar::Day;
use crate::choose::Step;
use crate::combine::{is_day, is_time};
use crate::extract::Found;
use crate::lang::source;
use crate::pattern::Reader;
use crate::resolve::{Resolved, State};
use crate::shift::within_year;
use crate::symbol::{Base, Fine, Point, Symbol};
use crate::tense::{aside, is_earlier, one_clause, opens, sentences, tense};
use crate::token::Gap;
use crate::types::{Basis, Context, Domain, Timex, TimexType};
use crate::value::uncertain;

/// The temporal expressions of `text`, in order, none overlapping another.
#[must_use]
pub fn tag(text: &str, context: &Context) -> Vec<Timex> {
    let grammar = source(context.language).grammar();
    let (tokens, found) = grammar.extract(text);
    let reader = Reader { tokens: &tokens, lexicon: &grammar.lexicon };
    let mut state = State::new(context);
    let (mut seen, mut sentence) = (0, 0);
    let mut timexes = Vec::with_capacity(found.len());
    let mut day_named = u32::MAX;
    for (index, expression) in found.iter().enumerate() {
        sentence += sentences(&reader, text, seen, expression.first);
        seen = expression.first;
        let story = context.domain == Domain::Narrative;
        let step = Step {
            opens: opens(&reader, text, expression),
            aside: aside(&reader, text, expression),
            earlier: story && is_earlier(&reader, text, expression),
            next: if story { named_next(&reader, &found[index..]) } else { None },
        };
        state.enter(sentence, step);
        let tense = tense(&reader, text, expression);
        let (mut symbol, modifier) = (expression.symbol, expression.modifier);
        // "At 2:49 a.m. a bomb went off on Saturday": the time is of the day its clause names.
        if let Symbol::Point(point) = &mut symbol {
            if is_day(*point) {
                day_named = sentence;
            } else if is_time(*point)
                && day_named != sentence
                && let Some(next) = found.get(index + 1)
                && let Symbol::Point(day) = next.symbol
                && is_day(day)
                && one_clause(&reader, text, expression, next)
            {
                *point = Point { clock: point.clock, ..day };
            }
        }
        let mut push = |first: usize, end: usize, mut resolved: Resolved| {
            if expression.ambiguous {
                resolved.basis = Basis::Vague;
                resolved.edtf = resolved.edtf.filter(|_| resolved.kind == TimexType::Date);
                resolved.edtf = resolved.edtf.map(|edtf| uncertain(&edtf));
            }
            timexes.push(Timex {
                start: tokens[first].start as usize,
                end: tokens[end - 1].end as usize,
                range_end: None,
                kind: resolved.kind,
                value: resolved.value,
                modifier,
                quant: resolved.quant,
                freq: resolved.freq,
                edtf: resolved.edtf,
                basis: resolved.basis,
                reference: resolved.reference,
                rule: expression.rule,
            });
        };
        let (first, end) = (expression.first, expression.end);
        if let (Symbol::Range(a, b), Some((head_end, tail_first))) = (symbol, expression.split) {
            if let Some((head, tail)) = state.range(a, b, modifier, tense) {
                push(first, head_end, head);
                push(tail_first, end, tail);
                let at = timexes.len() - 2;
                timexes[at].range_end =
                    timexes[at + 1].edtf.is_none().then_some(timexes[at + 1].end);
            }
        } else if let Some(resolved) = state.resolve(symbol, modifier, tense) {
            push(first, end, resolved);
        }
    }
    timexes
}

/// How many expressions on a day is looked for that is named in full.
const NEXT: usize = 4;

/// The first day that the words name in full after the first of `found`, in its paragraph.
fn named_next(reader: &Reader<'_>, found: &[Found]) -> Option<Day> {
    let (first, rest) = found.split_first()?;
    let between = |next: &Found| &reader.tokens[first.end..=next.first];
    let near = rest.iter().take(NEXT);
    near.take_while(|next| between(next).iter().all(|token| token.gap != Gap::Paragraph))
        .find_map(named_day)
}

/// The first day of a date of a month or a day that the words name with its year.
fn named_day(found: &Found) -> Option<Day> {
    match found.symbol {
        Symbol::Point(Point { base: Base::Year(year), fine, .. }) if fine != Fine::None => {
            within_year(year, fine)?.first()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::{Domain, Language};

    const LANGUAGES: [Language; 8] = [
        Language::Arabic,
        Language::English,
        Language::French,
        Language::German,
        Language::Italian,
        Language::Portuguese,
        Language::Russian,
        Language::Spanish,
    ];

    #[test]
    fn every_example_is_read_by_its_rule() {
        let mut wrong = Vec::new();
        let examples = |l| {
            let rules = &source(l).rules;
            rules.iter().zip(rules.examples).map(move |((rule, _), text)| (l, rule, *text))
        };
        for (language, rule, example) in LANGUAGES.into_iter().flat_map(examples) {
            if matches!(rule.make, crate::rule::Make::Nothing | crate::rule::Make::Prefix) {
                continue;
            }
            let text = example.replace(['[', ']'], "");
            let (start, end) = (example.find('['), example.find(']'));
            let span = start.zip(end.map(|end| end - 1));
            let context = Context { reference: Some((2015, 4, 3)), language, domain: Domain::News };
            let found = tag(&text, &context);
            if !found.iter().any(|t| {
                Some((t.start, t.range_end.unwrap_or(t.end))) == span && t.rule == rule.name
            }) {
                let got = found.iter().map(|t| format!("{} {}", &text[t.start..t.end], t.rule));
                wrong.push((language, rule.name, got.collect::<Vec<_>>()));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
