// The Today view in a real browser: what stops sending, the switches, who sends.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Alert, SendingHalt } from '../../../src/entry/sidebar-calls';
import { lineNumber } from '../fake/fake-lines';
import { callNames, lastArgs } from '../page';
import { withBrowser } from '../with-browser';

const open = withBrowser();
/** Opens a folded part of Today. */
const unfold = (page: Page, title: string): Promise<void> =>
  page
    .locator('summary')
    .filter({ has: page.getByRole('heading', { name: title }) })
    .click();
const preview = { switches: { live: false, automatic: false } };
const stale: SendingHalt = {
  code: 'stale-payments',
  message: 'Payments were last confirmed up to Thu 12 Nov.',
  actions: [{ label: 'Confirm', call: 'confirmPayments' }],
};

describe('Today', () => {
  it('asks before going live and changes nothing when the answer is no', async () => {
    const page = await open({ lines: [], today: preview });
    await page.getByRole('button', { name: 'Go live…' }).click();
    expect(await page.getByRole('dialog').textContent()).toContain('approved reminders go to customers');
    expect(await page.getByRole('dialog').textContent()).toContain('Today nobody is written to for the first time');
    expect(await callNames(page)).not.toContain('goLive');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await callNames(page)).not.toContain('goLive');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Go live…');
  });

  it('says what to do where nothing is open, and nothing of it where reading was stopped', async () => {
    const page = await open({ lines: [], today: { ...preview, money: [] } });
    await page.getByText(/^Nothing is open in “.+”\. Put invoices below its headers/).waitFor();
    const stopped = await open({ lines: [], today: { money: [], stops: [stale] } });
    await stopped.getByRole('heading', { name: 'Nothing can be sent now' }).waitFor();
    expect(await stopped.locator('.nothing-open').count()).toBe(0);
  });

  it('goes live after the yes and says so', async () => {
    const page = await open({ lines: [], today: preview });
    await page.getByRole('button', { name: 'Go live…' }).click();
    await page.getByRole('button', { name: 'Go live', exact: true }).click();
    await page.getByRole('heading', { name: 'Ready to send' }).waitFor();
    expect(await callNames(page)).toContain('goLive');
    expect(await page.getByRole('status').last().textContent()).toContain('first contacts begin on the next');
  });

  it('goes back to preview without a question', async () => {
    const page = await open({ lines: [] });
    await unfold(page, 'Sending');
    await page.getByRole('button', { name: 'Go back to preview' }).click();
    await page.getByRole('heading', { name: 'Preview: nothing leaves' }).waitFor();
    expect(await lastArgs(page, 'setLive')).toEqual([false]);
  });

  it('says that nothing happens by itself as long as it does not, and asks before sending becomes automatic', async () => {
    const page = await open({ lines: [] });
    const said = page.getByText('Automatic is off: nothing is planned or sent until somebody presses a button here.');
    await said.waitFor();
    await page.getByRole('button', { name: 'Turn Automatic on…' }).click();
    expect(await callNames(page)).not.toContain('setAutomatic');
    await page.getByRole('button', { name: 'Turn on', exact: true }).click();
    await page.getByText('Automatic is on.').waitFor();
    expect(await said.count()).toBe(0);
    await unfold(page, 'Sending');
    await page.getByRole('button', { name: 'Turn off automatic sending' }).waitFor();
    expect(await lastArgs(page, 'setAutomatic')).toEqual([true]);
  });

  it('lifts the payments stop with one click on the last business day', async () => {
    const payments = { upTo: '2026-11-12', businessDaysOld: 7 };
    const page = await open({ lines: [], today: { stops: [stale], payments } });
    expect(await page.getByLabel('Payments are in up to', { exact: true }).count()).toBe(1);
    await page.getByRole('button', { name: 'Confirm that payments are in' }).click();
    await page.getByRole('heading', { name: 'Ready to send' }).waitFor();
    expect(await lastArgs(page, 'confirmPayments')).toEqual(['2026-11-20']);
    expect(await page.getByRole('status').last().textContent()).toContain('2 reminders are cancelled as paid');
  });

  it('is red for a new sender without a schedule, until it is installed with the button', async () => {
    const alert: Alert = {
      tone: 'bad',
      code: 'no-schedule',
      message: 'You took the sending over from ann@firm.example, and no schedule of yours is installed.',
      actions: [
        { label: 'Install my schedule', call: 'setAutomatic', on: true },
        { label: 'I send by hand', call: 'setAutomatic', on: false },
      ],
    };
    const page = await open({ lines: [], today: { alerts: [alert] } });
    await page.getByRole('heading', { name: 'Duesheet needs you' }).waitFor();
    await page.getByRole('button', { name: 'Install my schedule' }).click();
    expect(await callNames(page)).not.toContain('setAutomatic');
    await page.getByRole('button', { name: 'Turn on', exact: true }).click();
    await page.getByRole('heading', { name: 'Ready to send' }).waitFor();
    expect(await lastArgs(page, 'setAutomatic')).toEqual([true]);
  });

  it('takes "I send by hand" without a question', async () => {
    const actions: Alert['actions'] = [{ label: 'I send by hand', call: 'setAutomatic', on: false }];
    const page = await open({
      lines: [],
      today: { alerts: [{ tone: 'bad', code: 'no-schedule', message: 'No schedule.', actions }] },
    });
    await page.getByRole('button', { name: 'I send by hand' }).click();
    await page.getByRole('heading', { name: 'Ready to send' }).waitFor();
    expect(await lastArgs(page, 'setAutomatic')).toEqual([false]);
  });

  it('says that firm mails wait for payments, with the day to confirm there and nowhere else', async () => {
    const alert: Alert = {
      ...stale,
      tone: 'warn',
      message: 'Payments are in only up to Wed 4 Nov. 2 firm mails wait.',
    };
    const page = await open({ lines: [], today: { alerts: [alert] } });
    await page.getByRole('heading', { name: 'Ready to send' }).waitFor();
    expect(await page.getByLabel('Payments are in up to', { exact: true }).count()).toBe(1);
    await page.getByRole('button', { name: 'Confirm that payments are in' }).click();
    await page.getByText('2 firm mails wait').waitFor({ state: 'detached' });
    expect(await lastArgs(page, 'confirmPayments')).toEqual(['2026-11-20']);
  });

  it('does not confirm payments of days to come', async () => {
    const page = await open({ lines: [] });
    await unfold(page, 'Payments');
    await page.getByLabel('Payments are in up to', { exact: true }).fill('2026-11-24');
    await page.getByRole('button', { name: 'Confirm that payments are in' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('cannot be after today');
    expect(await callNames(page)).not.toContain('confirmPayments');
  });

  it('offers to send to whom it may be offered, and to nobody else', async () => {
    const sender = { email: 'ann@firm.example', isYou: false, you: 'deb@firm.example', isOffered: false };
    const message = 'ann@firm.example sends from this workbook. Nothing was done in that name since Wed 4 Nov, 09:00.';
    const page = await open({ lines: [], today: { sender, stops: [{ code: 'not-sender', message, actions: [] }] } });
    await page.getByText('ann@firm.example sends from this workbook').waitFor();
    await unfold(page, 'Sending');
    expect(await page.getByRole('button', { name: 'Send as me…' }).count()).toBe(0);
    const actions: SendingHalt['actions'] = [{ label: 'I will send', call: 'becomeSender' }];
    const deputy = await open({
      lines: [],
      today: { sender: { ...sender, isOffered: true }, stops: [{ code: 'not-sender', message, actions }] },
    });
    await unfold(deputy, 'Sending');
    expect(await deputy.getByRole('button', { name: 'Send as me…' }).count()).toBe(1);
    await deputy.getByRole('button', { name: 'I will send' }).click();
    expect(await deputy.getByRole('dialog').textContent()).toContain('gets a mail that says so');
    await deputy.getByRole('button', { name: 'I send from now on' }).click();
    await deputy.getByRole('heading', { name: 'Ready to send' }).waitFor();
  });

  it('asks where the test of a shared address came from, and is ready after the yes', async () => {
    const stop: SendingHalt = {
      code: 'send-as',
      message: 'Test 4821 is in your inbox. Did it come from accounts@firm.example? Until you say so nothing is sent.',
      actions: [
        { label: 'Yes, it did', call: 'confirmSendAs' },
        { label: 'No', call: 'denySendAs' },
        { label: 'Send it again', call: 'testSendAs' },
      ],
    };
    const page = await open({ lines: [], today: { stops: [stop] } });
    await page.getByRole('button', { name: 'Send it again' }).click();
    await page.getByText('Test 4821 went to').waitFor();
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.getByText('Gmail does not know accounts@firm.example').waitFor();
    await page.getByRole('button', { name: 'Yes, it did' }).click();
    await page.getByRole('heading', { name: 'Ready to send' }).waitFor();
    expect(await callNames(page)).toEqual(expect.arrayContaining(['testSendAs', 'denySendAs', 'confirmSendAs']));
  });

  it('asks before a log with gaps is accepted', async () => {
    const stop: SendingHalt = {
      code: 'log-mismatch',
      message: 'Two rows are missing.',
      actions: [{ label: 'Accept the log as it is', call: 'acceptLog' }],
    };
    const page = await open({ lines: [], today: { stops: [stop] } });
    await page.getByRole('button', { name: 'Accept the log as it is' }).click();
    expect(await callNames(page)).not.toContain('acceptLog');
    await page.getByRole('button', { name: 'Accept the log', exact: true }).click();
    await page.getByRole('heading', { name: 'Ready to send' }).waitFor();
  });

  it('has the end of changed payment instructions typed before they are confirmed', async () => {
    const typed = 'Last four letters or digits of Payment instructions: EUR';
    const stop: SendingHalt = {
      code: 'details-changed',
      message: 'Payment instructions: EUR was changed in a cell of AR Settings and ends in 5555.',
      actions: [{ label: 'Confirm', call: 'confirmDetails', typed }],
    };
    const page = await open({ lines: [], today: { stops: [stop] } });
    const item = page.getByRole('listitem').filter({ hasText: 'ends in 5555' });
    await item.getByRole('button', { name: 'Confirm', exact: true }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Type this first');
    expect(await callNames(page)).not.toContain('confirmDetails');
    await item.getByLabel(typed).fill('5555');
    await item.getByRole('button', { name: 'Confirm', exact: true }).click();
    await page.getByRole('heading', { name: 'Ready to send' }).waitFor();
    expect(await callNames(page)).toContain('confirmDetails');
  });

  it('leads a newcomer to Set-up', async () => {
    const page = await open({ lines: [], today: { ready: false } });
    await page.getByRole('button', { name: 'Set up' }).click();
    await page.getByRole('heading', { name: 'Set-up', exact: true }).waitFor();
  });

  it('shows what waits with a way there', async () => {
    const page = await open({ lines: [lineNumber(1, { state: 'failed' })] });
    await page.getByRole('button', { name: 'Failed 1' }).click();
    await page.getByRole('heading', { name: 'Problems', exact: true }).waitFor();
  });

  it('says that the formulas are a day behind', async () => {
    const page = await open({ lines: [], today: { asOf: '2026-11-20' } });
    expect(await page.locator('.verdict').textContent()).toContain('as of Fri 20 Nov');
  });

  it('opens the page on which old invoices begin before it goes live for the first time', async () => {
    const page = await open({ lines: [], today: { ...preview, everLive: false } });
    await page.getByRole('button', { name: 'Go live…', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Going live', level: 2 }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Preview: nothing leaves' }).waitFor();
    const later = await open({ lines: [], today: preview });
    await later.getByRole('button', { name: 'Go live…', exact: true }).first().click();
    expect(await later.getByRole('dialog').textContent()).toContain('Let reminders leave?');
    const approved = [lineNumber(1, { state: 'approved', channel: 'email' })];
    const first = await open({ lines: approved, today: { ...preview, everLive: false } });
    await first.getByRole('button', { name: 'Go live with 1 approved…' }).click();
    expect(await first.getByRole('dialog').textContent()).toContain('chosen on the page Going live');
    const look = await open({ lines: [lineNumber(1)], today: { ...preview, everLive: false } });
    await look.getByRole('button', { name: 'What going live would do' }).click();
    await look.getByRole('heading', { name: 'Going live', level: 2 }).waitFor();
  });

  it('opens with what is overdue in each currency, as a bar and as a table', async () => {
    const page = await open({ lines: [] });
    expect(await page.locator('.money-late').allTextContents()).toEqual([
      '182,310.40 EUR',
      '9,120.00 GBP',
      '1,204,000 JPY',
    ]);
    expect(await page.locator('.age-bar').count()).toBe(3);
    const rows = page.getByRole('table', { name: 'Open invoices by currency and age' }).getByRole('row');
    expect(await rows.nth(1).getByRole('cell').allTextContents()).toEqual([
      '182,310.40 EUR',
      '60,000.00 EUR',
      '80,000.00 EUR',
      '52,310.40 EUR',
      '30,000.00 EUR',
      '20,000.00 EUR',
      '8,200.00 EUR',
    ]);
  });

  it('shows sums, the next step and names of any length within 300 px, also at twice the size', async () => {
    const money = [
      { currency: 'CHF', byAge: [0, 0, 0, 12_345, 0], unchased: 0 },
      { currency: 'EUR', byAge: [1, 1, 1, 1, 99_999_999_999], unchased: 99_999_999_999 },
      { currency: 'GBP', byAge: [0, 1, 0, 0, 0], unchased: 0 },
      { currency: 'JPY', byAge: [0, 1_234_567_890, 0, 0, 0], unchased: 1_234_567_890 },
      { currency: 'USD', byAge: [5, 0, 0, 0, 0], unchased: 0 },
    ];
    const page = await open({
      lines: [lineNumber(1)],
      today: { money, company: 'شركة النور للتجارة والمقاولات العامة' },
    });
    expect(await page.locator('.eyebrow .firm').getAttribute('dir')).toBe('auto');
    for (const width of [300, 150]) {
      await page.setViewportSize({ width, height: 700 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    expect(await page.getByText('1,234,567,890 JPY chased by nobody').count()).toBe(1);
  });

  it('says so where nothing is overdue', async () => {
    const money = [{ currency: 'EUR', byAge: [1_250_000, 0, 0, 0, 0], unchased: 0 }];
    const overdue = { customers: 0, invoices: 0, totals: '', apart: '' };
    const page = await open({ lines: [], today: { money, overdue } });
    expect(await page.locator('.money').textContent()).toContain('Nothing is overdue');
    expect(await page.locator('.money').textContent()).toContain('12,500.00 EUR open');
    await page.getByRole('button', { name: 'Look again' }).waitFor();
  });

  it('has one primary button', async () => {
    const page = await open({
      lines: [lineNumber(1), lineNumber(2, { state: 'approved' })],
      today: { stops: [stale] },
    });
    expect(await page.locator('.button.primary:visible').count()).toBe(1);
  });
});
