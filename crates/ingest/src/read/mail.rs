//! E-mail (`.eml`): the message with its quoted parts. What is attached is handed on as a file of its own;
//! which of its formats are read is not decided here.

use std::fmt::Write as _;

use mail_parser::{Address, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::{Reader, Reading, html, left_out, partly};
use crate::Source;
use crate::structure::{Flavour, structure};
use dateline_corpus::{Metadatum, Repair, Span};

/// The reader of messages.
pub(super) struct Mail;

impl Reader for Mail {
    fn fits(&self, source: &Source) -> bool {
        if source.name.to_ascii_lowercase().ends_with(".eml") {
            return true;
        }
        // A message that lost its ending still opens with its route.
        ["Return-Path:", "Received:", "Delivered-To:", "MIME-Version:", "Message-ID:"]
            .iter()
            .any(|head| source.bytes.starts_with(head.as_bytes()))
    }

    fn read(&self, source: &Source) -> Reading {
        let failed = |message: &str| Reading::failed(left_out(source, "bad-mail", message));
        let Some(message) = MessageParser::default().parse(&source.bytes) else {
            return failed("the file is no e-mail message; rename it to .txt to read it as text");
        };
        let mut reading = Reading::default();
        read_message(source, &message, 0, &mut reading);
        if reading.drafts.is_empty() {
            return failed("the message has neither headers nor words");
        }
        reading
    }
}

/// How deep messages attached to messages are read.
const DEPTH: usize = 4;

/// Reads a message, and those attached to it as documents of their own.
fn read_message(source: &Source, message: &Message, depth: usize, reading: &mut Reading) {
    // The headers that tell something are written as lines, and everything is read as text.
    let mut text = headers(message);
    let mut dropped = Vec::new();
    let mut bodies: Vec<String> = (0..message.text_body_count())
        .filter_map(|at| {
            words(message, message.text_body.get(at).copied()?, Some(at), &mut dropped)
        })
        .collect();
    let mut attached = Vec::new();
    for number in message.attachments.iter().copied() {
        let Some(part) = message.part(number) else { continue };
        let name = part.attachment_name().map(one_line);
        match &part.body {
            PartType::Message(inner) if depth < DEPTH => attached.push(inner),
            // Words that stand between other parts, without a file's name, are of the message.
            PartType::Text(_) | PartType::Html(_) if name.is_none() => {
                bodies.extend(words(message, number, None, &mut dropped));
            }
            _ => attach(source, part, name, reading),
        }
    }
    if !(text.is_empty() && bodies.iter().all(|body| body.trim().is_empty())) {
        let _ = write!(text, "\n{}", bodies.join("\n\n"));
        let mut draft = structure(&text.replace('\r', "\n"), Flavour::Plain);
        dropped.extend(alternatives(message, &bodies));
        for Repair { kind, original, .. } in dropped {
            draft.left_out(&kind, &original);
        }
        for name in message.attachments().filter_map(|part| part.attachment_name()) {
            draft.metadata.push(datum("attachment", &one_line(name), false));
        }
        draft.metadata.push(datum("genre", "e-mail", true));
        draft.part = (depth > 0).then_some(text);
        reading.drafts.push(draft);
    }
    for inner in attached {
        read_message(source, inner, depth + 1, reading);
    }
}

/// The most files that are read of a message.
const ATTACHED: usize = 200;

/// Types of parts that only vouch for a message.
const SIGNATURES: [&str; 4] =
    ["pgp-signature", "pgp-encrypted", "pkcs7-signature", "x-pkcs7-signature"];

/// Hands on what is attached; a name that says its folder loses it.
fn attach(source: &Source, part: &MessagePart, name: Option<String>, reading: &mut Reading) {
    let name = name.unwrap_or_else(|| format!("part {}", reading.attached.len() + 1));
    let mut told = |why: &str| {
        let message = format!("“{name}” is attached and was not read: {why}");
        reading.diagnostics.push(partly(source, "attachment", &message));
    };
    let kind = part.content_type().and_then(|kind| kind.subtype()).unwrap_or_default();
    if SIGNATURES.iter().any(|known| kind.eq_ignore_ascii_case(known)) {
        return told("it is a signature");
    }
    if reading.attached.len() == ATTACHED {
        return told(&format!("a message may have {ATTACHED}; save it beside the message"));
    }
    if matches!(part.body, PartType::Message(_)) {
        return told("messages are nested too deep; save it beside the message");
    }
    let file = name.rsplit(['/', '\\']).next().unwrap_or(&name);
    let name = format!("{}/{file}", source.name);
    reading.attached.push(Source { name, bytes: part.contents().to_vec() });
}

fn datum(field: &str, value: &str, inferred: bool) -> Metadatum {
    Metadatum { field: field.into(), value: value.into(), span: None, inferred }
}

fn headers(message: &Message) -> String {
    let mut text = String::new();
    if let Some(subject) = message.subject() {
        let _ = writeln!(text, "Subject: {}", one_line(subject));
    }
    for (label, address) in [("From", message.from()), ("To", message.to()), ("Cc", message.cc())] {
        if let Some(address) = address {
            let _ = writeln!(text, "{label}: {}", people(address));
        }
    }
    if let Some(date) = message.date() {
        let _ = writeln!(
            text,
            "Date: {:04}-{:02}-{:02}, {:02}:{:02}",
            date.year, date.month, date.day, date.hour, date.minute
        );
    }
    text
}

/// The second form of a message, in HTML, where it says something else than the first.
fn alternatives(message: &Message, bodies: &[String]) -> Vec<Repair> {
    let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let read: Vec<String> = bodies.iter().map(|body| bare(body)).collect();
    let others = message.html_body.iter().filter(|part| !message.text_body.contains(part));
    let drafts = others.filter_map(|part| match &message.part(*part)?.body {
        PartType::Html(page) => html::draft(page),
        _ => None,
    });
    let mut found = Vec::new();
    for draft in drafts {
        if !read.contains(&bare(&draft.text)) {
            found.push(Repair {
                kind: "left-out-alternative".into(),
                span: Span::default(),
                original: one_line(&draft.text),
            });
        }
        found.extend(draft.repairs);
    }
    found
}

/// The words of a part, which may be a body of the message; a part in HTML is read as a page, and what
/// that leaves out is added to `dropped`.
fn words(
    message: &Message,
    number: u32,
    body: Option<usize>,
    dropped: &mut Vec<Repair>,
) -> Option<String> {
    match (&message.part(number)?.body, body) {
        (PartType::Html(page), _) => {
            let draft = html::draft(page)?;
            dropped.extend(draft.repairs);
            Some(draft.text)
        }
        (PartType::Text(words), None) => Some(words.replace("\r\n", "\n")),
        (_, Some(at)) => message.body_text(at).map(|words| words.replace("\r\n", "\n")),
        _ => None,
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "Anna Lind <anna@example.org>; Karl Moss".
fn people(address: &Address) -> String {
    let all = address.iter().map(|one| match (&one.name, &one.address) {
        (Some(name), Some(address)) => format!("{} <{}>", one_line(name), one_line(address)),
        (Some(one), None) | (None, Some(one)) => one_line(one),
        (None, None) => String::new(),
    });
    all.collect::<Vec<_>>().join("; ")
}
