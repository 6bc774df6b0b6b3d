// One reminder, opened in a real browser: its mail, its edits, and the ways not to send it.
import { describe, expect, it } from 'vitest';
import { HOSTILE_NAME, lineNumber } from '../fake/fake-lines';
import { callNames, lastArgs } from '../page';
import { openReminder, openTab, withBrowser } from '../with-browser';

const open = withBrowser();

describe('an opened reminder', () => {
  it('says why it is here, in order, and lists its invoices', async () => {
    const page = await open({ lines: [lineNumber(3)] });
    await openReminder(page, 'r-3');
    expect(await page.locator('.reasons li').first().textContent()).toContain('32 days past due');
    expect(await page.locator('tbody tr').count()).toBe(3);
    await page.getByRole('button', { name: 'Show invoice INV-2026-3001 in the sheet' }).click();
    expect(await lastArgs(page, 'showRow')).toEqual(['Invoices', 12]);
  });

  it('follows what was decided about it in the grid, unless words of it wait to be saved', async () => {
    const page = await open({ lines: [lineNumber(3), lineNumber(4)] });
    const approvedInTheGrid = (id: string) =>
      page.evaluate((one) => {
        window.dispatchEvent(new Event('blur'));
        const now = Date.now();
        Date.now = () => now + 3000;
        for (const line of window.scenario.lines) if (line.id === one) line.state = 'approved';
        window.dispatchEvent(new Event('focus'));
      }, id);
    await openReminder(page, 'r-3');
    await approvedInTheGrid('r-3');
    await page.locator('.reminder-head').getByText('Approved').waitFor();
    expect(await page.getByRole('button', { name: /^Approve/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Edit this one' }).click();
    await page.getByLabel('Words').fill('In our own words.');
    await approvedInTheGrid('r-4');
    await page
      .getByRole('tab', { name: /^Review/ })
      .getByText('2', { exact: true })
      .waitFor({ state: 'detached' });
    expect(await page.getByLabel('Words').inputValue()).toBe('In our own words.');
  });

  it('shows the mail in a frame that runs nothing', async () => {
    const page = await open({ lines: [lineNumber(3)] });
    await openReminder(page, 'r-3');
    const frame = page.frameLocator('iframe');
    expect(await frame.locator('body').textContent()).toContain('please settle');
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('');
    expect(await page.evaluate(() => window.pwned)).toBeUndefined();
  });

  it('offers the second approval to another person than the first', async () => {
    const line = lineNumber(3, { state: 'approved', look: 'two people approve it', approvedBy: 'bob@firm.example' });
    const page = await open({ lines: [line] });
    await openReminder(page, 'r-3');
    await page.getByText('It waits for a second approval').waitFor();
    await page.getByRole('button', { name: 'Approve as second person' }).click();
    await page.getByText('Approved by you and bob@firm.example.').waitFor();
    expect(await lastArgs(page, 'approveAsSecond')).toEqual(['r-3']);
    expect(await page.getByRole('button', { name: 'Approve as second person' }).count()).toBe(0);
  });

  it('never takes a customer’s name for markup', async () => {
    const page = await open({
      lines: [lineNumber(3, { customer: HOSTILE_NAME, amounts: HOSTILE_NAME, look: HOSTILE_NAME })],
    });
    await openTab(page, 'Review');
    expect(await page.locator('.customer').textContent()).toBe(HOSTILE_NAME);
    await page.locator('.line-open').click();
    await page.locator('.reminder-head').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(HOSTILE_NAME);
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(await page.evaluate(() => window.pwned)).toBeUndefined();
  });

  it('saves an edit of this mail alone', async () => {
    const page = await open({ lines: [lineNumber(3)] });
    await openReminder(page, 'r-3');
    await page.getByRole('button', { name: 'Edit this one' }).click();
    await page.getByLabel('Subject').fill('A short question');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('Edited').waitFor();
    expect((await lastArgs(page, 'editReminder'))?.[1]).toEqual({
      to: 'accounts@alder-finch.example',
      cc: '',
      subject: 'A short question',
      body: 'Dear Donnelly Print Works,\n\nplease settle {{total}}.',
      seen: 3,
    });
  });

  it('begins from another text that is chosen, and stores nothing before it is saved', async () => {
    const page = await open({ lines: [lineNumber(3)] });
    await openReminder(page, 'r-3');
    await page.getByRole('button', { name: 'Edit this one' }).click();
    const text = page.getByLabel('Text');
    expect(await text.locator('option:checked').textContent()).toBe('Firm (the usual one)');
    await text.selectOption('Dispute closed');
    await expect.poll(() => page.getByLabel('Subject').inputValue()).toBe('Dispute closed: {{total}}');
    expect(await page.getByLabel('Words').inputValue()).toBe('The text Dispute closed.');
    expect(await callNames(page)).not.toContain('editReminder');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('Edited').waitFor();
    expect((await lastArgs(page, 'editReminder'))?.[1]).toMatchObject({
      subject: 'Dispute closed: {{total}}',
      body: 'The text Dispute closed.',
      text: 'Dispute closed',
    });
  });

  it('keeps a person’s words and the text they are in, where another is refused or not wanted after all', async () => {
    const page = await open({ lines: [lineNumber(3)] });
    await openReminder(page, 'r-3');
    await page.getByRole('button', { name: 'Edit this one' }).click();
    await page.getByLabel('Subject').fill('A short question');
    await page.getByLabel('Text').selectOption('Part payment');
    await page.getByRole('button', { name: 'Keep' }).click();
    await expect.poll(() => page.getByLabel('Text').inputValue()).toBe('Firm');
    await page.evaluate(() => {
      window.scenario.refused = { draftWith: '"Part payment" says nothing here.' };
    });
    await page.getByLabel('Text').selectOption('Part payment');
    await page.getByRole('button', { name: 'Replace' }).click();
    await page.getByText('says nothing here').waitFor();
    await expect.poll(() => page.getByLabel('Text').inputValue()).toBe('Firm');
    expect(await page.getByLabel('Subject').inputValue()).toBe('A short question');
  });

  it('does not lose an unsaved edit to Escape', async () => {
    const page = await open({ lines: [lineNumber(3)] });
    await openReminder(page, 'r-3');
    await page.getByRole('button', { name: 'Edit this one' }).click();
    await page.getByLabel('Subject').fill('A short question');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Stay' }).click();
    expect(await page.getByLabel('Subject').inputValue()).toBe('A short question');
  });

  it('approves what stands in the editor, stored first', async () => {
    const page = await open({ lines: [lineNumber(3)] });
    await openReminder(page, 'r-3');
    await page.getByRole('button', { name: 'Edit this one' }).click();
    await page.getByLabel('Subject').fill('A short question');
    await page.getByRole('button', { name: 'Save and approve' }).click();
    await page.getByRole('heading', { name: 'Approved' }).waitFor();
    const names = await callNames(page);
    expect(names.indexOf('editReminder')).toBeLessThan(names.indexOf('approveReminders'));
    expect((await lastArgs(page, 'editReminder'))?.[1]).toMatchObject({ subject: 'A short question' });
  });

  it('approves nothing where the edit cannot be stored, and keeps the words', async () => {
    const page = await open({ lines: [lineNumber(3)], refused: { editReminder: 'The address is not one.' } });
    await openReminder(page, 'r-3');
    await page.getByRole('button', { name: 'Edit this one' }).click();
    await page.getByLabel('Subject').fill('A short question');
    await page.getByRole('button', { name: 'Save and approve' }).click();
    await page.getByText('The address is not one.').waitFor();
    expect(await page.getByLabel('Subject').inputValue()).toBe('A short question');
    expect(await callNames(page)).not.toContain('approveReminders');
  });

  it('shows by one press what it is by now where somebody else was first, and lets no words go unasked', async () => {
    const message = 'This mail was changed meanwhile by ben@ourfirm.example.';
    const page = await open({ lines: [lineNumber(3)], refused: { editReminder: message }, refusedAs: 'state-changed' });
    await openReminder(page, 'r-3');
    await page.getByRole('button', { name: 'Edit this one' }).click();
    await page.getByLabel('Subject').fill('A short question');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText(message).waitFor();
    const reads = async (): Promise<number> => (await callNames(page)).filter((name) => name === 'getReminder').length;
    const before = await reads();
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByRole('button', { name: 'Stay' }).click();
    expect(await page.getByLabel('Subject').inputValue()).toBe('A short question');
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('button', { name: 'Edit this one' }).waitFor();
    expect(await reads()).toBe(before + 1);
    expect(await page.getByText(message).count()).toBe(0);
  });

  it('does not lose an unsaved edit to another tab', async () => {
    const page = await open({ lines: [lineNumber(3)] });
    await openReminder(page, 'r-3');
    await page.getByRole('button', { name: 'Edit this one' }).click();
    await page.getByLabel('Subject').fill('A short question');
    await page.getByRole('tab', { name: 'Today' }).click();
    await page.getByRole('button', { name: 'Stay' }).click();
    expect(await page.getByLabel('Subject').inputValue()).toBe('A short question');
  });

  it('does not save a mail without an address', async () => {
    const page = await open({ lines: [lineNumber(3)] });
    await openReminder(page, 'r-3');
    await page.getByRole('button', { name: 'Edit this one' }).click();
    await page.getByLabel('To', { exact: true }).fill(' ');
    await page.getByRole('button', { name: 'Save changes' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('needs an address');
    expect(await callNames(page)).not.toContain('editReminder');
  });

  it('goes on to the next of its group after an approval', async () => {
    const page = await open({ lines: [lineNumber(0), lineNumber(3)] });
    await openReminder(page, 'r-0');
    await page.getByRole('button', { name: 'Approve, next one' }).click();
    await page.getByRole('heading', { name: 'Donnelly Print Works' }).waitFor();
    expect(await lastArgs(page, 'approveReminders')).toEqual([['r-0'], '', [3]]);
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByRole('heading', { name: 'Approved' }).waitFor();
  });

  it('counts on through its group while one after the other is approved, and the number on the tab follows', async () => {
    const page = await open({ lines: [0, 3, 6, 9].map((at) => lineNumber(at)) });
    await openTab(page, 'Review');
    await page.locator('.line-open').first().click();
    const place = page.locator('.reminder-nav .muted');
    const onTab = async () =>
      Number(/\d+/.exec((await page.getByRole('tab', { name: /^Review/ }).innerText()) ?? '')?.[0]);
    const [, of] = /: 1 of (\d)$/.exec((await place.textContent()) ?? '') ?? [];
    const before = await onTab();
    await page.getByRole('button', { name: 'Approve, next one' }).click();
    await expect.poll(() => place.textContent()).toMatch(new RegExp(`: 2 of ${of}$`));
    expect(await onTab()).toBe(before - 1);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => place.textContent()).toMatch(new RegExp(`: 1 of ${of}$`));
    expect(await onTab()).toBe(before);
  });

  it('is put off until a day after today, a week by default', async () => {
    const page = await open({ lines: [lineNumber(3)] });
    await openReminder(page, 'r-3');
    await page.getByText('Not now, until…').click();
    await page.getByLabel('Until', { exact: true }).fill('2026-11-23');
    await page.getByRole('button', { name: 'Put off' }).click();
    expect(await page.getByRole('alert').textContent()).toBe('Choose a day after today.');
    expect(await callNames(page)).not.toContain('snoozeReminder');
    await page.getByLabel('Until', { exact: true }).fill('2026-11-30');
    await page.getByRole('button', { name: 'Put off' }).click();
    await page.getByRole('heading', { name: 'Not now' }).waitFor();
    expect(await lastArgs(page, 'snoozeReminder')).toEqual(['r-3', '2026-11-30']);
  });

  it('says what treating it as done leads to', async () => {
    const page = await open({ lines: [lineNumber(3)] });
    await openReminder(page, 'r-3');
    await page.getByText('Skip this step…').click();
    expect(await page.locator('.forms').textContent()).toContain('next: senior, Thu 3 Dec');
    await page.getByLabel('Note (optional)').fill('spoke to Ann');
    await page.getByRole('button', { name: 'Skip this step' }).click();
    await page.locator('.empty').waitFor();
    expect(await lastArgs(page, 'treatAsDone')).toEqual(['r-3', 'spoke to Ann']);
  });

  it('pauses reminders to a customer only with a reason', async () => {
    const page = await open({ lines: [lineNumber(3)] });
    await openReminder(page, 'r-3');
    await page.getByText('Pause reminders to this customer…').click();
    await page.getByRole('button', { name: 'Pause reminders', exact: true }).click();
    expect(await callNames(page)).not.toContain('holdCustomer');
    await page.getByLabel('Reason').fill('waiting for a credit note');
    await page.getByRole('button', { name: 'Pause reminders', exact: true }).click();
    await page.locator('.empty').waitFor();
    expect(await lastArgs(page, 'holdCustomer')).toEqual(['r-3', '', 'waiting for a credit note']);
  });

  it('sends a test by its own button, which sends nothing else', async () => {
    const page = await open({ lines: [lineNumber(3)] });
    await openReminder(page, 'r-3');
    await page.getByRole('button', { name: 'Send me a test' }).click();
    await page.getByText('A test is on its way').waitFor();
    expect(await lastArgs(page, 'sendTest')).toEqual(['r-3']);
    expect(await callNames(page)).not.toContain('sendNext');
  });

  it('takes an outcome back that was pressed by mistake', async () => {
    const page = await open({ lines: [lineNumber(3, { channel: 'call' })] });
    await openReminder(page, 'r-3');
    await page.getByRole('button', { name: 'Answered' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back.').waitFor();
    expect(await lastArgs(page, 'undoOutcome')).toEqual(['r-3']);
    await page.locator('[data-id="r-3"]').waitFor();
  });

  it('does not lose a form that was begun to another button', async () => {
    const page = await open({ lines: [lineNumber(3, { channel: 'call' })] });
    await openReminder(page, 'r-3');
    await page.getByRole('button', { name: 'Promised…' }).click();
    await page.getByLabel('Amount (optional)').fill('1200');
    await page.getByRole('button', { name: 'Answered' }).click();
    await page.getByRole('button', { name: 'Stay' }).click();
    expect(await page.getByLabel('Amount (optional)').inputValue()).toBe('1200');
    expect(await callNames(page)).not.toContain('recordOutcome');
  });

  it('notes the outcome of a call and offers no approval for it', async () => {
    const page = await open({ lines: [lineNumber(8)] });
    await openReminder(page, 'r-8');
    expect(await page.getByRole('button', { name: /Approve|Edit|test/ }).count()).toBe(0);
    expect(await page.locator('pre').textContent()).toContain('please settle');
    await page.getByLabel('Note', { exact: true }).fill('pays on Friday');
    await page.getByRole('button', { name: 'Answered' }).click();
    await page.locator('.empty').waitFor();
    expect(await lastArgs(page, 'recordOutcome')).toEqual(['r-8', 'answered', 'pays on Friday']);
  });
});
