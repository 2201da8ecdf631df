//! The Italian words of time.

use crate::lexicon::Class::{
    And, Approx, At, Cardinal, DecadeWord, Era, Feast, Fraction, Label, Month, NamedHour, Of,
    Ordinal, Part, Person, Pos, Ref, Rel, RelThen, Report, Season, Suffix, SureMonth, Tense, Today,
    Unit, Units, Vague, Weekday,
};
use crate::lexicon::{Words, words};

/// Every word with its class and value; see [`Words`] for how words are written.
#[rustfmt::skip]
pub(super) const WORDS: Words = words![
    (Month, 1, "gennaio gen. / febbraio feb. / marzo / aprile apr. / maggio / giugno / luglio / agosto / settembre \
        sett. / ottobre ott. / novembre nov. / dicembre dic."),
    (SureMonth, 1, "gennaio / febbraio / marzo / aprile / maggio / giugno / luglio / agosto / settembre / ottobre / \
        novembre / dicembre"),
    (Weekday, 1, "lunedì lunedi / martedì martedi / mercoledì mercoledi / giovedì giovedi / venerdì venerdi / sabato / \
        domenica"),
    (Unit, 3, "giorno"),
    (Unit, 5, "settimana / mese / trimestre / semestre"),
    (Unit, 10, "anno / decennio / secolo"),
    (Unit, 2, "ora"),
    (Unit, 1, "minuto"),
    (Unit, 4, "fine_settimana weekend week_end"),
    (Units, 1, "minuti / ore / giorni"),
    (Units, 5, "settimane / mesi"),
    (Units, 10, "anni / decenni / secoli"),
    (Cardinal, 1, "un una uno / due / tre / quattro / cinque / sei / sette / otto / nove / dieci / undici / dodici / \
        tredici / quattordici / quindici / sedici / diciassette / diciotto / diciannove / venti"),
    (Cardinal, 30, "trenta"),
    (Cardinal, 40, "quaranta"),
    (Cardinal, 50, "cinquanta"),
    (Cardinal, 60, "sessanta"),
    (Cardinal, 100, "cento"),
    (Fraction, 500, "mezzo mezza mezz"),
    (Part, 0, "mattina mattinata mattino"),
    (Part, 2, "pomeriggio / sera serata / notte"),
    (NamedHour, 1, "mezzogiorno"),
    (NamedHour, 6, "mezzanotte"),
    (Person, 0, "uomo donna bambino bambina ragazzo ragazza giovane anziano persona età"),
    (And, 0, "e ed / o / tra fra"),
    (Of, 0, "di del dell dello della"),
    (At, 0, "alle"),
    (Suffix, 0, "º ° o a"),
    (Ordinal, 1, "primo i / secondo ii / terzo iii / quarto iv"),
    (Ordinal, 18, "diciottesimo / diciannovesimo / ventesimo"),
    (Ordinal, 15, "xv / xvi / xvii / xviii / xix / xx / xxi"),
    (Season, 0, "primavera / estate / autunno / inverno"),
    (Rel, -1, "scorso scorsa / questo questa quest / prossimo prossima"),
    (RelThen, -1, "precedente / stesso stessa / successivo successiva seguente"),
    (Pos, 0, "inizio inizi l'inizio_del l'inizio_di inizio_del gli_inizi_del / metà la_metà_del metà_del / fine \
        la_fine_del fine_del la_fine_di / circa verso"),
    (Approx, 3, "circa quasi / più_di oltre / meno_di"),
    (Vague, 0, "alcuni alcune diversi diverse qualche parecchi pochi poche molti molte"),
    (Today, -2, "l'altro_ieri altro_ieri"),
    (Today, 2, "dopodomani"),
    (Today, -1, "ieri / oggi / domani"),
    (Ref, 0, "ora adesso attualmente"),
    (Ref, -1, "recentemente"),
    (Era, -1, "a.c. / d.c."),
    (DecadeWord, 2, "venti / trenta / quaranta / cinquanta / sessanta / settanta / ottanta / novanta"),
    (Feast, 1225, "^natale"),
    (Feast, 815, "^ferragosto"),
    (Feast, 10500, "^pasqua"),
    (Tense, -1, "era erano ha hanno è sono stato stata disse aveva fu"),
    (Tense, 3, "a_partire_da a_partire_dal"),
    (Tense, -3, "dal"),
    (Tense, 1, "-rà -ranno sarà saranno avrà fino entro"),
    (Report, 0, "detto dichiarato affermato"),
    (Label, 0, "articolo pagina risoluzione numero legge"),
];
