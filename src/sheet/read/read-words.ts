// Words in cells, in all the languages: what a status says, yes and no, error texts, and identifiers as displayed.
import { isoOf } from '../../receivables/day';
import type { StatusWord } from '../../receivables/invoice-status';
import { type Cell, isDayCell } from '../grid';
import { cellWords } from '../vocabulary/cell-words.prepared';
import { listOf, plainText } from '../vocabulary/language';
import { wordsOf } from '../vocabulary/word-list';

const ERROR = /^(#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!)|Loading\.\.\.|Loading…)$/i;

/** Whether a cell is an error value or still loading. */
export function isErrorText(cell: Cell): boolean {
  return typeof cell === 'string' && /^\s*[#L]/i.test(cell) && ERROR.test(cell.trim());
}

const NOTHING = /^(?:[-–—]+|n\/?a|nil|none|null|nan|nat|undefined|\\n|[([<](?:null|none|blank|empty)[)\]>])$/i;
/** A person may be called Nan or None; an export writes what is missing in these ways alone. */
const NOTHING_AS_EXPORTED = /^(?:[-–—]+|NULL|null|NaN|nan|N\/A|n\/a|#N\/A|\\N|\(null\))$/;
const LONGEST_NOTHING = 9;
const BEGINS_NOTHING = '-–—Nn#\\(';

/** Whether a text stands for an empty cell: a dash, `NULL`, `NaN`, `n/a`. */
export function saysNothing(text: string): boolean {
  return text.length <= LONGEST_NOTHING && NOTHING.test(text.trim());
}

/** Whether a name or number stands for an empty cell, as exports write it. @example isMissing('NULL') // true */
export function isMissing(text: string): boolean {
  return text.length <= LONGEST_NOTHING && BEGINS_NOTHING.includes(text.charAt(0)) && NOTHING_AS_EXPORTED.test(text);
}

let statuses: Map<string, StatusWord> | null = null;

function statusWords(): Map<string, StatusWord> {
  if (statuses) return statuses;
  statuses = new Map(
    cellWords().statuses.flatMap(([says, words]) => wordsOf(words).map((word): [string, StatusWord] => [word, says])),
  );
  return statuses;
}

/**
 * What a status word says; null when it is not known ('' is a blank cell).
 * @example statusOf('Paid in full') // 'paid'
 * @example statusOf('Unpaid - overdue') // 'open'
 */
export function statusOf(text: string): StatusWord | null {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const status = lookUpStatus(text);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(text, status);
  return status;
}

// A column of ten thousand statuses has a handful of different words.
const remembered = new Map<string, StatusWord | null>();
const MOST_REMEMBERED = 500;

function lookUpStatus(text: string): StatusWord | null {
  const word = plainText(text);
  // A sign (✓) is no blank, and no word either.
  if (word === '') return text.trim() === '' ? '' : null;
  const known = statusWords().get(word);
  if (known) return known;
  // Further words follow a dash or a bracket: "Unpaid - overdue", "Paid (bank)".
  const [lead = null, ...further] = text
    .split(/\s[-–—]\s|[():,;/]/)
    .map((part) => statusWords().get(plainText(part)) ?? null);
  if (lead !== null && !ASKED.includes(lead)) return lead;
  return further.find((one) => one !== null && STOPPING.includes(one)) ?? lead;
}

/** What is asked for, unless a further word stops it: "Open (do not chase)". */
const ASKED: readonly StatusWord[] = ['open', 'part-paid', 'returned'];
const STOPPING: readonly StatusWord[] = ['stopped', 'disputed', 'in-process'];

/** The sign behind ✔️ that asks for its coloured form. */
const AS_PICTURE = /\ufe0f$/;

let answers: Map<string, boolean> | null = null;

// The shape of a sign is its meaning: ○ is not normalised to a letter.
function answerWords(): Map<string, boolean> {
  if (answers) return answers;
  answers = new Map([['', false]]);
  const { yes, no } = cellWords();
  for (const word of listOf(yes)) answers.set(word, true);
  for (const word of listOf(no)) answers.set(word, false);
  return answers;
}

/** Yes or no from a cell; null when it is neither. @example yesOrNo('Y') // true */
export function yesOrNo(cell: Cell): boolean | null {
  if (typeof cell === 'boolean') return cell;
  // The letters of an error (#N/A) say "n/a" to a reader of answers, and nobody knows what the cell would say.
  if (isDayCell(cell) || isErrorText(cell)) return null;
  const word = String(cell).trim().toLowerCase().replace(AS_PICTURE, '');
  const known = answerWords();
  return known.get(word) ?? (/[\p{L}\p{N}]/u.test(word) ? known.get(plainText(word)) : known.get(word)) ?? null;
}

/**
 * An identifier as displayed: leading zeros and all 19 digits of a long one survive.
 * @param display the cell as displayed, undefined where it cannot be had
 */
export function idText(cell: Cell, display: string | undefined): string {
  if (typeof cell === 'string') return cell.trim();
  // A number too long for its column or format is displayed as 1.2E+18: then its own figures say more.
  const shown = display === undefined || /^[\d.,]+E[+-]?\d+$/i.test(display.trim()) ? '' : display.trim();
  if (shown !== '') return shown;
  return isDayCell(cell) ? isoOf(cell.day) : String(cell);
}

/** A short word such as "sum" may end somebody's name. */
const LONG_WORD = 5;

let totals: RegExp | null = null;

function totalRow(): RegExp {
  if (totals) return totals;
  const all = wordsOf(cellWords().totals);
  const words = all.filter((word) => !EAST_ASIAN.test(word)).sort((a, b) => b.length - a.length);
  const east = all.filter((word) => EAST_ASIAN.test(word));
  const ends = words.filter((word) => word.length >= LONG_WORD);
  const eastEnds = east.filter((word) => word.length > 1);
  const begins = `^(${words.concat(east).join('|')})( .*)?$`;
  totals = new RegExp(`${begins}| (${ends.join('|')})$|(${eastEnds.join('|')})$`, 'u');
  return totals;
}

const EAST_ASIAN = /[\u3040-\u30ff\u3400-\u9fff]/;

/** Whether a text begins or ends a total or subtotal row: `Total`, `Summe Kunde 7`, `ACME total`, `小計`. */
export function isTotalText(text: string): boolean {
  return totalRow().test(plainText(text));
}
