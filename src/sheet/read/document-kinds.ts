// What the kind of a document or a debit/credit sign says of a row: owed, a credit, a payment, our own debt, or not owed yet.
import { isReceivable, type StatusWord } from '../../receivables/invoice-status';
import type { Detection } from '../fields';
import type { Cell, Grid, Problem } from '../grid';
import { type DocumentKind, WHOLE, WITHIN } from '../vocabulary/document-words';
import { listOf, plainText } from '../vocabulary/language';
import { quoted } from './read-cells';

let whole: ReadonlyMap<string, DocumentKind> | null = null;

function wholeTexts(): ReadonlyMap<string, DocumentKind> {
  whole ??= new Map(
    (Object.entries(WHOLE) as [DocumentKind, string][]).flatMap(([kind, words]) =>
      listOf(words).map((word): [string, DocumentKind] => [plainText(word), kind]),
    ),
  );
  return whole;
}

let within: readonly (readonly [DocumentKind, RegExp])[] | null = null;

const EAST_ASIAN = /[\u3040-\u30ff\u3400-\u9fff]/;

// `*rechnung` ends a compound, `eingangs*` begins one; every other entry is a word, or words, of its own.
function wordsWithin(): readonly (readonly [DocumentKind, RegExp])[] {
  within ??= WITHIN.map(([kind, words]) => {
    const parts = listOf(words).map((word) => {
      if (EAST_ASIAN.test(word)) return word;
      return `${word.startsWith('*') ? '\\S' : '(?:^| )'}${plainText(word)}${word.endsWith('*') ? '' : '(?= |$)'}`;
    });
    return [kind, new RegExp(parts.join('|'), 'u')] as const;
  });
  return within;
}

const remembered = new Map<string, DocumentKind | null>();
const MOST_REMEMBERED = 500;

/**
 * The kind of document that a cell names; null when it names none that is known.
 * @example kindOf('Sales credit note') // 'credit'
 * @example kindOf('Proforma-Rechnung') // 'offer'
 */
export function kindOf(cell: Cell): DocumentKind | null {
  const text = typeof cell === 'number' ? String(cell) : cell;
  if (typeof text !== 'string') return null;
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const kind = lookUp(text);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(text, kind);
  return kind;
}

function lookUp(text: string): DocumentKind | null {
  const word = plainText(text.replace(/([a-z])([A-Z])/g, '$1 $2'));
  // Further words follow a dash or a bracket: "Credit note (partial)".
  const lead = plainText(text.split(/\s[-–—]\s|[(:,;]/)[0] ?? '');
  const all = wholeTexts();
  const alone = all.get(word) ?? all.get(plainText(text)) ?? all.get(lead);
  if (alone) return alone;
  return wordsWithin().find(([, words]) => words.test(word))?.[0] ?? null;
}

const LEFT_OUT: Partial<Record<DocumentKind, string>> = {
  payable: 'payable, not a receivable',
  offer: 'quote, order or the like, not owed',
  settled: 'paid at once, not owed',
};

/** Why a row is left out for the kind of its document; '' when it counts. @example whyNotOwed('A Pagar') // 'payable, not a receivable' */
export function whyNotOwed(type: Cell): string {
  const kind = type === '' ? null : kindOf(type);
  return (kind && LEFT_OUT[kind]) ?? '';
}

const CREDIT_SIGNS = new Set(['h', 'haben', 'haber', 'c', 'cr', 'credit', 'credito', 'k', 'a', 'avere', 'ma']);
const DEBIT_SIGNS = new Set(['s', 'soll', 'd', 'dr', 'debit', 'debito', 'debe', 'dare', 'wn', 'winien']);

/** What a cell of a debit/credit column says; null when it is neither. @example sideOf('Cr') // 'credit' */
export function sideOf(cell: Cell): 'debit' | 'credit' | null {
  const word = typeof cell === 'string' ? plainText(cell) : '';
  if (CREDIT_SIGNS.has(word)) return 'credit';
  return DEBIT_SIGNS.has(word) ? 'debit' : null;
}

/**
 * The status of a row once its kind is known: a credit note or a payment on account lowers what the customer owes, whatever its sign.
 * @param status what the status column says; paid, draft and void stay as they are
 * @param sign the side of the row, which beats the kind of its document
 * @example creditByKind('open', 'Credit memo', '') // 'credit'
 */
export function creditByKind(status: StatusWord, type: Cell, sign: Cell): StatusWord {
  if ((type === '' && sign === '') || status === 'paid' || !isReceivable({ status })) return status;
  const kind = type === '' ? null : kindOf(type);
  const side = sideOf(sign) ?? (kind === 'credit' || kind === 'payment' ? 'credit' : null);
  return side === 'credit' ? 'credit' : status;
}

/**
 * Whether a row that lowers what is owed is a credit note rather than money: by its kind, else by the word of its status. A bare sign tells
 * neither, and is what statements write beside payments.
 * @param status what the status column says
 * @example isCreditNote('Payment', 'open') // false
 */
export function isCreditNote(type: Cell, status: StatusWord): boolean {
  const kind = type === '' ? null : kindOf(type);
  return kind === 'credit' || (kind !== 'payment' && status === 'credit');
}

/**
 * The kinds of documents in a table that are not known, each named once, at its first row. Where none is known under a bare "Type" the
 * column holds types of something else.
 * @returns problems with the code `kind-unknown`
 */
export function unknownKinds(grid: Grid, { columns, headerRow }: Detection): Problem[] {
  const column = columns.documentType;
  if (!column) return [];
  const seen = new Map<string, Problem>();
  let known = false;
  for (let i = headerRow - grid.firstRow + 1; i < grid.values.length; i += 1) {
    const cell = grid.values[i]?.[column.index] ?? '';
    if (typeof cell !== 'string' || plainText(cell) === '') continue;
    if (kindOf(cell)) known = true;
    else if (!seen.has(plainText(cell))) seen.set(plainText(cell), unknownKind(cell, grid.firstRow + i, column.header));
  }
  return known || !isBareType(column.header) ? [...seen.values()] : [];
}

// "Type" may be that of anything; "Document type" and "Belegart" are of documents.
const BARE = new Set(
  'type typ art kind tipo soort rodzaj nature clase especie tipologia klasse category 種別 区分 種類'.split(' '),
);

/** Whether a name alone does not say that the types are those of documents. @example isBareType('Type') // true */
export function isBareType(header: string): boolean {
  return BARE.has(plainText(header));
}

function unknownKind(cell: string, row: number, column: string): Problem {
  const sentence = `the kind of document ${quoted(cell)} is not known, here and in every row that has it; it counts as an invoice. Use Invoice, Credit note, Payment, Quote or Supplier bill.`;
  return { row, column, code: 'kind-unknown', message: `Row ${row}, ${column}: ${sentence}` };
}
