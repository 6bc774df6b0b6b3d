// The pictures of a mail: small PNG files that travel with it, and codes for banking apps drawn when they are needed.
import { correction, generate } from 'lean-qr/nano';
import { base64Of } from './mime-encoding';

/** A picture of a mail, named by its Content-ID: a code by the text it holds, or a PNG file as base64. */
export type Picture = { cid: string } & ({ code: string } | { png: string });

/** Side of a module of a code in pixels, and the blank border in modules (ISO/IEC 18004 asks for four). */
const MODULE = 4;
const QUIET = 4;

/**
 * A picture as a PNG file in base64.
 * @example pngOf({ cid: 'pay@duesheet', code: 'BCD\n002...' }) // 'iVBORw0KGgo...'
 */
export function pngOf(picture: Picture): string {
  return 'png' in picture ? picture.png : base64Of(codePng(picture.code));
}

/**
 * HTML whose pictures are put in, for where no mail carries them: mail programs drop what is put in so.
 * @param html refers to its pictures as `cid:`
 */
export function withPictures(html: string, pictures: readonly Picture[]): string {
  return pictures.reduce(
    (shown, picture) => shown.split(`src="cid:${picture.cid}"`).join(`src="data:image/png;base64,${pngOf(picture)}"`),
    html,
  );
}

/** A QR code of error correction M, as the guideline of the EPC asks, black on white. */
function codePng(text: string): number[] {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const side = (code.size + 2 * QUIET) * MODULE;
  const rows: number[] = [];
  for (let y = 0; y < side; y += 1) {
    // Each row begins with its filter: none.
    rows.push(0);
    for (let x = 0; x < side; x += 8) {
      let byte = 0;
      for (let bit = 0; bit < 8; bit += 1) {
        const isDark = code.get(Math.floor((x + bit) / MODULE) - QUIET, Math.floor(y / MODULE) - QUIET);
        byte = (byte << 1) | (isDark ? 0 : 1);
      }
      rows.push(byte);
    }
  }
  return png(side, rows);
}

/**
 * A PNG file of one bit a pixel in grey (PNG specification, 3rd edition). The rows are stored as they are: to squeeze them
 * would take more code than it saves.
 * @param rows filter and bytes of each row; fewer than 65,536
 */
function png(side: number, rows: readonly number[]): number[] {
  const { length } = rows;
  const stored = [0x78, 0x01, 0x01, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255, ...rows];
  return [
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', [...fourBytes(side), ...fourBytes(side), 1, 0, 0, 0, 0]),
    ...chunk('IDAT', [...stored, ...fourBytes(adler32(rows))]),
    ...chunk('IEND', []),
  ];
}

function chunk(type: string, data: readonly number[]): number[] {
  const typed = [...[...type].map((letter) => letter.charCodeAt(0)), ...data];
  return [...fourBytes(data.length), ...typed, ...fourBytes(crc32(typed))];
}

function fourBytes(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function crc32(bytes: readonly number[]): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc;
}

function adler32(bytes: readonly number[]): number {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return (high << 16) | low;
}
