//! `cargo xtask eval [DIR]`: measures the tagger on annotated sets, one after the other and never
//! pooled. Holds no rule of the tagger.
//!
//! A set is a folder with `docs.jsonl` (`{"doc","dct","text"}`) and `gold.jsonl`
//! (`{"doc","start","end","type","value","text"}`, offsets in code points). The metric is that of
//! TempEval-3, task A. Source: UzZaman et al., "SemEval-2013 Task 1: TempEval-3".
//!
//! Documents are split by the 64-bit FNV-1a hash of their names: a remainder of ten below seven is
//! development, the rest is held back and only measured with `--held-back`. Language and domain are
//! those the tagger finds out for itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use dateline_timex::{Basis, Context, Domain, detect_domain, detect_language, tag};
use serde::Deserialize;

use crate::args::Args;

#[derive(Deserialize)]
struct Document {
    doc: String,
    dct: Option<String>,
    text: String,
}

#[derive(Deserialize, Clone)]
struct Span {
    #[serde(default)]
    doc: String,
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
    value: String,
    #[serde(default)]
    rule: String,
    #[serde(skip)]
    basis: &'static str,
}

#[derive(Default, Clone)]
struct Score {
    gold: usize,
    system: usize,
    relaxed: usize,
    strict: usize,
    kind: usize,
    value: usize,
    /// By the type of the annotation: matched, of which with another type, with another value;
    /// missed.
    types: BTreeMap<String, [usize; 4]>,
    /// Of the dates and times found, by what they rest on: all, those annotated, of which with this
    /// value.
    bases: BTreeMap<&'static str, [usize; 3]>,
}

/// What is asked for on the command line.
struct Options {
    dir: PathBuf,
    part: Part,
    examples: usize,
    only: Vec<String>,
    domain: Option<Domain>,
    undated: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Part {
    Development,
    HeldBack,
    All,
}

/// Runs the evaluation.
///
/// # Errors
/// When a set cannot be read.
pub(crate) fn eval(args: Args) -> Result<()> {
    let options = options(args)?;
    let mut sets = fs::read_dir(&options.dir)
        .with_context(|| format!("cannot list {}", options.dir.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.join("docs.jsonl").is_file() && path.join("gold.jsonl").is_file())
        .collect::<Vec<_>>();
    sets.sort();
    println!(
        "{:20} {:>4} {:>5}  {:^20} {:^20} {:>6} {:>6}",
        "set", "gold", "found", "strict P/R/F1", "relaxed P/R/F1", "type", "value"
    );
    for set in sets {
        let name = set.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if options.only.is_empty() || options.only.contains(&name) {
            measure(&set, &name, &options)?;
        }
    }
    Ok(())
}

fn options(mut args: Args) -> Result<Options> {
    let part = match (args.flag("--held-back"), args.flag("--all")) {
        (false, false) => Part::Development,
        (true, false) => Part::HeldBack,
        _ => Part::All,
    };
    let domain = match (args.flag("--news"), args.flag("--narrative")) {
        (true, _) => Some(Domain::News),
        (_, true) => Some(Domain::Narrative),
        _ => None,
    };
    let options = Options {
        part,
        domain,
        examples: match (args.flag("--brief"), args.flag("--long")) {
            (true, _) => 0,
            (_, true) => 40,
            _ => 4,
        },
        undated: args.flag("--undated"),
        only: args.list("--only"),
        dir: args.word().unwrap_or_else(|| ".".to_owned()).into(),
    };
    args.done()?;
    Ok(options)
}

fn measure(set: &Path, name: &str, options: &Options) -> Result<()> {
    let documents: Vec<Document> = lines(&set.join("docs.jsonl"))?;
    let mut gold: BTreeMap<String, Vec<Span>> = BTreeMap::new();
    for span in lines::<Span>(&set.join("gold.jsonl"))? {
        gold.entry(span.doc.clone()).or_default().push(span);
    }
    let mut score = Score::default();
    let mut errors: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for document in &documents {
        let chosen = match options.part {
            Part::All => true,
            Part::Development => development(&document.doc),
            Part::HeldBack => !development(&document.doc),
        };
        if chosen {
            let spans = gold.remove(&document.doc).unwrap_or_default();
            compare(document, &spans, &tagged(document, options), &mut score, &mut errors);
        }
    }
    let triple = |hits: usize| {
        let (precision, recall) = (share(hits, score.system), share(hits, score.gold));
        (precision, recall, f1(precision, recall))
    };
    let (strict, relaxed) = (triple(score.strict), triple(score.relaxed));
    let of_relaxed = |hits: usize| relaxed.2 * share(hits, score.relaxed);
    println!(
        "{name:20} {:4} {:5}  {:.4} {:.4} {:.4} {:.4} {:.4} {:.4} {:.4} {:.4}",
        score.gold,
        score.system,
        strict.0,
        strict.1,
        strict.2,
        relaxed.0,
        relaxed.1,
        relaxed.2,
        of_relaxed(score.kind),
        of_relaxed(score.value),
    );
    if options.examples > 0 {
        for (kind, [matched, kinds, values, missed]) in &score.types {
            println!(
                "  {kind:8} {matched:4} matched, {kinds} of other type, {values} of other value, \
                 {missed} missed"
            );
        }
        for (basis, [found, matched, right]) in &score.bases {
            println!("  {basis:9} {found:4} dates, {matched} annotated, {right} with this value");
        }
    }
    let mut errors = errors.into_iter().collect::<Vec<_>>();
    errors.sort_by_key(|(class, examples)| (usize::MAX - examples.len(), class.clone()));
    for (class, examples) in errors.iter().take(options.examples * 8) {
        if options.examples > 0 {
            println!("  {:4} {class}", examples.len());
            for example in examples.iter().take(options.examples) {
                println!("         {example}");
            }
        }
    }
    Ok(())
}

/// What the tagger finds in a document, in code points.
fn tagged(document: &Document, options: &Options) -> Vec<Span> {
    let text = &document.text;
    let reference = document.dct.as_deref().filter(|_| !options.undated).and_then(|dct| {
        let mut parts = dct.get(..10)?.split('-');
        let year = parts.next()?.parse().ok()?;
        Some((year, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
    });
    let context = Context {
        reference,
        language: detect_language(text),
        domain: options.domain.unwrap_or_else(|| detect_domain(text)),
    };
    let mut points = vec![0; text.len() + 1];
    for (count, (at, _)) in text.char_indices().enumerate() {
        points[at] = count;
    }
    points[text.len()] = text.chars().count();
    tag(text, &context)
        .into_iter()
        .map(|timex| Span {
            doc: String::new(),
            start: points[timex.start],
            end: points[timex.end],
            kind: timex.kind.name().to_owned(),
            value: timex.value,
            rule: timex.rule.to_owned(),
            basis: match timex.basis {
                Basis::Explicit => "explicit",
                Basis::Reference => "reference",
                Basis::Narrative => "narrative",
                Basis::Vague => "vague",
            },
        })
        .collect()
}

/// Aligns one to one, equal spans first and then overlapping ones from the left, and counts.
fn compare(
    document: &Document,
    gold: &[Span],
    system: &[Span],
    score: &mut Score,
    errors: &mut BTreeMap<String, Vec<String>>,
) {
    let letters = document.text.chars().collect::<Vec<_>>();
    let trim = |span: &Span| {
        let (mut start, mut end) = (span.start, span.end.min(letters.len()));
        while start < end && letters[start].is_whitespace() {
            start += 1;
        }
        while end > start && letters[end - 1].is_whitespace() {
            end -= 1;
        }
        (start, end)
    };
    let (gold_spans, system_spans) =
        (gold.iter().map(trim).collect::<Vec<_>>(), system.iter().map(trim).collect::<Vec<_>>());
    let mut taken = vec![false; system.len()];
    let mut pairs = vec![None; gold.len()];
    for (pair, span) in pairs.iter_mut().zip(&gold_spans) {
        *pair = (0..system.len()).find(|i| !taken[*i] && system_spans[*i] == *span);
        if let Some(index) = *pair {
            taken[index] = true;
        }
    }
    for (pair, span) in pairs.iter_mut().zip(&gold_spans).filter(|(pair, _)| pair.is_none()) {
        let overlap =
            |i: usize| span.1.min(system_spans[i].1).saturating_sub(span.0.max(system_spans[i].0));
        let mut best = None;
        for index in (0..system.len()).filter(|i| !taken[*i] && overlap(*i) > 0) {
            if best.is_none_or(|other| overlap(index) > overlap(other)) {
                best = Some(index);
            }
        }
        if let Some(index) = best {
            taken[index] = true;
        }
        *pair = best;
    }
    let shown = |(start, end): (usize, usize)| {
        let from = start.saturating_sub(45);
        let to = (end + 35).min(letters.len());
        let text = |from: usize, to: usize| {
            letters[from..to]
                .iter()
                .map(|c| if c.is_whitespace() { ' ' } else { *c })
                .collect::<String>()
        };
        format!("{}[{}]{}", text(from, start), text(start, end), text(end, to))
    };
    let mut note = |class: String, example: String| errors.entry(class).or_default().push(example);
    let day = document.dct.as_deref().unwrap_or("-");
    score.gold += gold.len();
    score.system += system.len();
    let is_date = |span: &Span| matches!(span.kind.as_str(), "DATE" | "TIME");
    for got in system.iter().filter(|got| is_date(got)) {
        score.bases.entry(got.basis).or_default()[0] += 1;
    }
    for (index, pair) in pairs.iter().enumerate() {
        let wanted = &gold[index];
        let counts = score.types.entry(wanted.kind.clone()).or_default();
        let Some(found) = *pair else {
            counts[3] += 1;
            note(
                format!("miss {}", wanted.kind),
                format!("{} {}", wanted.value, shown(gold_spans[index])),
            );
            continue;
        };
        let (got, same) = (&system[found], gold_spans[index] == system_spans[found]);
        if is_date(got) {
            let [_, matched, right] = score.bases.entry(got.basis).or_default();
            *matched += 1;
            *right += usize::from(wanted.value == got.value);
        }
        counts[0] += 1;
        counts[1] += usize::from(wanted.kind != got.kind);
        counts[2] += usize::from(wanted.value != got.value);
        score.relaxed += 1;
        score.strict += usize::from(same);
        score.kind += usize::from(wanted.kind == got.kind);
        score.value += usize::from(wanted.value == got.value);
        if wanted.value != got.value {
            note(
                format!("value {} {}", wanted.kind, got.rule),
                format!(
                    "{} for {} ({day}) {}",
                    got.value,
                    wanted.value,
                    shown(system_spans[found])
                ),
            );
        }
        if !same {
            note(
                format!("span {}", got.rule),
                format!("{} for {}", shown(system_spans[found]), shown(gold_spans[index])),
            );
        }
    }
    for index in (0..system.len()).filter(|i| !taken[*i]) {
        let got = &system[index];
        note(
            format!("spurious {}", got.rule),
            format!("{} {}", got.value, shown(system_spans[index])),
        );
    }
}

/// Whether a document belongs to the part that may be developed on.
///
/// Source: the FNV-1a hash.
fn development(name: &str) -> bool {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    name.bytes().fold(0xcbf2_9ce4_8422_2325, mix) % 10 < 7
}

fn lines<T: for<'a> Deserialize<'a>>(path: &Path) -> Result<Vec<T>> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| serde_json::from_str(line).with_context(|| format!("in {}", path.display())))
        .collect()
}

#[expect(clippy::cast_precision_loss, reason = "counts of annotations are far below 2^52")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

fn f1(precision: f64, recall: f64) -> f64 {
    if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) }
}
