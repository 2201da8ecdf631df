//! Titles of sentences, each with what is to be left of it.

use super::*;

/// Titles `sentence`, whose date is the part between the bars.
#[track_caller]
fn check(sentence: &str, expected: &str) {
    let start = sentence.find('|').unwrap_or_default();
    let text = sentence.replace('|', "");
    let end = sentence.rfind('|').map_or(start, |end| end - 1);
    let span = |start: usize, end: usize| Span {
        start: u32::try_from(start).unwrap_or_default(),
        end: u32::try_from(end).unwrap_or_default(),
    };
    let title = title(&text, span(0, text.len()), span(start, end));
    assert_eq!(title, expected);
    assert!(title.chars().count() <= TITLE_LENGTH);
    // Every part between omissions is the sentence's own words, in their order.
    let mut from = 0;
    for part in title.split('…').map(str::trim).filter(|part| !part.is_empty()) {
        let at = text[from..].find(part);
        assert!(at.is_some(), "{part:?} is not in the sentence behind {from}");
        from += at.unwrap_or_default() + part.len();
    }
}

#[test]
fn a_short_sentence_is_its_own_title() {
    check("The ceasefire began on |3 May|.", "The ceasefire began on 3 May");
}

#[test]
fn what_hangs_on_the_dated_clause_is_left_out() {
    check(
        "With its influence in the region weakened and its relationship with the West under increasing strain, \
         the city is trying to restart talks that collapsed in |February|.",
        "… the city is trying to restart talks that collapsed in February",
    );
    check(
        "The monitoring group for human rights said authorities had released 650 prisoners from three prisons on \
         |March 25-27|, including women and children.",
        "… authorities had released 650 prisoners from three prisons on March 25-27 …",
    );
    check(
        "On |30 January 2018| Jane Doe, along with other members of the platform, participated in the National \
         Congress as President of the platform.",
        "… Jane Doe … participated in the National Congress as President of the platform",
    );
}

#[test]
fn a_late_date_keeps_the_words_before_it() {
    check(
        "Participants say they do not expect any big breakthrough toward ending a conflict that has killed more \
         than 220,000 people in the country since |early 2011|.",
        "… a conflict that has killed more than 220,000 people in the country since early 2011",
    );
}

#[test]
fn what_explains_a_noun_keeps_it() {
    check(
        "The storm damaged many of the same low-lying coastal regions and islands as Typhoon Haiyan, which killed \
         over 6,000 people in |2013|.",
        "… Typhoon Haiyan, which killed over 6,000 people in 2013",
    );
}

#[test]
fn a_long_subject_gives_up_its_middle_and_not_its_verb() {
    check(
        "The United States Department of Health and Human Services declared the outbreak a \"public health \
         emergency\" on |January 31|.",
        "The United States Department of Health and Human Services declared the outbreak …",
    );
    check(
        "On |Monday morning|, Director John Doe of the National Institute of Allergy and Infectious Diseases \
         (NIAID), announced a trial of four possible drugs was stopped early because two of them had shown progress.",
        "… Director John Doe … announced a trial of four possible drugs was stopped early …",
    );
    check(
        "In a letter to The Mercury News, published on |Monday|, the company's President Andy Vesey said the firm \
         was working to install 100 miles of stronger poles.",
        "… the company's President Andy Vesey said the firm was working to install 100 miles …",
    );
}

#[test]
fn what_happened_stays_with_its_subject() {
    check(
        "On |Monday|, Jane Doe, a career politician who served as the president of the country for five years, died.",
        "On Monday, Jane Doe … died",
    );
    check(
        "|Early Saturday morning|, somewhat after midnight, police in Clairton, Pennsylvania, in the eastern United \
         States, responded to multiple reports of a shooting.",
        "Early Saturday morning … police in Clairton … responded to multiple reports of a shooting",
    );
    check(
        "On |Saturday|, in a brief but official statement, President John Smith said Hamza Doe, son of the founder \
         of the movement, has been killed in a counter-terrorism operation.",
        "On Saturday … Hamza Doe … has been killed in a counter-terrorism operation",
    );
    check(
        "|Yesterday|, the Parliament of New South Wales (NSW), Australia voted to pass the bill that had been \
         before it since the spring.",
        "… the Parliament … Australia voted to pass the bill that had been before it since …",
    );
    check(
        "John Smith, the head chef of the restaurant of the city, was discovered dead on Wednesday in Queens, New \
         York, according to police on |Thursday|.",
        "John Smith … was discovered dead on Wednesday in Queens … according to police on Thursday",
    );
    check(
        "According to the mayor of the city, Jane Doe, during |the weekend|, police were investigating whether the \
         suspect had written it.",
        "… during the weekend, police were investigating whether the suspect had written it",
    );
}

#[test]
fn a_title_has_subject_verb_and_object() {
    check(
        "John Paul Doe, a former associate justice of the Supreme Court, died |yesterday| at the age of 99, according \
         to a statement released by the court.",
        "John Paul Doe … died yesterday at the age of 99 …",
    );
    check(
        "Doe, his brother, and his mother were among eleven migrants who died in a storm on the Mediterranean Sea \
         in |2015|; they had paid smugglers to take them to Greece.",
        "… eleven migrants who died in a storm on the Mediterranean Sea in 2015 …",
    );
    check(
        "In |March|, a study conducted by the astronomer Jane Doe and other researchers reported signs of the \
         formation of a planet around the star.",
        "… a study conducted … reported signs of the formation of a planet around the star",
    );
    check(
        "The first launch of the rocket on |Wednesday afternoon|, local time, was scrubbed due to the weather less \
         than 20 minutes before it.",
        "The first launch … was scrubbed due to the weather less than 20 minutes before it",
    );
}

#[test]
fn the_number_of_an_item_is_no_part_of_it() {
    check("4. She was suspended on |9 May 2016|.", "She was suspended on 9 May 2016");
    check("4. März |1938| kam er zurück.", "4. März 1938 kam er zurück");
}

#[test]
fn what_is_bracketed_leaves_its_comma_and_a_birth_its_word() {
    check(
        "Née |le 3 avril 1871| à Roanne (Loire), morte le 18 novembre 1956 à Lyon ; aéronaute, militante du droit de \
         vote des femmes.",
        "Née le 3 avril 1871 à Roanne (Loire), morte le 18 novembre 1956 à Lyon ; aéronaute …",
    );
}

#[test]
fn a_second_verb_keeps_the_subject_of_the_first() {
    check(
        "Hurricane Doe reached Category 5 on the scale this past Saturday, but was downgraded to Category 1 as of |this \
         morning|.",
        "Hurricane Doe … was downgraded to Category 1 as of this morning",
    );
    check(
        "Reports said Doe, a former representative who gained recognition during his run for the Senate, does not plan \
         to run for the Senate in |2020|.",
        "Doe … does not plan to run for the Senate in 2020",
    );
}

#[test]
fn of_two_clauses_the_dated_one_is_told() {
    check(
        "Captain James Hartley carried this sextant on board the whaler from 1822 until the ship was lost off \
         Baffin Island in |August 1836|.",
        "… the ship was lost off Baffin Island in August 1836",
    );
    check(
        "In February 1658 the king marched across the frozen Great Belt and forced Denmark to cede Scania by the \
         Treaty of Roskilde, signed on |26 February|.",
        "… the Treaty of Roskilde, signed on 26 February",
    );
    check(
        "Late on Sunday, the Democratic Forces announced they had entered into an agreement with the government \
         after Turkey began a military offensive into the north on |Wednesday|.",
        "… the government after Turkey began a military offensive into the north on Wednesday",
    );
    check(
        "After Doe defeated the weak federal army, on |May 21, 1911|, he signed the Treaty of Ciudad Juárez with \
         Diaz.",
        "… on May 21, 1911, he signed the Treaty of Ciudad Juárez with Diaz",
    );
}

#[test]
fn what_is_said_is_told() {
    check(
        "The Lost Ships Project announced on Sunday that a sunken submarine of the Second World War that they found \
         |last June| was the remains of another.",
        "… a sunken submarine of the Second World War that they found last June …",
    );
    check(
        "Jane Doe of the survey told the press |last week|, \"The past several weeks we have had hundreds of small \
         earthquakes in the same region of the island.\"",
        "Jane Doe of the survey told the press last week, \"The past several weeks we …",
    );
}

#[test]
fn a_quotation_keeps_its_speaker() {
    check(
        "\"It is important that constructive forces restart political dialogue with official representatives in \
         the face of danger,\" Deputy Minister John Smith said |Monday|.",
        "\"It is important that constructive forces restart political … John Smith said Monday",
    );
}

#[test]
fn what_an_opening_lacks_is_looked_for_behind_its_commas() {
    check(
        "At the first of the debates, held |October 8| in Denver, Colorado, after opening statements by both of them, the \
         candidates answered thirteen questions about war and taxes.",
        "… the candidates answered thirteen questions about war and taxes",
    );
    check(
        "As a result of |Saturday|'s unrest, according to a report citing the mayor's office, twenty people were arrested, \
         and two police officers were injured.",
        "… twenty people were arrested, and two police officers were injured",
    );
    // A birth, or a clause that hangs on the later one, keeps its date.
    check(
        "Since the broadcaster's licence, the oldest of all in the country, expired on |Monday|, the network no longer had \
         any right to air its programmes.",
        "Since the broadcaster's licence, the oldest of all in the country, expired on Monday …",
    );
}

#[test]
fn a_participle_is_no_substitute_for_the_verb() {
    check(
        "A road accident followed by a fire on a highway near Springfield in Illinois on |Thursday| killed five children \
         in a bus and two truck drivers.",
        "A road accident followed … killed five children in a bus and two truck drivers",
    );
    check(
        "Nevertheless, Morales was able to negotiate immunity from prosecution, a pension and a fully staffed \
         state-funded home in exchange for his resignation on |21 November|.",
        "Nevertheless, Morales was able to negotiate immunity from prosecution, a pension …",
    );
}

#[test]
fn a_title_ends_with_what_is_whole() {
    check(
        "Mugabe was taken to a hospital of Singapore for several months |this year| and according to his lawyers is now at \
         home again.",
        "Mugabe was taken to a hospital of Singapore for several months this year …",
    );
    check(
        "In |1990| she took the seat of her father in the parliament of the country for good and held it for a quarter of a \
         century.",
        "… she took the seat of her father in the parliament of the country for good …",
    );
}
