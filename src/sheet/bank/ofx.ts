// Statements in OFX and QFX, in the old form (SGML) and the new one (XML).
// Source: Open Financial Exchange specification 1.6 and 2.2, section 11 (STMTRS, BANKTRANLIST, STMTTRN, LEDGERBAL).
import { type Day, dayOf } from '../../receivables/day';
import { bankFile, type Statement } from './accounts';
import {
  type BankFile,
  BankFileRefused,
  type BankLine,
  type BankProblem,
  bankLine,
  inOneLine,
  minorOfText,
  returnReasonIn,
} from './bank-lines';

/** Whether a text is OFX. */
export function isOfx(text: string): boolean {
  return /<OFX>/i.test(text);
}

const TAG = /<(\/?)([A-Za-z][A-Za-z0-9.]*)>([^<]*)/g;

/**
 * Reads a file of OFX.
 * @throws BankFileRefused `cut-off` where the file does not end with `</OFX>`
 */
export function readOfx(text: string): BankFile {
  if (/<!DOCTYPE/i.test(text)) {
    throw new BankFileRefused(
      'document-type',
      'The file has a document type declaration, which no bank sends. Nothing was read. Download it anew from the bank.',
    );
  }
  if (!/<\/OFX>\s*$/i.test(text)) {
    throw new BankFileRefused(
      'cut-off',
      'The file ends in the middle: its last part is missing, so that payments may be missing. Nothing was read. Download it again.',
    );
  }
  const statements: Statement[] = [];
  const problems: BankProblem[] = [];
  let place = 0;
  for (const match of text.matchAll(/<(?:CC)?STMTRS>([\s\S]*?)<\/(?:CC)?STMTRS>/gi)) {
    const body = match[1] ?? '';
    const currency = valueIn(body, 'CURDEF').toUpperCase();
    const id = valueIn(body, 'ACCTID');
    const lines = blocks(body, 'STMTTRN').flatMap((block): BankLine[] => {
      place += 1;
      const line = lineOf(block, { account: id, currency, row: place + 1 });
      if (line) return [line];
      problems.push({
        row: place + 1,
        code: 'line-unreadable',
        message: `Entry ${place} has no amount or date that can be read. It was left out: look it up at the bank.`,
      });
      return [];
    });
    const balance = blocks(body, 'LEDGERBAL')[0] ?? '';
    const closing = minorOfText(valueIn(balance, 'BALAMT'), currency);
    const end = dayIn(valueIn(body.replace(/<STMTTRN>[\s\S]*?<\/STMTTRN>/gi, ''), 'DTEND'));
    statements.push({ id, currency, opening: null, closing, end, lines });
  }
  if (statements.length === 0) {
    throw new BankFileRefused(
      'no-statement',
      'The file is OFX, but holds no statement of an account. Nothing was read.',
    );
  }
  return bankFile('OFX', statements, true, problems);
}

function blocks(body: string, name: string): string[] {
  return [...body.matchAll(new RegExp(`<${name}>([\\s\\S]*?)(?:</${name}>|(?=<${name}>)|$)`, 'gi'))].map(
    (match) => match[1] ?? '',
  );
}

/** The first value of a name; in the old form nothing closes it. */
function valueIn(body: string, name: string): string {
  for (const [, closing, tag, value] of body.matchAll(TAG)) {
    if (closing === '' && tag?.toUpperCase() === name && (value ?? '').trim() !== '')
      return inOneLine(plain(value ?? ''));
  }
  return '';
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function plain(text: string): string {
  return text.replace(/&(#\d+|#x[0-9a-f]+|[a-z]+);/gi, (whole: string, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
  });
}

// The day in the bank's own zone, as it stands.
function dayIn(text: string): Day | null {
  const match = /^(\d{4})(\d\d)(\d\d)/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

function lineOf(block: string, where: { account: string; currency: string; row: number }): BankLine | null {
  const day = dayIn(valueIn(block, 'DTPOSTED'));
  const minor = minorOfText(valueIn(block, 'TRNAMT').replace(/\s/g, ''), where.currency);
  if (day === null || minor === null) return null;
  const text = valueIn(block, 'MEMO');
  return {
    ...bankLine({ ...where, day, minor }),
    booking: day,
    payer: valueIn(block, 'NAME'),
    text,
    bankId: valueIn(block, 'FITID'),
    returnReason: returnReasonIn(text, `${valueIn(block, 'TRNTYPE')} ${valueIn(block, 'NAME')}`),
  };
}
