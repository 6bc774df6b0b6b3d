// A short fingerprint of a text: for the chain of the log and for references.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** A text as UTF-8 bytes; half surrogates become the replacement character. Apps Script has no TextEncoder. */
function utf8(text: string): Uint8Array {
  // Nearly everything in the log is plain ASCII, which is its own UTF-8.
  return bytesOf(text) ?? bytesOf(unescape(encodeURIComponent(mended(text))), 255) ?? new Uint8Array(0);
}

function mended(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/** A byte a character; null where one is above `most`. */
function bytesOf(text: string, most = 127): Uint8Array | null {
  const { length } = text;
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > most) return null;
    bytes[index] = code;
  }
  return bytes;
}

/**
 * The first 16 hexadecimal digits of the SHA-256 of a text in UTF-8.
 * @example digest('abc') // 'ba7816bf8f01cfea'
 */
export function digest(text: string): string {
  return bytesToHex(sha256(utf8(text)).subarray(0, 8));
}
