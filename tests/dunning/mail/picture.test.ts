// The pictures of a mail: codes that another library reads, PNG files that are whole, and their place in the raw mail.
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { buildMessage } from '../../../src/dunning/mail/message';
import { pngOf, withPictures } from '../../../src/dunning/mail/picture';
import { readCode } from './read-code';

const CODE = 'BCD\n002\n1\nSCT\n\nMüller & Söhne\nDE89370400440532013000\nEUR4800.00\n\nRF16DS7F3K2';

describe('a code', () => {
  it('is read by another library, whatever it says', () => {
    expect(readCode(pngOf({ cid: 'a@b', code: CODE }))).toBe(CODE);
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(text, (code) => {
        expect(readCode(pngOf({ cid: 'a@b', code }))).toBe(code);
      }),
      { numRuns: 15 },
    );
  });

  it('is a PNG file whose parts carry the right checks', () => {
    const file = Buffer.from(pngOf({ cid: 'a@b', code: CODE }), 'base64');
    expect(file.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    const names: string[] = [];
    for (let at = 8; at < file.length; ) {
      const length = file.readUInt32BE(at);
      names.push(file.subarray(at + 4, at + 8).toString('latin1'));
      expect(file.readUInt32BE(at + 8 + length)).toBe(crcOf(file.subarray(at + 4, at + 8 + length)));
      // Throws where the stored block or its sum is wrong.
      if (names.at(-1) === 'IDAT') inflateSync(file.subarray(at + 8, at + 8 + length));
      at += 12 + length;
    }
    expect(names).toEqual(['IHDR', 'IDAT', 'IEND']);
  });

  it('is the same file for the same text', () => {
    expect(pngOf({ cid: 'a@b', code: CODE })).toBe(pngOf({ cid: 'c@d', code: CODE }));
  });
});

// The check of the PNG specification, annex D, a bit at a time from the other end than our own.
function crcOf(bytes: Buffer): number {
  let crc = 0xffffffffn;
  for (const byte of bytes) {
    crc ^= BigInt(byte);
    for (let bit = 0; bit < 8; bit += 1) crc = crc % 2n === 1n ? (crc / 2n) ^ 0xedb88320n : crc / 2n;
  }
  return Number(crc ^ 0xffffffffn);
}

describe('a mail with pictures', () => {
  const picture = { cid: 'pay-ds7f3k2@duesheet', code: CODE };
  const logo = { cid: 'logo-ds7f3k2@duesheet', png: 'iVBORw0KGgo=' };
  const html = `<p>Grüße</p><img src="cid:${picture.cid}"><img src="cid:${logo.cid}">`;
  const input = {
    from: { name: 'Mara Lind', address: 'mara@acme.example' },
    to: ['ap@example.com'],
    subject: 'Invoice 1001',
    text: 'Grüße',
    html,
  };

  it('is read back by another program: both parts, and each picture under the name the HTML gives it', async () => {
    const raw = buildMessage({ ...input, pictures: [picture, logo] });
    expect(raw).toMatch(/^[\r\n\x20-\x7e]*$/);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    const email = await new PostalMime().parse(raw);
    expect([email.text?.trim(), email.html?.trim()]).toEqual(['Grüße', html]);
    expect(
      email.attachments.map(({ contentId, mimeType, disposition, related }) => [
        contentId,
        mimeType,
        disposition,
        related,
      ]),
    ).toEqual([
      [`<${picture.cid}>`, 'image/png', 'inline', true],
      [`<${logo.cid}>`, 'image/png', 'inline', true],
    ]);
    const [first] = email.attachments;
    const content = first && typeof first.content !== 'string' ? new Uint8Array(first.content) : new Uint8Array();
    expect(readCode(Buffer.from(content).toString('base64'))).toBe(CODE);
  });

  it('has the HTML and its pictures in one multipart/related beside the text', () => {
    const raw = buildMessage({ ...input, pictures: [picture] });
    const types = [...raw.matchAll(/^Content-Type: ([a-z/]+)/gm)].map(([, type]) => type);
    expect(types).toEqual(['multipart/alternative', 'text/plain', 'multipart/related', 'text/html', 'image/png']);
    expect(buildMessage(input)).toBe(buildMessage({ ...input, pictures: [] }));
  });

  it('is shown in a preview with its pictures put in', () => {
    const shown = withPictures(html, [picture, logo]);
    expect(shown).not.toContain('cid:');
    expect(readCode(/base64,([^"]+)/.exec(shown)?.[1] ?? '')).toBe(CODE);
  });
});
