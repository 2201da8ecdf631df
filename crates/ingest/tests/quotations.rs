//! Quotations and who says them: those of the seeds, by hand from the text, and made-up ones.

use std::fmt::Write as _;

use dateline_corpus::Corpus;
use dateline_ingest::{Source, ingest};
use expect_test::{Expect, expect};

fn bake(name: &str, bytes: &[u8]) -> Corpus {
    ingest(vec![Source { name: name.into(), bytes: bytes.to_vec() }], Vec::new())
}

/// The quotations, one a line: who says it, the label in a transcript, how the words begin.
fn shown(corpus: &Corpus) -> String {
    let mut out = String::new();
    for document in &corpus.documents {
        for quotation in &document.quotations {
            let speaker = quotation.speaker.map_or("-", |at| &corpus.entities[at as usize].name);
            let label = quotation.label.map_or("", |label| label.of(&document.text));
            let words: String = quotation.span.of(&document.text).chars().take(32).collect();
            let _ = writeln!(out, "{speaker} | {label} | {words}");
        }
    }
    out
}

#[track_caller]
fn check(text: &str, expected: &Expect) {
    expected.assert_eq(&shown(&bake("a.txt", text.as_bytes())));
}

#[test]
fn the_seeds_quote_these() {
    let talks = bake("a.txt", include_bytes!("../../../seeds/001_21d8f490f748d773.txt"));
    expect![[r#"
        Randa Kassis |  | We won't get to a political tran
        National Coordination Committee |  | just an act.
        - |  | We'll see what the government de
    "#]]
    .assert_eq(&shown(&talks));
    // Known gap: "against the background" is from a statement of the Russian Foreign Ministry "announcing
    // the Moualem visit"; the name next to the verb is taken.
    let push = bake("a.txt", include_bytes!("../../../seeds/002_e4873f99601d61b1.txt"));
    expect![[r#"
        Mikhail Bogdanov |  | It is important that constructiv
        Fyodor Lukyanov |  | To demand Assad's exit makes no 
        Walid al-Moualem |  | against the background of U.S. a
        - |  | There is a nervousness among Syr
        - |  | This conflict is stalling all U.
        - |  | What Russia is trying to do is t
        - |  | a wide spectrum of social and po
        Fyodor Lukyanov |  | Things are much more complicated
        Fyodor Lukyanov |  | Some prefer Assad to what is goi
        Moaz Alkhatib |  | Russia did not offer anything, i
        - |  | Syria cannot stand up again with
        - |  | Moualem will head to Russia to h
        - |  | Nobody is willing to talk about 
    "#]]
    .assert_eq(&shown(&push));
    let undated = bake("a.txt", include_bytes!("../../../seeds/004_ea0d3afba9423dae.txt"));
    expect![[r#"
        - |  | main opposition group continues 
        Randa Kassis |  | We won’t get to a political tran
        Syrian Observatory for Human Rights |  | released 650 prisoners from at l
        - |  | We’ll see what the government de
        - |  | It’ll be more of a continuation 
        - |  | which caused hundreds of residen
        Syrian Observatory for Human Rights |  | and al-Nusra Front gained contro
        - |  | issued an urgent plea for humani
    "#]]
    .assert_eq(&shown(&undated));
}

#[test]
fn turns_of_a_transcript_are_quotations() {
    let text = "Transcript: Evening Forum\n12 May 2016\n\nPRESENTER: Good evening. With me is Randa Kassis.\n\nKASSIS: Thank you. We met in Geneva on 14 March.\n\nPRESENTER: What came of it?\n\nKASSIS: Not much.\n";
    check(
        text,
        &expect![[r#"
        - | PRESENTER | Good evening. With me is Randa K
        Randa Kassis | KASSIS | Thank you. We met in Geneva on 1
        - | PRESENTER | What came of it?
        Randa Kassis | KASSIS | Not much.
    "#]],
    );
}

#[test]
fn marks_of_several_languages_and_quotations_of_several_sentences() {
    check(
        "\"We met. Nobody spoke. It was over,\" Anna Lind said. \"We went home then and slept.\"\n",
        &expect![[r#"
            Anna Lind |  | We met. Nobody spoke. It was ove
            Anna Lind |  | We went home then and slept.
        "#]],
    );
    check(
        "« Nous avons voté vendredi et nous voterons encore lundi », a déclaré Vladimir Poutine.\n",
        &expect![[r#"
        - |  | Nous avons voté vendredi et nous
    "#]],
    );
    check(
        "„Wir haben am Freitag über die Brücke abgestimmt“, sagte sie in Berlin.\n",
        &expect![[r#"
        - |  | Wir haben am Freitag über die Br
    "#]],
    );
    check(
        "The so-called \"Friends of Syria\" met. A screen of 27\" was sold for 5\".\n",
        &expect![[""]],
    );
    check(
        "Anna Lind said: “One. Two three four.”\n",
        &expect![[r#"
        Anna Lind |  | One. Two three four.
    "#]],
    );
}

#[test]
fn speakers_are_found_in_other_languages() {
    let head = "Jean Petit est maire de la ville. Anna Lind et Karl Moss étaient dans la salle avec les autres. Ils ont parlé de la grue qui est tombée sur le quai.\n\n";
    for text in [
        "« Nous avons voté vendredi et nous voterons encore lundi », a déclaré Jean Petit.",
        "« Nous avons voté vendredi et nous voterons encore lundi », a déclaré à l\u{2019}AFP le maire Jean Petit.",
        "Mais selon Jean Petit, « la grue était vieille et personne ne le savait ».",
        "Jean Petit a affirmé que « la grue était vieille et que personne ne le savait ».",
        "Jean Petit a déclaré\u{a0}: «\u{a0}La grue était vieille. Personne ne le savait.\u{a0}»",
        "« La grue était vieille, a expliqué Jean Petit, et personne ne le savait dans la ville. »",
        "« La grue était vieille. Personne ne le savait », souligne Jean Petit dans sa lettre.",
    ] {
        let shown = shown(&bake("a.txt", format!("{head}{text}\n").as_bytes()));
        assert!(
            shown.starts_with("Jean Petit | ") && shown.lines().count() == 1,
            "{text}: {shown}"
        );
    }
    let text = "« La grue était vieille et personne ne le savait », a-t-il déclaré à Anna Lind.";
    let shown_text = shown(&bake("a.txt", format!("{head}{text}\n").as_bytes()));
    assert!(shown_text.starts_with("- | "), "{shown_text}");
    let head = "Ana Ruiz es la alcaldesa de la ciudad y Karl Moss estaba en la sala con los otros. Hablaron de la grúa que se cayó en el muelle.\n\n";
    for text in [
        "«La grúa era vieja y nadie lo sabía», dijo Ana Ruiz.",
        "“La grúa era vieja y nadie lo sabía”, afirmó a EFE la alcaldesa Ana Ruiz.",
        "Pero según Ana Ruiz, “la grúa era vieja y nadie lo sabía”.",
        "Ana Ruiz declaró: \"La grúa era vieja. Nadie lo sabía\".",
    ] {
        let shown = shown(&bake("a.txt", format!("{head}{text}\n").as_bytes()));
        assert!(shown.starts_with("Ana Ruiz | ") && shown.lines().count() == 1, "{text}: {shown}");
    }
    let head = "Karl Moss ist der Wächter und Anna Lind war mit den anderen im Saal. Sie sprachen über den Kran, der auf den Kai gefallen ist.\n\n";
    for text in [
        "„Der Kran war alt, und das wusste niemand“, sagte Karl Moss.",
        "»Der Kran war alt, und das wusste niemand«, so Karl Moss am Freitag.",
        "Aber laut Karl Moss war „der Kran alt, und das wusste niemand“.",
        "Karl Moss erklärte: „Der Kran war alt. Das wusste niemand.“",
    ] {
        let shown = shown(&bake("a.txt", format!("{head}{text}\n").as_bytes()));
        assert!(shown.starts_with("Karl Moss | ") && shown.lines().count() == 1, "{text}: {shown}");
    }
}

#[test]
fn marks_within_marks_and_single_ones() {
    check(
        "Anna Lind said: “He told me: ‘The crane is old.’ I wrote it down.”\n",
        &expect![[r#"
        Anna Lind |  | He told me: ‘The crane is old.’ 
    "#]],
    );
    check(
        "‘We didn’t know about the boys’ boat, and nobody told us,’ Anna Lind said.\n\n'It fell at six o'clock,' Karl Moss said. The '90s were better.\n",
        &expect![[r#"
        Anna Lind |  | We didn’t know about the boys’ b
        Karl Moss |  | It fell at six o'clock,
    "#]],
    );
    check(
        "« Il a dit : « La grue est vieille. » Je l’ai écrit », raconte Anna Lind à tous ceux qui sont dans la salle.\n",
        &expect![[r#"
        Anna Lind |  | Il a dit : « La grue est vieille
    "#]],
    );
}

#[test]
fn a_source_named_at_the_start_of_a_sentence_says_what_it_reports() {
    let speaker = |text: &str| {
        let corpus = bake("a.txt", text.as_bytes());
        let mut names: Vec<String> = corpus
            .events
            .iter()
            .flat_map(|event| &event.reports)
            .filter_map(|report| report.speaker)
            .map(|at| corpus.entities[at as usize].name.clone())
            .collect();
        names.dedup();
        names.join(", ")
    };
    for text in [
        "Jean Petit est maire. Selon Jean Petit, la grue est tombée sur le quai le 3 mars 2020 dans la nuit.",
        "Jean Petit est maire. D\u{2019}après le maire Jean Petit, la grue est tombée sur le quai le 3 mars 2020.",
        "Jean Petit es alcalde. Según Jean Petit, la grúa se cayó en el muelle el 3 de marzo de 2020.",
        "Jean Petit ist Wächter. Laut Jean Petit ist der Kran am 3. März 2020 auf den Kai gefallen.",
        "Jean Petit is the mayor. According to Jean Petit, the crane fell onto the quay on 3 March 2020.",
    ] {
        assert_eq!(speaker(text), "Jean Petit", "{text}");
    }
    for text in [
        "Jean Petit est maire. Selon les règles de Jean Petit, la grue est tombée sur le quai le 3 mars 2020.",
        "Jean Petit ist Wächter. Der Kran, der laut Jean Petit weckte, ist am 3. März 2020 gefallen.",
    ] {
        assert_eq!(speaker(text), "", "{text}");
    }
}
