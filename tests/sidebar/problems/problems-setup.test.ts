// Problems and Set-up in a real browser, and what a person sees when the sheet cannot be reached.
import { describe, expect, it } from 'vitest';
import { lineNumber } from '../fake/fake-lines';
import { callNames, lastArgs } from '../page';
import { openPage, openTab, withBrowser } from '../with-browser';

const open = withBrowser();

describe('Problems', () => {
  it('asks what became of a mail by its reference and takes the answer', async () => {
    const page = await open({ lines: [lineNumber(1, { state: 'unconfirmed', reference: 'DS-7F3K2' })] });
    await openTab(page, 'Problems');
    expect(await page.getByRole('article').textContent()).toContain('Search your Sent folder for DS-7F3K2');
    await page.getByRole('button', { name: 'It is in my Sent folder' }).click();
    await page.locator('.empty').waitFor();
    expect(await lastArgs(page, 'resolveUnconfirmed')).toEqual(['r-1', 'sent']);
  });

  it('asks once more before such a mail is queued again', async () => {
    const page = await open({ lines: [lineNumber(1, { state: 'unconfirmed' })] });
    await openTab(page, 'Problems');
    await page.getByRole('button', { name: 'It is not there: queue again' }).click();
    expect(await page.getByRole('dialog').textContent()).toContain('gets it twice');
    expect(await callNames(page)).not.toContain('resolveUnconfirmed');
    await page.getByRole('button', { name: 'Queue it again' }).click();
    await page.locator('.empty').waitFor();
    expect(await lastArgs(page, 'resolveUnconfirmed')).toEqual(['r-1', 'approved']);
  });

  it('queues a failed mail again', async () => {
    const page = await open({ lines: [lineNumber(1, { state: 'failed' })] });
    await openTab(page, 'Problems');
    await page.getByRole('button', { name: 'Try again to write to' }).click();
    await page.locator('.empty').waitFor();
    expect(await lastArgs(page, 'retryFailed')).toEqual(['r-1']);
  });

  it('shows a row that could not be read in the grid', async () => {
    const problems = [{ sheet: 'Invoices', row: 17, column: 'Due date', code: 'bad-date', message: 'Not a date.' }];
    const page = await open({ lines: [], problems });
    await openTab(page, 'Problems');
    await page.getByRole('button', { name: 'Show row 17 of Invoices' }).click();
    await page.getByText('Row 17 is shown.').waitFor();
    expect(await lastArgs(page, 'showRow')).toEqual(['Invoices', 17]);
  });

  it('opens what needs fixing and comes back by Escape', async () => {
    const page = await open({ lines: [lineNumber(1, { state: 'needs-fix', why: 'No address.' })] });
    await openTab(page, 'Problems');
    await page.getByRole('button', { name: 'Open Brightwater Joinery' }).click();
    await page.locator('.reminder-head').waitFor();
    expect(await page.locator('.wrong').textContent()).toBe('No address.');
    expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Needs fixing' }).waitFor();
  });
});

describe('Set-up', () => {
  it('does not save before a needed column is chosen', async () => {
    const page = await open({ lines: [], setupQuestion: true });
    await openPage(page, 'Set-up');
    await page.getByRole('button', { name: 'Save set-up' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('“Due date”');
    expect(await callNames(page)).not.toContain('applySetup');
  });

  it('takes the answer to a question into the columns and saves what is shown', async () => {
    const page = await open({ lines: [], setupQuestion: true });
    await openPage(page, 'Set-up');
    await page.getByRole('button', { name: 'Net due' }).click();
    await page.getByLabel('Sender name').fill('Bo Chen');
    await page.getByRole('button', { name: 'Save set-up' }).click();
    await page.getByText('Set-up is saved.').waitFor();
    const [choice] = (await lastArgs(page, 'applySetup')) ?? [];
    expect(choice).toMatchObject({
      sheet: 'Invoices',
      headerRow: 3,
      senderName: 'Bo Chen',
      columns: { due: 'Net due', currency: '' },
    });
  });

  it('says what the kind of document does to a row, and saves that the sheet has none', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Set-up');
    const kind = page.getByLabel('Kind of document');
    const told = (await kind.getAttribute('aria-describedby')) ?? '';
    expect(await page.locator(`#${told}`).textContent()).toBe(
      'Credit notes lower what the customer owes. Such as Credit note',
    );
    await kind.selectOption('Not in my sheet');
    expect(await page.locator(`#${told}`).textContent()).toBe(
      'Credit notes lower what the customer owes. Chosen by you.',
    );
    await page.getByRole('button', { name: 'Save set-up' }).click();
    await page.getByText('Set-up is saved.').waitFor();
    expect((await lastArgs(page, 'applySetup'))?.[0]).toMatchObject({ columns: { documentType: '' } });
  });

  it('reads another sheet without the header row of this one', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Set-up');
    await page.getByLabel('Sheet', { exact: true }).selectOption('Archive 2025');
    await page.getByRole('button', { name: 'Read again' }).click();
    await page.getByText('Read 250 rows of “Archive 2025”.').waitFor();
    expect(await lastArgs(page, 'getSetup')).toEqual(['Archive 2025']);
    await page.getByLabel('Header row').fill('5');
    await page.getByRole('button', { name: 'Read again' }).click();
    await page.waitForFunction(() => window.fake.calls.filter(({ name }) => name === 'getSetup').length === 3);
    expect(await lastArgs(page, 'getSetup')).toEqual(['Archive 2025', 5]);
  });

  it('does not save columns of another header row than the one that was read', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Set-up');
    await page.getByLabel('Header row').fill('5');
    await page.getByRole('button', { name: 'Save set-up' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('press “Read again” first');
    expect(await callNames(page)).not.toContain('applySetup');
  });

  it('asks for company and sender, and shows how a mail is signed', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Set-up');
    await page.getByLabel('Company').fill('');
    expect(await page.locator('.signature').textContent()).toBe('Kind regardsAnn Lee(company)');
    await page.getByRole('button', { name: 'Save set-up' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('your company’s name');
    expect(await callNames(page)).not.toContain('applySetup');
    await page.getByLabel('Company').fill('Northgate Ltd');
    expect(await page.locator('.signature').textContent()).toContain('Northgate Ltd');
  });

  it('keeps who writes when another sheet is read', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Set-up');
    await page.getByLabel('Company').fill('Northgate Ltd');
    await page.getByLabel('Sheet', { exact: true }).selectOption('Archive 2025');
    await page.getByRole('button', { name: 'Read again' }).click();
    await page.getByText('Read 250 rows of “Archive 2025”.').waitFor();
    expect(await page.getByLabel('Company').inputValue()).toBe('Northgate Ltd');
  });

  it('says what to do in a workbook without data', async () => {
    const page = await open({ lines: [], emptyWorkbook: true });
    await openPage(page, 'Set-up');
    expect(await page.locator('main').textContent()).toContain('Put your invoices into a sheet');
    expect(await page.getByRole('button', { name: 'Save set-up' }).count()).toBe(0);
  });
});

describe('a call that breaks', () => {
  it('becomes a sentence and a way to try again, never the raw exception', async () => {
    const page = await open({ lines: [], broken: { getToday: 'Exception: Service Spreadsheets timed out' } });
    expect(await page.getByRole('alert').textContent()).toMatch(/^Duesheet could not reach the sheet/);
    expect(await page.locator('#duesheet').textContent()).not.toContain('Exception');
    await page.evaluate(() => {
      window.fake.scenario.broken = {};
    });
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Ready to send' }).waitFor();
    expect(await page.getByRole('alert').textContent()).toBe('');
  });

  it('names several Google accounts where Google refuses this one', async () => {
    const raw = "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.";
    const page = await open({ lines: [], broken: { getToday: raw } });
    expect(await page.getByRole('alert').textContent()).toContain('several Google accounts');
  });
});
