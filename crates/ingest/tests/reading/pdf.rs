//! Where words of PDF begin and end: small files in which only widths and positions tell.

use std::fmt::Write as _;

use dateline_ingest::{Source, read};

/// The file of these objects, of which the first is the catalogue.
pub(crate) fn assemble(objects: &[String]) -> Vec<u8> {
    let mut file = String::from("%PDF-1.4\n");
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in objects.iter().enumerate() {
        let _ = writeln!(table, "{:010} 00000 n ", file.len());
        let _ = write!(file, "{} 0 obj\n{object}\nendobj\n", number + 1);
    }
    let start = file.len();
    let _ = write!(
        file,
        "{table}trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    );
    file.into_bytes()
}

pub(crate) fn stream(content: &str) -> String {
    format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len())
}

/// The file of one page with the font `F` and what follows it, objects 4 and up.
fn page(content: &str, font: &[String]) -> Source {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".into(),
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>".into(),
        format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 4 0 R >> >> /Contents {} 0 R >>",
            4 + font.len()
        ),
    ];
    objects.extend_from_slice(font);
    objects.push(stream(content));
    Source { name: "a.pdf".into(), bytes: assemble(&objects) }
}

#[track_caller]
fn check(content: &str, font: &[String], expected: &str) {
    let (documents, diagnostics) = read(&page(content, font));
    let texts: Vec<_> = documents.iter().map(|document| document.text.as_str()).collect();
    assert_eq!(texts, [expected], "{diagnostics:?}");
    assert_eq!(diagnostics, []);
}

fn standard(name: &str) -> Vec<String> {
    vec![format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")]
}

/// Thousandths of the size: far apart, as in many faces.
fn width(c: char) -> u32 {
    match c {
        'm' | 'M' | 'W' => 950,
        'i' | 'l' | '.' => 240,
        ' ' => 260,
        _ => 560,
    }
}

/// The tables from codes to characters: two bytes, the second of which is ASCII, and a ligature.
const TO_UNICODE: &str = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n1 beginbfrange <0020> <007E> <0020> endbfrange\n1 beginbfchar <0856> <FB01> <00AD> <00AD> endbfchar\nendcmap end end";

/// A composite font with both kinds of runs of widths; `x` has the width of those not named.
fn composite() -> Vec<String> {
    let run: Vec<_> = (' '..='w').map(|c| width(c).to_string()).collect();
    vec![
        "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 6 0 R >>".into(),
        format!("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 560 /W [32 [{}] 121 126 560 2134 [663]] >>", run.join(" ")),
        stream(TO_UNICODE),
    ]
}

fn hex(c: char) -> String {
    format!("<{:04X}>", u32::from(c))
}

const SENTENCE: &str = "Will mammals summon illicit Miriam in 2021. The maximum will still simmer.";

#[test]
fn letters_that_are_placed_one_by_one_are_words() {
    for (case, gap, spaces) in
        [("with spaces", 0.0, true), ("without", 0.0, false), ("set apart", 0.22, true)]
    {
        let mut content = String::from("BT /F 16 Tf 1 0 0 1 8 700 Tm\n");
        let mut from = 0.0;
        for c in SENTENCE.chars() {
            if spaces || c != ' ' {
                let _ = writeln!(content, "{from} 0 Td {} Tj", hex(c));
                from = 0.0;
            }
            from += (f64::from(width(c)) / 1000.0 + gap) * 16.0;
        }
        content += "ET";
        println!("{case}");
        check(&content, &composite(), SENTENCE);
    }
}

#[test]
fn kerning_is_no_space_and_a_wide_gap_is_one() {
    check(
        "BT /F 12 Tf 50 700 Td [(W) 80 (illiam) -278 (T) 120 (ell,) -250 (1) 30 (4 F) 15 (ebr) -20 (uary 2021)] TJ ET",
        &standard("Helvetica"),
        "William Tell, 14 February 2021",
    );
    check(
        "BT /F 12 Tf 50 700 Td [<00570069> 60 <006C006C> -250 <0069006E00200032> -40 <0030> -40 <00320031>] TJ ET",
        &composite(),
        "Will in 2021",
    );
}

#[test]
fn spacing_and_scaling_move_what_follows() {
    // "Wimm" is 2.7 times the size, "in " and the like follow where the state puts them.
    let follows = |state: &str, x: f64| {
        format!(
            "BT /F 10 Tf {state} 1 0 0 1 50 700 Tm <00570069006D006D> Tj 1 0 0 1 {x} 700 Tm <0069006E0020> Tj ET BT 100 Tz 0 Tc 1 0 0 1 50 688 Tm <0032003000320031002E00200054006500780074> Tj ET"
        )
    };
    let width = 0.95 * 3.0 + 0.24;
    for (state, advance) in [
        ("0 Tc", width * 10.0),
        ("4 Tc", width * 10.0 + 16.0),
        ("60 Tz", width * 6.0),
        ("4 Tc 60 Tz", width * 6.0 + 9.6),
    ] {
        check(&follows(state, 50.0 + advance), &composite(), "Wimmin 2021. Text");
        check(&follows(state, 50.0 + advance + 2.5), &composite(), "Wimm in 2021. Text");
    }
    // Word spacing goes with the byte 32 of simple fonts alone.
    check(
        "BT /F 10 Tf 20 Tw 1 0 0 1 50 700 Tm (a b) Tj (c in 2021 was) Tj ET",
        &standard("Courier"),
        "a bc in 2021 was",
    );
}

#[test]
fn standard_fonts_have_their_widths_without_stating_them() {
    // Of "Wimm" in thousandths.
    for (name, width) in [
        ("Helvetica", 944 + 222 + 833 * 2),
        ("Times-Bold", 1000 + 278 + 833 * 2),
        ("ABCDEF+Courier-Bold", 2400),
    ] {
        let x = 50.0 + f64::from(width) / 100.0;
        for (x, words) in [(x, "Wimmin 2021 was"), (x + 2.5, "Wimm in 2021 was")] {
            let content = format!(
                "BT /F 10 Tf 1 0 0 1 50 700 Tm (Wimm) Tj 1 0 0 1 {x} 700 Tm (in 2021 was) Tj ET"
            );
            check(&content, &standard(name), words);
        }
    }
}

#[test]
fn glyphs_of_a_space_of_their_own_are_as_wide_as_drawn() {
    let widths: Vec<_> = (' '..='z').map(|c| (width(c) / 10).to_string()).collect();
    let mut content = String::from("BT /F 10 Tf 1 0 0 1 50 700 Tm ");
    for c in SENTENCE.chars() {
        let _ = write!(content, "({c}) Tj ");
    }
    let font = format!(
        "<< /Type /Font /Subtype /Type3 /FontMatrix [0.01 0 0 0.01 0 0] /FontBBox [0 0 0 0] /CharProcs << >> /Encoding << /Type /Encoding /Differences [33 /g1 /g2 /g3] >> /FirstChar 32 /LastChar 122 /Widths [{}] /ToUnicode 5 0 R >>",
        widths.join(" ")
    );
    let map = TO_UNICODE
        .replace("<0000> <FFFF>", "<00> <FF>")
        .replace("<0020> <007E> <0020>", "<20> <7E> <0020>")
        .replace("<0856>", "<02>");
    check(&(content + "ET"), &[font, stream(&map)], SENTENCE);
}

#[test]
fn ligatures_and_texts_that_stand_for_signs_are_letters() {
    let content = "BT /F 16 Tf 8 700 Td <005400680065002008560072006500200069006E0020003200300032> Tj /Span << /ActualText <FEFF0031002E> >> BDC <0078> Tj <0078> Tj EMC ET";
    check(content, &composite(), "The fire in 2021.");
}

#[test]
fn signs_without_characters_are_counted() {
    let mut font = composite();
    font[0] = font[0].replace("/ToUnicode 6 0 R", "");
    let content = "BT /F 16 Tf 8 700 Td <00540068> Tj ET";
    let (documents, diagnostics) = read(&page(content, &font));
    assert!(documents.is_empty());
    assert_eq!(diagnostics.iter().map(|it| it.kind.as_str()).collect::<Vec<_>>(), ["unmapped"]);
    font[2] = stream(&TO_UNICODE.replace("<0020> <007E> <0020>", "<0020> <0067> <0020>"));
    font[0] = font[0].replace(">>", "/ToUnicode 6 0 R >>");
    let content = "BT /F 16 Tf 8 700 Td <0054006800610064002000610062006300640065002000610062006300640065> Tj ET";
    let (documents, diagnostics) = read(&page(content, &font));
    assert_eq!(documents[0].text, "T�ad abcde abcde");
    assert_eq!(diagnostics.iter().map(|it| it.kind.as_str()).collect::<Vec<_>>(), ["unmapped"]);
}

#[test]
fn hyphens_at_the_ends_of_lines_are_taken_out_where_they_are_no_part_of_the_word() {
    let lines = |lines: &[&str]| {
        let mut content = String::from("BT /F 10 Tf 12 TL 50 700 Td ");
        for line in lines {
            let _ = write!(content, "({line}) Tj T* ");
        }
        content + "ET"
    };
    let font = standard("Times-Roman");
    check(&lines(&["The investi-", "gation of 2014"]), &font, "The investigation of 2014");
    check(
        &lines(&["The Franco-", "Syrian pre-", "and post-war 2019-", "2020 talks"]),
        &font,
        "The Franco-Syrian pre- and post-war 2019-2020 talks",
    );
    check(
        &lines(&["The co-founder of 2014 and the co-", "founder of the infra-", "structure"]),
        &font,
        "The co-founder of 2014 and the co-founder of the infrastructure",
    );
    // Where soft hyphens cut words, the other hyphens are real.
    let mut content = String::from("BT /F 10 Tf 12 TL 50 700 Td ");
    for line in ["The in\u{ad}vesti\u{ad}", "gation of 2014 by well-", "known people"] {
        line.chars().for_each(|c| content += &format!("{} Tj ", hex(c)));
        content += "T* ";
    }
    check(&(content + "ET"), &composite(), "The investigation of 2014 by well-known people");
}

#[test]
fn bullets_begin_items_and_part_words_elsewhere() {
    let content = "BT /F 10 Tf 14 TL 50 700 Td (Home \\225 News \\225 Sport) Tj T* (Wanted for the harbour:) Tj T* (\\225 boats that swim \\225 nets) Tj T* (\\225 a rope that is very) Tj T* (long) Tj ET";
    let (documents, _) = read(&page(content, &standard("Helvetica")));
    let blocks: Vec<_> = documents[0]
        .blocks
        .iter()
        .map(|block| format!("{:?}: {}", block.kind, block.span.of(&documents[0].text)))
        .collect();
    assert_eq!(
        blocks,
        [
            "Paragraph: Home • News • Sport Wanted for the harbour:",
            "Item: • boats that swim",
            "Item: • nets",
            "Item: • a rope that is very long",
        ]
    );
}
