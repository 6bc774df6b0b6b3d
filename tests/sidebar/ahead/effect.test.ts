// Effect: what is missing is said, words claim nothing, the file has both tables; and the page in a real browser.
import { describe, expect, it } from 'vitest';
import type { EffectView } from '../../../src/entry/sidebar-calls';
import { effectCsv, effectOf, missingInWords, weekInWords } from '../../../src/sidebar/ahead/effect';
import { aheadOf } from '../../../src/sidebar/expected/ahead-book';
import { violationsIn } from '../accessibility';
import { openPage, withBrowser } from '../with-browser';
import { bookOfHabits } from './ahead-of-tests';

const open = withBrowser();
const AHEAD = bookOfHabits({ Acme: { late: 20 } });
const rows = aheadOf(AHEAD)
  .book.rows.filter(({ due }) => due !== null)
  .slice(-12, -6);
const contacts = Array.from({ length: 102 }, (_, at): EffectView['contacts'][number] => {
  return ['2026-05-10', 'Friendly', 'acme', [rows[at % rows.length]?.row ?? 0]];
});
const EFFECT: EffectView = { contacts, leftOut: 0, firstOn: '2026-05-01', bounces: ['2026-05-11'] };

describe('Effect', () => {
  it('says how many contacts are missing for a picture', () => {
    expect(missingInWords({ contacts: 37, young: 0 })).toBe('37 contacts: 63 more are needed for a picture.');
    expect(missingInWords({ contacts: 1, young: 4 })).toBe(
      '1 contact: 99 more are needed for a picture; of 4 the 14 days are not over yet.',
    );
  });

  it('tells the week after a step beside its forecast, and both tables in a file', () => {
    const effect = effectOf(aheadOf(AHEAD), EFFECT);
    const [study] = effect.studies;
    expect(study && weekInWords(study)).toMatch(/^In the 7 days after it \d+ (was|were) paid; forecast: \d+\.$/);
    const lines = effectCsv(effect).split('\r\n');
    expect(lines.filter((line) => line.startsWith('"Friendly"'))).toHaveLength(29);
    expect(lines).toContain('"2026-05-11","0","0","1"');
  });

  it('never says because of', async () => {
    const page = await open({ lines: [], ahead: AHEAD, effect: EFFECT });
    await openPage(page, 'Effect');
    await page.getByRole('img', { name: /^Payments per day around Friendly/ }).waitFor();
    expect(await page.getByText(/paid sooner than forecast/).count()).toBe(1);
    expect(await page.locator('body').innerText()).not.toMatch(/because of|thanks to|effect of/i);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
    expect(await violationsIn(page)).toEqual([]);
  });

  it('has nothing to say before the first contact', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Effect');
    await page.getByText('Nobody was contacted yet.').waitFor();
  });
});
