// The headers of a mail as they came: unfolded, by name, with encoded words read (RFC 5322 2.2.3, RFC 2047).

/** Reads bytes in an encoding; null where that is not known here. */
export type Decode = (bytes: Uint8Array, encoding: string) => string | null;

/** Headers by their names in small letters; several of one name in their order. */
export type MailHeaders = ReadonlyMap<string, readonly string[]>;

const ENCODED_WORD = /=\?([^?*\s]+)(?:\*[^?]*)?\?([bq])\?([^?]*)\?=/gi;
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * The headers in a block of them.
 * @param block lines as they came; a line that begins with a blank goes on the one before
 * @param decode for encodings beyond UTF-8 and the Latin ones
 * @example headersIn('Subject: =?utf-8?q?R=C3=BCckfrage?=', () => null).get('subject') // ['Rückfrage']
 */
export function headersIn(block: string, decode: Decode): MailHeaders {
  const headers = new Map<string, string[]>();
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = decodedWords(line.slice(colon + 1).trim(), decode);
    headers.set(name, [...(headers.get(name) ?? []), value]);
  }
  return headers;
}

/** Encoded words as text; neighbours in one encoding are read as one, since a sign may be cut between them. */
function decodedWords(value: string, decode: Decode): string {
  const joined = value.replace(/\?=\s+=\?/g, '?==?').replace(/=\?([^?]+)\?(b)\?([^?=]*)\?==\?\1\?\2\?/gi, '=?$1?$2?$3');
  const runs = joined.replace(/(=\?([^?]+)\?q\?[^?]*)\?==\?\2\?q\?/gi, '$1');
  if (runs !== joined) return decodedWords(runs, decode);
  return joined.replace(ENCODED_WORD, (word, encoding: string, how: string, text: string) => {
    const bytes = how.toLowerCase() === 'b' ? bytesOfBase64(text) : bytesOfQuoted(text);
    return decoded(bytes, encoding.toLowerCase(), decode) ?? word;
  });
}

function bytesOfQuoted(text: string): Uint8Array {
  const plain = text
    .replace(/_/g, ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0) & 255);
}

function bytesOfBase64(text: string): Uint8Array {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const sign of text) {
    const value = BASE64.indexOf(sign);
    if (value < 0) continue;
    held = (held << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
  }
  return Uint8Array.from(bytes);
}

function decoded(bytes: Uint8Array, encoding: string, decode: Decode): string | null {
  const known = decode(bytes, encoding);
  if (known !== null) return known;
  const signs = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  if (/^(?:iso-8859-|windows-125|us-ascii)/.test(encoding)) return signs;
  if (!/^utf-?8$/.test(encoding)) return null;
  try {
    return decodeURIComponent(escape(signs));
  } catch {
    return null;
  }
}
