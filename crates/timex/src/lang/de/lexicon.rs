//! The German words of time.

use crate::lexicon::Class::{
    Adverb, And, Approx, At, Cardinal, DecadeWord, Era, Feast, Fraction, Label, Month, NamedHour,
    Of, Ordinal, Part, Pos, Ref, Rel, Report, Season, Suffix, SureMonth, Tense, Today, Unit, Units,
    Vague, Weekday, WeekdayPart, Weekdays,
};
use crate::lexicon::{Words, words};

/// Every word with its class and value; see [`Words`] for how words are written.
#[rustfmt::skip]
pub(super) const WORDS: Words = words![
    (Month, 1, "januar jänner jan. / februar feb. / märz / april apr. / mai / juni / juli / august aug. / september \
        sept. / oktober okt. / november nov. / dezember dez."),
    (SureMonth, 1, "januar / februar / märz / april / mai / juni / juli / august / september / oktober / november / \
        dezember"),
    (Weekday, 1, "montag / dienstag / mittwoch / donnerstag / freitag / samstag sonnabend / sonntag"),
    (WeekdayPart, 10, "montagmorgen montagvormittag / montagmittag / montagnachmittag / montagabend / montagnacht"),
    (WeekdayPart, 20, "dienstagmorgen dienstagvormittag / dienstagmittag / dienstagnachmittag / dienstagabend / dienstagnacht"),
    (WeekdayPart, 30, "mittwochmorgen mittwochvormittag / mittwochmittag / mittwochnachmittag / mittwochabend / mittwochnacht"),
    (WeekdayPart, 40, "donnerstagmorgen donnerstagvormittag / donnerstagmittag / donnerstagnachmittag / donnerstagabend / donnerstagnacht"),
    (WeekdayPart, 50, "freitagmorgen freitagvormittag / freitagmittag / freitagnachmittag / freitagabend / freitagnacht"),
    (WeekdayPart, 60, "samstagmorgen samstagvormittag / samstagmittag / samstagnachmittag / samstagabend / samstagnacht"),
    (WeekdayPart, 70, "sonntagmorgen sonntagvormittag / sonntagmittag / sonntagnachmittag / sonntagabend / sonntagnacht"),
    (Weekdays, 1, "montags / dienstags / mittwochs / donnerstags / freitags / samstags / sonntags"),
    (Unit, 2, "stunde"),
    (Unit, 1, "minute"),
    (Unit, 3, "tag tage / wochenende / woche / monat monats / quartal"),
    (Unit, 10, "jahr jahres jahre / jahrzehnt / jahrhundert jahrhunderts"),
    (Units, 1, "minuten / stunden / tage tagen"),
    (Units, 5, "wochen / monate monaten"),
    (Units, 10, "jahre jahren / jahrzehnte jahrzehnten / jahrhunderte jahrhunderten"),
    (Cardinal, 1, "ein eine einem einer einen / zwei / drei / vier / fünf / sechs / sieben / acht / neun / zehn / elf / \
        zwölf / dreizehn / vierzehn / fünfzehn / sechzehn / siebzehn / achtzehn / neunzehn / zwanzig"),
    (Cardinal, 30, "dreißig"),
    (Cardinal, 40, "vierzig"),
    (Cardinal, 50, "fünfzig"),
    (Cardinal, 100, "hundert"),
    (Fraction, 500, "halb halbes halbe"),
    (Adverb, 3, "täglich täglichen tägliche"),
    (Adverb, 5, "wöchentlich wöchentlichen wöchentliche / monatlich monatlichen monatliche"),
    (Adverb, 10, "jährlich jährlichen jährliche"),
    (And, 0, "und / oder / zwischen"),
    (Of, 0, "des von im"),
    (At, 0, "um"),
    (Suffix, 0, "ter te"),
    (Ordinal, 1, "erste ersten erster erstes / zweite zweiten zweiter zweites / dritte dritten drittes / vierte \
        vierten viertes"),
    (Ordinal, 18, "achtzehnten / neunzehnten / zwanzigsten"),
    (Season, 0, "frühling frühjahr / sommer / herbst / winter"),
    (Part, 2, "nachmittag / abend / nacht"),
    (Part, 0, "vormittag früh"),
    (NamedHour, 1, "mittag"),
    (NamedHour, 6, "mitternacht"),
    (Rel, -1, "letzte letzten letzter letztes vergangene vergangenen vergangenes vorige vorigen voriges voriger \
        verganger vergangener / diese diesen diesem dieses dieser / nächste nächsten nächster nächstes \
        kommende kommenden kommendes"),
    (Pos, 0, "anfang beginn_des / mitte / ende / gegen circa etwa"),
    (Approx, 3, "etwa rund ungefähr fast knapp / mehr_als über / weniger_als / mindestens"),
    (Vague, 0, "einige mehrere wenige wenigen einigen mehreren"),
    (Today, -2, "vorgestern / gestern / heute / morgen / übermorgen"),
    (Ref, 0, "jetzt derzeit gegenwärtig heutzutage"),
    (Ref, -1, "kürzlich neulich"),
    (Ref, 1, "demnächst"),
    (Era, -1, "v_chr. v.chr. / n_chr. n.chr."),
    (DecadeWord, 2, "zwanziger / dreißiger / vierziger / fünfziger / sechziger / siebziger / achtziger / neunziger"),
    (Feast, 1225, "^weihnachten"),
    (Feast, 1224, "^heiligabend"),
    (Feast, 1231, "^silvester ^jahresende"),
    (Feast, 10500, "^ostern ^ostersonntag / ^ostermontag"),
    (Feast, 10498, "^karfreitag"),
    (Feast, 10549, "^pfingsten"),
    (Tense, -1, "war waren hatte hatten sagte wurde wurden hat haben kam kamen ging gingen teilte teilten stieg stiegen fiel fielen gab gaben fand fanden starb starben begann begannen trat traten stand standen lag lagen blieb blieben lief liefen sprach sprachen forderte forderten meldete berichtete gewann gewannen verlor verloren erhielt erhielten"),
    (Tense, 3, "ab"),
    (Tense, -3, "seit"),
    (Tense, 1, "wird werden soll sollen bis"),
    (Report, 0, "sagte sagten teilte erklärte"),
    (Label, 0, "artikel seite resolution nummer paragraf band"),
];
