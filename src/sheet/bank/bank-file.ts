// A bank's file, whatever its format: how its bytes are text, what it is, and who reads it.
import { isBai2, readBai2 } from './bai2';
import { type BankFile, BankFileRefused, type BankProblem, type Rows } from './bank-lines';
import { type BankTableOptions, readBankTable } from './bank-table';
import { headerOf } from './bank-table-header';
import { readCamt } from './camt';
import { csvRows } from './csv-rows';
import { isMt940, readMt940 } from './mt940';
import { isOfx, readOfx } from './ofx';

/** Turns bytes into text; null where they are no text of the encoding. Hosts have TextDecoder for it. */
export type Decode = (bytes: Uint8Array, encoding: string) => string | null;

/** How archives, spreadsheets and printed pages begin. */
const NO_TEXT = ['PK', '%PDF', '\u00d0\u00cf'];

const OTHERS = ['windows-1252', 'windows-1250', 'shift_jis', 'gb18030', 'windows-1251', 'euc-jp', 'iso-8859-2'];

/**
 * Reads a bank's file: camt.052, camt.053, camt.054, MT940, MT942, BAI2, OFX or CSV.
 * @param bytes the file as it is
 * @throws BankFileRefused when nothing of it may be taken, with the reason
 */
export function readBankFile(bytes: Uint8Array, decode: Decode, options: BankTableOptions = {}): BankFile {
  const file = readAny(bytes, decode, options);
  return { ...file, problems: [...lostLetters(file), ...file.problems] };
}

/** Letters that were lost before the file came here. */
function lostLetters({ lines, isMiswritten }: Read): BankProblem[] {
  const lost = lines.find(({ payer, text }) => `${payer}${text}`.includes('\ufffd'));
  if (!lost && !isMiswritten) return [];
  const message = lost
    ? `Row ${lost.row}: letters of names or texts were lost before the file was saved. Amounts and dates are not touched; names may not be known again.`
    : 'The file says that it is written in UTF-8 and is not: letters with accents may be wrong. Amounts and dates are not touched.';
  return [{ row: lost?.row ?? 0, code: 'encoding', message }];
}

/** A file read, and whether it is written otherwise than it says. */
type Read = BankFile & { isMiswritten?: boolean };

function readAny(bytes: Uint8Array, decode: Decode, options: BankTableOptions): Read {
  if (bytes.length === 0) throw new BankFileRefused('empty', 'The file is empty. Download it again.');
  const texts = textsOf(bytes, decode);
  const text = texts[0] ?? '';
  if (/^\s*<(?:!doctype )?html/i.test(text)) {
    throw new BankFileRefused(
      'web-page',
      'The file is a web page, no statement: the bank may have asked to sign in again. Download the statement anew.',
    );
  }
  if (isOfx(text)) return readOfx(inCharset(bytes, text, decode));
  if (/^\s*<(?:\?xml|[A-Za-z!])/.test(text)) {
    const declared = declaredEncoding(text);
    const isMiswritten = /^utf-?8/i.test(declared) && decode(bytes, 'utf-8') === null;
    return { ...readCamt(inDeclared(bytes, text, decode)), isMiswritten };
  }
  if (isBai2(text)) return readBai2(text);
  if (isMt940(text)) return readMt940(text);
  if (NO_TEXT.some((begins) => text.startsWith(begins))) {
    throw new BankFileRefused(
      'not-a-statement',
      'This is no statement that can be read. Download it as camt.053, MT940, BAI2, OFX or CSV.',
    );
  }
  return readBankTable(tableOf(texts), 'CSV', options);
}

/** What the bytes may say, the likeliest first; one reading where they tell by themselves. */
function textsOf(bytes: Uint8Array, decode: Decode): string[] {
  const marked = markedEncoding(bytes);
  if (marked) return [decode(bytes, marked) ?? ''];
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null) return [utf8.replace(/^\ufeff/, '')];
  return OTHERS.map((encoding) => decode(bytes, encoding)).filter((text): text is string => text !== null);
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

// An XML file says in its first line how it is written.
function inDeclared(bytes: Uint8Array, text: string, decode: Decode): string {
  const declared = declaredEncoding(text);
  if (/^utf-?(8|16)/i.test(declared)) return text;
  return decode(bytes, declared.toLowerCase()) ?? text;
}

function declaredEncoding(text: string): string {
  return /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(text)?.[1] ?? 'utf-8';
}

function inCharset(bytes: Uint8Array, text: string, decode: Decode): string {
  const charset = /^CHARSET:(\d{4})/m.exec(text)?.[1];
  return charset !== undefined && decode(bytes, 'utf-8') === null
    ? (decode(bytes, `windows-${charset}`) ?? text)
    : text;
}

const SEPARATORS = [';', ',', '\t', '|'];

/** The rows of a CSV file in the reading and with the separator under which most of its header is known. */
function tableOf(texts: readonly string[]): Rows {
  let best: { rows: Rows; score: number } | null = null;
  for (const text of texts) {
    for (const delimiter of SEPARATORS) {
      if (!text.includes(delimiter)) continue;
      const rows = csvRows(text, delimiter);
      const header = headerOf(rows);
      const score = header ? header.known - strangeness(text) : -1;
      if (!best || score > best.score) best = { rows, score };
    }
  }
  return best?.rows ?? [];
}

/** How much a text looks read in the wrong encoding: signs within words that no word has. */
function strangeness(text: string): number {
  const odd = text.match(/\p{L}[¹³£¥¿¯ê¶¼¾±¤¦§]\p{L}|[\u0080-\u009f]|\ufffd/gu)?.length ?? 0;
  return Math.min(0.9, odd / 10);
}
