// Bytes as mail carries them: UTF-8, base64, quoted-printable, without any help of the host.

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const REPLACEMENT = 0xfffd;

/** The UTF-8 bytes of one code point (RFC 3629); half a surrogate pair becomes the replacement character. */
function bytesOfCodePoint(codePoint: number): number[] {
  const code = codePoint >= 0xd800 && codePoint <= 0xdfff ? REPLACEMENT : codePoint;
  if (code < 0x80) return [code];
  const last = 0x80 | (code & 0x3f);
  if (code < 0x800) return [0xc0 | (code >> 6), last];
  const middle = 0x80 | ((code >> 6) & 0x3f);
  if (code < 0x10000) return [0xe0 | (code >> 12), middle, last];
  return [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f), middle, last];
}

/**
 * The UTF-8 bytes of a text.
 * @example utf8Bytes('é') // [0xc3, 0xa9]
 */
export function utf8Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    for (const byte of bytesOfCodePoint(character.codePointAt(0) ?? REPLACEMENT)) bytes.push(byte);
  }
  return bytes;
}

function asciiBytes(text: string): number[] {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 1) bytes.push(text.charCodeAt(at));
  return bytes;
}

/** Bytes as base64 with padding (RFC 4648 section 4). @example base64Of([77, 97]) // 'TWE=' */
export function base64Of(bytes: readonly number[]): string {
  const out: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    out.push(BASE64.charAt(a >> 2), BASE64.charAt(((a & 3) << 4) | ((b ?? 0) >> 4)));
    out.push(b === undefined ? '=' : BASE64.charAt(((b & 15) << 2) | ((c ?? 0) >> 6)));
    out.push(c === undefined ? '=' : BASE64.charAt(c & 63));
  }
  return out.join('');
}

/**
 * A text as base64 in the alphabet that Gmail takes a raw message in (RFC 4648 section 5), with padding, as
 * `Utilities.base64EncodeWebSafe` gives it.
 * @param raw a raw message, or any text: it is encoded as UTF-8
 * @example toBase64Url('a?>') // 'YT8-'
 */
export function toBase64Url(raw: string): string {
  // A message is ASCII and may carry 10 MB of files: so much at a time, in whole groups of three bytes, keeps the memory small.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  const isAscii = /^[\x00-\x7f]*$/.test(raw);
  const most = isAscii ? 30_000 : raw.length;
  const parts: string[] = [];
  for (let at = 0; at < raw.length; at += most) {
    const part = raw.slice(at, at + most);
    parts.push(base64Of(isAscii ? asciiBytes(part) : utf8Bytes(part)));
  }
  return parts.join('').replace(/\+/g, '-').replace(/\//g, '_');
}

// RFC 2045 section 6.7: lines of at most 76 characters, the soft break's "=" included.
const MOST_QUOTED = 75;

function quotedByte(byte: number): string {
  return `=${byte < 16 ? '0' : ''}${byte.toString(16).toUpperCase()}`;
}

function quotedLine(line: string): string {
  const bytes = utf8Bytes(line);
  const out: string[] = [];
  let width = 0;
  bytes.forEach((byte, index) => {
    const isBlank = byte === 32 || byte === 9;
    const plain = isBlank ? index < bytes.length - 1 : byte > 32 && byte < 127 && byte !== 61;
    const piece = plain ? String.fromCharCode(byte) : quotedByte(byte);
    if (width + piece.length > MOST_QUOTED) {
      out.push('=\r\n');
      width = 0;
    }
    out.push(piece);
    width += piece.length;
  });
  return out.join('');
}

/**
 * A text as quoted-printable UTF-8 (RFC 2045 section 6.7), line ends as CRLF.
 * @example quotedPrintable('Grüße=\n') // 'Gr=C3=BC=C3=9Fe=3D\r\n'
 */
export function quotedPrintable(text: string): string {
  return text.replace(/\r\n?/g, '\n').split('\n').map(quotedLine).join('\r\n');
}
