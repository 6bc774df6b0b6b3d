// Mails in a real browser: no sideways scroll on the narrowest telephone, with and without the style sheet, and its picture is drawn.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byHandTexts } from '../../../src/dunning/letter/by-hand-texts.prepared';
import { defaultTemplates } from '../../../src/dunning/letter/default-templates';
import { composeLetter, isLetterProblem, type LetterInput } from '../../../src/dunning/letter/letter';
import { LETTER_TAGS } from '../../../src/dunning/letter/letter-languages';
import { withPictures } from '../../../src/dunning/mail/picture';
import { connectBrowser, leaveBrowser } from '../../connect-browser';
import { fullInput, line } from '../../dunning/letter/letter-examples';

const PAY: LetterInput['pay'] = {
  accounts: {
    EUR: {
      holder: 'Nordlicht Werkzeug- und Maschinenbaugesellschaft mit beschränkter Haftung & Co. KG',
      // The longest account number there is: Malta's.
      iban: 'MT84MALT011000012345MTLCAST001S',
      bic: 'MMEBMTMTXXX',
    },
  },
  unchanged: true,
  look: { colour: '', logo: '' },
};
const LINES = [...Array(12).keys()].map((number) =>
  line({
    invoice: number === 3 ? 'R'.repeat(60) : `LR-00${number}/2026-11`,
    orderNumber: number === 4 ? 'BESTELLUNG_'.repeat(6) : `PO-${number}`,
    balance: 1_234_567_890 + number,
    received: 100_000,
    disputed: number,
    paymentLink: `https://pay.example/${'x'.repeat(80)}/${number}`,
  }),
);

function mailIn(language: string, name = 'Firm senior', about: LetterInput['about'] = {}): string {
  const made = composeLetter(fullInput(name, { language, lines: LINES, about, pay: PAY }));
  if (isLetterProblem(made)) throw new Error(made.message);
  return withPictures(made.html, made.pictures);
}

describe('a mail', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await connectBrowser();
  });
  afterAll(leaveBrowser);

  it('has no sideways scroll at 320 px in any language, its style sheet kept or dropped, and a table at 700 px', async () => {
    const page = await browser.newPage();
    const across = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
    const head = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.querySelector('thead') as Element).display);
    for (const language of LETTER_TAGS) {
      const html = mailIn(language);
      await page.setContent(html.replace(/<style>[\s\S]*?<\/style>/, ''));
      for (const width of [320, 375, 700]) {
        await page.setViewportSize({ width, height: 600 });
        expect(await across(), `${language} ${width} without styles`).toBeLessThanOrEqual(width);
      }
      await page.setContent(html);
      expect([await across(), await head()]).toEqual([700, 'table-header-group']);
      await page.setViewportSize({ width: 320, height: 600 });
      expect([await across(), await head()]).toEqual([320, 'none']);
      expect(await page.evaluate(() => document.querySelector('img')?.naturalWidth ?? 0)).toBeGreaterThan(150);
    }
    await page.close();
  });

  it('has none at 320 px without its style sheet, whatever its text', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 600 } });
    const names = [...new Set(defaultTemplates().map(({ template }) => template))];
    for (const [at, name] of names.filter((one) => !byHandTexts().includes(one)).entries()) {
      const language = LETTER_TAGS[at % LETTER_TAGS.length] ?? 'en';
      await page.setContent(mailIn(language, name, fullInput(name).about).replace(/<style>[\s\S]*?<\/style>/, ''));
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${language} ${name}`).toBe(320);
    }
    await page.close();
  });
});
