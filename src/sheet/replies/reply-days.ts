// The day that a sentence of a reply names, and whether a careful person would take it for sure.
import { civilOf, type Day, dayOf, endOfMonth, plusMonths, weekdayOf } from '../../receivables/day';
import { bothReadings } from '../read/read-dates';
import { isEnglish } from './words';
import { en } from './words/en';
import type { ReplyWords } from './words/reply-words';

/** Which of the days that a text may mean: the next one, or the last one. */
export type Direction = 'next' | 'last';

/** What a sentence says of a day. */
export interface DayTold {
  /** Null where it is a time that is no day, or can be read two ways. */
  day: Day | null;
  /** Where it begins. */
  at: number;
}

const FIGURES = /\b(\d{4}-\d{2}-\d{2}|\d{1,2}([./-]) ?\d{1,2}\2 ?(?:\d{4}|\d{2}))\b/g;
const DAY_MONTH = /\b(\d{1,2}[./]\d{1,2})(?:\.(?= |$|\n)|\b)(?![./-]?\d)(?!\.\p{L})/gu;
const NAMED = /\b(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)? ?(?:de |of )?(\p{L}{3,10})\b\.?(?:,? (?:de |del )?(\d{4}))?/gu;
const NAME_FIRST = /\b(\p{L}{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?\b(?!\d|[.,:/]\d)(?:,? (\d{4}))?/gu;
const MONTH_ALONE = /\b(\p{L}{3,10})\b/gu;

/**
 * What a sentence says of a day; null where it names none.
 * @param text a sentence, folded
 * @param received the day the reply came
 * @example dayTold('will pay friday', en, 20411, 'next') // the coming Friday
 */
export function dayTold(text: string, words: ReplyWords, received: Day, direction: Direction): DayTold | null {
  const said = text.replace(PHONES, blank).replace(EVERY, blank).replace(OF_PAPERS, blank);
  const days = [...datesIn(said, words, received, direction), ...otherDays(said, words, received, direction)];
  const sorted = days.sort((a, b) => a.at - b.at);
  const [first] = sorted;
  if (!first) return null;
  const sure = new Set(sorted.map(({ day }) => day));
  // Two days for one fact: none of them is sure.
  const day = sure.size === 1 && !words.guess.test(said) && !isVague(said, first.at) ? first.day : null;
  return { day, at: first.at };
}

/** "Your reminder of yesterday", "Ihr Angebot vom 3. Mai": the day of a paper or a talk. Folded. */
const OF_PAPERS =
  /\b(?:reminder|e-?mail|letter|message|call|chat|conversation|invoice|quote|quotation|offer|statement|\w*mahnung|\w*erinnerung|schreiben|nachricht|anruf|telefonat|gesprach|rechnung|angebot|lieferschein|bestellung|relance|courrier|courriel|mail|appel|entretien|facture|devis|commande|recordatorio|correo|mensaje|llamada|aviso|carta|factura|presupuesto|albaran|pedido|escrito|comunicacion)(?: of| from| dated| sent(?: on)?| vom| von| du| d'| de(?: fecha)?| del)(?: the| le| el| dia| on)?(?: (?:\d{1,2}(?:st|nd|rd|th|er|\.)?(?: (?:de |of )?(?!will\b|wird\b|sera\b|se\b)\p{L}{3,10}(?: \d{4})?)?|\d[\d./-]+|yesterday|today|hier|ayer|gestern|heute|\p{L}+day|\p{L}+tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miercoles|jueves|viernes)(?![\p{L}\d]))|\b(?:yesterday|today|this morning|\p{L}+day)'s (?:reminder|e-?mail|letter|message|call)/gu;

/** "The 14th or the 15th": two days. */
const ONE_OF_TWO =
  /\b\d{1,2}(?:st|nd|rd|th|er|\.)? ?(?:or|oder|bzw\.?|ou|o|to|bis)(?: (?:the|am|den|le|el|au|al|zum))? \d{1,2}\b(?! ?(?:%|€|h\b|uhr|am\b|pm\b))/;
/** In front of a day that only begins a time. */
const FROM_THEN_ON =
  /(?:\b(?:week|wk)(?: of| commencing| beginning| starting)?|w\/c|\bwoche (?:vom|ab|des|um)|\bsemaine du|\bsemana del?|\bafter|\bnach|\bapres|\bdespues del?|\b(?:not|nicht|pas|no) (?:before|vor|avant|antes del?)|\b(?:around|um|vers|hacia|sobre|gegen))(?: (?:the|dem|den|le|el|lunes|montag|monday|lundi))*,? $/;

function isVague(said: string, at: number): boolean {
  return ONE_OF_TWO.test(said) || FROM_THEN_ON.test(said.slice(Math.max(0, at - 32), at));
}

/**
 * The first of several days that a sentence names, where that one is sure.
 * @example firstDayTold('600 on 1 october and the rest on 1 november', en, 20411, 'next') // the day of 1 October
 */
export function firstDayTold(said: string, words: ReplyWords, received: Day): Day | null {
  const told = dayTold(said, words, received, 'next');
  if (told === null || told.day !== null) return told?.day ?? null;
  const parts = said.slice(told.at).split(/,? (?:and|und|et|y|then|dann|puis|luego)\b|, | - /);
  return dayTold(said.slice(0, told.at) + (parts[0] ?? ''), words, received, 'next')?.day ?? null;
}

/** "01 99 00 22 22": no day of a month. */
const PHONES = /(?:\+\d|\b0\d|\b\d{3})\d*(?: \d{2,}){2,}/g;

/** "Donnerstags", "le jeudi", "each Friday": what is always so. */
const EVERY =
  /\b(?:mon|diens|donners|frei|sams)tags\b|\bmittwochs\b|\b(?:every|each|jede[nr]?|chaque|cada|tous les|todos los|los) (?:mon|tues|wednes|thurs|fri)days?\b|\b(?:jede[nr]?) (?:montag|dienstag|mittwoch|donnerstag|freitag)\b|\b(?:chaque|cada|tous les|todos los|los|le) (?:lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miercoles|jueves|viernes)s?\b(?! (?:\d|prochain|suivant|qui|matin|soir))/g;

const blank = (match: string): string => ' '.repeat(match.length);

/** Dates with a month. */
function datesIn(said: string, words: ReplyWords, received: Day, direction: Direction): DayTold[] {
  const found: DayTold[] = [];
  const taken: [number, number][] = [];
  const add = (at: number, length: number, day: Day | null): void => {
    if (taken.some(([from, to]) => at < to && at + length > from)) return;
    taken.push([at, at + length]);
    found.push({ at, day });
  };
  for (const match of said.matchAll(FIGURES)) add(match.index, match[0].length, inFigures(match[1] ?? '', words));
  for (const match of said.matchAll(DAY_MONTH)) {
    const day = isAmountOrClock(said, match.index, match[0])
      ? undefined
      : withoutYear(match[1] ?? '', words, received, direction);
    if (day !== undefined) add(match.index, match[0].length, day);
  }
  for (const match of said.matchAll(NAMED)) {
    const day = named(words, [match[1], match[2], match[3]], received, direction);
    if (day !== null) add(match.index, match[0].length, day);
  }
  for (const match of said.matchAll(NAME_FIRST)) {
    const day = named(words, [match[2], match[1], match[3]], received, direction);
    if (day !== null) add(match.index, match[0].length, day);
  }
  return found;
}

/** A date with its year; English figures only where they can be read in one way. */
function inFigures(text: string, words: ReplyWords): Day | null {
  const { dayFirst, monthFirst } = bothReadings(text.replace(/ /g, ''));
  if (!isEnglish(words) || text.includes('.')) return dayFirst;
  return dayFirst === null || monthFirst === null || dayFirst === monthFirst ? (dayFirst ?? monthFirst) : null;
}

/** Undefined where the figures are no date. */
function withoutYear(text: string, words: ReplyWords, received: Day, direction: Direction): Day | null | undefined {
  const [one = 0, two = 0] = text.split(/[./]/).map(Number);
  if (isEnglish(words) && text.includes('.')) return undefined;
  const dayFirst = nearest(two, one, received, direction);
  const monthFirst = nearest(one, two, received, direction);
  if (!isEnglish(words)) return dayFirst ?? undefined;
  if (dayFirst !== null && monthFirst !== null) return dayFirst === monthFirst ? dayFirst : null;
  return dayFirst ?? monthFirst ?? undefined;
}

function isAmountOrClock(said: string, at: number, text: string): boolean {
  const after = said.slice(at + text.length, at + text.length + 6);
  const before = said.slice(Math.max(0, at - 4), at);
  return (
    /^ ?(?:€|eur|chf|gbp|usd|£|\$|%|h\b|uhr|am\b|pm\b|-)/.test(after) ||
    /[€£$\d/-] ?$/.test(before) ||
    /chf $|eur $/.test(before)
  );
}

/** A day and the name of its month. */
function named(
  words: ReplyWords,
  [day = '', month = '', year = '']: (string | undefined)[],
  received: Day,
  direction: Direction,
): Day | null {
  const at = monthOf(month, words);
  if (at === null) return null;
  if (year !== '') return dayOf(Number(year), at, Number(day));
  return nearest(at, Number(day), received, direction);
}

/** The month that a word names or begins, 1 to 12; English names are understood everywhere. */
function monthOf(name: string, words: ReplyWords): number | null {
  for (const months of [words.months, en.months]) {
    const found = months.flatMap((names, at) => (names.split('|').some((one) => one.startsWith(name)) ? [at + 1] : []));
    const [month] = found;
    if (month !== undefined && found.length === 1) return month;
  }
  return null;
}

/** The next or the last such day, the day of receipt included. */
function nearest(month: number, day: number, received: Day, direction: Direction): Day | null {
  const { year } = civilOf(received);
  const days = [year - 1, year, year + 1].flatMap((one) => dayOf(one, month, day) ?? []);
  if (direction === 'next') return days.find((one) => one >= received) ?? null;
  return [...days].reverse().find((one) => one <= received) ?? null;
}

/** Days without a month: today, weekdays, the end of a month, days of the month; and times that are no day. */
function otherDays(said: string, words: ReplyWords, received: Day, direction: Direction): DayTold[] {
  const found: DayTold[] = [];
  const dated = datesIn(said, words, received, direction);
  for (const [pattern, days] of words.relative) {
    const match = pattern.exec(said);
    if (match && !found.some(({ at }) => Math.abs(at - match.index) < match[0].length))
      found.push({ at: match.index, day: received + days });
  }
  const nextEnd = words.nextMonthEnd.exec(said);
  const end = words.monthEnd.exec(said);
  if (nextEnd) found.push({ at: nextEnd.index, day: endOfMonth(plusMonths(civilStart(received), 1)) });
  else if (end) found.push({ at: end.index, day: direction === 'next' ? endOfMonth(received) : null });
  const months = monthEnds(said, words, received, direction);
  found.push(...months);
  const weekdays = weekdaysIn(said, words, received, direction);
  const bare =
    found.length > 0 || dated.length > 0
      ? []
      : [...said.matchAll(new RegExp(words.bareDay, 'gu')), ...daysBehind(said, weekdays)]
          .filter((match) => weekdays.length === 0 || !/^ ?\d/.test(said.slice(match.index + match[0].length)))
          .map((match) => ({ at: match.index, day: dayOfMonth(Number(match[1]), received, direction) }));
  found.push(...bare);
  // A weekday beside a date or a day of the month only says it once more, as long as they agree.
  found.push(...weekdays.filter((told) => agreesWith(told, dated, found)));
  if (found.length > 0 || dated.length > 0) return found;
  const span = words.span.exec(said);
  return span ? [{ at: span.index, day: null }] : [];
}

/** "Friday 20th", "Freitag, den 20.", "vendredi 20": the day of the month behind a weekday. */
function daysBehind(said: string, weekdays: readonly { end: number }[]): { index: number; 0: string; 1: string }[] {
  return weekdays.flatMap(({ end }) => {
    const match =
      /^,? (?:(?:the|den|dem|le|el|dia) )?([12]?\d|3[01])(?:st|nd|rd|th|er|\.)?(?=[,;!?.)]* |[,;!?.)]*$)(?! ?(?:h|uhr|am|pm)\b)/.exec(
        said.slice(end),
      );
    return match?.[1] === undefined ? [] : [{ index: end, 0: match[0], 1: match[1] }];
  });
}

function civilStart(day: Day): Day {
  const { year, month } = civilOf(day);
  return dayOf(year, month, 1) ?? day;
}

/** "End of November"; "mid November" is no day. */
function monthEnds(said: string, words: ReplyWords, received: Day, direction: Direction): DayTold[] {
  return [...said.matchAll(MONTH_ALONE)].flatMap((match): DayTold[] => {
    const month = monthOf(match[1] ?? '', words);
    const before = said.slice(0, match.index).trimEnd();
    if (
      month === null ||
      /\d(?:st|nd|rd|th|er|\.)?(?: de| of)?$/.test(before) ||
      /^\.? \d{1,2}\b(?! ?\d{3})/.test(said.slice(match.index + match[0].length))
    )
      return [];
    if (words.endOf.test(before)) {
      const first = nearest(month, 1, direction === 'next' ? civilStart(received) : received, direction);
      return first === null ? [] : [{ at: match.index, day: endOfMonth(first) }];
    }
    return words.span.test(said.slice(Math.max(0, match.index - 14), match.index + match[0].length))
      ? [{ at: match.index, day: null }]
      : [];
  });
}

/** The next such day of a month, or the last one. */
function dayOfMonth(day: number, received: Day, direction: Direction): Day | null {
  const start = civilStart(received);
  const days = [-1, 0, 1, 2].flatMap((months) => {
    const { year, month } = civilOf(plusMonths(start, months));
    return dayOf(year, month, day) ?? [];
  });
  if (direction === 'next') return days.find((one) => one >= received) ?? null;
  return [...days].reverse().find((one) => one <= received) ?? null;
}

/** Weekdays with the days they mean; null where they can mean two. */
function weekdaysIn(
  said: string,
  words: ReplyWords,
  received: Day,
  direction: Direction,
): (DayTold & { weekday: number; end: number })[] {
  const found = words.weekdays.flatMap((pattern, index) => {
    const match = pattern.exec(said);
    return match ? [{ at: match.index, end: match.index + match[0].length, weekday: index + 1 }] : [];
  });
  return found.map(({ at, end, weekday }) => {
    const around = `${said.slice(Math.max(0, at - 14), at)} ${said.slice(end, end + 16)}`;
    const day = weekdayMeant(
      weekday,
      around,
      `${said.slice(Math.max(0, at - 24), at)} ${said.slice(end, end + 32)}`,
      words,
      received,
      direction,
    );
    return { at, end, weekday, day };
  });
}

function weekdayMeant(
  weekday: number,
  around: string,
  further: string,
  words: ReplyWords,
  received: Day,
  direction: Direction,
): Day | null {
  const monday = received - (weekdayOf(received) - 1);
  if (direction === 'last') {
    const nearestBefore = received - (((weekdayOf(received) - weekday + 6) % 7) + 1);
    if (weekdayOf(received) === weekday) return null;
    if (!words.last.test(around)) return nearestBefore;
    const ofLastWeek = monday - 7 + weekday - 1;
    return ofLastWeek === nearestBefore ? nearestBefore : null;
  }
  const nearestAfter = received + (((weekday - weekdayOf(received) + 6) % 7) + 1);
  const ofNextWeek = monday + 7 + weekday - 1;
  if (words.nextWeek.test(further)) return ofNextWeek;
  if (weekdayOf(received) === weekday) return null;
  if (words.next.test(around)) return nearestAfter === ofNextWeek ? nearestAfter : null;
  return nearestAfter;
}

/** A weekday that a date stands beside is the date's own, or puts it in doubt. */
function agreesWith(
  told: DayTold & { weekday: number },
  dated: readonly DayTold[],
  found: readonly DayTold[],
): boolean {
  const beside = [...dated, ...found].filter(({ at, day }) => day !== null && Math.abs(at - told.at) < 24);
  return beside.length === 0 || beside.every(({ day }) => day !== null && weekdayOf(day) !== told.weekday);
}
