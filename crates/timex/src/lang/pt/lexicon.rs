//! The Portuguese words of time.

use crate::lexicon::Class::{
    And, Approx, At, Cardinal, DecadeWord, Era, Feast, Fraction, Label, Month, NamedHour, Of,
    Ordinal, Part, Person, Pos, Ref, Rel, RelThen, Report, Season, Suffix, SureMonth, Tense, Today,
    Unit, Units, Vague, Weekday, Weekdays,
};
use crate::lexicon::{Words, words};

/// Every word with its class and value; see [`Words`] for how words are written.
#[rustfmt::skip]
pub(super) const WORDS: Words = words![
    (Month, 1, "janeiro jan. / fevereiro fev. / março marco / abril abr. / maio / junho jun. / julho jul. / agosto \
        ago. / setembro set. / outubro out. / novembro nov. / dezembro dez."),
    (SureMonth, 1, "janeiro / fevereiro / março / abril / maio / junho / julho / agosto / setembro / outubro / novembro \
        / dezembro"),
    (Weekday, 1, "segunda_feira / terça_feira / quarta_feira / quinta_feira / sexta_feira / sábado / domingo"),
    (Unit, 3, "dia"),
    (Unit, 5, "semana / mês / trimestre / semestre"),
    (Unit, 10, "ano / década / século"),
    (Unit, 2, "hora"),
    (Unit, 1, "minuto"),
    (Unit, 4, "fim_de_semana"),
    (Units, 1, "minutos / horas / dias"),
    (Units, 5, "semanas / meses"),
    (Units, 10, "anos / décadas / séculos"),
    (Cardinal, 1, "um uma / dois duas / três / quatro / cinco / seis / sete / oito / nove / dez / onze / doze / treze / \
        catorze quatorze / quinze / dezesseis dezasseis / dezessete dezassete / dezoito / dezenove dezanove \
        / vinte"),
    (Cardinal, 30, "trinta"),
    (Cardinal, 40, "quarenta"),
    (Cardinal, 50, "cinquenta"),
    (Cardinal, 100, "cem"),
    (Fraction, 500, "meio meia"),
    (Weekdays, 1, "segundas_feiras / terças_feiras / quartas_feiras / quintas_feiras / sextas_feiras / sábados / \
        domingos"),
    (Part, 0, "manhã madrugada"),
    (Part, 2, "tarde"),
    (Part, 4, "noite"),
    (NamedHour, 1, "meio_dia"),
    (NamedHour, 6, "meia_noite"),
    (Person, 0, "homem mulher menino menina criança jovem idoso idosa pessoa idade adolescente bebê"),
    (And, 0, "e / ou / entre"),
    (Of, 0, "de do da"),
    (At, 0, "às"),
    (Suffix, 0, "º ª o a"),
    (Ordinal, 1, "primeiro primeira i / segundo ii / terceiro iii / quarto iv"),
    (Ordinal, 15, "xv / xvi / xvii / xviii / xix / xx / xxi"),
    (Season, 0, "primavera / verão / outono / inverno"),
    (Rel, -1, "passado passada último última / este esta neste nesta / próximo próxima que_vem"),
    (RelThen, -1, "anterior / mesmo mesma / seguinte"),
    (Pos, 0, "início_de início_do começo_de começo_do princípios_de / meados_de meados_do / fim_de fim_do final_de \
        final_do fins_de finais_de / cerca_de por_volta_de"),
    (Approx, 3, "cerca_de quase aproximadamente / mais_de / menos_de"),
    (Vague, 0, "vários várias alguns algumas"),
    (Today, -2, "anteontem"),
    (Today, 2, "depois_de_amanhã"),
    (Today, -1, "ontem / hoje / amanhã"),
    (Ref, 0, "agora atualmente"),
    (Ref, -1, "recentemente"),
    (Era, -1, "a.c. / d.c."),
    (DecadeWord, 2, "vinte / trinta / quarenta / cinquenta / sessenta / setenta / oitenta / noventa"),
    (Feast, 1225, "^natal"),
    (Feast, 10500, "^páscoa"),
    (Tense, -1, "foi foram era eram disse tinha havia morreu chegou"),
    (Tense, 3, "a_partir_de a_partir_do a_partir_da"),
    (Tense, -3, "desde"),
    (Tense, 1, "-rá -rão será serão terá haverá vai vão até"),
    (Report, 0, "disse afirmou declarou anunciou"),
    (Label, 0, "artigo página resolução número lei"),
];
