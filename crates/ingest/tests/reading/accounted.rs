//! Nothing of the formats with markup is lost: files are made of words that occur once, and each of
//! them is in a block, in a metadatum, or in a recorded repair.

use std::fmt::Write as _;

use dateline_corpus::Document;
use dateline_ingest::{Source, read};
use proptest::prelude::*;

use crate::pdf::{assemble, stream};

/// Everything that is said of what a file held.
fn account(document: &Document) -> String {
    let blocks = document.blocks.iter().map(|block| block.span.of(&document.text));
    let metadata = document.metadata.iter().map(|datum| datum.value.as_str());
    let repairs = document.repairs.iter().map(|repair| repair.original.as_str());
    blocks.chain(metadata).chain(repairs).collect::<Vec<_>>().join("\n")
}

/// Asserts that each word of `made` is in the account of a document of the file.
fn check(name: &str, bytes: Vec<u8>, made: &Words) -> Result<(), TestCaseError> {
    let shown = String::from_utf8_lossy(&bytes).into_owned();
    let (documents, diagnostics) = read(&Source { name: name.into(), bytes });
    if documents.is_empty() {
        prop_assert!(diagnostics.iter().any(|diagnostic| diagnostic.left_out), "{shown}");
        return Ok(());
    }
    let account: String = documents.iter().map(account).collect();
    for word in &made.0 {
        prop_assert!(account.contains(word.as_str()), "{word} is lost of:\n{shown}\n{account}");
    }
    Ok(())
}

/// The words made so far; none is part of another.
#[derive(Default)]
struct Words(Vec<String>);

impl Words {
    fn one(&mut self) -> String {
        let mut number = self.0.len();
        let mut word = String::from("Q");
        loop {
            word.extend(char::from_digit(u32::try_from(number % 26).unwrap_or(0) + 10, 36));
            number /= 26;
            if number == 0 {
                break;
            }
        }
        word.push('Z');
        self.0.push(word.clone());
        word
    }

    /// A sentence, so that it stands as prose.
    fn some(&mut self, count: u8) -> String {
        let words: Vec<String> = (0..=count % 5).map(|_| self.one()).collect();
        words.join(" ") + if count.is_multiple_of(2) { "." } else { "" }
    }
}

#[rustfmt::skip]
const ELEMENTS: [&str; 44] = [
    "div", "p", "article", "main", "nav", "aside", "footer", "header", "section", "ul", "ol", "li", "h1", "h2", "blockquote", "figure", "figcaption",
    "table", "tr", "td", "b", "em", "a", "span", "form", "button", "select", "option", "noscript", "template", "svg", "title", "textarea", "iframe",
    "object", "math", "head", "body", "html", "pre", "dialog", "dl", "menu", "caption",
];

const ATTRIBUTES: [&str; 6] = [
    "",
    " class=\"cookie-bar\"",
    " id=\"nav\"",
    " hidden",
    " aria-hidden=\"true\"",
    " role=\"main\"",
];

fn html(program: &[(u8, u8)]) -> (String, Words) {
    let mut words = Words::default();
    let mut page = String::from("<html>");
    for &(what, how) in program {
        let element = ELEMENTS[usize::from(how) % ELEMENTS.len()];
        let attribute = ATTRIBUTES[usize::from(what) % ATTRIBUTES.len()];
        let _ = match what % 8 {
            0..=1 => write!(page, "<{element}{attribute}>"),
            2 => write!(page, "</{element}>"),
            3 => write!(page, "<script>var hidden{how} = 1;</script><br><!-- none -->"),
            4 => write!(page, "<img alt=\"{}\">", words.some(how)),
            _ => write!(page, " {} ", words.some(how)),
        };
    }
    (page, words)
}

fn mail(program: &[(u8, u8)]) -> (String, Words) {
    let mut words = Words::default();
    let mut file = format!(
        "From: {} <a@example.org>\r\nTo: {} <b@example.org>\r\nSubject: {}\r\nDate: Mon, 5 Mar 2012 09:12:00 +0000\r\nMIME-Version: 1.0\r\n",
        words.one(),
        words.one(),
        words.some(1)
    );
    let kind = program
        .first()
        .map_or("mixed", |(what, _)| ["mixed", "alternative", "related"][usize::from(*what) % 3]);
    let _ = write!(file, "Content-Type: multipart/{kind}; boundary=\"cut\"\r\n\r\n");
    for &(what, how) in program {
        let _ = match what % 4 {
            0 => write!(
                file,
                "--cut\r\nContent-Type: text/plain\r\n\r\n{}\r\n\r\n> {}\r\n",
                words.some(how),
                words.some(how)
            ),
            1 => write!(
                file,
                "--cut\r\nContent-Type: text/html\r\n\r\n<nav>{}</nav><p>{}</p>\r\n",
                words.some(how),
                words.some(how)
            ),
            2 => write!(
                file,
                "--cut\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}=\r\n=C3=A9 {}\r\n",
                words.some(1),
                words.some(how)
            ),
            _ => write!(
                file,
                "--cut\r\nContent-Type: application/pdf; name=\"{}.pdf\"\r\nContent-Disposition: attachment\r\n\r\n%PDF-\r\n",
                words.one()
            ),
        };
    }
    file.push_str("--cut--\r\n");
    (file, words)
}

/// A paragraph of an Office document.
fn paragraph(what: u8, words: &mut Words) -> String {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let one = run(&words.some(what));
    match what % 7 {
        0 => format!("<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>{one}</w:p>"),
        1 => format!("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/></w:numPr></w:pPr>{one}</w:p>"),
        2 => format!(
            "<w:tbl><w:tr><w:tc><w:p>{one}</w:p></w:tc><w:tc><w:p>{}</w:p></w:tc></w:tr></w:tbl>",
            run(&words.some(what))
        ),
        3 => format!(
            "<w:p>{one}<w:del><w:r><w:delText>{}</w:delText></w:r></w:del></w:p>",
            words.some(1)
        ),
        4 => format!(
            "<w:p>{one}<mc:AlternateContent><mc:Choice><w:txbxContent><w:p>{}</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p>{one}</w:p></mc:Fallback></mc:AlternateContent></w:p>",
            run(&words.some(what))
        ),
        5 => format!(
            "<w:p><w:hyperlink>{one}</w:hyperlink><w:ins>{}</w:ins><w:r><w:br/><w:tab/></w:r></w:p>",
            run(&words.some(what))
        ),
        _ => format!("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>{one}</w:p>", words.one()),
    }
}

fn docx(program: &[(u8, u8)]) -> (Vec<u8>, Words) {
    const PARTS: [&str; 6] =
        ["document", "footnotes", "endnotes", "header1", "footer2", "comments"];
    let mut words = Words::default();
    let mut bodies: Vec<String> = PARTS.iter().map(|_| String::new()).collect();
    bodies[0] = paragraph(6, &mut words);
    for &(what, how) in program {
        let part = if how < 160 { 0 } else { usize::from(how) % PARTS.len() };
        bodies[part] += &paragraph(what, &mut words);
    }
    let files = PARTS.iter().zip(bodies).map(|(name, body)| {
        (format!("word/{name}.xml"), format!("<w:document><w:body>{body}</w:body></w:document>"))
    });
    (zip(files.collect()), words)
}

/// An archive that stores its files as they are. Source: PKWARE, APPNOTE.TXT, 4.3.
fn zip(files: Vec<(String, String)>) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    let count = u16::try_from(files.len()).unwrap_or(0);
    let long = |number: usize| u32::try_from(number).unwrap_or(0).to_le_bytes();
    for (name, body) in files {
        let at = bytes.len();
        let head = [20, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        let (size, length) =
            (long(body.len()), u16::try_from(name.len()).unwrap_or(0).to_le_bytes());
        let common = [&head[..], &[0; 4], &size, &size, &length, &[0, 0]].concat();
        bytes.extend([b"PK\x03\x04", &common[..], name.as_bytes(), body.as_bytes()].concat());
        directory.extend(
            [b"PK\x01\x02\x14\0", &common[..], &[0; 10], &long(at), name.as_bytes()].concat(),
        );
    }
    let start = bytes.len();
    bytes.extend(&directory);
    let counts = [count.to_le_bytes(), count.to_le_bytes()].concat();
    let end = [b"PK\x05\x06\0\0\0\0", &counts[..], &long(directory.len()), &long(start), &[0, 0]];
    bytes.extend(end.concat());
    bytes
}

#[rustfmt::skip]
const HEADS: [&str; 16] = [
    "text", "title", "headline", "date", "author", "url", "shelf", "language", "body", "Year", "Month", "Day", "End Year", "Media Caption", "Type", "",
];

fn table(program: &[(u8, u8)], timeline: bool) -> (String, Words) {
    let mut words = Words::default();
    let mut heads: Vec<String> =
        if timeline { ["Year", "Headline"] } else { ["text", "title"] }.map(String::from).to_vec();
    for &(what, _) in program.iter().take(6) {
        heads.push(HEADS[usize::from(what) % HEADS.len()].into());
    }
    let mut file = heads.join(",") + "\n";
    for row in program.chunks(5) {
        let cells: Vec<String> = row
            .iter()
            .map(|&(what, how)| match what % 4 {
                0 => words.some(how).replace('.', ""),
                1 => format!(
                    "\"{}, \"\"{}\"\"\n\n{}\"",
                    words.some(how),
                    words.one(),
                    words.some(how)
                ),
                2 => String::new(),
                _ => format!("2012-03-{:02} {}", how % 28 + 1, words.one()),
            })
            .collect();
        file += &(cells.join(",") + "\n");
    }
    (file, words)
}

fn json(program: &mut impl Iterator<Item = (u8, u8)>, words: &mut Words, depth: u8) -> String {
    const KEYS: [&str; 14] = [
        "text",
        "title",
        "headline",
        "published",
        "by",
        "language",
        "events",
        "start_date",
        "year",
        "media",
        "caption",
        "eras",
        "rank",
        "note",
    ];
    let Some((what, how)) = program.next() else { return format!("\"{}\"", words.one()) };
    match what % 6 {
        0 | 1 if depth < 5 => {
            let fields: Vec<String> = (0..=how % 5)
                .map(|at| {
                    let key = KEYS[usize::from(how.wrapping_add(at.wrapping_mul(5))) % KEYS.len()];
                    format!("\"{key}\": {}", json(program, words, depth + 1))
                })
                .collect();
            format!("{{{}}}", fields.join(", "))
        }
        2 if depth < 5 => {
            let items: Vec<String> =
                (0..how % 4).map(|_| json(program, words, depth + 1)).collect();
            format!("[{}]", items.join(", "))
        }
        3 => format!("\"<p>{}</p> &amp; 3 < {}\"", words.some(how), words.one()),
        _ => format!("\"{}\"", words.some(how)),
    }
}

fn pdf(program: &[(u8, u8)]) -> (Vec<u8>, Words) {
    let mut words = Words::default();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_string(),
        String::new(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".into(),
    ];
    let mut kids = String::new();
    for page in program.chunks(9) {
        let mut content = String::new();
        for (line, &(what, how)) in page.iter().enumerate() {
            let (x, y) = (40 + u32::from(what), 800 - 20 * line);
            let size = 8 + how % 9;
            let _ = writeln!(
                content,
                "BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({}) Tj ET",
                words.some(how)
            );
        }
        objects.push(stream(&content));
        objects.push(format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>", objects.len()));
        let _ = write!(kids, "{} 0 R ", objects.len());
    }
    objects[1] = format!("<< /Type /Pages /Count {} /Kids [{kids}] >>", kids.matches('R').count());
    (assemble(&objects), words)
}

fn program() -> impl Strategy<Value = Vec<(u8, u8)>> {
    proptest::collection::vec(any::<(u8, u8)>(), 1..50)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn pages_lose_nothing(program in program()) {
        let (page, words) = html(&program);
        check("a.html", page.into_bytes(), &words)?;
    }

    #[test]
    fn messages_lose_nothing(program in program()) {
        let (file, words) = mail(&program);
        check("a.eml", file.into_bytes(), &words)?;
    }

    #[test]
    fn office_documents_lose_nothing(program in program()) {
        let (file, words) = docx(&program);
        check("a.docx", file, &words)?;
    }

    #[test]
    fn tables_lose_nothing(program in program(), timeline: bool) {
        let (file, words) = table(&program, timeline);
        check("a.csv", file.into_bytes(), &words)?;
    }

    #[test]
    fn json_loses_nothing(program in program(), events: bool) {
        let mut words = Words::default();
        let mut program = program.into_iter();
        let inner = json(&mut program, &mut words, 0);
        let kept = words.one();
        let file = if events {
            format!("{{\"events\": [{inner}, {{\"text\": {{\"headline\": \"{kept}\"}}}}], \"other\": {}}}", json(&mut program, &mut words, 1))
        } else {
            format!("{{\"text\": \"{kept}\", \"rest\": {inner}}}")
        };
        check("a.json", file.into_bytes(), &words)?;
    }

    #[test]
    fn pdf_loses_nothing(program in program()) {
        let (file, words) = pdf(&program);
        check("a.pdf", file, &words)?;
    }
}
