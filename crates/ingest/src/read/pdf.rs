//! The text layer of PDF, in reading order and with page numbers. A scan is named as one. Not part of
//! the WebAssembly build: see the manifest.

mod font;
mod layout;
mod standard;
mod unicode;

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, decode_text_string};

use super::{Reader, Reading, left_out, partly};
use crate::Source;
use font::{Font, Glyphs};
use layout::{Piece, draft};

/// The most pages that are read, and the most bytes that the content of one may unpack to.
const PAGES: usize = 5000;
const UNPACKED: usize = 32 << 20;
/// The deepest nesting of forms in a page.
const FORMS: u32 = 4;

/// The reader of PDF.
pub(super) struct Pdf;

impl Reader for Pdf {
    fn fits(&self, source: &Source) -> bool {
        source.bytes.windows(5).take(1024).any(|bytes| bytes == b"%PDF-")
    }

    fn read(&self, source: &Source) -> Reading {
        let failed = |kind: &str, message: &str| Reading::failed(left_out(source, kind, message));
        let Ok(pdf) = Document::load_mem_with_options(&source.bytes, LoadOptions::default()) else {
            return failed(
                "bad-pdf",
                "the PDF is damaged or locked with a password; save it again without",
            );
        };
        // Without its password a document loads, and everything in it is noise.
        if pdf.trailer.has(b"Encrypt") && !pdf.was_encrypted() {
            return failed("locked", "the PDF is locked with a password; save it again without");
        }
        let mut pieces = Vec::new();
        let pages = pdf.get_pages();
        let (mut broken, mut pictures, mut unmapped) = (Vec::new(), Vec::new(), 0);
        for (&number, &page) in pages.iter().take(PAGES) {
            let before = pieces.len();
            let shown = read_page(&pdf, number, page, &mut pieces);
            unmapped += shown.unmapped;
            if shown.broken {
                broken.push(number);
            } else if pieces.len() == before && shown.pictures {
                pictures.push(number);
            }
        }
        let letters: usize = pieces
            .iter()
            .map(|piece| piece.text.chars().filter(|c| c.is_alphanumeric()).count())
            .sum();
        if letters < 10 && unmapped > letters {
            let message = "the PDF does not say which characters its signs are; save it again from the program that made it, or recognise its text (OCR)";
            return failed("unmapped", message);
        }
        if letters < 10 {
            let message = "the PDF holds no text, only pictures of pages (a scan); recognise its text first (OCR) and put the result here";
            return failed("scan", message);
        }
        let mut reading = Reading::one(draft(pieces));
        if !pictures.is_empty() {
            let message = format!(
                "{} only pictures, which were not read; recognise their text first (OCR)",
                listed(&pictures, "holds", "hold")
            );
            reading.diagnostics.push(partly(source, "scan", &message));
        }
        if !broken.is_empty() {
            let message = format!("{} damaged and not read", listed(&broken, "is", "are"));
            reading.diagnostics.push(partly(source, "damaged", &message));
        }
        if unmapped > 0 {
            let message = format!(
                "the PDF does not say which characters {unmapped} of its signs are; each is read as �"
            );
            reading.diagnostics.push(partly(source, "unmapped", &message));
        }
        if pages.len() > PAGES {
            reading.diagnostics.push(partly(
                source,
                "too-many",
                &format!("the PDF has more than {PAGES} pages; the rest was not read"),
            ));
        }
        reading
    }
}

/// "page 3 holds", "pages 3, 4 and 9 hold".
fn listed(pages: &[u32], one: &str, several: &str) -> String {
    let mut numbers: Vec<String> = pages.iter().map(u32::to_string).collect();
    match (numbers.pop(), numbers.as_slice()) {
        (Some(last), []) => format!("page {last} {one}"),
        (Some(last), before) => format!("pages {} and {last} {several}", before.join(", ")),
        (None, _) => String::new(),
    }
}

/// What a page shows beside its words.
#[derive(Clone, Copy, Debug, Default)]
struct Shown {
    /// Whether it shows a picture.
    pictures: bool,
    /// Whether something of it cannot be unpacked.
    broken: bool,
    /// How many signs stand for no known character.
    unmapped: usize,
}

/// Adds the pieces of a page.
fn read_page(pdf: &Document, number: u32, page: ObjectId, pieces: &mut Vec<Piece>) -> Shown {
    let broken = pdf.get_page_contents(page).into_iter().any(|part| !whole(pdf, part));
    let Ok(content) = pdf.get_page_content_with_limit(page, UNPACKED) else {
        return Shown { broken: true, ..Shown::default() };
    };
    let fonts = pdf.get_page_fonts(page).unwrap_or_default();
    let resources = pdf.get_page_resources(page).ok().and_then(|(own, others)| {
        own.or_else(|| others.iter().find_map(|id| pdf.get_dictionary(*id).ok()))
    });
    let mut interpreter = Interpreter {
        pdf,
        page: number,
        pieces,
        state: State::default(),
        saved: Vec::new(),
        marked: Vec::new(),
        shown: Shown { broken, ..Shown::default() },
    };
    interpreter.run(&content, &Fonts::of(pdf, &fonts), resources, 0);
    interpreter.shown
}

/// Whether a part of a page unpacks to its end: the library takes what it gets of a damaged one.
fn whole(pdf: &Document, part: ObjectId) -> bool {
    let Ok(stream) = pdf.get_object(part).and_then(Object::as_stream) else { return false };
    match stream.filters().as_deref() {
        Ok([filter]) if *filter == b"FlateDecode" => {
            let packed = &stream.content;
            miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(packed, UNPACKED).is_ok()
        }
        _ => true,
    }
}

/// The fonts of a page by their names.
struct Fonts<'a>(BTreeMap<Vec<u8>, Font<'a>>);

impl<'a> Fonts<'a> {
    fn of(pdf: &'a Document, fonts: &BTreeMap<Vec<u8>, &'a Dictionary>) -> Self {
        Self(fonts.iter().map(|(name, font)| (name.clone(), Font::of(pdf, font))).collect())
    }
}

/// A transformation: `[a b c d e f]` of the standard.
type Matrix = [f32; 6];

const UNIT: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// `a` before `b`.
fn multiply(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

#[derive(Clone)]
struct State {
    page: Matrix,
    text: Matrix,
    line: Matrix,
    font: Vec<u8>,
    size: f32,
    leading: f32,
    spacing: f32,
    word_spacing: f32,
    /// The horizontal scaling, 1 for none.
    stretch: f32,
}

impl Default for State {
    fn default() -> Self {
        Self {
            page: UNIT,
            text: UNIT,
            line: UNIT,
            font: Vec::new(),
            size: 12.0,
            leading: 0.0,
            spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
        }
    }
}

/// Follows the operators that place text. Source: ISO 32000-1, 9.4 (text objects) and 8.4.4 (state).
struct Interpreter<'a> {
    pdf: &'a Document,
    page: u32,
    pieces: &'a mut Vec<Piece>,
    state: State,
    saved: Vec<State>,
    /// The open marked content, outermost first, with the text that stands for what it shows.
    marked: Vec<Option<String>>,
    shown: Shown,
}

impl Interpreter<'_> {
    fn run(&mut self, content: &[u8], fonts: &Fonts, resources: Option<&Dictionary>, depth: u32) {
        let Ok(content) = Content::decode(content) else { return };
        for operation in &content.operations {
            let number = |at: usize| {
                operation.operands.get(at).and_then(|object| object.as_float().ok()).unwrap_or(0.0)
            };
            match operation.operator.as_str() {
                "q" if self.saved.len() < 256 => self.saved.push(self.state.clone()),
                "Q" => self.state = self.saved.pop().unwrap_or_default(),
                "cm" => self.state.page = multiply([0, 1, 2, 3, 4, 5].map(number), self.state.page),
                "BT" => (self.state.text, self.state.line) = (UNIT, UNIT),
                "Tf" => {
                    self.state.font = operation
                        .operands
                        .first()
                        .and_then(|name| name.as_name().ok())
                        .unwrap_or_default()
                        .to_vec();
                    self.state.size = number(1);
                }
                "TL" => self.state.leading = number(0),
                "Tc" => self.state.spacing = number(0),
                "Tw" => self.state.word_spacing = number(0),
                "Tz" => self.state.stretch = number(0) / 100.0,
                "BMC" => self.marked.push(None),
                "BDC" => self.marked.push(self.actual_text(operation.operands.get(1), resources)),
                "EMC" => drop(self.marked.pop()),
                "Td" => self.next_line(number(0), number(1)),
                "TD" => {
                    self.state.leading = -number(1);
                    self.next_line(number(0), number(1));
                }
                "Tm" => {
                    self.state.line = [0, 1, 2, 3, 4, 5].map(number);
                    self.state.text = self.state.line;
                }
                "T*" => self.next_line(0.0, -self.state.leading),
                "Tj" => self.show(operation.operands.first(), fonts),
                "'" => {
                    self.next_line(0.0, -self.state.leading);
                    self.show(operation.operands.first(), fonts);
                }
                "\"" => {
                    (self.state.word_spacing, self.state.spacing) = (number(0), number(1));
                    self.next_line(0.0, -self.state.leading);
                    self.show(operation.operands.get(2), fonts);
                }
                "TJ" => {
                    for part in operation
                        .operands
                        .first()
                        .and_then(|all| all.as_array().ok())
                        .into_iter()
                        .flatten()
                    {
                        match part.as_float() {
                            Ok(shift) => {
                                let State { size, stretch, .. } = self.state;
                                self.advance(-shift / 1000.0 * size * stretch);
                            }
                            Err(_) => self.show(Some(part), fonts),
                        }
                    }
                }
                "BI" => self.shown.pictures = true,
                "Do" if depth < FORMS => {
                    self.form(operation.operands.first(), fonts, resources, depth);
                }
                _ => {}
            }
        }
    }

    fn next_line(&mut self, x: f32, y: f32) {
        self.state.line = multiply([1.0, 0.0, 0.0, 1.0, x, y], self.state.line);
        self.state.text = self.state.line;
    }

    fn advance(&mut self, x: f32) {
        self.state.text = multiply([1.0, 0.0, 0.0, 1.0, x, 0.0], self.state.text);
    }

    fn show(&mut self, string: Option<&Object>, fonts: &Fonts) {
        let Some(bytes) = string.and_then(|string| string.as_str().ok()) else { return };
        let font = fonts.0.get(&self.state.font);
        let shown = font.map_or_else(|| Font::missing().show(bytes), |font| font.show(bytes));
        let Glyphs { mut text, width, codes, spaces, unmapped } = shown;
        let state = &self.state;
        let width = (width * state.size + state.spacing * codes + state.word_spacing * spaces)
            * state.stretch;
        // What stands for the marked content is said at its first sign, and nothing at the others.
        match self.marked.iter_mut().find_map(Option::as_mut) {
            Some(actual) => text = std::mem::take(actual),
            None => self.shown.unmapped += unmapped,
        }
        let placed = multiply(self.state.text, self.state.page);
        let scale = (placed[2] * placed[2] + placed[3] * placed[3]).sqrt();
        let stretch = (placed[0] * placed[0] + placed[1] * placed[1]).sqrt();
        self.pieces.push(Piece {
            page: self.page,
            x: placed[4],
            y: placed[5],
            width: width * stretch,
            size: self.state.size.abs() * scale,
            text,
        });
        self.advance(width);
    }

    /// The text that marked content says it shows, in its own properties or in named ones.
    ///
    /// Source: ISO 32000-1, 14.9.4.
    fn actual_text(
        &self,
        properties: Option<&Object>,
        resources: Option<&Dictionary>,
    ) -> Option<String> {
        let properties = match properties? {
            Object::Name(name) => resources?
                .get_deref(b"Properties", self.pdf)
                .and_then(Object::as_dict)
                .and_then(|all| all.get_deref(name, self.pdf))
                .ok()?,
            own => own,
        };
        let text = properties.as_dict().ok()?.get_deref(b"ActualText", self.pdf).ok()?;
        decode_text_string(text).ok()
    }

    /// The text of a form that the page shows; a picture is noted.
    fn form(
        &mut self,
        name: Option<&Object>,
        fonts: &Fonts,
        resources: Option<&Dictionary>,
        depth: u32,
    ) {
        let stream = name.and_then(|name| name.as_name().ok()).and_then(|name| {
            let forms = resources?.get_deref(b"XObject", self.pdf).ok()?.as_dict().ok()?;
            forms.get_deref(name, self.pdf).ok()?.as_stream().ok()
        });
        let Some(stream) = stream else { return };
        match stream.dict.get(b"Subtype").and_then(Object::as_name) {
            Ok(b"Form") => {}
            Ok(b"Image") => return self.shown.pictures = true,
            _ => return,
        }
        let Ok(content) = stream.get_plain_content_with_limit(UNPACKED) else { return };
        let own = stream.dict.get_deref(b"Resources", self.pdf).and_then(Object::as_dict).ok();
        let mut named: BTreeMap<Vec<u8>, &Dictionary> = BTreeMap::new();
        if let Some(dictionary) =
            own.and_then(|own| own.get_deref(b"Font", self.pdf).and_then(Object::as_dict).ok())
        {
            for (name, font) in dictionary {
                if let Ok((_, Object::Dictionary(font))) = self.pdf.dereference(font) {
                    named.insert(name.clone(), font);
                }
            }
        }
        let saved = self.state.clone();
        if named.is_empty() {
            self.run(&content, fonts, own.or(resources), depth + 1);
        } else {
            let fonts = Fonts::of(self.pdf, &named);
            self.run(&content, &fonts, own.or(resources), depth + 1);
        }
        self.state = saved;
    }
}
