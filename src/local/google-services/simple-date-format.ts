// java.text.SimpleDateFormat as Utilities.formatDate and parseDate use it: patterns, in English, in a zone.

/** Zone arithmetic that formatting needs, epoch milliseconds. */
export interface ZoneRules {
  offsetAt(zone: string, instant: number): number;
  instantOf(zone: string, wall: number): number;
  /** Short and long name of the zone at an instant (`JST`, `Japan Standard Time`). */
  nameAt(zone: string, instant: number, long: boolean): string;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const DAY = 86_400_000;

/** A problem with a pattern or a text; the caller turns it into a service exception. */
export class DateFormatError extends Error {}

type Token = { letter: string; count: number } | { literal: string };

function tokens(pattern: string): Token[] {
  const list: Token[] = [];
  for (let i = 0; i < pattern.length; ) {
    const letter = pattern.charAt(i);
    if (letter === "'") {
      const end = quotedEnd(pattern, i);
      const inner = pattern.slice(i + 1, end);
      list.push({ literal: inner === '' ? "'" : inner.replace(/''/g, "'") });
      i = end + 1;
    } else if (/[A-Za-z]/.test(letter)) {
      let end = i;
      while (pattern.charAt(end) === letter) end++;
      if (!'GyYMLwWDdFEuaHkKhmsSzZX'.includes(letter))
        throw new DateFormatError(`Illegal pattern character '${letter}'`);
      list.push({ letter, count: end - i });
      i = end;
    } else {
      list.push({ literal: letter });
      i++;
    }
  }
  return list;
}

function quotedEnd(pattern: string, start: number): number {
  for (let i = start + 1; i < pattern.length; i++) {
    if (pattern.charAt(i) !== "'") continue;
    if (pattern.charAt(i + 1) === "'" && i > start + 1) i++;
    else return i;
  }
  throw new DateFormatError('Unterminated quote');
}

function pad(value: number, width: number): string {
  return (value < 0 ? '-' : '') + String(Math.abs(value)).padStart(width, '0');
}

function dayOfYear(wall: Date): number {
  return Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / DAY) + 1;
}

/** Week of the year as in the US: weeks begin on Sunday, week 1 holds 1 January. */
function weekOf(wall: Date): { year: number; week: number } {
  const year = wall.getUTCFullYear();
  const first = (y: number) => Date.UTC(y, 0, 1) - new Date(Date.UTC(y, 0, 1)).getUTCDay() * DAY;
  const weekYear = wall.getTime() >= first(year + 1) ? year + 1 : year;
  return { year: weekYear, week: Math.floor((wall.getTime() - first(weekYear)) / (7 * DAY)) + 1 };
}

function offsetText(offset: number, letter: string, count: number): string {
  const minutes = Math.round(offset / 60_000);
  if (letter === 'X' && minutes === 0) return 'Z';
  const sign = minutes < 0 ? '-' : '+';
  const hh = pad(Math.floor(Math.abs(minutes) / 60), 2);
  const mm = pad(Math.abs(minutes) % 60, 2);
  if (letter === 'Z') return `${sign}${hh}${mm}`;
  return count === 1 ? `${sign}${hh}` : `${sign}${hh}${count === 2 ? '' : ':'}${mm}`;
}

function field(
  token: { letter: string; count: number },
  wall: Date,
  instant: number,
  zone: string,
  rules: ZoneRules,
): string {
  const { letter, count } = token;
  const hour = wall.getUTCHours();
  const year = (value: number) => (count === 2 ? pad(value % 100, 2) : pad(value, count));
  switch (letter) {
    case 'G':
      return wall.getUTCFullYear() > 0 ? 'AD' : 'BC';
    case 'y':
      return year(wall.getUTCFullYear());
    case 'Y':
      return year(weekOf(wall).year);
    case 'M':
    case 'L': {
      const name = MONTHS[wall.getUTCMonth()] ?? '';
      return count >= 4 ? name : count === 3 ? name.slice(0, 3) : pad(wall.getUTCMonth() + 1, count);
    }
    case 'w':
      return pad(weekOf(wall).week, count);
    case 'W': {
      const first = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), 1)).getUTCDay();
      return pad(Math.floor((wall.getUTCDate() - 1 + first) / 7) + 1, count);
    }
    case 'D':
      return pad(dayOfYear(wall), count);
    case 'd':
      return pad(wall.getUTCDate(), count);
    case 'F':
      return pad(Math.floor((wall.getUTCDate() - 1) / 7) + 1, count);
    case 'E': {
      const name = WEEKDAYS[wall.getUTCDay()] ?? '';
      return count >= 4 ? name : name.slice(0, 3);
    }
    case 'u':
      return pad(wall.getUTCDay() || 7, count);
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    case 'H':
      return pad(hour, count);
    case 'k':
      return pad(hour || 24, count);
    case 'K':
      return pad(hour % 12, count);
    case 'h':
      return pad(hour % 12 || 12, count);
    case 'm':
      return pad(wall.getUTCMinutes(), count);
    case 's':
      return pad(wall.getUTCSeconds(), count);
    case 'S':
      return pad(wall.getUTCMilliseconds(), count);
    case 'z':
      return rules.nameAt(zone, instant, count >= 4);
    default:
      return offsetText(rules.offsetAt(zone, instant), letter, count);
  }
}

/**
 * Formats an instant.
 * @param instant epoch milliseconds
 * @throws DateFormatError for an illegal pattern
 * @example formatDate(0, 'GMT+01:00', "yyyy-MM-dd'T'HH:mm", rules) // '1970-01-01T01:00'
 */
export function formatDate(instant: number, zone: string, pattern: string, rules: ZoneRules): string {
  const wall = new Date(instant + rules.offsetAt(zone, instant));
  return tokens(pattern)
    .map((token) => ('literal' in token ? token.literal : field(token, wall, instant, zone, rules)))
    .join('');
}

interface Parts {
  values: Map<string, number>;
  offset: number | null;
}

function nameIndex(list: string[], rest: string): { index: number; length: number } | null {
  const lower = rest.toLowerCase();
  for (const short of [false, true]) {
    for (const [index, name] of list.entries()) {
      const word = (short ? name.slice(0, 3) : name).toLowerCase();
      if (lower.startsWith(word)) return { index, length: word.length };
    }
  }
  return null;
}

function parseOffset(rest: string): { offset: number; length: number } | null {
  const utc = /^(?:Z|UTC|GMT)(?![+-])/.exec(rest);
  if (utc) return { offset: 0, length: utc[0].length };
  const match = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?/.exec(rest);
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return { offset: (match[1] === '-' ? -minutes : minutes) * 60_000, length: match[0].length };
}

/** Takes one pattern field off the front of the text; gives how many characters it took, -1 when it does not fit. */
function take(token: { letter: string; count: number }, rest: string, adjacent: boolean, parts: Parts): number {
  const { letter, count } = token;
  if (letter === 'E' || letter === 'G' || ((letter === 'M' || letter === 'L') && count >= 3) || letter === 'a') {
    const list = letter === 'E' ? WEEKDAYS : letter === 'a' ? ['AM', 'PM'] : letter === 'G' ? ['BC', 'AD'] : MONTHS;
    const found = nameIndex(list, rest);
    if (!found) return -1;
    if (letter !== 'E') parts.values.set(letter === 'L' ? 'M' : letter, found.index);
    return found.length;
  }
  if ('zZX'.includes(letter)) {
    const zone = parseOffset(rest);
    if (!zone) return -1;
    parts.offset = zone.offset;
    return zone.length;
  }
  const digits = (adjacent ? new RegExp(`^\\d{${count}}`) : /^\s*[-+]?\d+/).exec(rest)?.[0];
  if (digits === undefined) return -1;
  let value = Number(digits);
  if ((letter === 'y' || letter === 'Y') && count <= 2 && digits.length === 2) value += value < 46 ? 2000 : 1900;
  parts.values.set(letter === 'L' ? 'M' : letter, 'ML'.includes(letter) ? value - 1 : value);
  return digits.length;
}

/**
 * Reads an instant; like the Java class it is lenient (31 February rolls over), takes missing parts from
 * 1 January 1970, midnight, and ignores text after the pattern's end.
 * @returns epoch milliseconds
 * @throws DateFormatError when the text does not fit the pattern
 */
export function parseDate(text: string, zone: string, pattern: string, rules: ZoneRules): number {
  const parts: Parts = { values: new Map(), offset: null };
  const list = tokens(pattern);
  let at = 0;
  list.forEach((token, i) => {
    if ('literal' in token) {
      if (!text.startsWith(token.literal, at)) throw new DateFormatError(`Unparseable date: "${text}"`);
      at += token.literal.length;
      return;
    }
    const next = list[i + 1];
    const adjacent = next !== undefined && 'letter' in next && !(token.count >= 3 && 'ML'.includes(token.letter));
    const length = take(token, text.slice(at), adjacent, parts);
    if (length < 0) throw new DateFormatError(`Unparseable date: "${text}"`);
    at += length;
  });
  const wall = wallOf(parts.values);
  return parts.offset === null ? rules.instantOf(zone, wall) : wall - parts.offset;
}

function wallOf(values: Map<string, number>): number {
  const get = (letter: string, fallback: number) => values.get(letter) ?? fallback;
  let hour = values.get('H') ?? (values.has('k') ? get('k', 0) % 24 : undefined);
  if (hour === undefined) {
    const half = values.has('h') ? get('h', 0) % 12 : get('K', 0);
    hour = half + 12 * get('a', 0);
  }
  const date = new Date(0);
  const month = get('M', 0);
  const day = values.has('D') && !values.has('d') ? get('D', 1) : get('d', 1);
  date.setUTCFullYear(get('y', get('Y', 1970)), month, day);
  date.setUTCHours(hour, get('m', 0), get('s', 0), get('S', 0));
  return date.getTime();
}
