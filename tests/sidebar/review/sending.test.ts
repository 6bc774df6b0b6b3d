// Sending step by step: it goes on while the server says so and stops when the server, the person or an error does.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { lineNumber } from '../fake/fake-lines';
import type { Scenario } from '../fake/fake-server';
import { callNames } from '../page';
import { openTab, withBrowser } from '../with-browser';

const open = withBrowser();
const approved = (number: number) =>
  Array.from({ length: number }, (_, at) => lineNumber(at, { state: 'approved', channel: 'email' }));

async function send(scenario: Scenario): Promise<Page> {
  const page = await open(scenario);
  await openTab(page, 'Review');
  await page.getByRole('button', { name: /^Send \d+ now/ }).click();
  await page.getByRole('button', { name: 'Send now', exact: true }).click();
  return page;
}

async function steps(page: Page): Promise<number> {
  await page.locator('.status p').waitFor();
  return (await callNames(page)).filter((name) => name === 'sendNext').length;
}

describe('Send now', () => {
  it('asks before the first mail leaves', async () => {
    const page = await open({ lines: approved(3) });
    await openTab(page, 'Review');
    await page.getByRole('button', { name: 'Send 3 now…' }).click();
    expect(await page.getByRole('dialog').textContent()).toContain('from you@firm.example');
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await callNames(page)).not.toContain('sendNext');
  });

  it('names those who are written to and the sum, as the list is when it is pressed', async () => {
    const page = await open({ lines: approved(3) });
    await openTab(page, 'Review');
    await page.evaluate(() => window.scenario.lines.pop());
    await page.getByRole('button', { name: 'Send 3 now…' }).click();
    const said = await page.getByRole('dialog').textContent();
    expect(said).toContain('Send 2 reminders for ');
    expect(said).toContain(`To ${lineNumber(0).customer}, ${lineNumber(0).amounts} · ${lineNumber(1).customer}`);
  });

  it('says where somebody else has sent it all, and offers it no more', async () => {
    const page = await open({ lines: approved(3) });
    await openTab(page, 'Review');
    await page.evaluate(() => window.scenario.lines.splice(0));
    await page.getByRole('button', { name: 'Send 3 now…' }).click();
    await page.getByText('Nothing is approved any more: it was sent meanwhile, or taken back.').waitFor();
    expect(await page.getByRole('button', { name: /^Send/ }).count()).toBe(0);
    expect(await callNames(page)).not.toContain('sendNext');
  });

  it('takes a workbook in preview live first, and sends nothing with the same press', async () => {
    const page = await open({ lines: approved(2), today: { switches: { live: false, automatic: false } } });
    await page.getByRole('button', { name: 'Go live with 2 approved…' }).click();
    expect(await page.getByRole('dialog').textContent()).toContain('Today nobody is written to for the first time');
    await page.getByRole('button', { name: 'Go live', exact: true }).click();
    await page.locator('.status p').waitFor();
    const names = await callNames(page);
    expect(names).toContain('goLive');
    expect(names).not.toContain('sendNext');
  });

  it('offers no press that would send nothing: what waits for another day says so', async () => {
    const page = await open({ lines: approved(2), today: { leaves: { now: 0, next: '2026-11-24' } } });
    await page.getByRole('heading', { name: 'Approved mails leave Tue 24 Nov' }).waitFor();
    expect(await page.getByRole('button', { name: /^Send/ }).count()).toBe(0);
  });

  it('goes on step by step until none remain', async () => {
    const page = await send({ lines: approved(23), perStep: 10 });
    expect(await steps(page)).toBe(3);
    expect(await page.getByRole('status').last().textContent()).toContain('23 sent.');
    expect(await page.locator('.empty').textContent()).toMatch(/^Nothing waits\. When an invoice/);
  });

  it('stops when the server says why, and keeps the reason in sight', async () => {
    const page = await send({ lines: approved(23), perStep: 5, stopAfterSteps: 2 });
    expect(await steps(page)).toBe(3);
    const alert = await page.getByRole('alert').textContent();
    expect(alert).toBe('Today’s limit of recipients is reached. 13 approved reminders wait.');
    expect(await page.getByRole('status').last().textContent()).toContain('10 sent.');
  });

  it('stops when a step brings nothing forward, instead of asking for ever', async () => {
    const page = await send({ lines: approved(3), perStep: 0 });
    expect(await steps(page)).toBe(1);
    expect(await page.getByRole('alert').textContent()).toContain('makes no progress');
  });

  it('stops when the sheet cannot be reached', async () => {
    const page = await send({
      lines: approved(3),
      broken: { sendNext: 'NetworkError: Connection failure due to HTTP 0' },
    });
    expect(await steps(page)).toBe(1);
    const alert = await page.getByRole('alert').textContent();
    expect(alert).toContain('could not reach the sheet');
    expect(alert).not.toContain('HTTP');
  });

  it('stops after the step under way when the person asks', async () => {
    const page = await send({ lines: approved(23), perStep: 2, delay: 100 });
    await page.getByRole('button', { name: 'Stop after this step' }).click();
    expect(await steps(page)).toBeLessThan(5);
    expect(await page.getByRole('button', { name: /^Send \d+ now/ }).count()).toBe(1);
  });

  it('stops by itself when the view is left, and says how many are still to go', async () => {
    const page = await send({ lines: approved(23), perStep: 2, delay: 100 });
    await openTab(page, 'Today');
    expect(await steps(page)).toBeLessThan(5);
    expect(await page.getByRole('status').last().textContent()).toMatch(/\d+ sent\. \d+ approved ones still to go\./);
  });

  it('says beside the button why nothing can leave', async () => {
    const page = await open({ lines: approved(2), today: { switches: { live: false, automatic: false } } });
    await openTab(page, 'Review');
    expect(await page.locator('.sending').textContent()).toContain('Nothing has left yet: the workbook is in preview.');
  });
});
