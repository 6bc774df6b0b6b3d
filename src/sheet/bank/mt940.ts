// Statements in SWIFT's MT940 and interim reports in MT942.
// Source: SWIFT MT940 and MT942 field specifications (20, 25, 28C, 60a, 61, 62a, 86); the banks' ways with :86: stand in mt940-details.ts.
import { type Day, dayOf } from '../../receivables/day';
import { bankFile, type Statement } from './accounts';
import { type BankFile, BankFileRefused, type BankLine, type BankProblem, bankLine, minorOfText } from './bank-lines';
import { type Details, detailsOf, keptOnTheWay } from './mt940-details';

/** A field of a message: `:61:` and what follows, continued lines kept apart. */
interface Field {
  tag: string;
  lines: string[];
}

/** Whether a text is a statement of SWIFT. */
export function isMt940(text: string): boolean {
  return /^:20:/m.test(text) && /^:25P?:/m.test(text) && /^:(60[FM]|34F|13D?|61):/m.test(text);
}

/**
 * Reads statements of MT940 or MT942.
 * @throws BankFileRefused `cut-off` where the last statement has no closing balance
 */
export function readMt940(text: string): BankFile {
  const messages = messagesOf(text);
  const isInterim = messages.every((fields) => !has(fields, '60') && !has(fields, '62'));
  const last = messages[messages.length - 1] ?? [];
  if (!isInterim && !has(last, '62')) {
    throw new BankFileRefused(
      'cut-off',
      'The file ends before the closing balance of its last statement: lines may be missing. Nothing was read. Download it again.',
    );
  }
  const reading: Reading = { place: 0, problems: [] };
  const pages = new Set<string>();
  let repeated = 0;
  const statements = messages.flatMap((fields): Statement[] => {
    // A page that is in the file twice: its lines need no reference of the bank to be known again.
    const page = JSON.stringify(fields.filter(({ tag }) => tag !== '20'));
    const statement = statementOf(fields, isInterim, reading);
    if (pages.has(page)) {
      repeated += statement.lines.length;
      return [];
    }
    pages.add(page);
    return [statement];
  });
  const file = bankFile(isInterim ? 'MT942' : 'MT940', statements, !isInterim, reading.problems);
  return { ...file, duplicates: file.duplicates + repeated };
}

function has(fields: readonly Field[], tag: string): boolean {
  return fields.some((field) => field.tag.startsWith(tag));
}

/** The messages of a file, each its fields; what stands before, between and around them is left out. */
function messagesOf(text: string): Field[][] {
  const messages: Field[][] = [];
  let field: Field | null = null;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const tagged = /(?:^|\{4:)\s*:(\d\d[A-Z]?):(.*)$/.exec(line);
    if (tagged) {
      field = { tag: tagged[1] ?? '', lines: [tagged[2] ?? ''] };
      if (field.tag === '20' || messages.length === 0) messages.push([]);
      messages[messages.length - 1]?.push(field);
    } else if (/^-\}?(\{5:.*)?$/.test(line.trimEnd())) {
      field = null;
    } else if (line.trim() !== '') {
      field?.lines.push(line);
    }
  }
  return messages;
}

interface Reading {
  place: number;
  problems: BankProblem[];
}

const BALANCE = /^(C|D)(\d{6})([A-Z]{3})([\d,]+)/;

interface Balance {
  day: Day | null;
  currency: string;
  minor: number | null;
}

function balanceOf(fields: readonly Field[], tag: string): Balance | null {
  const match = BALANCE.exec(fields.find((field) => field.tag.startsWith(tag))?.lines[0] ?? '');
  if (!match) return null;
  const [, sign, date = '', currency = '', amount = ''] = match;
  const minor = minorOfText(amount, currency);
  return { day: dayOfSix(date), currency, minor: sign === 'D' && minor ? -minor : minor };
}

function dayOfSix(text: string): Day | null {
  return dayOf(2000 + Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4, 6)));
}

function statementOf(fields: readonly Field[], isInterim: boolean, reading: Reading): Statement {
  const [opening, closing] = [balanceOf(fields, '60'), balanceOf(fields, '62')];
  const floor = fields.find(({ tag }) => tag === '34F')?.lines[0] ?? '';
  const currency = opening?.currency ?? closing?.currency ?? floor.slice(0, 3);
  const id = accountId(fields.find(({ tag }) => tag.startsWith('25'))?.lines[0] ?? '', currency);
  const isPage = (tag: string): boolean => fields.some((field) => field.tag === tag);
  const lines = fields.flatMap((field, i): BankLine[] => {
    if (field.tag !== '61') return [];
    const next = fields[i + 1];
    const line = lineOf(field, next?.tag === '86' ? next.lines : [], { account: id, currency, reading });
    return line ? [{ ...line, pending: isInterim }] : [];
  });
  return {
    id,
    currency,
    opening: opening?.minor ?? null,
    closing: closing?.minor ?? null,
    // Between pages the balance is no end of a day.
    end: isPage('62F') ? (closing?.day ?? null) : null,
    lines,
  };
}

// Some banks glue the currency to the account.
function accountId(written: string, currency: string): string {
  const id = written.trim();
  return currency !== '' && /\d/.test(id) && id.endsWith(currency) ? id.slice(0, -currency.length).trim() : id;
}

const LINE = /^(\d{6})(\d{4})?(R?[CD]|E[CD])([A-Z])?(\d[\d,]*)([A-Z][A-Z0-9]{3})?(.*)$/;

const IBAN = /\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b/;

interface Where {
  account: string;
  currency: string;
  reading: Reading;
}

function lineOf(field: Field, details: readonly string[], { account, currency, reading }: Where): BankLine | null {
  reading.place += 1;
  const row = reading.place + 1;
  const [written = '', ...supplement] = field.lines;
  const match = LINE.exec(written);
  const day = match ? dayOfSix(match[1] ?? '') : null;
  const amount = match ? minorOfText(match[5] ?? '', currency) : null;
  if (!match || day === null || amount === null) {
    reading.problems.push({
      row,
      code: 'line-unreadable',
      message: `Entry ${reading.place} cannot be read (":61:${written}"). It was left out: look it up at the bank.`,
    });
    return null;
  }
  const [mark = '', kind = '', references = ''] = [match[3], match[6], match[7]];
  // RC takes a credit back, RD a debit.
  const isOut = mark === 'RC' || mark.replace('E', '') === 'D';
  const bankId = inReferences(references);
  const minor = isOut && amount !== 0 ? -amount : amount;
  const line = bankLine({ row, account, day, minor, currency });
  const told: Details = detailsOf(details, { kind, isOut, currency });
  const [ownCharges, ownSent] = [told.charges, told.original];
  return {
    ...line,
    ...told.texts,
    // Without a field :86: the owner's reference is all that is said.
    text: told.texts.text || (details.length === 0 ? ownReference(references) : ''),
    payerAccount: told.texts.payerAccount || (IBAN.exec(supplement.join(' '))?.[0] ?? ''),
    booking: match[2] ? nearestDay(match[2], day) : null,
    bankId,
    ...keptOnTheWay(line, supplement.join(''), { charges: ownCharges, original: ownSent }),
  };
}

function ownReference(references: string): string {
  const own = references.split('//')[0]?.trim() ?? '';
  return own === 'NONREF' ? '' : own;
}

function inReferences(references: string): string {
  const at = references.indexOf('//');
  const id = at < 0 ? '' : references.slice(at + 2).trim();
  return id === 'NONREF' ? '' : id;
}

/** The day of a month and day without a year: of the year that lies nearest to the value date. */
function nearestDay(text: string, to: Day): Day | null {
  const year = new Date(to * 86_400_000).getUTCFullYear();
  const days = [year - 1, year, year + 1].flatMap((each) => {
    const day = dayOf(each, Number(text.slice(0, 2)), Number(text.slice(2, 4)));
    return day === null ? [] : [day];
  });
  if (days.length === 0) return null;
  return days.reduce((best, day) => (Math.abs(day - to) < Math.abs(best - to) ? day : best));
}
