// The cell Value of AR Segments: words to compare with, or an interval of numbers, in one currency or in any.
import { CUSTOMER_KINDS, kindNamed } from '../../dunning/decision/debtor/kinds';
import { countryCode } from '../../dunning/letter/languages';
import {
  COMPUTED_FIELDS,
  type ComputedField,
  compared,
  type Operator,
  type RuleValue,
} from '../../dunning/segments/rule-words';
import { COMPUTED_SEGMENTS } from '../../receivables/segment-words';
import { type Cell, isBlank } from '../../sheet/grid';
import { amountOfCell, textOf } from '../../sheet/read/typed-cells';

/** Why a value cannot be taken: the end of a sentence. */
export interface ValueFault {
  fault: string;
}

/** So large a number is never a share of a limit: it was meant in per cent. */
const PERCENT_FROM = { portfolio: 1, limit: 10 };

/**
 * What a value says for a field.
 * @param field a computed field; null for a column, whose cells are words or numbers
 * @returns a fault that names what is expected
 * @example readValue('10,000 EUR', 'at least', 'balance') // { kind: 'interval', from: 10000, to: Infinity, currency: 'EUR' }
 * @example readValue('10 and 30', 'between', 'oldest') // { kind: 'interval', from: 10, to: 30, currency: '' }
 */
export function readValue(cell: Cell, is: Operator, field: ComputedField | null): RuleValue | ValueFault {
  const written = textOf(cell);
  const kind = field === null ? null : COMPUTED_FIELDS[field];
  const isNumeric = is === 'at least' || is === 'at most' || is === 'between';
  if (isBlank(cell) && !(kind === null && !isNumeric)) return { fault: 'Value is empty' };
  if (kind === 'words' || (kind === null && !isNumeric)) {
    if (isNumeric) return { fault: `${field} is a word, so Is must be is, is not or contains` };
    const parts = written.split(';').map((word) => word.trim());
    const words = parts.length > 1 ? parts.filter((word) => word !== '') : parts;
    return wordsOf(words, is, field);
  }
  if (is === 'contains') return { fault: `${field} is a number, so Is cannot be contains` };
  return interval(cell, is, field);
}

/** Words of a closed set are taken as that set has them; what is not in it is a slip of the pen. */
function wordsOf(words: readonly string[], is: Operator, field: ComputedField | null): RuleValue | ValueFault {
  const plain: RuleValue = { kind: 'words', words: words.map(compared) };
  if (is === 'contains' || field === null) return plain;
  const known = KNOWN[field as keyof typeof KNOWN];
  if (!known) return plain;
  const unknown = words.find((word) => known.named(word) === '');
  if (unknown !== undefined) return { fault: `"${unknown}" is not known; write ${known.say}` };
  return { kind: 'words', words: words.map((word) => compared(known.named(word))) };
}

const KNOWN: Record<'kind' | 'country' | 'computed segment' | 'size', { named(word: string): string; say: string }> = {
  kind: { named: (word) => kindNamed(word) ?? '', say: `one of ${CUSTOMER_KINDS.join(', ')}` },
  country: { named: (word) => countryCode(word), say: 'a country or its two letters, such as DE' },
  'computed segment': {
    named: (word) => COMPUTED_SEGMENTS.find((name) => compared(name) === compared(word)) ?? '',
    say: `one of ${COMPUTED_SEGMENTS.join(', ')}`,
  },
  size: {
    named: (word) => (/^(large|big|gro(ss|ß))$/i.test(word) ? 'large' : /^(smb|small)$/i.test(word) ? 'SMB' : ''),
    say: 'large or SMB',
  },
};

const CURRENCY = /(?:^|\s|\d)(?!AND\b)([A-Z]{3})\b/;

function interval(cell: Cell, is: Operator, field: ComputedField | null): RuleValue | ValueFault {
  if (typeof cell === 'number') return between([cell], is, '', field);
  const written = textOf(cell).toUpperCase();
  const isMoney = field !== null && COMPUTED_FIELDS[field] === 'money';
  const currency = isMoney ? (CURRENCY.exec(written)?.[1] ?? '') : '';
  const rest = currency === '' ? written : written.split(currency).join(' ');
  const parts = is === 'between' ? rest.split(/\s+AND\s+|\s*;\s*|\s*\.\.+\s*|(?<=[\d%])\s*[-–]\s*(?=\d)/) : [rest];
  const numbers: number[] = [];
  for (const part of parts) {
    const text = part.trim();
    const { amount, fault } = amountOfCell(text.replace(/\s*(%|DAYS?)$/, ''));
    if (amount === null) return { fault: fault || `"${textOf(cell)}" is not a number` };
    numbers.push(text.endsWith('%') ? amount / 100 : amount);
  }
  return between(numbers, is, currency, field);
}

function between(
  numbers: readonly number[],
  is: Operator,
  currency: string,
  field: ComputedField | null,
): RuleValue | ValueFault {
  const limit = field === 'limit used' ? PERCENT_FROM.limit : PERCENT_FROM.portfolio;
  const isShare = field !== null && COMPUTED_FIELDS[field] === 'share';
  const [from = 0, to = from] = numbers.map((number) => (isShare && number > limit ? number / 100 : number));
  if (is === 'between' && numbers.length !== 2) return { fault: 'Value needs two numbers, such as 10 and 30' };
  if (is === 'between' && from > to) return { fault: 'the first of the two numbers is above the second' };
  if (is === 'at least') return { kind: 'interval', from, to: Number.POSITIVE_INFINITY, currency };
  if (is === 'at most') return { kind: 'interval', from: Number.NEGATIVE_INFINITY, to: from, currency };
  return { kind: 'interval', from, to, currency };
}
