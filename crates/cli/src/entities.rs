//! `dateline entities`: people, organisations and places of texts, JSON lines in and out.

use std::io::Error;
use std::process::ExitCode;

use dateline_corpus::EntityKind;
use dateline_ingest::entity::mentions;
use serde::{Deserialize, Serialize};

use crate::lines;

#[derive(Deserialize)]
struct Text {
    doc: serde_json::Value,
    text: String,
}

#[derive(Serialize)]
struct Found<'a> {
    doc: &'a serde_json::Value,
    entities: Vec<Named>,
}

#[derive(Serialize)]
struct Named {
    start: u32,
    end: u32,
    #[serde(rename = "type")]
    kind: &'static str,
    id: String,
}

/// Names the entities of every text on standard input.
pub(crate) fn run() -> Result<ExitCode, Error> {
    lines::each("entities", |Text { doc, text }, out| {
        let entities = mentions(&text)
            .into_iter()
            .map(|(name, id)| Named {
                start: name.span.start,
                end: name.span.end,
                kind: match name.kind {
                    EntityKind::Person => "PER",
                    EntityKind::Organisation => "ORG",
                    EntityKind::Place => "LOC",
                },
                id,
            })
            .collect();
        Ok(lines::write(out, &Found { doc: &doc, entities }))
    })
}
