// The link into Gmail's window: what it carries reads back the same, and it never grows too long for a browser.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeAddress } from '../../../src/sidebar/shell/gmail-links';
import { runs } from '../../builders/property-runs';

const readBack = (href: string): URLSearchParams => new URL(href).searchParams;

describe('the link to write a mail oneself', () => {
  it('carries to, copy, subject and text', () => {
    const { href, isCut } = composeAddress({
      to: 'ap@example.com, b@example.com',
      cc: 'c@example.com',
      subject: 'Überfällig & offen?',
      body: 'Guten Tag\n\n4.800,00 € = offen #1 + 2',
    });
    expect(href.startsWith('https://mail.google.com/mail/?view=cm&fs=1&')).toBe(true);
    expect(Object.fromEntries(readBack(href))).toEqual({
      ...{ view: 'cm', fs: '1', to: 'ap@example.com, b@example.com', cc: 'c@example.com' },
      ...{ su: 'Überfällig & offen?', body: 'Guten Tag\n\n4.800,00 € = offen #1 + 2' },
    });
    expect(isCut).toBe(false);
  });

  it('leaves out what is empty', () => {
    expect(composeAddress({ to: 'ap@example.com' }).href).toBe(
      'https://mail.google.com/mail/?view=cm&fs=1&to=ap%40example.com',
    );
  });

  it('is no longer than a browser takes, cut at the end of a line and said so, whatever the text holds', () => {
    const lines = fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 200 });
    fc.assert(
      fc.property(lines, fc.string({ unit: 'binary', maxLength: 100 }), (texts, subject) => {
        const body = texts.map((text) => text.replace(/[\r\n]/g, ' ')).join('\n');
        const { href, isCut } = composeAddress({ to: 'ap@example.com', subject, body });
        expect(href.length).toBeLessThanOrEqual(7_000);
        const read = readBack(href).get('body') ?? '';
        expect(isCut ? body.startsWith(read) : read === body).toBe(true);
      }),
      { numRuns: runs(60, 2_000) },
    );
  });
});
