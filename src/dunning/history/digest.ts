// A short fingerprint of a text: for the chain of the log and for references.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** A text as UTF-8 bytes; half surrogates become the replacement character. Apps Script has no TextEncoder. */
function utf8(text: string): Uint8Array {
  // Nearly everything in the log is plain ASCII, which is its own UTF-8.
  return asciiBytes(text) ?? bytesOf(unescape(encodeURIComponent(mended(text))));
}

function asciiBytes(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 127) return null;
    bytes[index] = code;
  }
  return bytes;
}

function mended(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

function bytesOf(encoded: string): Uint8Array {
  const bytes = new Uint8Array(encoded.length);
  for (let index = 0; index < encoded.length; index += 1) bytes[index] = encoded.charCodeAt(index);
  return bytes;
}

/**
 * The first 16 hexadecimal digits of the SHA-256 of a text in UTF-8.
 * @example digest('abc') // 'ba7816bf8f01cfea'
 */
export function digest(text: string): string {
  return bytesToHex(sha256(utf8(text)).subarray(0, 8));
}
