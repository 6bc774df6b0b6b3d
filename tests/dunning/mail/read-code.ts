// A code of a mail as a telephone reads it: the PNG taken apart by Node's own zlib, the code by another library than drew it.
import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';

/** Grey pixels of a PNG of one bit a pixel, as our codes are. @param png in base64 */
function pixelsOf(png: string): { side: number; grey: number[] } {
  const file = Buffer.from(png, 'base64');
  const side = file.readUInt32BE(16);
  const length = file.readUInt32BE(33);
  const rows = inflateSync(file.subarray(41, 41 + length));
  const width = Math.ceil(side / 8) + 1;
  const bit = (x: number, y: number): number => ((rows[y * width + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
  const all = [...Array(side * side).keys()];
  return { side, grey: all.map((at) => 255 * bit(at % side, Math.floor(at / side))) };
}

/** What a code says; '' for a picture that is none. @param png in base64 */
export function readCode(png: string): string {
  const { side, grey } = pixelsOf(png);
  const colours = new Uint8ClampedArray(grey.flatMap((value) => [value, value, value, 255]));
  return jsQR(colours, side, side)?.data ?? '';
}
