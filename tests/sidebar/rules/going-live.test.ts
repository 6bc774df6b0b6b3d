// Going live in a real browser: choices tried out, written down, and the switch itself.
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LONG_NAMES } from '../fake/fake-lines';
import { callNames, lastArgs } from '../page';
import { withBrowser } from '../with-browser';

const open = withBrowser(fileURLToPath(new URL('going-live-page.ts', import.meta.url)));

const opened = async (goingLive = {}) => {
  const page = await open({ lines: [], goingLive });
  await page.getByRole('heading', { name: 'Going live' }).waitFor();
  return page;
};

describe('Going live', () => {
  it('shows the ages that have customers, each with what is proposed', async () => {
    const page = await opened();
    expect(await page.getByLabel('61-90 days').count()).toBe(0);
    expect(await page.getByLabel('31-60 days').inputValue()).toBe('personal');
    expect(await page.getByText('50 customers, 100 invoices').count()).toBe(1);
  });

  it('tries choices out without writing, and keeps them in their fields', async () => {
    const page = await opened();
    await page.getByLabel('31-60 days').selectOption('firm');
    await page.getByText('You changed something above').waitFor();
    await page.getByLabel('Leave alone').fill('Lost Cause Ltd\nNobody');
    await page.getByLabel('Last chased on').selectOption('Last chased');
    await page.getByRole('button', { name: 'Show what would happen' }).click();
    await page.getByText('31 open invoices taken over').waitFor();
    expect(await lastArgs(page, 'getGoingLive')).toEqual([
      {
        bands: { '1-30 days': 'begin', '31-60 days': 'firm', '91-180 days': 'ask-first', 'over 180 days': 'ask-first' },
        withLawyer: 'Lost Cause Ltd\nNobody',
        chasedOn: 'Last chased',
        lastStage: '',
      },
    ]);
    expect(await page.getByLabel('31-60 days').inputValue()).toBe('firm');
    expect(await page.getByLabel('Leave alone').inputValue()).toContain('Lost Cause');
    expect(await page.getByText('Not found').count()).toBe(1);
    expect(await callNames(page)).not.toContain('applyGoingLive');
  });

  it('saves the number of new customers a day and tries again', async () => {
    const page = await opened();
    await page.getByLabel('New customers a day, at most').fill('5');
    await page.getByRole('button', { name: 'Save how many' }).click();
    await page.getByText('New customers per day is "5" now.').waitFor();
    expect(await lastArgs(page, 'saveSetting')).toEqual(['New customers per day', '5']);
  });

  it('shows the three ladders as cards, and takes another one when told so', async () => {
    const page = await opened();
    expect(await page.getByRole('radio', { name: 'Usual' }).isChecked()).toBe(true);
    expect(await page.getByRole('button', { name: 'Use these steps' }).isVisible()).toBe(false);
    await page.getByLabel('Drawn for a customer who is').selectOption('Doubtful SMB');
    const strict = page.getByRole('region', { name: 'Strict' });
    expect(await strict.textContent()).toContain('13 steps within 37 days. Some will block your mails');
    const [cards = 0, picture = 0] = await Promise.all([
      page.getByText('Some will block your mails').count(),
      page.getByRole('img', { name: 'Strict, very late, small' }).locator('.timeline-mark').count(),
    ]);
    expect([cards, picture]).toEqual([1, 13]);
    await strict.getByText('Step by step').click();
    expect(await strict.getByRole('row', { name: 'Day 20 Mail, final' }).count()).toBe(1);
    await page.getByRole('radio', { name: 'Gentle' }).check();
    await page.getByRole('button', { name: 'Use these steps' }).click();
    await page.getByText('How firm is "gentle" now.').waitFor();
    expect(await lastArgs(page, 'saveSetting')).toEqual(['How firm', 'gentle']);
  });

  it('writes the choices down and says so', async () => {
    const page = await opened();
    await page.getByRole('button', { name: 'Save these choices' }).click();
    await page.getByText('All of this is saved.').waitFor();
    expect(await page.getByRole('status').last().textContent()).toContain('12 customers taken over');
    expect(await callNames(page)).not.toContain('goLive');
  });

  it('goes live only after a yes, the choices first', async () => {
    const page = await opened();
    await page.getByRole('button', { name: 'Go live…' }).click();
    expect(await page.getByRole('dialog').textContent()).toContain('Today nobody is written to for the first time');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await callNames(page)).not.toContain('applyGoingLive');
    await page.getByRole('button', { name: 'Go live…' }).click();
    await page.getByRole('button', { name: 'Go live', exact: true }).click();
    await page.getByText('Live: first contacts begin on the next business day.').waitFor();
    const names = (await callNames(page)).filter((name) => name === 'applyGoingLive' || name === 'goLive');
    expect(names).toEqual(['applyGoingLive', 'goLive']);
  });

  it('stays in Preview when writing the choices down fails', async () => {
    const page = await open({ lines: [], refused: { applyGoingLive: 'AR Log is not as Duesheet left it.' } });
    await page.getByRole('button', { name: 'Go live…' }).click();
    await page.getByRole('button', { name: 'Go live', exact: true }).click();
    await page.getByText('AR Log is not as Duesheet left it.').waitFor();
    expect(await callNames(page)).not.toContain('goLive');
  });

  it('names what stands in the way instead of a button', async () => {
    const page = await opened({ obstacles: ['Nobody has taken over the sending yet.'] });
    expect(await page.getByText('Nobody has taken over the sending yet.').count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Go live…' }).count()).toBe(0);
  });

  it('says so where nothing is overdue and no column is left', async () => {
    const page = await opened({ bands: [], headers: [] });
    expect(await page.getByText('No invoice is overdue').count()).toBe(1);
    expect(await page.getByText('No column of your sheet tells when you last wrote.').count()).toBe(1);
  });

  it('fits 300 px with the longest names, at double text size', async () => {
    const [name = ''] = LONG_NAMES;
    const page = await opened({
      headers: [name],
      obstacles: [name],
      lawyer: { matched: LONG_NAMES, unmatched: LONG_NAMES },
      imported: { invoices: 3, unread: [{ row: 4, text: name }], unreadCount: 1, sheet: name },
    });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth)).toBe(300);
  });
});
