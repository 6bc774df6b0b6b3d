// What field :86: of MT940 tells, in the ways of German, Dutch, Swiss and other banks.
// Sources: DFÜ agreement, appendix 3 of the German banking industry (subfields ?00 to ?63, SEPA words such as EREF+); the Dutch banks' MT940
// structured format (/NAME/, /REMI/, ...).
import { referenceKinds } from '../../receivables/cash/structured-reference';
import { type BankLine, bareReference, inOneLine, type Money, minorOfText, returnReasonIn } from './bank-lines';

/** What a field told of its line. */
export interface Details {
  texts: Pick<
    BankLine,
    'payer' | 'onBehalfOf' | 'payerAccount' | 'text' | 'endToEndId' | 'structuredReference' | 'returnReason'
  >;
  charges: number;
  original: Money | null;
}

/** The line a field belongs to. */
interface Beside {
  /** SWIFT's type of transaction, e.g. NTRF. */
  kind: string;
  isOut: boolean;
  currency: string;
}

/** A line of :86: that is filled to here goes on without a blank. */
const FULL_LINE = 65;
/** So does a subfield of this length. */
const FULL_PART = 27;

/** Reads the lines of a field :86:. */
export function detailsOf(lines: readonly string[], beside: Beside): Details {
  const joined = lines.join('');
  const german = /^(?:\d{3})?([^\p{L}\p{N}\s/:,.-])(?=\d\d)/u.exec(joined);
  if (german) return german86(joined, german[1] ?? '?', beside);
  const flowing = flowed(lines, FULL_LINE);
  if (DUTCH_WORD.test(flowing)) return dutch86(flowing, beside);
  return plain86(flowing, beside);
}

function flowed(parts: readonly string[], full: number): string {
  return parts.reduce((text, part, i) => {
    const before = parts[i - 1];
    return before === undefined || before.length >= full ? `${text}${part}` : `${text} ${part}`;
  }, '');
}

const SEPA_WORD =
  /(?:^|\s|(?<=\S))(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|OAMT|COAM|PURP|IBAN|BIC|RREF|RTRN|ANAM|BREF|SQTP|ORCR)\+/g;

function german86(joined: string, separator: string, beside: Beside): Details {
  const fields = new Map<string, string>();
  for (const piece of joined.split(separator).slice(1)) {
    const code = piece.slice(0, 2);
    if (/^\d\d$/.test(code)) fields.set(code, `${fields.get(code) ?? ''}${piece.slice(2)}`);
  }
  const get = (code: string): string => fields.get(code) ?? '';
  const purpose: string[] = [];
  for (const [from, to] of [
    [20, 29],
    [60, 63],
  ] as const) {
    for (let code = from; code <= to; code += 1) if (fields.has(String(code))) purpose.push(get(String(code)));
  }
  const words = sepaWords(flowed(purpose, FULL_PART));
  const text = inOneLine(words.text);
  const own = { charges: amountIn(words.of('COAM'), beside.currency), original: sentIn(words.of('OAMT'), beside) };
  const inText = takenOut(text, beside.currency);
  const reference = isRf(inText.text) ? bareReference(inText.text) : '';
  const shown = reference === '' ? inText.text : '';
  return {
    texts: {
      payer: inOneLine(flowed([get('32'), get('33')], FULL_PART)),
      onBehalfOf: inOneLine(words.of('ABWA')),
      payerAccount: get('31').trim() || get('38').trim() || words.of('IBAN').trim(),
      // What the bank itself calls the line, where nobody wrote anything.
      text: shown === '' && reference === '' ? inOneLine(get('00')) : shown,
      endToEndId: given(words.of('EREF')),
      structuredReference: reference,
      returnReason: returnReasonIn(words.all, `${get('00')} ${isReturn(beside.kind)}`),
    },
    charges: own.charges || inText.charges,
    original: own.original ?? inText.original,
  };
}

function isRf(text: string): boolean {
  return referenceKinds(text).includes('RF');
}

// NRTI is a returned item.
function isReturn(kind: string): string {
  return kind === 'NRTI' || kind === 'NRTN' ? 'return' : '';
}

function given(id: string): string {
  const trimmed = inOneLine(id);
  return trimmed === 'NOTPROVIDED' || trimmed === 'NONREF' ? '' : trimmed;
}

interface SepaWords {
  /** Remittance text: SVWZ, and what stands before the first word. */
  text: string;
  /** All of it. */
  all: string;
  of(word: string): string;
}

function sepaWords(purpose: string): SepaWords {
  const found = [...purpose.matchAll(SEPA_WORD)];
  const values = new Map<string, string>();
  found.forEach((match, i) => {
    const from = (match.index ?? 0) + match[0].length;
    values.set(match[1] ?? '', purpose.slice(from, found[i + 1]?.index ?? purpose.length));
  });
  const before = purpose.slice(0, found[0]?.index ?? purpose.length);
  const of = (word: string): string => values.get(word) ?? '';
  return { text: `${before} ${of('SVWZ')}`, all: purpose, of };
}

function amountIn(text: string, currency: string): number {
  const figures = /(\d+(?:,\d*)?)/.exec(text)?.[1];
  return figures === undefined ? 0 : (minorOfText(figures, currency) ?? 0);
}

function sentIn(text: string, { currency }: Beside): Money | null {
  const minor = amountIn(text, currency);
  return minor === 0 ? null : { minor, currency };
}

const DUTCH = [
  ...['TRTP', 'TRCD', 'IBAN', 'BIC', 'NAME', 'REMI', 'EREF', 'CSID', 'MARF', 'CNTP', 'PURP', 'ULTD', 'ULTC', 'ULTB'],
  ...['RTRN', 'ISDT', 'ORDP', 'BENM', 'PREF', 'SVCL', 'ADDR', 'ID', 'BUSP', 'KREF', 'ACCW', 'INIT', 'TXTP', 'DEBT'],
];
const DUTCH_WORD = /^\/(?:TRTP|TRCD|IBAN|NAME|REMI|EREF|CNTP|ORDP|BENM|RTRN|PREF|MARF|CSID|TXTP|ACCW)\//;
const DUTCH_WORDS = new RegExp(`/(${DUTCH.join('|')})/`, 'g');

function dutch86(text: string, beside: Beside): Details {
  const values = new Map<string, string>();
  const found = [...text.matchAll(DUTCH_WORDS)].filter((match, i, all) => {
    // "/ORDP//NAME/x": words stand side by side; a word inside the remittance text of another is text.
    const before = all[i - 1];
    return before === undefined || (match.index ?? 0) >= (before.index ?? 0) + before[0].length - 1;
  });
  found.forEach((match, i) => {
    const from = (match.index ?? 0) + match[0].length;
    const value = text.slice(from, found[i + 1]?.index ?? text.length).replace(/\/+$/, '');
    const word = match[1] ?? '';
    if (!values.has(word) || values.get(word) === '') values.set(word, value);
  });
  const of = (word: string): string => inOneLine(values.get(word) ?? '');
  const party = of('CNTP').split('/');
  const remittance = remittanceOf(values.get('REMI') ?? '');
  const inText = takenOut(remittance.text, beside.currency);
  return {
    texts: {
      payer: of('NAME') || inOneLine(party[2] ?? ''),
      onBehalfOf: inOneLine((of('ULTD') || of('ULTB')).replace(/^NAME\//, '')),
      payerAccount: of('IBAN') || (party[0] ?? ''),
      text: inText.text === '' && remittance.reference === '' ? of('TRTP') : inText.text,
      endToEndId: given(of('EREF')),
      structuredReference: remittance.reference,
      returnReason: returnReasonIn(
        `${of('RTRN')} ${remittance.text}`,
        `${values.has('RTRN') ? 'return' : ''} ${of('TRTP')}`,
      ),
    },
    charges: inText.charges,
    original: inText.original,
  };
}

/** `/REMI/USTD//text/` and `/REMI/STRD/CUR/RF12.../` beside the plain form. */
function remittanceOf(written: string): { text: string; reference: string } {
  const structured = /^STRD\/(?:CUR|ISO|SCOR)?\/?([^/]+)/.exec(written)?.[1] ?? '';
  const text = inOneLine(written.replace(/^USTD\/\//, '').replace(/^STRD\/.*$/, ''));
  if (structured !== '') return { text: '', reference: bareReference(structured) };
  return isRf(text) ? { text: '', reference: bareReference(text) } : { text, reference: '' };
}

function plain86(text: string, beside: Beside): Details {
  const inText = takenOut(inOneLine(text), beside.currency);
  return {
    texts: {
      payer: '',
      onBehalfOf: '',
      payerAccount: '',
      text: inText.text,
      endToEndId: '',
      structuredReference: '',
      returnReason: returnReasonIn(inText.text, isReturn(beside.kind)),
    },
    charges: inText.charges,
    original: inText.original,
  };
}

const SENT = /\/?OCMT\/([A-Z]{3})(\d+(?:,\d*)?)\/?/;
const CHARGED = /\/?CHGS?\/([A-Z]{3})(\d+(?:,\d*)?)\/?/;

/** A text without the words for what was sent and what the bank kept, and these. */
function takenOut(text: string, currency: string): { text: string; charges: number; original: Money | null } {
  const [sent, charged] = [SENT.exec(text), CHARGED.exec(text)];
  const minor = sent ? minorOfText(sent[2] ?? '', sent[1] ?? '') : null;
  const charges = charged?.[1] === currency ? (minorOfText(charged[2] ?? '', currency) ?? 0) : 0;
  return {
    text: inOneLine(text.replace(SENT, ' ').replace(CHARGED, ' ')),
    charges,
    original: minor === null ? null : { minor, currency: sent?.[1] ?? '' },
  };
}

/** What was sent and what the bank kept, from the supplement of :61: or from what :86: told. */
export function keptOnTheWay(
  line: BankLine,
  supplement: string,
  told: Pick<Details, 'charges' | 'original'>,
): Pick<BankLine, 'charges' | 'original'> {
  const own = takenOut(supplement, line.currency);
  const charges = own.charges || told.charges;
  const sent = own.original ?? told.original;
  const came = Math.abs(line.minor);
  if (sent && (sent.currency !== line.currency || sent.minor !== came)) return { charges, original: sent };
  if (charges === 0) return { charges, original: null };
  return {
    charges,
    original: { minor: line.minor < 0 ? came - charges : came + charges, currency: line.currency },
  };
}
