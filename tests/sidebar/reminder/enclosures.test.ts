// What comes along with a mail, and the way to write it oneself, in a real browser.
import { describe, expect, it } from 'vitest';
import { lineNumber } from '../fake/fake-lines';
import { lastArgs } from '../page';
import { openReminder, withBrowser } from '../with-browser';

const open = withBrowser();

describe('the card of a mail', () => {
  it('says that the statement comes along, and hands it out as it would be now', async () => {
    const page = await open({ lines: [lineNumber(3, { state: 'approved' })] });
    await openReminder(page, 'r-3');
    const card = page.locator('.card.mail');
    expect(await card.innerText()).toContain('With it comes the statement of account as a PDF.');
    const coming = page.waitForEvent('download');
    await card.getByRole('button', { name: 'Download the statement of account as a PDF' }).click();
    expect((await coming).suggestedFilename()).toBe('Statement-2026-11-23.pdf');
    expect(await lastArgs(page, 'getEnclosures')).toEqual(['r-3']);
  });

  it('says nothing of files where none come, and links to Gmail filled in', async () => {
    const page = await open({ lines: [lineNumber(3)] });
    await openReminder(page, 'r-3');
    const card = page.locator('.card.mail');
    expect(await card.innerText()).not.toContain('With it comes');
    const link = card.getByRole('link', { name: 'Write it yourself' });
    const { searchParams } = new URL((await link.getAttribute('href')) ?? '');
    expect(searchParams.get('to')).toBe('accounts@alder-finch.example');
    expect(searchParams.get('body')).toContain('please settle');
    expect(await link.getAttribute('rel')).toContain('noopener');
  });
});
