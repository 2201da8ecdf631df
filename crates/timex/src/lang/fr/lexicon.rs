//! The French words of time.

use crate::lexicon::Class::{
    Adverb, And, Approx, Aside, At, Cardinal, Counted, DecadeWord, Era, Feast, Fraction, Instant,
    Label, Month, NamedHour, Of, Ordinal, Part, Person, Pos, Ref, Rel, RelThen, Report, Season,
    Suffix, SureMonth, Tense, Today, Unit, Units, Vague, Weekday, Weekdays, Zone,
};
use crate::lexicon::{Words, words};

/// Every word with its class and value; see [`Words`] for how words are written.
#[rustfmt::skip]
pub(super) const WORDS: Words = words![
    (Month, 1, "janvier janv. / février fevrier févr. fév. / mars / avril avr. / mai / juin / juillet juil. / août \
        aout / septembre sept. / octobre oct. / novembre nov. / décembre decembre déc."),
    (SureMonth, 1, "janvier / février fevrier"),
    (SureMonth, 4, "avril / mai / juin / juillet / août aout / septembre / octobre / novembre / décembre decembre"),
    (Weekday, 1, "lundi / mardi / mercredi / jeudi / vendredi / samedi / dimanche"),
    (Weekdays, 1, "lundis / mardis / mercredis / jeudis / vendredis / samedis / dimanches"),
    (Unit, 0, "seconde / minute / heure / jour journée / week_end weekend / semaine / mois / trimestre / semestre"),
    (Unit, 10, "an année / décennie / siècle / millénaire"),
    (Units, 0, "secondes / minutes mn / heures / jours journées / week_ends weekends / semaines / mois / trimestres \
        / semestres"),
    (Units, 10, "ans années / décennies / siècles / millénaires"),
    (Cardinal, 1, "un une / deux / trois / quatre / cinq / six / sept / huit / neuf / dix / onze / douze / treize / \
        quatorze / quinze / seize / dix_sept / dix_huit / dix_neuf / vingt"),
    (Cardinal, 30, "trente"),
    (Cardinal, 40, "quarante"),
    (Cardinal, 50, "cinquante"),
    (Cardinal, 60, "soixante"),
    (Cardinal, 70, "soixante_dix septante"),
    (Cardinal, 80, "quatre_vingt quatre_vingts huitante"),
    (Cardinal, 90, "quatre_vingt_dix nonante"),
    (Cardinal, 100, "cent cents"),
    (Cardinal, 1000, "mille"),
    (Cardinal, 10, "une_dizaine_de une_dizaine_d' la_dizaine_de"),
    (Cardinal, 12, "une_douzaine_de une_douzaine_d' la_douzaine_de"),
    (Cardinal, 15, "une_quinzaine_de une_quinzaine_d' la_quinzaine_de"),
    (Cardinal, 20, "une_vingtaine_de une_vingtaine_d' la_vingtaine_de"),
    (Cardinal, 30, "une_trentaine_de une_trentaine_d' la_trentaine_de"),
    (Cardinal, 40, "une_quarantaine_de une_quarantaine_d' la_quarantaine_de"),
    (Cardinal, 50, "une_cinquantaine_de une_cinquantaine_d' la_cinquantaine_de"),
    (Cardinal, 60, "une_soixantaine_de une_soixantaine_d' la_soixantaine_de"),
    (Cardinal, 100, "une_centaine_de une_centaine_d' la_centaine_de"),
    (Aside, 0, "qui dont selon d'après / né née publié publiée paru parue construit construite fondé fondée"),
    (And, 0, "et / ou / entre"),
    (Of, 0, "de du d des en"),
    (At, 0, "à dès a au"),
    (Suffix, 0, "er ère e ème eme re nd nde"),
    (Ordinal, 0, "dernier dernière / premier première ier / deuxième second seconde iie / troisième iiie / quatrième \
        ive / cinquième ve / sixième vie / septième viie / huitième viiie / neuvième ixe / dixième xe / \
        onzième xie xième / douzième xiie xiième / xiiie xiiième / xive xivème / xve xvème / xvie xvième / \
        xviie xviième dix_septième / xviiie xviiième dix_huitième / xixe xixème dix_neuvième / xxe xxème \
        vingtième / xxie xxième"),
    (Fraction, 250, "quart"),
    (Fraction, 500, "demi demie"),
    (Season, 0, "printemps / été / automne / hiver"),
    (Part, 0, "matin matinée matins"),
    (Part, 2, "après_midi après_midis / soir soirée soirs / nuit nuits"),
    (NamedHour, 1, "midi"),
    (NamedHour, 6, "minuit"),
    (Rel, -1, "dernier dernière passé passée derniers dernières écoulé écoulée / ce cet cette courant / prochain \
        prochaine prochains prochaines"),
    (Instant, 0, "courant"),
    (RelThen, -1, "précédent précédente / même / suivant suivante"),
    (Pos, 0, "début le_début_de le_début_du le_début_des début_de début_du début_des début_d' ce_début_de \
        ce_début_d' / mi la_mi milieu_de milieu_d' milieu_du milieu_des le_milieu_de le_milieu_du \
        le_milieu_des / fin la_fin_de la_fin_du fin_de fin_du fin_d' fin_des la_fin_des la_fin_d' \
        cette_fin_de cette_fin_d' / vers environ aux_alentours_de aux_alentours_du aux_environs_du \
        aux_environs_de autour_de autour_du"),
    (Approx, 3, "environ près_de près_d' pas_loin_de pas_loin_d' autour_de autour_d' quelque presque à_peu_près \
        quasiment / plus_de plus_d' un_peu_plus_de un_peu_plus_d' bien_plus_de bien_plus_d' / moins_de \
        moins_d' un_peu_moins_de un_peu_moins_d' à_peine / au_moins au_minimum / au_plus au_maximum \
        tout_au_plus jusqu_à"),
    (Vague, 0, "plusieurs quelques de_nombreux de_nombreuses de_longs de_longues maints maintes"),
    (Today, -2, "avant_hier / hier / aujourd'hui / demain / après_demain"),
    (Ref, 0, "actuellement dorénavant désormais maintenant aujourd'hui"),
    (Ref, -1, "récemment dernièrement nouvellement naguère jadis autrefois"),
    (Ref, 1, "bientôt prochainement"),
    (Adverb, 3, "quotidien quotidienne quotidiennement quotidiens quotidiennes"),
    (Adverb, 5, "hebdomadaire hebdomadairement hebdomadaires / mensuel mensuelle mensuellement mensuels mensuelles / \
        trimestriel trimestrielle"),
    (Adverb, 10, "annuel annuelle annuellement annuels annuelles"),
    (Zone, 0, "^gmt ^utc"),
    (DecadeWord, 2, "vingt / trente / quarante / cinquante / soixante / soixante_dix / quatre_vingt quatre_vingts / \
        quatre_vingt_dix"),
    (Era, -1, "avant_jésus_christ avant_j_c. av_j_c. / après_jésus_christ après_j_c. apr_j_c."),
    (Feast, 1225, "^noël"),
    (Feast, 1224, "veille_de_noël"),
    (Feast, 1231, "^saint_sylvestre"),
    (Feast, 101, "jour_de_l'an nouvel_an"),
    (Feast, 106, "^épiphanie"),
    (Feast, 214, "^saint_valentin"),
    (Feast, 501, "fête_du_travail"),
    (Feast, 10_453, "mardi_gras"),
    (Feast, 10_550, "lundi_de_pentecôte"),
    (Feast, 714, "^quatorze_juillet"),
    (Feast, 1101, "^toussaint"),
    (Feast, 815, "^assomption"),
    (Feast, 10_500, "^pâques dimanche_de_pâques / lundi_de_pâques"),
    (Feast, 10_498, "^vendredi_saint"),
    (Feast, 10_539, "^ascension"),
    (Feast, 10_549, "^pentecôte"),
    (Tense, -1, "a ont ai avons avez avait avaient était étaient fut furent été eu annoncé déclaré affirmé indiqué"),
    (Tense, 6, "devait devaient allait allaient -erait -eraient -irait -iraient -drait -draient"),
    (Tense, -1, "-aient -èrent -ait"),
    (Tense, 1, "sera seront aura auront doit doivent devrait devraient pourrait pourraient fera vont -ra -ront feront pourra"),
    (Tense, 3, "jusqu'à jusqu'au pour à_partir_de à_partir_du à_compter_de à_compter_du"),
    (Tense, -3, "depuis"),
    (Tense, 2, "prévu prévue prévus prévues attendu attendue attendus attendues programmé programmée convoqué convoquée convoqués"),
    (Report, 0, "déclaré affirmé indiqué précisé ajouté annoncé"),
    (Label, 0, "résolution article page pages numéro n chapitre loi rn rd vol chambre salle bus ligne poste lot dossier version modèle peugeot renault airbus boeing"),
    (Counted, 0, "personnes habitants euros francs dollars livres soldats hommes femmes enfants jeunes morts blessés manifestants salariés emplois postes mètres kilomètres km tonnes élèves étudiants logements voix voitures véhicules policiers gendarmes pompiers réfugiés exemplaires participants spectateurs visiteurs licenciés adhérents hectares kilos pages points places signatures familles militants candidats électeurs lecteurs abonnés entreprises communes"),
    (Person, 0, "âge homme femme garçon fille fils fillette enfant bébé nourrisson adolescent adolescente ado personne jeune hommes femmes garçons filles fillettes enfants bébés adolescents adolescentes personnes jeunes conducteur conductrice étudiant étudiante étudiants lycéen lycéenne collégien collégienne automobiliste automobilistes retraité retraitée retraités victime motard motarde habitant habitante cycliste ressortissant ressortissante piéton suspect suspects père mère octogénaire quinquagénaire sexagénaire septuagénaire individu individus"),
];
