//! Trains the model of names: `train-names MODEL SIZE FILE... [--fold N/M] [--predict FILE...]`.
//!
//! Each FILE holds JSON lines, `{"doc","text","entities":[{"start","end","type"}]}`, offsets in code
//! points. With `--fold N/M` every M-th text from the N-th on is left out of training and predicted;
//! with `--predict` the texts of other files are. Predictions go to standard output, in the same form.

use std::process::ExitCode;

use dateline_corpus::{EntityKind, Span};
use dateline_ingest::entity::{Name, train};
use serde_json::{Value, json};

struct Text {
    doc: Value,
    example: train::Example,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [model, size, rest @ ..] = arguments.as_slice() else {
        eprintln!("usage: train-names MODEL SIZE FILE... [--fold N/M] [--predict FILE...]");
        return ExitCode::FAILURE;
    };
    let (mut training, mut predicted) = (Vec::new(), Vec::new());
    let mut fold = None;
    let mut is_training = true;
    let mut words = rest.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--predict" => is_training = false,
            "--fold" => {
                fold = words.next().and_then(|fold| fold.split_once('/')).and_then(|(at, of)| {
                    Some((at.parse::<usize>().ok()?, of.parse::<usize>().ok()?))
                });
            }
            file => {
                let texts = read(file);
                if is_training { training.extend(texts) } else { predicted.extend(texts) }
            }
        }
    }
    if let Some((at, of)) = fold {
        let (held, kept): (Vec<_>, Vec<_>) =
            training.into_iter().enumerate().partition(|(i, _)| i % of == at);
        predicted.extend(held.into_iter().map(|(_, text)| text));
        training = kept.into_iter().map(|(_, text)| text).collect();
    }
    let examples: Vec<train::Example> = training.into_iter().map(|text| text.example).collect();
    let rounds = std::env::var("ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(12);
    let least = std::env::var("LEAST").ok().and_then(|least| least.parse().ok()).unwrap_or(2);
    let trained = train::train(&examples, rounds, size.parse().unwrap_or(12_000), least);
    if let Err(error) = std::fs::write(model, trained.encode()) {
        eprintln!("{model}: {error}");
        return ExitCode::FAILURE;
    }
    for text in predicted {
        println!("{}", marked(&text, &trained.names(&text.example.text)));
    }
    ExitCode::SUCCESS
}

fn read(file: &str) -> Vec<Text> {
    let lines = std::fs::read_to_string(file).unwrap_or_default();
    lines
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .map(|value| text(&value))
        .collect()
}

fn text(value: &Value) -> Text {
    let text = value["text"].as_str().unwrap_or_default().to_owned();
    let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let byte = |field: &Value| {
        let at = field.as_u64().and_then(|at| usize::try_from(at).ok()).unwrap_or_default();
        u32::try_from(offsets.get(at).copied().unwrap_or(text.len())).unwrap_or_default()
    };
    let names = value["entities"].as_array().into_iter().flatten().filter_map(|entity| {
        let kind = match entity["type"].as_str()? {
            "PER" => EntityKind::Person,
            "ORG" => EntityKind::Organisation,
            "LOC" => EntityKind::Place,
            _ => return None,
        };
        Some(Name { span: Span { start: byte(&entity["start"]), end: byte(&entity["end"]) }, kind })
    });
    Text { doc: value["doc"].clone(), example: train::Example { names: names.collect(), text } }
}

fn marked(text: &Text, names: &[Name]) -> Value {
    let point = |at: u32| text.example.text[..at as usize].chars().count();
    let entities: Vec<Value> = names
        .iter()
        .map(|name| {
            let kind = match name.kind {
                EntityKind::Person => "PER",
                EntityKind::Organisation => "ORG",
                EntityKind::Place => "LOC",
            };
            json!({ "start": point(name.span.start), "end": point(name.span.end), "type": kind })
        })
        .collect();
    json!({ "doc": text.doc, "entities": entities })
}
