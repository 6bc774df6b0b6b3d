// A short fingerprint of a text: for the chain of the log and for references.

// SHA-256 as FIPS 180-4 has it, written for an engine that has not run yet: an execution seals a log of hundreds of rows before
// V8 gets round to optimizing anything, so that there are no calls, no objects and no bytes between the text and the words.

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
const ROUNDS = [
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
];

/** What is hashed, as words of four bytes and padded, written anew for each text; it grows with the longest one. */
let message = new Int32Array(0);
/** The words of one block and those that follow from them. */
let schedule: Int32Array | null = null;
let rounds: Int32Array | null = null;

/**
 * Writes a text as a padded message.
 * @returns how many words it has; 0 where a character is above `highest` and is more than a byte
 */
function writeMessage(text: string, highest: number): number {
  const { length } = text;
  const words = (((length + 8) >>> 6) + 1) << 4;
  if (message.length < words) message = new Int32Array(words * 2);
  const whole = length >>> 2;
  let seen = 0;
  let at = 0;
  for (let word = 0; word < whole; word += 1, at += 4) {
    const first = text.charCodeAt(at);
    const second = text.charCodeAt(at + 1);
    const third = text.charCodeAt(at + 2);
    const fourth = text.charCodeAt(at + 3);
    seen |= first | second | third | fourth;
    message[word] = (first << 24) | (second << 16) | (third << 8) | fourth;
  }
  // The last bytes, a single 1 bit behind them, and the length in bits at the end.
  let last = 0x80;
  for (; at < length; at += 1) {
    const code = text.charCodeAt(at);
    seen |= code;
    last = ((last & ~0xff) << 8) | (code << 8) | 0x80;
  }
  message[whole] = last << (24 - (length & 3) * 8);
  message.fill(0, whole + 1, words - 1);
  message[words - 1] = length << 3;
  return seen > highest ? 0 : words;
}

/** The first two words of the hash of the message. */
function hashOf(words: number): [number, number] {
  schedule ??= new Int32Array(64);
  rounds ??= Int32Array.from(ROUNDS);
  const w = schedule;
  const k = rounds;
  // The first 32 bits of the fractional parts of the square roots of the first eight primes (5.3.3).
  let h0 = 0x6a09e667;
  let h1 = 0xbb67ae85 | 0;
  let h2 = 0x3c6ef372;
  let h3 = 0xa54ff53a | 0;
  let h4 = 0x510e527f;
  let h5 = 0x9b05688c | 0;
  let h6 = 0x1f83d9ab;
  let h7 = 0x5be0cd19;
  for (let from = 0; from < words; from += 16) {
    let a = h0;
    let b = h1;
    let c = h2;
    let d = h3;
    let e = h4;
    let f = h5;
    let g = h6;
    let h = h7;
    for (let t = 0; t < 64; t += 1) {
      let word: number;
      if (t < 16) word = message[from + t] as number;
      else {
        const x = w[t - 15] as number;
        const y = w[t - 2] as number;
        word =
          (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)) +
          (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)) +
          (w[t - 7] as number) +
          (w[t - 16] as number);
      }
      w[t] = word;
      const first =
        (h +
          (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) +
          ((e & f) ^ (~e & g)) +
          (k[t] as number) +
          word) |
        0;
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      const second =
        (((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) + ((a & b) ^ (a & c) ^ (b & c));
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    h0 = (h0 + a) | 0;
    h1 = (h1 + b) | 0;
    h2 = (h2 + c) | 0;
    h3 = (h3 + d) | 0;
    h4 = (h4 + e) | 0;
    h5 = (h5 + f) | 0;
    h6 = (h6 + g) | 0;
    h7 = (h7 + h) | 0;
  }
  return [h0, h1];
}

/** A text as one character for each byte of its UTF-8; half surrogates become the replacement character. Apps Script has no TextEncoder. */
function utf8(text: string): string {
  try {
    return unescape(encodeURIComponent(text));
  } catch {
    return utf8(text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'));
  }
}

function hexOf(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}

/**
 * The first 16 hexadecimal digits of the SHA-256 of a text in UTF-8.
 * @example digest('abc') // 'ba7816bf8f01cfea'
 */
export function digest(text: string): string {
  // Nearly everything in the log is plain ASCII, which is its own UTF-8.
  const [first, second] = hashOf(writeMessage(text, 0x7f) || writeMessage(utf8(text), 0xff));
  return hexOf(first) + hexOf(second);
}
