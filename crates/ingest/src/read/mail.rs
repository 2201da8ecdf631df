//! E-mail (`.eml`): the message with its quoted parts; what is attached is named, not read.

use std::fmt::Write as _;

use mail_parser::{Address, Message, MessageParser, MimeHeaders, PartType};

use super::{Reader, Reading, html, left_out};
use crate::Source;
use crate::structure::{Flavour, structure};
use dateline_corpus::Metadatum;

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
        // The headers that tell something are written as lines, and everything is read as text.
        let mut text = String::new();
        if let Some(subject) = message.subject() {
            let _ = writeln!(text, "Subject: {}", one_line(subject));
        }
        for (label, address) in
            [("From", message.from()), ("To", message.to()), ("Cc", message.cc())]
        {
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
        let bodies: Vec<String> =
            (0..message.text_body_count()).filter_map(|at| body(&message, at)).collect();
        if text.is_empty() && bodies.iter().all(|body| body.trim().is_empty()) {
            return failed("the message has neither headers nor words");
        }
        let _ = write!(text, "\n{}", bodies.join("\n\n"));
        let mut draft = structure(&text.replace('\r', "\n"), Flavour::Plain);
        let names = message.attachments().filter_map(|part| part.attachment_name()).map(one_line);
        for value in names {
            draft.metadata.push(Metadatum {
                field: "attachment".into(),
                value,
                span: None,
                inferred: false,
            });
        }
        draft.metadata.push(Metadatum {
            field: "genre".into(),
            value: "e-mail".into(),
            span: None,
            inferred: true,
        });
        Reading::one(draft)
    }
}

/// The words of a part; a part in HTML is read as a page.
fn body(message: &Message, at: usize) -> Option<String> {
    let number = *message.text_body.get(at)?;
    match &message.part(number)?.body {
        PartType::Html(page) => html::draft(page).map(|draft| draft.text),
        _ => message.body_text(at).map(|words| words.replace("\r\n", "\n")),
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
