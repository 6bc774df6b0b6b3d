// The day on which somebody is back at work, where the subject of an absence tells it.
import { civilOf, type Day, nextBusinessDay } from '../../receivables/day';
import { bothReadings, dayOfText } from '../read/read-dates';

/** What announces the day of return, and what the last day away. Small letters without accents. */
const BACK =
  /\b(?:back|return(?:ing|s)?|available again|zuruck|ruckkehr|wieder (?:da|im (?:buro|haus)|erreichbar)|retour|reprise|vuelv?[eo]|vuelta|regress?[oa]|de vuelta|rientr[oi]|ritorno|torno|terug|powrot|wracam|wroce|volto|regressa)\b/;
const UNTIL = /\b(?:until|till|up to|bis|jusqu.?(?:au|a|en)|hasta|fino al?|tot|do dnia|do|ate|through)\b/;
const INCLUSIVE =
  /\b(?:through|inclu(?:ding|sive|s|so|siv[eo]|ido)|einschliesslich|einschlieslich|inkl|compreso|t\/m|tot en met|wlacznie)\b/;

const DATE =
  /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./-] ?\d{1,2}[./-] ?(?:\d{4}|\d{2})\b|\b\d{1,2}[./]\d{1,2}\b\.?(?!\d)|\b\d{1,2}(?:st|nd|rd|th|er|\.)? (?:de |of )?\p{L}{3,12}\.?(?: (?:de |del )?\d{4})?|\b\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?\b/giu;

/**
 * The day back at work.
 * @param words a subject without what it repeats of ours, small letters without accents
 * @param received the day the absence came: a date without a year is the next such day
 * @returns null where the words tell none, or where it can be read two ways
 * @example returnDay('out of office, back on 7 december 2026', 20000) // the day of 7 December 2026
 */
export function returnDay(words: string, received: Day): Day | null {
  const found = datesIn(words, received);
  const back = found.find(({ before, after }) => BACK.test(lastWords(before)) || /^ (?:zuruck|wieder)/.test(after));
  if (back) return back.day;
  const last = found[found.length - 1];
  if (!last || !UNTIL.test(lastWords(last.before))) return null;
  return INCLUSIVE.test(words) ? nextBusinessDay(last.day + 1) : last.day;
}

interface Found {
  day: Day;
  before: string;
  after: string;
}

function datesIn(words: string, received: Day): Found[] {
  const isEnglish = /\b(?:back|return|out of|until|office)\b/.test(words);
  const found: Found[] = [];
  const dates = new RegExp(DATE);
  for (let match = dates.exec(words); match; match = dates.exec(words)) {
    const end = match.index + match[0].length;
    const day = dayIn(match[0], received, isEnglish);
    if (day !== null) found.push({ day, before: words.slice(0, match.index), after: words.slice(end) });
    // "Monday 7 December", "until 4 December": the date begins behind the first word.
    else dates.lastIndex = match.index + (/^[\p{L}\d]+/u.exec(match[0])?.[0].length ?? match[0].length);
  }
  return found;
}

/** The few words in front of a date that say what it is. */
function lastWords(before: string): string {
  return before.split(' ').slice(-5).join(' ');
}

function dayIn(text: string, received: Day, isEnglish: boolean): Day | null {
  const whole = read(text, isEnglish);
  if (whole !== null) return whole;
  const year = civilOf(received).year;
  const bare = text.replace(/\.$/, '').replace(/[./-]$/, '');
  const sign = /[./]/.exec(bare)?.[0] ?? ' ';
  const days = [year, year + 1].map((one) => read(`${bare}${sign}${one}`, isEnglish));
  return days.find((day) => day !== null && day >= received) ?? null;
}

/** An English date in figures is sure only where it can be read in one way. */
function read(text: string, isEnglish: boolean): Day | null {
  if (!isEnglish) return dayOfText(text.replace(/(\d)\. (?=\p{L})/u, '$1 '), 'day-first');
  const { dayFirst, monthFirst } = bothReadings(text);
  if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst) return null;
  return dayFirst ?? monthFirst;
}
