//! Trains the linear model from texts with marked names. Not part of the tool: behind a feature.
//!
//! The averaged structured perceptron. Source: M. Collins, "Discriminative Training Methods for Hidden
//! Markov Models", EMNLP 2002.

use std::collections::{BTreeMap, HashMap};

use super::features::View;
use super::model::{LABELS, Model, OUTSIDE};
use super::{Name, names_by, token};

/// How many hundredths of a word's features are hidden at each step of training.
/// Source: N. Srivastava et al., "Dropout", JMLR 15, 2014.
const HIDDEN: u64 = 40;
/// How many models, each trained on the texts in orders of its own, are averaged: the weights of one
/// depend much on what it saw last.
const ORDERS: usize = 24;

/// A text with its names marked.
pub struct Example {
    /// The text.
    pub text: String,
    /// Its names.
    pub names: Vec<Name>,
}

/// A trained model.
pub struct Trained(Model);

impl Trained {
    /// The names it finds in `text`.
    #[must_use]
    pub fn names(&self, text: &str) -> Vec<Name> {
        names_by(&self.0, text)
    }

    /// It as bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        self.0.encode()
    }
}

/// One run of words: the features of each, and what each is.
struct Run {
    features: Vec<Vec<u32>>,
    gold: Vec<usize>,
}

/// Trains on `examples`; keeps the `size` features that weigh most, of those seen at least `least` times.
#[must_use]
pub fn train(examples: &[Example], rounds: usize, size: usize, least: usize) -> Trained {
    let mut runs: Vec<Run> = examples.iter().flat_map(runs).collect();
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for feature in runs.iter().flat_map(|run| &run.features).flatten() {
        *counts.entry(*feature).or_default() += 1;
    }
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut weights: BTreeMap<u32, [i64; LABELS]> = BTreeMap::new();
    let mut moves = [[0_i64; LABELS]; LABELS];
    for _ in 0..ORDERS {
        let learnt = learn(&mut runs, rounds, &mut state, |feature| counts[&feature] >= least);
        for (feature, row) in learnt.0 {
            add(weights.entry(feature).or_default(), &row);
        }
        for (sum, row) in moves.iter_mut().zip(&learnt.1) {
            add(sum, row);
        }
    }
    let average = |sum: i64| clamp_long(sum / i64::try_from(ORDERS).unwrap_or(1));
    let mut kept: Vec<(u32, [i16; LABELS])> =
        weights.into_iter().map(|(feature, row)| (feature, row.map(average))).collect();
    kept.sort_by_key(|(feature, row)| {
        (std::cmp::Reverse(row.iter().map(|weight| weight.unsigned_abs()).max()), *feature)
    });
    kept.truncate(size);
    let transitions = moves.map(|row| row.map(average));
    Trained(Model { weights: kept.into_iter().collect(), transitions })
}

/// Weights of features, and of one label after another, in sixteenths.
type Learnt = (BTreeMap<u32, [i64; LABELS]>, [[i64; LABELS]; LABELS]);

/// One averaged perceptron over `runs` in a new order in every round.
fn learn(
    runs: &mut [Run],
    rounds: usize,
    state: &mut u64,
    is_wanted: impl Fn(u32) -> bool,
) -> Learnt {
    let (mut weights, mut sums): (HashMap<u32, [i32; LABELS]>, HashMap<u32, [i64; LABELS]>) =
        Default::default();
    let (mut moves, mut move_sums) = ([[0_i32; LABELS]; LABELS], [[0_i64; LABELS]; LABELS]);
    let mut step = 0_i64;

    for _ in 0..rounds {
        // Fisher and Yates with a fixed xorshift, so that the same examples give the same model.
        for at in (1..runs.len()).rev() {
            *state ^= *state << 13;
            *state ^= *state >> 7;
            *state ^= *state << 17;
            runs.swap(at, usize::try_from(*state % (at as u64 + 1)).unwrap_or_default());
        }
        for run in runs.iter() {
            step += 1;
            // Of each word a few features are hidden, so that no single one is relied on.
            let shown: Vec<Vec<u32>> = run
                .features
                .iter()
                .map(|features| {
                    features
                        .iter()
                        .copied()
                        .filter(|_| {
                            *state ^= *state << 13;
                            *state ^= *state >> 7;
                            *state ^= *state << 17;
                            (*state >> 20) % 100 >= HIDDEN
                        })
                        .collect()
                })
                .collect();
            let scores: Vec<[i32; LABELS]> = shown
                .iter()
                .map(|features| {
                    let mut score = [0; LABELS];
                    for row in features.iter().filter_map(|feature| weights.get(feature)) {
                        for (score, weight) in score.iter_mut().zip(row) {
                            *score += weight;
                        }
                    }
                    score
                })
                .collect();
            let model = Model { transitions: moves.map(|row| row.map(clamp)), ..Model::default() };
            let found = model.best(&scores);
            if found == run.gold {
                continue;
            }
            let (mut before_gold, mut before_found) = (OUTSIDE, OUTSIDE);
            for ((features, &gold), &found) in shown.iter().zip(&run.gold).zip(&found) {
                for (label, by) in [(gold, 1), (found, -1)] {
                    if gold != found {
                        for feature in features.iter().filter(|feature| is_wanted(**feature)) {
                            weights.entry(*feature).or_default()[label] += by;
                            sums.entry(*feature).or_default()[label] += step * i64::from(by);
                        }
                    }
                    let before = if by > 0 { before_gold } else { before_found };
                    moves[before][label] += by;
                    move_sums[before][label] += step * i64::from(by);
                }
                (before_gold, before_found) = (gold, found);
            }
        }
    }
    // The average over all steps, in sixteenths.
    let average = |weight: i32, sum: i64| (i64::from(weight) * (step + 1) - sum) * 16 / (step + 1);
    let rows = weights.iter().map(|(feature, row)| {
        let sums = &sums[feature];
        (*feature, std::array::from_fn(|label| average(row[label], sums[label])))
    });
    let transitions =
        std::array::from_fn(|a| std::array::from_fn(|b| average(moves[a][b], move_sums[a][b])));
    (rows.collect(), transitions)
}

fn add(sum: &mut [i64; LABELS], row: &[i64; LABELS]) {
    for (sum, value) in sum.iter_mut().zip(row) {
        *sum += value;
    }
}

fn runs(example: &Example) -> Vec<Run> {
    let tokens = token::tokens(&example.text);
    let view = View::new(&example.text, &tokens);
    let gold = |at: usize| {
        let token = tokens[at];
        let name = example
            .names
            .iter()
            .find(|name| name.span.start < token.end && token.start < name.span.end);
        name.map_or(OUTSIDE, |name| {
            let begin = match name.kind {
                dateline_corpus::EntityKind::Person => 1,
                dateline_corpus::EntityKind::Organisation => 3,
                dateline_corpus::EntityKind::Place => 5,
            };
            // The first token of a name is its beginning, also where the name starts inside a token.
            let is_first = at == 0 || tokens[at - 1].end <= name.span.start;
            begin + usize::from(!is_first)
        })
    };
    view.runs
        .iter()
        .map(|&run| {
            let mut gold: Vec<usize> = (run.0..run.1).map(gold).collect();
            // A name that begins before its run begins with the run.
            if gold[0] != OUTSIDE && gold[0].is_multiple_of(2) {
                gold[0] -= 1;
            }
            let features = (run.0..run.1)
                .map(|at| {
                    let mut features = Vec::new();
                    view.features(at, run, &mut features);
                    features
                })
                .collect();
            Run { features, gold }
        })
        .collect()
}

fn clamp(weight: i32) -> i16 {
    i16::try_from(weight.clamp(-30_000, 30_000)).unwrap_or_default()
}

fn clamp_long(weight: i64) -> i16 {
    i16::try_from(weight.clamp(-127, 127)).unwrap_or_default()
}
