// The public holidays of each country, as rules.

// One holiday a line: when, and what people there call it. When is one of
//   12-25        month and day
//   easter+39    days after Easter Sunday (before it with -): -2 Good Friday, +1 Easter Monday, +39 Ascension,
//                +50 Whit Monday, +60 Corpus Christi
//   11-thu-4     the fourth Thursday of November; 05-mon-last is the last Monday of May
//   kings-day    27 April, or the 26th when that is a Sunday
//   brigids-day  the first Monday of February, or its first day when that is a Friday
// and /2025 after it is the first year of a holiday that is new. The rules are those in force in 2026. Holidays that are
// always a Sunday are left out, and so is what only a part of a country keeps.

/** The holidays of each country by ISO 3166 code, in lines of the form above. */
export const RULES: Readonly<Record<string, string>> = {
  AT: `01-01 Neujahr
01-06 Heilige Drei Könige
easter+1 Ostermontag
05-01 Staatsfeiertag
easter+39 Christi Himmelfahrt
easter+50 Pfingstmontag
easter+60 Fronleichnam
08-15 Mariä Himmelfahrt
10-26 Nationalfeiertag
11-01 Allerheiligen
12-08 Mariä Empfängnis
12-25 Christtag
12-26 Stefanitag`,
  BE: `01-01 Nieuwjaar
easter+1 Paasmaandag
05-01 Dag van de Arbeid
easter+39 O.L.H.-Hemelvaart
easter+50 Pinkstermaandag
07-21 Nationale feestdag
08-15 O.L.V.-Hemelvaart
11-01 Allerheiligen
11-11 Wapenstilstand
12-25 Kerstmis`,
  // Only what every canton keeps.
  CH: `01-01 Neujahr
easter+39 Auffahrt
08-01 Bundesfeier
12-25 Weihnachten`,
  DE: `01-01 Neujahr
easter-2 Karfreitag
easter+1 Ostermontag
05-01 Tag der Arbeit
easter+39 Christi Himmelfahrt
easter+50 Pfingstmontag
10-03 Tag der Deutschen Einheit
12-25 1. Weihnachtstag
12-26 2. Weihnachtstag`,
  // With Epiphany, which regions may replace but keep; a Sunday's day off moves region by region, not here.
  ES: `01-01 Año Nuevo
01-06 Epifanía
easter-2 Viernes Santo
05-01 Fiesta del Trabajo
08-15 Asunción
10-12 Fiesta Nacional
11-01 Todos los Santos
12-06 Día de la Constitución
12-08 Inmaculada Concepción
12-25 Navidad`,
  FR: `01-01 Jour de l’An
easter+1 Lundi de Pâques
05-01 Fête du Travail
05-08 Victoire 1945
easter+39 Ascension
easter+50 Lundi de Pentecôte
07-14 Fête nationale
08-15 Assomption
11-01 Toussaint
11-11 Armistice 1918
12-25 Noël`,
  // England and Wales; days proclaimed once (a coronation, a jubilee) follow no rule.
  GB: `01-01 New Year’s Day
easter-2 Good Friday
easter+1 Easter Monday
05-mon-1 Early May bank holiday
05-mon-last Spring bank holiday
08-mon-last Summer bank holiday
12-25 Christmas Day
12-26 Boxing Day`,
  // The dates of the law; which day makes up for a Saturday or Sunday is for the employer to say.
  IE: `01-01 New Year’s Day
brigids-day/2023 St Brigid’s Day
03-17 St Patrick’s Day
easter+1 Easter Monday
05-mon-1 May Day
06-mon-1 June bank holiday
08-mon-1 August bank holiday
10-mon-last October bank holiday
12-25 Christmas Day
12-26 St Stephen’s Day`,
  // St Francis is a national holiday again from 2026 by law 151 of 8 October 2025.
  IT: `01-01 Capodanno
01-06 Epifania
easter+1 Lunedì dell’Angelo
04-25 Liberazione
05-01 Festa del Lavoro
06-02 Festa della Repubblica
08-15 Ferragosto
10-04/2026 San Francesco
11-01 Ognissanti
12-08 Immacolata
12-25 Natale
12-26 Santo Stefano`,
  // Without Bevrijdingsdag (5 May), which many employers give one year in five only, and without Good Friday and 1 May:
  // on those two the euro payment system (TARGET, T2 now) is closed, but offices work.
  NL: `01-01 Nieuwjaarsdag
easter+1 Tweede paasdag
kings-day Koningsdag
easter+39 Hemelvaartsdag
easter+50 Tweede pinksterdag
12-25 Eerste kerstdag
12-26 Tweede kerstdag`,
  // Christmas Eve is a day off from 2025 by law (Dz.U. 2024 item 1965).
  PL: `01-01 Nowy Rok
01-06 Trzech Króli
easter+1 Poniedziałek Wielkanocny
05-01 Święto Pracy
05-03 Konstytucja 3 Maja
easter+60 Boże Ciało
08-15 Wniebowzięcie NMP
11-01 Wszystkich Świętych
11-11 Święto Niepodległości
12-24/2025 Wigilia
12-25 Boże Narodzenie
12-26 Drugi dzień świąt`,
  PT: `01-01 Ano Novo
easter-2 Sexta-feira Santa
04-25 Dia da Liberdade
05-01 Dia do Trabalhador
easter+60 Corpo de Deus
06-10 Dia de Portugal
08-15 Assunção
10-05 Dia da República
11-01 Todos os Santos
12-01 Restauração
12-08 Imaculada Conceição
12-25 Natal`,
  // Federal holidays, 5 U.S.C. 6103.
  US: `01-01 New Year’s Day
01-mon-3 Martin Luther King Jr. Day
02-mon-3 Washington’s Birthday
05-mon-last Memorial Day
06-19/2021 Juneteenth
07-04 Independence Day
09-mon-1 Labor Day
10-mon-2 Columbus Day
11-11 Veterans Day
11-thu-4 Thanksgiving Day
12-25 Christmas Day`,
};
