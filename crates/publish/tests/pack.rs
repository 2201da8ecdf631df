//! Packing: what goes in comes out, nothing else does, and nothing is loaded from elsewhere.
#![cfg(feature = "pack")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use dateline_corpus::{
    Block, BlockKind, Corpus, Date, Document, Event, EventKind, FORMAT, Report, Span, Timex,
};
use dateline_publish::pack::{
    HostedFile, Importer, MAX_PLAIN_TEXT, Options, SHELL_ELEMENT, Shell, explorer, hosted,
    import_page, outside_references, pack, single_file, unpack,
};

const GLUE: &str = "async function __wbg_init(a) {}\nexport { initSync, __wbg_init as default };\n";

/// A module with a code section and an older corpus in it.
fn module() -> Vec<u8> {
    let old = b"{\"format\":1,\"title\":\"an older corpus that must go\"}";
    let mut bytes = b"\0asm\x01\0\0\0\x0a\x01\x00".to_vec();
    bytes.extend_from_slice(&[0, u8::try_from(old.len()).unwrap() + 16, 15]);
    bytes.extend_from_slice(b"dateline-corpus");
    bytes.extend_from_slice(old);
    bytes
}

fn shell() -> Shell {
    Shell::new(GLUE, &module(), "body { margin: 0 }\n").unwrap()
}

const SEEDS: [(&str, &str); 2] = [
    ("68db59a15e4a449f", include_str!("../../../seeds/000_68db59a15e4a449f.txt")),
    ("21d8f490f748d773", include_str!("../../../seeds/001_21d8f490f748d773.txt")),
];

/// A corpus of whole files, each one block, with one event for each.
fn first() -> Corpus {
    let mut corpus = Corpus { format: FORMAT, title: "Seeds".into(), ..Corpus::default() };
    for (id, text) in SEEDS {
        let document = document(id, text);
        corpus.events.push(event(&document));
        corpus.documents.push(document);
    }
    corpus
}

fn document(id: &str, text: &str) -> Document {
    let span = Span { start: 0, end: u32::try_from(text.len()).unwrap() };
    let kind = BlockKind::Paragraph;
    Document {
        id: id.into(),
        source: format!("{id}.txt"),
        title: text.lines().next().unwrap_or_default().chars().take(60).collect(),
        language: "en".into(),
        text: text.into(),
        blocks: vec![Block { kind, span, level: None, language: None, page: None }],
        ..Document::default()
    }
}

fn event(document: &Document) -> Event {
    let date = Date::parse("2015-03-25/2015-03-27").unwrap();
    let title: String = document.text.chars().take(90).collect();
    let report = Report {
        id: format!("r{}", document.id),
        document: document.id.clone(),
        span: Span { start: 0, end: 4 },
        timex: Span { start: 0, end: 1 },
        kind: "DATE".into(),
        value: "2015-03-25".into(),
        modifier: None,
        rule: "day".into(),
        basis: dateline_corpus::Basis::Explicit,
        date: date.clone(),
        reference: None,
        title: title.clone(),
        entities: Vec::new(),
        modality: dateline_corpus::Modality::Reported,
        speaker: None,
        copies: None,
        context: None,
        about: None,
    };
    Event {
        id: format!("e{}", report.id),
        date,
        kind: EventKind::Mention,
        title,
        reports: vec![report],
        weight: 1,
        joined: Vec::new(),
    }
}

fn other() -> Corpus {
    let text = "Rain fell on the valley for nine days before the river left its bed & the <mill>.";
    let document = document("0123456789abcdef", text);
    Corpus {
        format: FORMAT,
        events: vec![event(&document)],
        documents: vec![document],
        ..Corpus::default()
    }
}

/// Runs of eight words, letters and digits alone.
fn runs(text: &str) -> Vec<String> {
    let words: Vec<_> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.windows(8).map(|run| run.join(" ")).collect()
}

fn assert_nothing_of(corpus: &Corpus, text: &str) {
    let present: std::collections::BTreeSet<_> = runs(text).into_iter().collect();
    for document in &corpus.documents {
        let left = runs(&document.text).into_iter().find(|run| present.contains(run));
        assert_eq!(left, None, "of {}", document.source);
    }
}

#[test]
fn a_file_gives_back_its_shell_and_corpus() {
    let packed = single_file(&shell(), &first(), &Options::default()).unwrap();
    let (shell_again, corpus) = unpack(&packed.html).unwrap();
    assert_eq!(shell_again, shell());
    assert_eq!(corpus, first());
    assert_eq!(packed.sha256.len(), 64);
}

#[test]
fn packing_again_is_the_same_as_packing_at_once() {
    let options = Options::default();
    let at_once = single_file(&shell(), &other(), &options).unwrap();
    let by_way = single_file(&shell(), &first(), &options).unwrap();
    assert_eq!(pack(&by_way.html, &other(), &options).unwrap(), at_once);
    assert_eq!(single_file(&shell(), &other(), &options).unwrap(), at_once);
}

#[test]
fn nothing_of_one_corpus_is_left_in_the_file_of_another() {
    let packed = single_file(&shell(), &first(), &Options::default()).unwrap();
    let packed = pack(&packed.html, &other(), &Options::default()).unwrap();
    assert_nothing_of(&first(), &packed.html);
    let (shell, corpus) = unpack(&packed.html).unwrap();
    assert_nothing_of(&first(), &format!("{shell:?}"));
    assert_nothing_of(&first(), &dateline_corpus::encode(&corpus));
    assert!(!packed.html.contains("older corpus"));
}

#[test]
fn the_plain_version_holds_all_text_and_escapes_it() {
    let packed = single_file(&shell(), &other(), &Options::default()).unwrap();
    assert!(packed.html.contains("left its bed &amp; the &lt;mill&gt;."));
    assert!(!packed.html.contains("<mill>"));
    assert!(packed.html.contains("25–27 March 2015"));
    assert!(packed.html.contains("<title>A chronology of one document</title>"));
    assert!(packed.html.contains("1 document with 1 dated event of 2015"));
}

#[test]
fn text_outside_blocks_is_not_lost_and_structure_is_kept() {
    let mut corpus = other();
    let text = "Title\nFirst words.\n* one\n* two\nSaid on 30 January 2018 by him.\nlast";
    let document = &mut corpus.documents[0];
    document.text = text.into();
    document.title = "Title".into();
    let at = |words: &str| {
        let start = u32::try_from(text.find(words).unwrap()).unwrap();
        Span { start, end: start + u32::try_from(words.len()).unwrap() }
    };
    let block =
        |kind, words, level| Block { kind, span: at(words), level, language: None, page: None };
    document.blocks = vec![
        block(BlockKind::Heading, "Title", Some(1)),
        block(BlockKind::Item, "one", None),
        block(BlockKind::Item, "two", None),
        block(BlockKind::Quote, "Said on 30 January 2018 by him.", None),
    ];
    document.timexes = vec![Timex {
        span: at("30 January 2018"),
        kind: "DATE".into(),
        value: "2018-01-30".into(),
        modifier: None,
        date: Date::parse("2018-01-30"),
        rule: "day".into(),
        basis: dateline_corpus::Basis::Explicit,
        reference: None,
    }];
    corpus.events[0].reports[0].span = at("Said on 30 January 2018 by him.");
    let html = single_file(&shell(), &corpus, &Options::default()).unwrap().html;
    let article = html.split("</dl>\n").nth(1).unwrap().split("</article>").next().unwrap();
    expect_test::expect![[r#"
        <p>
        First words.
        * </p>
        <ul>
        <li>one</li>
        </ul>
        <p>
        * </p>
        <ul>
        <li>two</li>
        </ul>
        <blockquote><span id="plain-r0123456789abcdef"></span>Said on <time datetime="2018-01-30">30 January 2018</time> by him.</blockquote>
        <p>
        last</p>
    "#]]
    .assert_eq(article);
    assert_eq!(html.matches("<h3>Title</h3>").count(), 1);
}

#[test]
fn a_document_cannot_break_out_of_any_block() {
    let mut corpus = other();
    let hostile =
        "</script></style></title><script>alert(1)</script><!-- ]]> \" onload=x \u{0}\u{202E}";
    corpus.title = hostile.into();
    corpus.events[0].title = hostile.into();
    let document = &mut corpus.documents[0];
    document.title = hostile.into();
    document.source = hostile.into();
    document.text = hostile.into();
    document.url = Some("javascript:alert(1)".into());
    document.language = "en\" onload=\"x".into();
    document.publication = Some(hostile.into());
    document.authors = vec![hostile.into()];
    let packed = single_file(&shell(), &corpus, &Options::default()).unwrap();
    let plain = single_file(&shell(), &other(), &Options::default()).unwrap();
    let tags = |html: &str| html.matches("<script").count();
    assert_eq!(tags(&packed.html), tags(&plain.html));
    assert!(!packed.html.contains("<script>alert"));
    assert!(!packed.html.contains("javascript:"));
    assert!(!packed.html.contains("en\" onload"));
    assert!(!packed.html.contains('\0'));
    let (_, again) = unpack(&packed.html).unwrap();
    assert_eq!(again, corpus);
}

#[test]
fn no_page_refers_to_anything_outside_it() {
    for corpus in [first(), other(), Corpus::default()] {
        let packed = single_file(&shell(), &corpus, &Options::default()).unwrap();
        assert_eq!(outside_references(&packed.html), Vec::<String>::new());
    }
    let styled =
        Shell::new(GLUE, &module(), "a { background: url(https://example.org/x) }").unwrap();
    assert!(single_file(&styled, &other(), &Options::default()).is_err());
}

#[test]
fn every_file_the_index_names_is_there_and_hashed() {
    let files = hosted(&shell(), &first(), &Options::default()).unwrap();
    let by_name: BTreeMap<_, _> = files.iter().map(|f| (f.name.as_str(), f)).collect();
    let index = text(by_name["index.html"]);
    for reference in outside_references(index) {
        let name = reference.split("=./").nth(1).unwrap_or_else(|| panic!("{reference}"));
        assert!(by_name.contains_key(name), "{name}");
    }
    let worker = text(by_name["sw.js"]);
    for name in by_name.keys().filter(|name| !["sw.js", "index.html"].contains(name)) {
        assert_eq!(worker.contains(name), !name.starts_with("embed"), "{name}");
    }
    assert!(by_name["embed.js"].bytes.len() <= 3000);
    assert!(worker.contains("\"./\":\"sha256-"));
    assert!(!worker.contains("BUILD_"));
    assert!(!index.contains("older corpus"));
}

fn importer() -> String {
    let glue = "let wasm_bindgen = null;\n";
    let importer = Importer { glue, wasm: b"\0asm\x01\0\0\0", style: "p { margin: 0 }\n" };
    import_page(&shell(), &importer).unwrap()
}

#[test]
fn the_importer_packs_as_any_explorer_does() {
    let page = importer();
    assert!(outside_references(&page).is_empty());
    let start = format!("<script id=\"{SHELL_ELEMENT}\" type=\"application/octet-stream\">");
    let (_, block) = page.split_once(&start).unwrap();
    let html = explorer(block.split_once("</script>").unwrap().0).unwrap();
    let packed = pack(&html, &first(), &Options::default()).unwrap();
    assert_eq!(packed, single_file(&shell(), &first(), &Options::default()).unwrap());
    assert!(explorer("Zm9v").is_err() && explorer("*").is_err());
}

/// What is opened from the importer is held to the policies of both.
#[test]
fn the_importer_allows_what_the_explorer_runs() {
    let policy = |page: &str| {
        let (_, after) = page.split_once("Content-Security-Policy\" content=\"").unwrap();
        after.split_once('"').unwrap().0.replace(';', " ")
    };
    let file = single_file(&shell(), &first(), &Options::default()).unwrap();
    let importer = policy(&importer());
    for source in policy(&file.html).split_whitespace() {
        assert!(importer.split_whitespace().any(|its| its == source), "{source} in {importer}");
    }
}

#[test]
fn an_address_makes_the_page_known_to_others() {
    let address = Some("https://example.org/talks".to_owned());
    let files = hosted(&shell(), &first(), &Options { address }).unwrap();
    let named = |name: &str| text(files.iter().find(|file| file.name == name).unwrap());
    assert!(named("index.html").contains("rel=\"canonical\" href=\"https://example.org/talks/\""));
    assert!(named("index.html").contains("href=\"https://example.org/talks/oembed.json\""));
    let oembed: serde_json::Value = serde_json::from_str(named("oembed.json")).unwrap();
    assert_eq!(oembed["type"], "rich");
    assert!(oembed["html"].as_str().unwrap().contains("https://example.org/talks/dateline.html"));

    let address = Some("javascript:alert(1)".to_owned());
    let files = hosted(&shell(), &first(), &Options { address }).unwrap();
    assert!(files.iter().all(|file| file.name != "oembed.json"));
}

#[test]
fn a_long_collection_has_a_page_for_each_document() {
    let mut corpus = first();
    let long = "Long\n".to_owned() + &"word ".repeat(MAX_PLAIN_TEXT / 5 + 1);
    corpus.documents.push(document("00000000000000ff", &long));
    let files = hosted(&shell(), &corpus, &Options::default()).unwrap();
    let index = files.iter().find(|f| f.name == "index.html").unwrap();
    assert!(text(index).contains("href=\"documents/00000000000000ff.html#plain-"));
    assert!(!text(index).contains("word word word"));
    let page = files.iter().find(|f| f.name == "documents/00000000000000ff.html").unwrap();
    assert!(text(page).contains("word word word"));
    let packed = single_file(&shell(), &corpus, &Options::default()).unwrap();
    assert!(!packed.html.contains("word word word"));
    assert_eq!(outside_references(&packed.html), Vec::<String>::new());
}

#[test]
fn the_parts_of_a_bundle_are_found() {
    let index = r#"<link rel="stylesheet" href="./b.css"><link rel=icon href=i><link rel="stylesheet" href="a.css">"#;
    let files = [
        ("index.html", index.as_bytes().to_vec()),
        ("a.css", b"i {}".to_vec()),
        ("b.css", b"b {}".to_vec()),
        ("page-1.js", GLUE.as_bytes().to_vec()),
        ("page-1_bg.wasm", module()),
    ];
    let mut files: BTreeMap<_, _> =
        files.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect();
    let (shell, old) = Shell::from_bundle(&files).unwrap();
    assert_eq!(old.title, "an older corpus that must go");
    assert_eq!(shell, Shell::new(GLUE, &module(), "b {}\ni {}").unwrap());
    files.remove("a.css");
    assert!(Shell::from_bundle(&files).is_err());
}

#[test]
fn what_is_no_packed_explorer_is_refused() {
    let packed = single_file(&shell(), &other(), &Options::default()).unwrap().html;
    for broken in [
        String::new(),
        "<html>".into(),
        packed.replace("dateline-wasm\" type", "x"),
        packed.replace("H4sI", "AAAA"),
        packed.replace("// Starts", "// starts"),
    ] {
        assert!(unpack(&broken).is_err());
    }
}

fn text(file: &HostedFile) -> &str {
    std::str::from_utf8(&file.bytes).unwrap()
}
