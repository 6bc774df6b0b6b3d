// "They wrote ...": a pasted mail read in the browser, each thing it says with its form begun, and nothing noted unasked.
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../accessibility';
import { lineNumber } from '../fake/fake-lines';
import { callNames, lastArgs } from '../page';
import { openPage, withBrowser } from '../with-browser';

const open = withBrowser();

const MAIL = [
  'Hello Ann,',
  '',
  'Half of it was paid on 16 November. INV-2026-0001 will go out on 4 December.',
  'The delivery of INV-2026-0002 never arrived, please send proof of delivery.',
  '',
  'Kind regards',
  'Jo',
  '',
  'On Thu, 19 Nov 2026 at 09:00, Ann <ann@firm.example> wrote:',
  '> Please pay by 1 December 2026.',
].join('\n');

describe('a pasted mail', () => {
  it('is read thing by thing, each form begun with what they wrote, and is noted only where somebody does it', async () => {
    const page = await open({ lines: [lineNumber(3)] });
    await openPage(page, 'Customers');
    await page.locator('.found-customers button').first().click();
    await page.getByRole('button', { name: 'They wrote…' }).click();
    await page.getByRole('button', { name: 'Read it' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Paste their mail first.');
    await page.getByLabel('Their mail').fill(MAIL);
    await page.getByRole('button', { name: 'Read it' }).click();
    expect(await page.locator('.they-wrote h4').allTextContents()).toEqual([
      expect.stringMatching(/^They say it is paid · Mon 16 Nov$/),
      expect.stringMatching(/^They will pay · Fri 4 Dec · INV-2026-0001$/),
      'They dispute it: Invoice not received · INV-2026-0002',
      'They want a copy · INV-2026-0002',
    ]);
    expect(await page.locator('.they-wrote mark').nth(1).textContent()).toBe('INV-2026-0001 will go out on 4 December');
    expect(await violationsIn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
    await page.getByRole('button', { name: 'Note the promise…' }).click();
    expect(await page.getByLabel('Promised for').inputValue()).toBe('2026-12-04');
    await page.getByRole('button', { name: 'Note the promise', exact: true }).click();
    await page.locator('.they-wrote .pill', { hasText: 'Noted' }).waitFor();
    expect(await lastArgs(page, 'recordPromise')).toMatchObject([{ promisedOn: '2026-12-04' }]);
    expect(await callNames(page)).not.toContain('recordDispute');
    // The card is read again once, at the end.
    await page.getByRole('button', { name: 'Done' }).click();
    await page.locator('.they-wrote').waitFor({ state: 'detached' });
  });
});
