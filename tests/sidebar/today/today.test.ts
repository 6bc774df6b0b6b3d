// The Today view in a real browser: what stops sending, the switches, who sends.
import { describe, expect, it } from 'vitest';
import type { Alert, SendingHalt } from '../../../src/entry/sidebar-calls';
import { lineNumber } from '../fake/fake-lines';
import { callNames, lastArgs } from '../page';
import { withBrowser } from '../with-browser';

const open = withBrowser();
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
    expect(await callNames(page)).not.toContain('setLive');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await callNames(page)).not.toContain('setLive');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Go live…');
  });

  it('goes live after the yes and says so', async () => {
    const page = await open({ lines: [], today: preview });
    await page.getByRole('button', { name: 'Go live…' }).click();
    await page.getByRole('button', { name: 'Go live', exact: true }).click();
    await page.getByRole('heading', { name: 'Ready to send' }).waitFor();
    expect(await lastArgs(page, 'setLive')).toEqual([true]);
    expect(await page.getByRole('status').last().textContent()).toContain('The workbook is live.');
  });

  it('goes back to preview without a question', async () => {
    const page = await open({ lines: [] });
    await page.getByRole('button', { name: 'Go back to preview' }).click();
    await page.getByRole('heading', { name: 'Preview: nothing leaves' }).waitFor();
    expect(await lastArgs(page, 'setLive')).toEqual([false]);
  });

  it('asks before sending becomes automatic', async () => {
    const page = await open({ lines: [] });
    await page.getByRole('button', { name: 'Turn on… automatic sending' }).click();
    expect(await callNames(page)).not.toContain('setAutomatic');
    await page.getByRole('button', { name: 'Turn on', exact: true }).click();
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
    expect(await page.getByRole('button', { name: 'Send as me…' }).count()).toBe(0);
    const actions: SendingHalt['actions'] = [{ label: 'I will send', call: 'becomeSender' }];
    const deputy = await open({
      lines: [],
      today: { sender: { ...sender, isOffered: true }, stops: [{ code: 'not-sender', message, actions }] },
    });
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
    await page.getByRole('button', { name: 'Failed' }).click();
    await page.getByRole('heading', { name: 'Problems', exact: true }).waitFor();
  });

  it('says that the formulas are a day behind', async () => {
    const page = await open({ lines: [], today: { asOf: '2026-11-20' } });
    expect(await page.locator('.verdict').textContent()).toContain('as of Fri 20 Nov');
  });

  it('offers a look at going live before the first time only', async () => {
    const page = await open({ lines: [], today: { ...preview, everLive: false } });
    await page.getByRole('button', { name: 'Going live', exact: true }).click();
    await page.getByRole('heading', { name: 'Going live', level: 2 }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Preview: nothing leaves' }).waitFor();
    const later = await open({ lines: [], today: preview });
    expect(await later.getByText('Before you go live').count()).toBe(0);
  });

  it('has one primary button', async () => {
    const page = await open({
      lines: [lineNumber(1), lineNumber(2, { state: 'approved' })],
      today: { stops: [stale] },
    });
    expect(await page.locator('.button.primary:visible').count()).toBe(1);
  });
});
