// Help in a real browser: the check of an installation with its results to copy, and leaving, which asks first.
import { describe, expect, it } from 'vitest';
import type { CapabilityView } from '../../../src/entry/sidebar-calls';
import { callNames } from '../page';
import { openPage, openTab, withBrowser } from '../with-browser';

const open = withBrowser();

describe('Check this installation', () => {
  it('tells what was tried, how it went and what to do, and adds how long a press waits', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Check this installation');
    expect(await page.locator('.tried h3').allTextContents()).toEqual([
      'Lock',
      'Speed',
      'Tables',
      'Sender address',
      'Start',
    ]);
    expect(await page.locator('.tried .pill').allTextContents()).toEqual(['ok', 'ok', 'look', 'not here', 'ok']);
    expect(await page.locator('.tried .todo').first().textContent()).toContain('Edit column type > None');
    expect(await page.locator('.all-well').textContent()).toBe('1 thing to look at.');
  });

  it('says so when nothing needs a look', async () => {
    const page = await open({ lines: [], findings: [{ name: 'Lock', grade: 'ok', says: 'It was taken.', todo: '' }] });
    await openPage(page, 'Check this installation');
    expect(await page.locator('.all-well').textContent()).toBe('Nothing here needs a look.');
  });

  it('has all results in one text, and marks it where the browser does not let a page copy', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Check this installation');
    const text = await page.getByLabel('Results').inputValue();
    expect(text.split('\n').slice(0, 2)).toEqual([
      'Duesheet 7.8.9, checked 2026-11-23 09:14:00',
      'ok: Lock. It was taken and given back, twice.',
    ]);
    expect(text).toMatch(/look: Tables\. .*→ Click the arrow/);
    expect(text).toMatch(/ok: Start\. The script started, .* in \d+ ms/);
    await page.getByRole('button', { name: 'Copy the results' }).click();
    await page.getByText('press Ctrl+C to copy them').waitFor();
    const marked = await page.evaluate(() => {
      const area = document.activeElement;
      return area instanceof HTMLTextAreaElement ? area.value.slice(area.selectionStart, area.selectionEnd) : '';
    });
    expect(marked).toBe(text);
  });

  it('sends the one mail to oneself only after a yes', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Check this installation');
    await page.getByRole('button', { name: 'Send a mail to myself…' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await callNames(page)).not.toContain('mailMyself');
    await page.getByRole('button', { name: 'Send a mail to myself…' }).click();
    await page.getByRole('button', { name: 'Send it to me' }).click();
    await page.getByText('A mail went to you@firm.example').waitFor();
  });
});

describe('Leave Duesheet', () => {
  it('says what goes, what stays and what is removed by hand before anything happens', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Leave Duesheet');
    const headings = await page.locator('.page h3').allTextContents();
    expect(headings).toEqual(['What goes', 'What stays', 'To remove the rest, by hand']);
    await page.getByRole('button', { name: 'Leave…' }).click();
    await page.getByRole('button', { name: 'Stay' }).click();
    expect(await callNames(page)).not.toContain('leaveWorkbook');
  });

  it('leaves after a yes, reads Today anew and offers no more to leave', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Leave Duesheet');
    await page.getByRole('button', { name: 'Leave…' }).click();
    await page.getByRole('button', { name: 'Leave', exact: true }).click();
    await page.getByText('Duesheet has left this workbook').waitFor();
    expect((await callNames(page)).slice(-3)).toEqual(['leaveWorkbook', 'getToday', 'getLeaving']);
    expect(await page.getByRole('button', { name: 'Leave…' }).count()).toBe(0);
  });

  it('offers somebody who does not send their own run only, and says why', async () => {
    const why = 'Only olga@firm.example, who sends from this workbook, can take Duesheet off it.';
    const page = await open({ lines: [], leaving: { can: 'own-run', why } });
    await openPage(page, 'Leave Duesheet');
    await page.getByText(why).waitFor();
    await page.getByRole('button', { name: 'Remove my hourly run…' }).click();
    await page.getByRole('button', { name: 'Keep' }).click();
    expect(await page.getByRole('button', { name: 'Leave…' }).count()).toBe(0);
    expect(await callNames(page)).not.toContain('leaveWorkbook');
  });

  it('is offered before set-up too', async () => {
    const page = await open({ lines: [], today: { ready: false } });
    await openTab(page, 'More');
    const labels = await page.locator('.entry-label').allTextContents();
    expect(labels.slice(-2)).toEqual(['Check this installation', 'Leave Duesheet']);
  });
});

describe('Optional extras', () => {
  it('says of each what it gives and asks for, and how it is had where it is off', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Optional extras');
    expect(await page.locator('.capability .pill').allTextContents()).toEqual(['off', 'off']);
    await page.getByText('You note replies and bounces yourself').waitFor();
    await page.getByText('npm run push -- --with replies').waitFor();
    await page.getByText('npm run push -- --with attachments').waitFor();
    expect(await page.getByRole('link', { name: 'Allow it…' }).count()).toBe(0);
  });

  it('leads to Google where it is to be allowed, and looks again', async () => {
    const capabilities: CapabilityView[] = [
      { name: 'replies', state: 'ask', grantAt: 'https://script.google.com/allow', note: '' },
    ];
    const page = await open({ lines: [], capabilities });
    await openPage(page, 'Optional extras');
    expect(await page.locator('.capability .pill').allTextContents()).toEqual(['to be allowed', 'off']);
    // What is there already is named again: a push without it would take it out.
    await page.getByText('npm run push -- --with replies,attachments').waitFor();
    const link = page.getByRole('link', { name: 'Allow it…' });
    expect([await link.getAttribute('href'), await link.getAttribute('target')]).toEqual([
      'https://script.google.com/allow',
      '_blank',
    ]);
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByRole('heading', { name: 'Optional extras' }).waitFor();
    expect((await callNames(page)).filter((name) => name === 'getCapabilities')).toHaveLength(2);
  });

  it('tells how it did where it is on, and how the permission is taken back', async () => {
    const note = 'Last looked through your mailbox on Fri 6 Nov.';
    const page = await open({ lines: [], capabilities: [{ name: 'replies', state: 'on', grantAt: '', note }] });
    await openPage(page, 'Optional extras');
    await page.getByText(note).waitFor();
    await page.getByText('myaccount.google.com/permissions').waitFor();
  });
});
