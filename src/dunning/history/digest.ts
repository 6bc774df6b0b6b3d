// A short fingerprint of a text: for the chain of the log and for references.
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** The letters of references and tokens, five bits each: without I, L, O and U, so that nothing is misread or spells a word. */
export const REFERENCE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Writes a text as UTF-8 bytes; half surrogates become the replacement character. Apps Script has no TextEncoder. */
function utf8(text: string): Uint8Array {
  // Nearly everything in the log is plain ASCII, which is its own UTF-8.
  return asciiBytes(text) ?? bytesOf(unescape(encoded(text)));
}

/** What cannot be encoded has half a surrogate pair in it, which is rare: only then it is looked for. */
function encoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return encodeURIComponent(mended(text));
  }
}

/** Long enough for nearly every text, and written anew for each. */
const SCRATCH = 8_192;

let scratch: Uint8Array | null = null;

function asciiBytes(text: string): Uint8Array | null {
  scratch ??= new Uint8Array(SCRATCH);
  const bytes = text.length > SCRATCH ? new Uint8Array(text.length) : scratch.subarray(0, text.length);
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

/** One hasher begun anew for each text: a log has thousands of them, and making one costs more than a short text. */
interface Hasher {
  fresh: ReturnType<typeof sha256.create>;
  used: ReturnType<typeof sha256.create>;
  found: Uint8Array;
  /** What of it is kept. */
  first: Uint8Array;
}

let hasher: Hasher | null = null;

/**
 * The first 16 hexadecimal digits of the SHA-256 of a text in UTF-8.
 * @example digest('abc') // 'ba7816bf8f01cfea'
 */
export function digest(text: string): string {
  hasher ??= newHasher();
  const { fresh, used, found, first } = hasher;
  fresh._cloneInto(used);
  used.update(utf8(text)).digestInto(found);
  return bytesToHex(first);
}

function newHasher(): Hasher {
  const found = new Uint8Array(sha256.outputLen);
  return { fresh: sha256.create(), used: sha256.create(), found, first: found.subarray(0, 8) };
}

/**
 * The HMAC-SHA256 of a text by a secret (RFC 2104), 32 bytes: who does not know the secret cannot make it.
 * @example keyedDigest('key', 'The quick brown fox jumps over the lazy dog') // f7 bc 83 f4 53 84 24 b1 ...
 */
export function keyedDigest(secret: string, text: string): Uint8Array {
  // Both are written into the same scratch.
  const key = utf8(secret).slice();
  return hmac(sha256, key, utf8(text).slice());
}
