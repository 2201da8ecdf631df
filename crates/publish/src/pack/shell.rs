//! The built explorer without any corpus: its script, its style sheet, its module.

use std::collections::BTreeMap;

use dateline_corpus::Corpus;

use super::{CORPUS_SECTION, PackError, boot, check, wasm};

const PLAIN_STYLE: &str = include_str!("plain.css");
const PLAIN_SEAM: &str = "\n/* The plain version. */\n";

/// The parts of an explorer from which every page is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shell {
    /// The script that wasm-bindgen wrote, without exports, ending in a call of its `init`.
    pub(super) glue: String,
    /// The style sheet.
    pub(super) style: String,
    /// The module, without a corpus.
    pub(super) wasm: Vec<u8>,
}

impl Shell {
    /// The shell in what the bundler made: the script and the module that wasm-bindgen wrote with
    /// `--target web`, and the style sheets in their order. A corpus in the module is left out.
    ///
    /// # Errors
    /// When the script imports another one, or either is not what wasm-bindgen writes.
    pub fn new(glue: &str, wasm: &[u8], style: &str) -> Result<Self, PackError> {
        let (wasm, corpus) = wasm::take(wasm, CORPUS_SECTION)?;
        if corpus.is_some_and(|corpus| holds(&wasm, &corpus)) {
            return Err(PackError::SecondCopy);
        }
        Ok(Self { glue: inline_glue(glue)?, style: slim(style), wasm })
    }

    /// The shell and the corpus in the files of a bundle, by name: its one script with the module of
    /// the same name beside it, and the style sheets in the order in which `index.html` links them.
    ///
    /// # Errors
    /// As [`Shell::new`], and when one of these files or the corpus is not there.
    pub fn from_bundle(files: &BTreeMap<String, Vec<u8>>) -> Result<(Self, Corpus), PackError> {
        let text = |name: &str| {
            let bytes = files.get(name).ok_or(PackError::NotGlue("file that the index names"))?;
            std::str::from_utf8(bytes).map_err(|_| PackError::NotGlue("UTF-8 in a text file"))
        };
        let pair = files.iter().find_map(|(name, module)| {
            let script = format!("{}.js", name.strip_suffix("_bg.wasm")?);
            Some((script, module))
        });
        let (script, module) = pair.ok_or(PackError::NotGlue("module beside a script"))?;
        let mut style = String::new();
        for name in style_sheets(text("index.html")?) {
            style.push_str(text(name.trim_start_matches("./"))?);
            style.push('\n');
        }
        let (_, corpus) = wasm::take(module, CORPUS_SECTION)?;
        Ok((Self::new(text(&script)?, module, &style)?, super::decoded(corpus)?))
    }

    /// The style sheet with what the plain version adds to it.
    pub(super) fn style_with_plain(&self) -> String {
        Self::with_plain(&self.style)
    }

    /// A style sheet with what the plain version adds to it.
    pub(super) fn with_plain(style: &str) -> String {
        format!("{style}{PLAIN_SEAM}{PLAIN_STYLE}")
    }

    /// The script of a single file.
    pub(super) fn single_script(&self) -> String {
        format!("{}{}", self.glue, boot::single())
    }

    /// What [`Shell::style_with_plain`] made its result of.
    pub(super) fn style_without_plain(style: &str) -> &str {
        style.split_once(PLAIN_SEAM).map_or(style, |(own, _)| own)
    }

    /// The module with `corpus` in it.
    pub(super) fn module(&self, corpus: &Corpus) -> Result<Vec<u8>, PackError> {
        wasm::put(&self.wasm, CORPUS_SECTION, dateline_corpus::encode(corpus).as_bytes())
    }
}

/// Whether the beginning of `corpus`, which has its hash in it, also stands in `module`.
fn holds(module: &[u8], corpus: &[u8]) -> bool {
    let start = &corpus[..corpus.len().min(200)];
    start.len() == 200 && module.windows(start.len()).any(|window| window == start)
}

/// The addresses of the style sheets that `html` links, in order.
fn style_sheets(html: &str) -> Vec<String> {
    let tags = html.split('<').skip(1).filter(|rest| rest.starts_with("link"));
    let attributes = tags.map(|rest| check::tag(rest).1);
    let value = |list: &[(String, String)], key| {
        list.iter().find(|(name, _)| name == key).map(|(_, value)| value.clone())
    };
    attributes
        .filter(|list| value(list, "rel").is_some_and(|rel| rel == "stylesheet"))
        .filter_map(|list| value(&list, "href"))
        .collect()
}

/// The script of wasm-bindgen as one that exports nothing and names its `init` as
/// [`INIT`](super::boot::INIT).
fn inline_glue(glue: &str) -> Result<String, PackError> {
    let mut out = String::with_capacity(glue.len());
    let mut init = None;
    for line in glue.lines() {
        if line.starts_with("import ") {
            return Err(PackError::NotGlue("script without imports"));
        } else if let Some(list) = line.strip_prefix("export {") {
            init = init.or_else(|| default_of(list));
        } else {
            out.push_str(line.strip_prefix("export ").unwrap_or(line));
            out.push('\n');
        }
    }
    if !is_free_of_tags(&out) {
        return Err(PackError::NotGlue("script free of script tags"));
    }
    let init = init.ok_or(PackError::NotGlue("default export on one line"))?;
    if init != boot::INIT {
        out.push_str(&format!("const {} = {init};\n", boot::INIT));
    }
    Ok(slim(&out))
}

/// Whether nothing in a script would end or change the reading of the element it stands in.
pub(super) fn is_free_of_tags(script: &str) -> bool {
    let lower = script.to_ascii_lowercase();
    !["</script", "<!--", "<script"].iter().any(|tag| lower.contains(tag))
}

/// A script or a style sheet without indentation, empty lines and the comments that begin a line. No
/// text in it may go over several lines.
pub(super) fn slim(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut is_comment = false;
    for mut line in source.lines().map(str::trim) {
        is_comment |= line.starts_with("/*");
        if is_comment && let Some((_, after)) = line.split_once("*/") {
            is_comment = false;
            line = after.trim();
        }
        if !is_comment && !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// The name exported as default by `initSync, __wbg_init as default };`.
fn default_of(list: &str) -> Option<&str> {
    let mut names = list.split(['}', ',']).map(str::trim);
    names.find_map(|name| name.strip_suffix(" as default")).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exports_are_taken_off() {
        let glue =
            "export function open() {}\nlet wasm;\nexport { initSync, __wbg_init as default };\n";
        assert_eq!(inline_glue(glue).unwrap(), "function open() {}\nlet wasm;\n");
        let renamed = "async function start() {}\nexport { start as default }\n";
        assert_eq!(
            inline_glue(renamed).unwrap(),
            "async function start() {}\nconst __wbg_init = start;\n"
        );
    }

    #[test]
    fn comments_and_indentation_are_taken_off() {
        let script =
            "/** One. */\nlet a = 1; // kept\n  // not\n\n/**\n * Two.\n */ b;\n  a * 2;\n";
        assert_eq!(slim(script), "let a = 1; // kept\nb;\na * 2;\n");
    }

    #[test]
    fn a_corpus_among_the_data_is_refused() {
        let corpus = [b'c'; 300];
        let bare = b"\0asm\x01\0\0\0";
        let glue = "export { __wbg_init as default };";
        let once = wasm::put(bare, CORPUS_SECTION, &corpus).unwrap();
        assert!(Shell::new(glue, &once, "").is_ok());
        let data = wasm::put(bare, "data", &corpus).unwrap();
        let twice = wasm::put(&data, CORPUS_SECTION, &corpus).unwrap();
        assert!(matches!(Shell::new(glue, &twice, ""), Err(PackError::SecondCopy)));
    }

    #[test]
    fn what_cannot_be_inlined_is_refused() {
        assert!(
            inline_glue("import { a } from './snippets/a.js';\nexport { x as default };").is_err()
        );
        assert!(inline_glue("let a = '</SCRIPT>';\nexport { x as default };").is_err());
        assert!(inline_glue("let a = 1;").is_err());
    }
}
