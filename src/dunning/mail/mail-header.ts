// Header lines of a mail: encoded and folded so that no value can break out of its line.
import { base64Of, utf8Bytes } from './mime-encoding';

/** The longest line of a header that holds encoded words (RFC 2047 section 2). */
const MOST_LINE = 76;
/** The longest encoded word (RFC 2047 section 2). */
const MOST_WORD = 75;
const WORD_FRAME = '=?UTF-8?B??='.length;

/**
 * A header value without anything that could end its line: control characters and line separators become a blank.
 * @example cleanHeader('Acme\r\nBcc: x@example.com') // 'Acme Bcc: x@example.com'
 */
export function cleanHeader(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

// As many bytes as fit an encoded word of the given width: base64 makes four characters of three bytes.
function bytesThatFit(width: number): number {
  return Math.floor((Math.min(width, MOST_WORD) - WORD_FRAME) / 4) * 3;
}

/**
 * A text as folded encoded words (RFC 2047, base64 UTF-8), none longer than 75, no character split between two.
 * @param text a cleaned value
 * @param used characters already on the first line, the header's name for one
 * @example encodedWords('Grüße', 9) // '=?UTF-8?B?R3LDvMOfZQ==?='
 */
function encodedWords(text: string, used: number): string {
  const words: string[] = [];
  let bytes: number[] = [];
  let room = bytesThatFit(MOST_LINE - used);
  for (const character of text) {
    const next = utf8Bytes(character);
    if (bytes.length + next.length > room) {
      words.push(bytes.length === 0 ? '' : `=?UTF-8?B?${base64Of(bytes)}?=`);
      bytes = [];
      room = bytesThatFit(MOST_LINE - 1);
    }
    bytes.push(...next);
  }
  words.push(`=?UTF-8?B?${base64Of(bytes)}?=`);
  return words.join('\r\n ');
}

function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text) && !text.includes('=?') && !/ {2}/.test(text);
}

/**
 * A whole header line of free text.
 * @param name header name, ASCII letters, digits and hyphens
 * @param value any text; control characters are taken out
 * @example unstructuredHeader('Subject', 'Invoice 7') // 'Subject: Invoice 7'
 */
export function unstructuredHeader(name: string, value: string): string {
  const text = cleanHeader(value);
  const start = `${name}: `;
  if (isPlain(text) && start.length + text.length <= MOST_LINE) return `${start}${text}`;
  return `${start}${encodedWords(text, start.length)}`;
}

/**
 * A mailbox as a header line shows it: the name quoted or encoded where it must be, then the address.
 * @param name display name, '' for none
 * @param address a checked address
 * @param used characters already on the line
 * @example mailbox('Weber, Anna', 'anna@example.com', 6) // '"Weber, Anna" <anna@example.com>'
 */
export function mailbox(name: string, address: string, used: number): string {
  const text = cleanHeader(name);
  if (text === '') return address;
  if (!isPlain(text) || used + text.length + 4 > MOST_LINE) return `${encodedWords(text, used)}\r\n <${address}>`;
  const shown = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+$/.test(text) ? text : `"${text.replace(/(["\\])/g, '\\$1')}"`;
  const line = `${shown} <${address}>`;
  return used + line.length <= MOST_LINE ? line : `${shown}\r\n <${address}>`;
}
