// The page for auditors in a real browser: the check of the log, choosing, writing a tab, the CSV; with much and with nothing.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { workbookEvent } from '../../../src/dunning/history/events';
import { ANN, BEGIN, logOf, mail, reminder, rowOf } from '../../dunning/history/audit/a-log';
import { violationsIn } from '../accessibility';
import { contactNumber } from '../fake/fake-audit';
import { LONG_NAMES } from '../fake/fake-lines';
import type { Scenario } from '../fake/fake-server';
import { callNames, lastArgs } from '../page';
import { openPage, withBrowser } from '../with-browser';

const open = withBrowser();
async function page(scenario: Partial<Scenario> = {}): Promise<Page> {
  const opened = await open({ lines: [], ...scenario });
  await openPage(opened, 'Export for auditors');
  return opened;
}

/** Much of it, with the longest names. */
const MANY = Array.from({ length: 120 }, (_, at) => {
  const name = LONG_NAMES[at % LONG_NAMES.length] ?? '';
  return contactNumber(
    at,
    at % 3 === 0 ? { customer: name, subject: name, to: `${'a'.repeat(60)}@firm.example`, note: name } : {},
  );
});

/** Many mails, of which every second entry was deleted, and the first one left twice. */
const ONE = mail('DS-1', reminder(1));
const MANY_MAILS = Array.from({ length: 20 }, (_, at) => mail(`DS-${at + 2}`, reminder(1))).flat();
const WRONG = logOf([...BEGIN, ...ONE, ...ONE, ...MANY_MAILS])
  .map(rowOf)
  .filter(({ seq }) => seq <= BEGIN.length + 2 * ONE.length || seq % 2 === 0);

describe('Export for auditors', () => {
  it('checks the log only when asked to, and says that it is sound', async () => {
    const sound = await page();
    expect(await callNames(sound)).not.toContain('getAudit');
    await sound.getByRole('button', { name: 'Check the log' }).click();
    await sound.getByText('11 entries, 2 reminders, 2 mails.').waitFor();
    expect(await sound.locator('.log-check .pill').textContent()).toBe('Nothing found');
  });

  it('lists what it finds by kind, the first thirty of each', async () => {
    const wrong = await page({ log: WRONG });
    await wrong.getByRole('button', { name: 'Check the log' }).click();
    await wrong.getByRole('heading', { name: 'Gaps (39)' }).waitFor();
    expect(await wrong.getByRole('heading', { name: /^Done twice/ }).count()).toBe(1);
    expect(await wrong.getByText('and 9 more').count()).toBe(1);
    expect(await violationsIn(wrong)).toEqual([]);
  });

  it('shows what was chosen, and writes it into a new tab', async () => {
    const opened = await page({ exported: [contactNumber(1), contactNumber(2)] });
    await opened.getByLabel('Customers').fill('Customer 2');
    await opened.getByLabel('From').fill('2026-11-01');
    await opened.getByRole('button', { name: 'Show what would be exported' }).click();
    await opened.getByText('1 row: 1 contact about 1 customer.').waitFor();
    expect(await lastArgs(opened, 'getExport')).toEqual([
      { customers: 'Customer 2', invoices: '', from: '2026-11-01', to: '' },
    ]);
    await opened.getByRole('button', { name: 'Write into a new tab' }).click();
    await opened.getByText('1 row in the new tab "AR Export 2026-11-23".').waitFor();
  });

  it('gives the rows as CSV to copy, unless they are too many', async () => {
    const few = await page({ exported: [contactNumber(1)] });
    await few.getByText('As CSV, to copy').click();
    expect(await few.getByLabel('CSV').inputValue()).toBe('Day,Customer\n2026-11-02,Customer 1');
    const many = await page({ exported: MANY });
    expect(await many.getByText('120 rows are too many to copy as CSV').count()).toBe(1);
    expect(await many.locator('.export-list > li').count()).toBe(40);
    expect(await many.getByRole('heading', { name: 'The latest 40 of 120, newest first' }).count()).toBe(1);
  });

  it('says that nothing fits, and stays without an accessibility violation with nothing and with much', async () => {
    const none = await page();
    expect(await none.getByText('Nothing in the log fits this choice.').count()).toBe(1);
    expect(await violationsIn(none)).toEqual([]);
    expect(await violationsIn(await page({ exported: MANY }))).toEqual([]);
  });

  it('fits 300 px with the longest names', async () => {
    const accepted = workbookEvent('log-accepted', ANN, `Its rows went with ${'x'.repeat(80)}`);
    const wide = await page({ exported: MANY, log: logOf([...BEGIN, accepted]).map(rowOf) });
    await wide.getByRole('button', { name: 'Check the log' }).click();
    await wide.getByText('x'.repeat(80)).first().waitFor();
    expect(await wide.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
  });
});
