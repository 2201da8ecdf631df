//! The words after a command: flags, `--key value` pairs and plain words.

use anyhow::{Result, bail};

/// Options that take a value; every other `--word` is a flag.
const WITH_VALUE: &[&str] = &["--address", "--dist", "--only", "--require", "--title"];

/// The parsed words. Every reader takes its word out; what is left over is an error.
#[derive(Debug, Default)]
pub(crate) struct Args {
    plain: Vec<String>,
    flags: Vec<String>,
    pairs: Vec<(String, String)>,
}

impl Args {
    /// Sorts the words.
    ///
    /// # Errors
    /// When an option that takes a value stands last.
    pub(crate) fn parse(words: impl Iterator<Item = String>) -> Result<Self> {
        let mut args = Self::default();
        let mut words = words;
        while let Some(word) = words.next() {
            if WITH_VALUE.contains(&word.as_str()) {
                let Some(value) = words.next() else { bail!("{word} needs a value") };
                args.pairs.push((word, value));
            } else if word.starts_with("--") {
                args.flags.push(word);
            } else {
                args.plain.push(word);
            }
        }
        Ok(args)
    }

    /// Takes a flag; false when it is not there.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        let before = self.flags.len();
        self.flags.retain(|flag| flag != name);
        self.flags.len() != before
    }

    /// Takes the value of an option, the last when it is given more than once.
    pub(crate) fn value(&mut self, name: &str) -> Option<String> {
        self.pairs.extract_if(.., |(key, _)| key == name).last().map(|(_, value)| value)
    }

    /// Takes the values of an option, split at commas.
    pub(crate) fn list(&mut self, name: &str) -> Vec<String> {
        let taken: Vec<_> = self.pairs.extract_if(.., |(key, _)| key == name).collect();
        taken
            .iter()
            .flat_map(|(_, value)| value.split(','))
            .map(|value| value.trim().to_owned())
            .filter(|value| !value.is_empty())
            .collect()
    }

    /// Takes the first plain word.
    pub(crate) fn word(&mut self) -> Option<String> {
        (!self.plain.is_empty()).then(|| self.plain.remove(0))
    }

    /// Says that nothing may be left.
    ///
    /// # Errors
    /// When a word was not understood.
    pub(crate) fn done(self) -> Result<()> {
        let pairs = self.pairs.into_iter().map(|(key, _)| key);
        match self.plain.into_iter().chain(self.flags).chain(pairs).next() {
            Some(word) => bail!("`{word}` is not understood here"),
            None => Ok(()),
        }
    }
}
