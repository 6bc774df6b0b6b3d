// Bytes and texts without Node: UTF-8, US-ASCII and base64, with Java's signed bytes.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Signed bytes (-128 to 127) of unsigned ones. */
export function signed(bytes: readonly number[]): number[] {
  return Array.from(bytes, (byte) => ((byte & 255) << 24) >> 24);
}

/** UTF-8 bytes (0 to 255) of a text; a lone surrogate becomes `?`. */
export function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code >= 0xd800 && code <= 0xdfff) bytes.push(63);
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
}

/** US-ASCII bytes of a text: one `?` for each other code point. */
export function ascii(text: string): number[] {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x80 ? code : 63;
  });
}

/** The text of UTF-8 bytes; what is not UTF-8 becomes U+FFFD. */
export function fromUtf8(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; ) {
    const first = (bytes[i] ?? 0) & 255;
    const length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 0;
    let code = length === 1 ? first : length === 0 ? -1 : first & (0x7f >> length);
    for (let k = 1; k < length && code >= 0; k++) {
      const next = (bytes[i + k] ?? 0) & 255;
      code = (next & 0xc0) === 0x80 ? (code << 6) | (next & 63) : -1;
    }
    text += code < 0 || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
    i += code < 0 ? 1 : length;
  }
  return text;
}

/** Padded base64 of bytes. */
export function toBase64(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i], bytes[i + 1], bytes[i + 2]].map((byte) =>
      byte === undefined ? undefined : byte & 255,
    );
    const group = ((a ?? 0) << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += ALPHABET.charAt(group >> 18) + ALPHABET.charAt((group >> 12) & 63);
    text += b === undefined ? '=' : ALPHABET.charAt((group >> 6) & 63);
    text += c === undefined ? '=' : ALPHABET.charAt(group & 63);
  }
  return text;
}
