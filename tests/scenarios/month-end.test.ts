// Closing a month through the bundle: its tab, the sums of the formulas, cut off anywhere, corrected beside it, and its write-offs.
import { describe, expect, it } from 'vitest';
import { contentSize, plainText, putCell } from '../../src/local/workbook/stored-cells';
import type { MonthEndView, MonthFileView } from '../../src/usecases/closing/view';
import type { CustomerView, ErasureView } from '../../src/usecases/customers/view';
import type { FiguresView } from '../../src/usecases/figures-page/view';
import type { PortfolioView } from '../../src/usecases/portfolio/view';
import type { ChangeResult } from '../../src/usecases/waiting/change-result';
import { killedEverywhere } from './killed';
import { Story, type StoryInvoice, shift } from './story';

/** Six invoices a month over fourteen months, paid after 20 to 60 days; some old ones stay open, and a credit. */
function ledger(): StoryInvoice[] {
  const lines = Array.from({ length: 84 }, (_, at): StoryInvoice => {
    const issued = shift('2025-09-08', at * 5);
    const paidOn = shift(issued, 20 + ((at * 7) % 41));
    const amount = 1000 + ((at * 137) % 900) + 0.25;
    const isPaid = paidOn < '2026-11-02' && at !== 2 && at !== 20;
    return {
      ...{ no: `R-${at + 1001}`, customer: ['Acme Tools', 'Berg Trading', 'Coast Foods'][at % 3] ?? '', issued },
      ...{ due: shift(issued, 30), amount, currency: at % 7 === 3 ? 'USD' : 'EUR' },
      ...(isPaid ? { paid: amount, paidOn } : {}),
    };
  });
  const credit = { no: 'C-1', customer: 'Acme Tools', issued: '2026-05-04', due: '2026-05-04', amount: -120.5 };
  return [...lines, { ...credit, currency: 'EUR' }];
}

let known: Story | null = null;

/** Live since Monday 2 November, with the first run of Tuesday behind it, and rates set. */
function lived(): Story {
  known ??= (() => {
    const story = new Story('2026-11-02 08:30', ledger()).goLive().at('2026-11-02 15:30').hour();
    story.add('AR Settings', { Setting: 'Month end: allowance rates', Value: '1; 2; 5; 20; 50' });
    return story.at('2026-11-03 06:30').hour();
  })();
  return known.twin().at('2026-11-03 09:00');
}

const close = (story: Story, ledgerSays: Record<string, string> = {}, reason = ''): ChangeResult =>
  story.ask<ChangeResult>('closeMonth', '2026-10', ledgerSays, reason);

const shown = (story: Story, month = '2026-10'): MonthEndView => story.ask<MonthEndView>('getMonthEnd', month);

const tabsOf = (story: Story): string[] =>
  story.world.spreadsheet.sheets.map(({ name }) => name).filter((name) => /^AR \d/.test(name));

const logged = (story: Story, kind: string) => story.records('AR Log').filter(({ Event }) => Event === kind);

const closings = (story: Story): number => logged(story, 'month-closed').length;

/** The cells of a tab as texts, a line each. */
function linesOf(story: Story, name = 'AR 2026-10'): string[][] {
  const sheet = story.tab(name);
  const { rows } = contentSize(sheet);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: 17 }, (__, column) => plainText(sheet.cells.get(row)?.get(column)?.value)),
  );
}

describe('closing a month', () => {
  it('makes a tab with every open item, the sums, the ledger beside them, and says the difference', () => {
    const story = lived();
    const before = shown(story);
    expect(before).toMatchObject({ month: '2026-10', name: 'October 2026', end: '2026-10-31', notNow: '', closed: '' });
    const [eur] = before.currencies;
    const told = close(story, { EUR: String((eur?.total ?? 0) / 100 + 100) });
    expect(told.message).toContain('October 2026 is closed: ');
    expect(told.message).toContain('The ledger shows 100.00 EUR more than the sheet.');
    const lines = linesOf(story);
    expect(lines[0]?.[0]).toBe('AR 2026-10: receivables at the end of October 2026');
    const sum = (name: string, currency: string, column = 3): string =>
      lines.find((line) => line[0] === name && line[2] === currency)?.[column] ?? '';
    expect(Number(sum('Total: open less credits', 'EUR')) * 100).toBeCloseTo(eur?.total ?? 0, 4);
    expect(sum('Ledger less total', 'EUR')).toBe('100');
    expect(sum('Ledger, as typed', 'USD', 5)).toBe('Nobody typed what the ledger shows.');
    const items = lines.slice(lines.findIndex(([first]) => first === 'Open items') + 2);
    expect(items).toHaveLength(before.items);
    for (const { currency, total, allowance } of before.currencies) {
      const own = items.filter((line) => line[2] === currency);
      const added = (column: number): number => own.reduce((all, line) => all + Number(line[column]), 0);
      expect(added(3)).toBeCloseTo(total / 100, 6);
      expect(added(4)).toBeCloseTo((allowance?.total ?? 0) / 100, 6);
    }
    expect(shown(story).tabs).toEqual([{ tab: 'AR 2026-10', on: '2026-11-03', by: story.user, fault: '' }]);
    const [event] = logged(story, 'month-closed');
    expect(event?.['Amounts']).toContain(' EUR');
    expect(story.ask<MonthFileView>('getMonthFile', '2026-10').rows).toHaveLength(lines.length);
    // The tab is no table of invoices, and nothing stops the days that follow.
    story.at('2026-11-04 06:30').hour();
    expect(story.ask<{ heartbeat: { wrong: string } }>('getToday').heartbeat.wrong).toBe('');
  });

  it('closes a month without an invoice weeks later too, and says that it has none', () => {
    const lines = ledger().filter(({ issued = '' }) => !issued.startsWith('2026-10') && issued < '2026-11');
    const story = new Story('2026-11-16 08:30', lines).goLive().at('2026-11-16 15:30').hour();
    const { notNow, checks } = shown(story);
    expect(notNow).toBe('');
    expect(checks).toContain('The sheet has no invoice of October 2026: nothing was invoiced, or its rows are gone.');
    expect(close(story).message).toContain('October 2026 is closed: ');
  });

  it('refuses a second time in words, and a correction with its reason stands beside the first', () => {
    const story = lived();
    close(story);
    const first = linesOf(story);
    expect(story.answer('closeMonth', '2026-10', {}, '')).toMatchObject({ ok: false, code: 'month-closed' });
    story.change('Invoices', ({ Invoice }) => Invoice === 'R-1003', 'Amount', 50);
    close(story, {}, 'R-1003 was entered twice');
    expect(tabsOf(story)).toEqual(['AR 2026-10', 'AR 2026-10 (2)']);
    expect(linesOf(story)).toEqual(first);
    expect(linesOf(story, 'AR 2026-10 (2)').flat()).toContain('Corrects AR 2026-10: R-1003 was entered twice');
    expect(shown(story).tabs.map(({ fault }) => fault)).toEqual([null, '']);
  });

  it('says where the tab was changed afterwards, and that a month is not over, or cannot be told any more', () => {
    const story = lived();
    expect(story.answer('closeMonth', '2026-11', {}, '')).toMatchObject({ ok: false, code: 'month-open' });
    expect(story.answer('closeMonth', '2025-09', {}, '')).toMatchObject({ ok: false, code: 'month-lost' });
    const { notNow, checks } = shown(story, '2025-08');
    expect(notNow).toBe(
      'August 2025 lies before the first invoice of the sheet, of 8 September 2025: nothing in it tells what was open then. Choose a later month.',
    );
    expect(checks.join(' ')).not.toContain('The sheet has no invoice of');
    expect(story.answer('getMonthEnd', '2026-13')).toMatchObject({ ok: false, code: 'month-unknown' });
    expect(story.answer('closeMonth', '2026-10', { EUR: 'a lot' }, '')).toMatchObject({ code: 'amount-unreadable' });
    expect(story.answer('closeMonth', '2026-10', { GBP: '5' }, '')).toMatchObject({ code: 'currency-other' });
    close(story);
    putCell(story.tab('AR 2026-10'), 8, 9, { value: { kind: 'number', value: 1 } });
    expect(shown(story).tabs[0]?.fault).toContain('is not as it was made');
  });

  it('compares the allowance with the month that was closed before, the tab made last', () => {
    const story = lived();
    story.ask('closeMonth', '2026-09', {}, '');
    const [first] = shown(story, '2026-09').currencies;
    story.ask('closeMonth', '2026-09', {}, 'looked at again');
    close(story);
    const lines = linesOf(story);
    const before = lines.find(([name]) => name === 'Allowance in AR 2026-09 (2)');
    expect(Number(before?.[4]) * 100).toBeCloseTo(first?.allowance?.total ?? 0, 4);
    expect(before?.[5]).toMatch(/^(Up|Down) by .* EUR since the month end before\.$/);
    expect(shown(story).checks.join(' ')).not.toContain('was closed, so the allowance');
  });

  it('tells what is still open before it: lines of the bank; and what insolvent customers owe is doubtful whole', () => {
    const story = lived();
    const line = { date: '2026-10-30', currency: 'EUR', payer: 'Somebody', text: 'Zahlung', bankId: 'N1' };
    story.ask('addBankLines', { name: 'bank.csv', lines: [{ ...line, amount: '77.00' }] });
    const isBerg = ({ Customer }: Record<string, string>): boolean => Customer === 'Berg Trading';
    story.change('AR Customers', isBerg, 'Insolvent since', '2026-10-15');
    expect(shown(story).checks.join(' ')).toContain(
      'Nobody has decided about one line of the bank (77.00 EUR) up to then',
    );
    close(story);
    const lines = linesOf(story);
    const berg = lines
      .slice(lines.findIndex(([first]) => first === 'Open items'))
      .filter(([name]) => name === 'Berg Trading');
    expect(berg.length).toBeGreaterThan(1);
    for (const cells of berg) expect([cells[4], cells[10]]).toEqual([cells[3], 'Insolvent']);
    expect(
      shown(story)
        .proposals.filter(({ customer }) => customer === 'Berg Trading')
        .map(({ why }) => why),
    ).toEqual(berg.map(() => 'Insolvent since 15 October 2026'));
    const at = lines.findIndex(([first]) => first === 'Money at the bank that the sheet does not show');
    expect(lines[at + 2]?.slice(0, 4)).toEqual(['Somebody', '', 'EUR', '77']);
    // Insolvent only after the month's end, they owed as anybody did.
    const later = lived();
    later.change('AR Customers', isBerg, 'Insolvent since', '2026-11-02');
    expect(shown(later).lists.find(({ title }) => title === 'Write-off proposals')?.items).toBe(1);
  });

  it('names nobody who is erased, keeps its figures, and still stands as it was made, wherever that is cut off', async () => {
    const story = lived();
    const line = {
      date: '2026-10-30',
      currency: 'EUR',
      payer: 'Coast Foods',
      text: 'With thanks from Coast',
      bankId: 'N1',
    };
    story.ask('addBankLines', { name: 'bank.csv', lines: [{ ...line, amount: '7.00' }] });
    close(story);
    const made = linesOf(story);
    const theirs = (lines: string[][]) => lines.filter((cells) => cells.join('|').toLowerCase().includes('coast'));
    expect(theirs(made).map((cells) => cells[0])).toContain('Coast Foods');
    story.invoices(ledger().filter(({ customer }) => customer !== 'Coast Foods'));
    const { goes } = story.ask<ErasureView>('previewErasure', 'coast foods');
    expect(goes).toContain('The name in AR 2026-10; the figures there stay.');
    const erase = (one: Story) => one.answer('erasePersons', ['coast foods']);
    const stands = (one: Story, n: number): void => {
      erase(one);
      const left = linesOf(one);
      expect(theirs(left), `killed before call ${n}`).toEqual([]);
      expect(
        left.map((cells) => cells.slice(1, 12)),
        `killed before call ${n}`,
      ).toEqual(made.map((cells) => cells.slice(1, 12)));
      expect(shown(one).tabs[0]?.fault, `killed before call ${n}`).toBe('');
    };
    const isLasting = (method: string): boolean => /(setValues|appendRow|setProperties|flush|deleteRow)$/.test(method);
    expect(await killedEverywhere(story, isLasting, (one) => void erase(one), stands)).toBeGreaterThan(2);
    erase(story);
    putCell(story.tab('AR 2026-10'), 8, 9, { value: { kind: 'number', value: 1 } });
    expect(shown(story).tabs[0]?.fault).toContain('is not as it was made');
  });

  it('leaves a tab of a person alone that has its name', () => {
    const story = lived();
    story.world.spreadsheet.sheets.push({ ...story.tab('Invoices'), id: 77, name: 'AR 2026-10', cells: new Map() });
    story.rows('AR 2026-10', 1, [['My notes']]);
    expect(story.answer('closeMonth', '2026-10', {}, '')).toMatchObject({ ok: false, code: 'tab-taken' });
    expect(closings(story)).toBe(0);
  });

  it('cut off anywhere it is finished by the next press, or was done: one tab, one entry, as it was made', async () => {
    const start = lived();
    const after = (story: Story, n: number): void => {
      const again = story.answer<ChangeResult>('closeMonth', '2026-10', {}, '');
      if (!again.ok) expect(again.code, `killed before call ${n}`).toBe('month-closed');
      expect(tabsOf(story), `killed before call ${n}`).toEqual(['AR 2026-10']);
      expect(closings(story), `killed before call ${n}`).toBe(1);
      expect(shown(story).tabs, `killed before call ${n}`).toMatchObject([{ fault: '' }]);
    };
    const isLasting = (method: string): boolean =>
      /(insertSheet|setValues|appendRow|setProperties|flush|setNumberFormats)$/.test(method);
    const killed = await killedEverywhere(start, isLasting, (story) => void close(story), after);
    expect(killed).toBeGreaterThan(6);
  });
});

describe('a due date that was moved after the first reminder', () => {
  it('counts as it was in Figures, Portfolio and the month end, and both dates are told', () => {
    const story = lived().at('2026-11-04 06:30').hour().at('2026-11-04 09:00').morning();
    const [sent] = logged(story, 'sent');
    const listed = sent?.['Invoices']?.split(', ') ?? [];
    // A credit has no age.
    const number = listed.find((one) => one.startsWith('R-')) ?? expect.fail('nothing was sent');
    const isIt = ({ Invoice }: Record<string, string>): boolean => Invoice === number;
    const due = story.records('Invoices').find(isIt)?.['Due date'] ?? '';
    const overdue = (): number[] => shown(story).currencies.map((one) => one.overdue);
    const ages = () => story.ask<PortfolioView>('getPortfolio', '').totals.map((one) => one.overdue);
    const [before, agesBefore] = [overdue(), ages()];
    story.change('Invoices', isIt, 'Due date', '2027-01-31');
    story.at('2026-11-05 06:30').hour().at('2026-11-05 09:00');
    expect(overdue()).toEqual(before);
    expect(ages()).toEqual(agesBefore);
    const said = '1 open invoice got a later due date after the first reminder: here it ages from the date before';
    expect(story.ask<PortfolioView>('getPortfolio', '').notes[0]).toContain(said);
    expect(story.ask<FiguresView>('getFigures').moved).toContain(said);
    close(story);
    const lines = linesOf(story);
    const at = lines.findIndex(([first]) => first === 'Due dates moved after the first reminder');
    expect([lines[at + 3]?.[1], ...(lines[at + 3]?.slice(8, 10) ?? [])]).toEqual([number, due, '2027-01-31']);
    const key = shown(story).lists.find(({ title }) => title.startsWith('Due dates'))?.lines[0]?.customerKey;
    const card = story.ask<CustomerView>('getCustomer', key);
    expect(card.invoices.find(({ invoice }) => invoice === number)).toMatchObject({
      due: '2027-01-31',
      dueBefore: due,
    });
  });
});

describe('write-offs', () => {
  const written = (story: Story, day: string): string[] =>
    story.records('AR History').flatMap((row) => (row['Day'] === day ? [row['Written off'] ?? ''] : []));

  it('are approved once, count in AR History on the day of that, and leave the invoice sheet alone', () => {
    const story = lived();
    close(story);
    const sheet = story.records('Invoices');
    const [one, ...others] = shown(story).proposals;
    expect(one).toMatchObject({ why: expect.stringMatching(/^3\d\d days past due$/), approvedBy: '' });
    story.ask('approveWriteOffs', '2026-10', [one?.key]);
    expect(story.answer('approveWriteOffs', '2026-10', [one?.key])).toMatchObject({ ok: false, code: 'nothing-open' });
    expect(story.records('Invoices')).toEqual(sheet);
    const approved = shown(story);
    expect(approved.proposals[0]).toMatchObject({ approvedBy: story.user, approvedOn: '2026-11-03' });
    expect(approved.tabs[0]?.fault).toBe('');
    expect(others).toEqual([]);
    story.at('2026-11-04 06:30').hour();
    expect(written(story, '2026-11-02').filter((cell) => cell !== '')).toEqual([]);
    expect(Number(written(story, '2026-11-03')[0])).toBe((one?.open ?? 0) / 100);
  });

  it('written into the tab with name and day are taken by the next first run; a name alone, or a no, is none', () => {
    const story = lived();
    close(story);
    const row = linesOf(story).findIndex((line) => line[16]?.includes('|'));
    const write = (name: string, day: string): void => {
      const tab = story.tab('AR 2026-10');
      putCell(tab, row, 14, { value: { kind: 'text', value: name } });
      if (day !== '')
        putCell(tab, row, 15, { value: { kind: 'date', wall: `${day}T00:00:00.000` }, numberFormat: 'yyyy-mm-dd' });
    };
    write('Bo', '');
    story.at('2026-11-04 06:30').hour();
    write('No, ask again', '2026-11-04');
    story.at('2026-11-05 06:30').hour();
    expect(logged(story, 'written-off')).toEqual([]);
    write('Bo', '2026-11-05');
    story.at('2026-11-06 06:30').hour().at('2026-11-07 06:30').hour();
    const [event, ...more] = logged(story, 'written-off');
    expect(more).toEqual([]);
    expect([event?.['Actor'], event?.['Note']]).toEqual([
      'AR 2026-10',
      expect.stringContaining('by what is written there, by Bo'),
    ]);
    expect(shown(story).tabs[0]?.fault).toBe('');
    expect(shown(story).proposals[0]?.approvedBy).toBe('Bo, as written in the tab');
    expect(Number(written(story, '2026-11-06')[0])).toBeGreaterThan(0);
  });

  it('cut off anywhere are written down once, and stand beside the proposal after the next press', async () => {
    const start = lived();
    close(start);
    const [one] = shown(start).proposals;
    const press = (story: Story) => story.answer('approveWriteOffs', '2026-10', [one?.key]);
    const after = (story: Story, n: number): void => {
      const again = press(story);
      if (!again.ok) expect(again.code, `killed before call ${n}`).toBe('nothing-open');
      expect(logged(story, 'written-off'), `killed before call ${n}`).toHaveLength(1);
      const line = linesOf(story).find((cells) => cells[16]?.includes('|'));
      expect(line?.slice(14, 16), `killed before call ${n}`).toEqual([story.user, '2026-11-03']);
    };
    const isLasting = (method: string): boolean => /(setValues|appendRow|setProperties|flush)$/.test(method);
    expect(await killedEverywhere(start, isLasting, (story) => void press(story), after)).toBeGreaterThan(2);
  });

  it('taken back count no more from that day on, once, and are not taken again from the tab, wherever that is cut off', async () => {
    const start = lived();
    close(start);
    const [one] = shown(start).proposals;
    start.ask('approveWriteOffs', '2026-10', [one?.key]);
    start.at('2026-11-04 06:30').hour().at('2026-11-05 09:00');
    const undo = (story: Story) => story.answer('undoWriteOff', '2026-10', one?.key);
    const after = (story: Story, n: number): void => {
      const again = undo(story);
      if (!again.ok) expect(again.code, `killed before call ${n}`).toBe('nothing-to-lift');
      story.at('2026-11-06 06:30').hour();
      expect(logged(story, 'write-off-undone'), `killed before call ${n}`).toHaveLength(1);
      expect(logged(story, 'written-off'), `killed before call ${n}`).toHaveLength(1);
      expect(shown(story).proposals[0], `killed before call ${n}`).toMatchObject({ approvedBy: '', typed: '' });
      expect(shown(story).tabs[0]?.fault, `killed before call ${n}`).toBe('');
      const sums = [written(story, '2026-11-03'), written(story, '2026-11-05')].map(([cell]) => Number(cell));
      expect(sums, `killed before call ${n}`).toEqual([(one?.open ?? 0) / 100, 0]);
    };
    const isLasting = (method: string): boolean => /(setValues|appendRow|setProperties|flush)$/.test(method);
    expect(await killedEverywhere(start, isLasting, (story) => void undo(story), after)).toBeGreaterThan(2);
  });

  it('that the sheet shows by now are taken back in the books', () => {
    const story = lived();
    close(story);
    const [one] = shown(story).proposals;
    story.ask('approveWriteOffs', '2026-10', [one?.key]);
    const isIt = ({ Invoice }: Record<string, string>): boolean => Invoice === one?.invoice;
    story.change('Invoices', isIt, 'Paid', (one?.open ?? 0) / 100).change('Invoices', isIt, 'Paid on', '2026-11-03');
    expect(story.answer('undoWriteOff', '2026-10', one?.key)).toMatchObject({ ok: false, code: 'nothing-open' });
    expect(shown(story).proposals[0]?.approvedBy).toBe(story.user);
  });

  it('of what was paid since are none', () => {
    const story = lived();
    close(story);
    const [one] = shown(story).proposals;
    const isIt = ({ Invoice }: Record<string, string>): boolean => Invoice === one?.invoice;
    story.change('Invoices', isIt, 'Paid', (one?.open ?? 0) / 100).change('Invoices', isIt, 'Paid on', '2026-11-03');
    expect(story.answer('approveWriteOffs', '2026-10', [one?.key])).toMatchObject({ ok: false, code: 'nothing-open' });
  });
});
