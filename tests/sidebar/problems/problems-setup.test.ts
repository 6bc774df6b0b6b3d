// Problems and Set-up in a real browser, and what a person sees when the sheet cannot be reached.
import { describe, expect, it } from 'vitest';
import type { TodayView } from '../../../src/entry/sidebar-calls';
import { violationsIn } from '../accessibility';
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

const SAVE = { name: 'Save and see what is overdue' };
/** Where the sheet and its header row are chosen. */
const PLACE = 'Another sheet or header row';

describe('Set-up', () => {
  it('does not save before a needed column is chosen, and asks for it once', async () => {
    const page = await open({ lines: [], setupQuestion: true });
    await openPage(page, 'Set-up');
    await page.getByRole('button', SAVE).click();
    expect(await page.getByRole('alert').textContent()).toContain('“Due date”');
    expect(await callNames(page)).not.toContain('applySetup');
    await page.getByRole('button', { name: 'Net due' }).click();
    expect(await page.locator('.run-answers').textContent()).toBe('Due date: Net due');
    expect(await page.locator('.question').count()).toBe(0);
  });

  it('shows the first rows with what each column means, and follows a column that is chosen', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Set-up');
    expect(await page.locator('.run-table th').allTextContents()).toContain('CustomerCustomer');
    expect(await page.locator('.run-table tbody tr').count()).toBe(2);
    await page.locator('summary', { hasText: 'What each column means' }).click();
    const kind = page.getByLabel('Kind of document');
    const told = (await kind.getAttribute('aria-describedby')) ?? '';
    expect(await page.locator(`#${told}`).textContent()).toBe(
      'Credit notes lower what the customer owes. Such as Credit note',
    );
    await page.getByLabel('Due date (needed)').selectOption('Net due');
    expect(await page.locator('.run-table th.mean-when').first().textContent()).toBe('Due dateNet due');
    await kind.selectOption('Not in my sheet');
    expect(await page.locator(`#${told}`).textContent()).toContain('Chosen by you.');
    await page.getByRole('button', SAVE).click();
    await page.getByText('Set-up is saved.').waitFor();
    expect((await lastArgs(page, 'applySetup'))?.[0]).toMatchObject({ columns: { due: 'Net due', documentType: '' } });
  });

  it('reads another sheet without the header row of this one, keeps who writes, and saves no columns that were not read', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Set-up');
    await page.getByLabel('Company').fill('Northgate Ltd');
    await page.getByText(PLACE).click();
    await page.getByLabel('Sheet', { exact: true }).selectOption('Archive 2025');
    await page.getByRole('button', { name: 'Read again' }).click();
    await page.getByText('Read 250 rows of “Archive 2025”.').waitFor();
    expect(await lastArgs(page, 'getSetup')).toEqual(['Archive 2025']);
    expect(await page.getByLabel('Company').inputValue()).toBe('Northgate Ltd');
    await page.getByText(PLACE).click();
    await page.getByLabel('Header row').fill('5');
    await page.getByRole('button', SAVE).click();
    expect(await page.getByRole('alert').textContent()).toContain('press “Read again” first');
    expect(await callNames(page)).not.toContain('applySetup');
    await page.getByRole('button', { name: 'Read again' }).click();
    await page.waitForFunction(() => window.fake.calls.filter(({ name }) => name === 'getSetup').length === 3);
    expect(await lastArgs(page, 'getSetup')).toEqual(['Archive 2025', 5]);
  });

  it('asks for company and sender, shows the mail as it is signed, and refuses an account number that is none', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Set-up');
    await page.getByLabel('Company').fill('');
    await page.getByRole('button', SAVE).click();
    expect(await page.getByRole('alert').textContent()).toContain('your company’s name');
    await page.getByLabel('Company').fill('Northgate Ltd');
    await page.locator('.run-mail .subject', { hasText: 'Northgate Ltd' }).waitFor();
    await page.getByLabel('Language of mails').selectOption('Spanish');
    await page.locator('.run-mail .subject', { hasText: 'recordatorio' }).waitFor();
    await page.getByLabel('Your country').fill('Atlantis');
    await page.getByRole('button', SAVE).click();
    expect(await page.getByRole('alert').textContent()).toContain('“Atlantis” is no country');
    await page.getByLabel('Your country').fill('Spain');
    await page.getByLabel('IBAN').fill('DE89 3704 0044 0532 0130 01');
    await page.getByRole('button', SAVE).click();
    expect(await page.getByRole('alert').textContent()).toContain('the check digits of this IBAN');
    expect(await callNames(page)).not.toContain('applySetup');
  });

  it('keeps what was typed when the page is left and opened again, without asking', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Set-up');
    await page.getByLabel('Sender name').fill('Bo Chen');
    await page.getByRole('radio', { name: 'Gentle' }).check();
    await openPage(page, 'Set-up');
    expect(await page.getByLabel('Sender name').inputValue()).toBe('Bo Chen');
    expect(await page.getByRole('radio', { name: 'Gentle' }).isChecked()).toBe(true);
  });

  it('comes to what is overdue with one click, to a test in the own mailbox with two more, and folds what was done', async () => {
    const page = await open({ lines: [lineNumber(1)] });
    await openPage(page, 'Set-up');
    let clicks = 0;
    const press = async (name: string): Promise<void> => {
      clicks += 1;
      await page.getByRole('button', { name }).click();
    };
    await press('Save and see what is overdue');
    await page.getByRole('button', { name: 'Begin like this' }).waitFor();
    expect(clicks).toBe(1);
    expect(await page.locator('[data-step="2"] .run-line').textContent()).toContain('Ann Lee · Northgate Supplies Ltd');
    expect(await page.getByLabel('Sender name').isVisible()).toBe(false);
    expect(await violationsIn(page)).toEqual([]);
    await press('Begin like this');
    await press('Send it to me');
    await page.getByText('A test is on its way').waitFor();
    expect(clicks).toBe(3);
    expect(await callNames(page)).toEqual(expect.arrayContaining(['applySetup', 'applyGoingLive', 'sendTest']));
    await page.getByRole('button', { name: 'Change: How you sign, how to be paid' }).click();
    expect(await page.getByLabel('Sender name').inputValue()).toBe('Ann Lee');
  });

  it('comes to a live workbook with the first mail approved by five clicks: who sends and which payments are in is asked once', async () => {
    const sender = { email: '', isYou: false, you: 'you@firm.example', isOffered: true };
    const stop = (code: string): TodayView['stops'][number] => ({ code, message: 'A stop.', actions: [] });
    const switches = { live: false, automatic: false };
    const stops = [stop('stale-payments'), stop('not-sender')];
    const leaves = { now: 1, next: '' };
    const page = await open({ lines: [lineNumber(1)], today: { sender, switches, stops, leaves, everLive: false } });
    await openPage(page, 'Set-up');
    for (const name of ['Save and see what is overdue', 'Begin like this', 'Approve it', 'Go live with 1 approved…'])
      await page.getByRole('button', { name }).click();
    const dialog = page.getByRole('dialog', { name: 'Let reminders leave?' });
    expect(await dialog.getByLabel('Payments are in the sheet up to').inputValue()).toBe('2026-11-20');
    expect(await dialog.getByRole('checkbox').isChecked()).toBe(false);
    expect(await violationsIn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Go live' }).click();
    await page.getByRole('heading', { name: 'Ready to send' }).waitFor();
    const done = (await callNames(page)).filter((name) => /^(approve|become|confirm|goLive|set[AL])/.test(name));
    expect(done).toEqual(['approveReminders', 'becomeSender', 'confirmPayments', 'goLive']);
    expect(await page.getByRole('button', { name: 'Send 1 now…' }).count()).toBe(1);
  });

  it('says what to do in a workbook without data', async () => {
    const page = await open({ lines: [], emptyWorkbook: true });
    await openPage(page, 'Set-up');
    expect(await page.locator('main').textContent()).toContain('Put your invoices into a sheet');
    expect(await page.getByRole('button', SAVE).count()).toBe(0);
  });
});

describe('Lists of one’s own', () => {
  it('shows what a list of contacts would change, whom nobody knows, and writes what was seen', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Bring in contacts');
    await page
      .getByLabel('Paste the list')
      .fill('Firma\tE-Mail\tTel\nAlder & Finch Bakery\tnew@alder.example\t+44 1\nBrightwatr Joinery\tap@b.example\t');
    await page.getByRole('button', { name: 'Compare' }).click();
    expect(await page.locator('.contact-changes > li').count()).toBe(1);
    expect(await violationsIn(page)).toEqual([]);
    await page.getByRole('button', { name: 'It is Brightwater Joinery' }).click();
    await page.getByRole('button', { name: 'Write 3 cells of 2 customers' }).click();
    await page.getByText('The list is written.').waitFor();
    expect(await lastArgs(page, 'importList')).toEqual([
      {
        contacts: [
          {
            key: 'alder',
            cells: [
              ['Email', 'ap@alder.example', 'new@alder.example'],
              ['Phone', '', '+44 1'],
            ],
          },
          { key: 'bright', cells: [['Email', '', 'ap@b.example']] },
        ],
        chased: [],
      },
    ]);
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
