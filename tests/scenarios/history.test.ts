// AR History and AR Dashboard through the bundle: written as a day is closed, never again, and the same figures wherever they are shown.
import { describe, expect, it } from 'vitest';
import { storedCharts } from '../../src/local/google-services/chart-state';
import { contentSize, plainText, putCell } from '../../src/local/workbook/stored-cells';
import { Story, type StoryInvoice, shift } from './story';

/** Six invoices a month over fourteen months, paid after 20 to 60 days; the last ones open. */
function ledger(currencies: readonly string[] = ['EUR'], until = '2026-11-02'): StoryInvoice[] {
  return Array.from({ length: 84 }, (_, at): StoryInvoice => {
    const issued = shift('2025-09-08', at * 5);
    const due = shift(issued, 30);
    const paidOn = shift(issued, 20 + ((at * 7) % 41));
    const amount = 1000 + ((at * 137) % 900) + 0.25;
    const isPaid = paidOn < until;
    const customer = ['Acme Tools', 'Berg Trading', 'Coast Foods', 'Delta Works'][at % 4] ?? '';
    const paid = isPaid ? { paid: amount, paidOn } : {};
    return {
      no: `R-${at + 1001}`,
      customer,
      issued,
      due,
      amount,
      currency: currencies[at % currencies.length] ?? 'EUR',
      ...paid,
    };
  });
}

let known: Story | null = null;

/** Live since Monday, with the first run of Tuesday behind it. */
function lived(): Story {
  known ??= new Story('2026-11-02 08:30', ledger())
    .goLive()
    .at('2026-11-02 15:30')
    .hour()
    .at('2026-11-03 06:30')
    .hour();
  return known.twin().at('2026-11-03 07:00');
}

const headers = (story: Story, name: string): string[] =>
  [...(story.tab(name).cells.get(0) ?? [])].map(([, cell]) => plainText(cell.value));

describe('AR History', () => {
  it('comes without taking the person from the tab they look at', () => {
    const story = new Story('2026-11-02 08:30', ledger()).goLive().at('2026-11-02 15:30').hour();
    const { spreadsheet } = story.world;
    const queue = story.tab('AR Queue');
    spreadsheet.activeSheetId = spreadsheet.sheets.find(({ name }) => name === queue.name)?.id ?? -1;
    story.at('2026-11-03 06:30').hour();
    expect(spreadsheet.sheets.map(({ name }) => name)).toContain('AR History');
    expect(spreadsheet.sheets.find(({ id }) => id === spreadsheet.activeSheetId)?.name).toBe('AR Queue');
  });

  it('is made as the first day is closed, with that day lived and the month ends before it rebuilt', () => {
    const story = lived();
    expect(headers(story, 'AR History')).toEqual([
      ...['Day', 'Currency', 'Segment', 'Open', 'Overdue', 'Current', '1-30', '31-60', '61-90', '90+', 'Disputed'],
      ...['Sales 90', 'Sales 365', 'DSO 90', 'DSO count-back', 'BPDSO', 'ADD', 'CEI (month to date)', 'Turnover'],
      ...['Days to pay', 'Collected (money only)', 'Credits', 'Written off', 'Promises due', 'kept', 'Mails', 'Calls'],
      'Rebuilt',
    ]);
    const rows = story.records('AR History');
    const [first] = rows;
    expect(first).toMatchObject({
      Day: '2025-09-30',
      Open: '',
      Rebuilt: 'No: The table holds no invoices of August 2025.',
    });
    const october = rows.find(({ Day }) => Day === '2026-10-31');
    expect(october?.['Rebuilt']).toBe('rebuilt from the invoices’ own dates');
    expect(Number(october?.['DSO 90'])).toBeGreaterThan(0);
    const monday = rows.filter(({ Day }) => Day === '2026-11-02');
    expect(monday.every(({ Rebuilt }) => Rebuilt === '')).toBe(true);
    expect(monday[0]).toMatchObject({ Currency: 'EUR', Segment: '' });
    expect(monday.slice(1).map(({ Segment }) => Segment)).toEqual(['Delinquent large']);
    const sum = (column: string): number => monday.slice(1).reduce((all, row) => all + Number(row[column]), 0);
    expect(sum('Open')).toBeCloseTo(Number(monday[0]?.['Open']), 6);
  });

  it('never writes a day again, whatever the sheet says later, and has one line a day however often a run comes', () => {
    const story = lived();
    const before = story.records('AR History');
    story.change('Invoices', ({ Invoice }) => Invoice === 'R-1084', 'Amount', 99_999);
    story.at('2026-11-03 18:00').hour().at('2026-11-04 06:30').hour().at('2026-11-04 07:30').hour();
    const after = story.records('AR History');
    expect(after.slice(0, before.length)).toEqual(before);
    const tuesday = after.slice(before.length);
    expect(new Set(tuesday.map(({ Day }) => Day))).toEqual(new Set(['2026-11-03']));
    expect(tuesday.filter(({ Segment }) => Segment === '')).toHaveLength(1);
  });

  it('leaves the hours of a day quiet', () => {
    const story = lived();
    story.at('2026-11-04 06:30').hour().at('2026-11-04 07:30').hour().at('2026-11-04 18:30').hour();
    story.world.calls = {};
    story.at('2026-11-04 19:30').hour();
    expect(Object.keys(story.world.calls).filter((name) => /setValues|insert|delete/.test(name))).toEqual([]);
  });

  it('lets lines go whose time is over, and none beside which somebody wrote', () => {
    const story = lived();
    const tab = story.tab('AR History');
    const { rows } = contentSize(tab);
    const line = (day: string, note: string): void => {
      const { rows: row } = contentSize(tab);
      putCell(tab, row, 0, { value: { kind: 'date', wall: `${day}T00:00:00.000` }, numberFormat: 'yyyy-mm-dd' });
      putCell(tab, row, 1, { value: { kind: 'text', value: 'EUR' } });
      if (note !== '') putCell(tab, row, 40 - 11, { value: { kind: 'text', value: note } });
    };
    tab.maxColumns = Math.max(tab.maxColumns, 40);
    for (const day of ['2026-06-10', '2026-06-11', '2026-06-14', '2026-06-30']) line(day, '');
    line('2026-06-12', 'big payment');
    story.at('2026-11-04 06:30').hour();
    const days = story
      .records('AR History')
      .slice(rows - 1)
      .map(({ Day }) => Day);
    expect(days.filter((day) => day?.startsWith('2026-06'))).toEqual(['2026-06-14', '2026-06-30', '2026-06-12']);
  });

  it('stops nothing where a service fails as the day is closed: the page says so, and the next run writes it', () => {
    const story = lived();
    story.at('2026-11-04 06:30');
    story.tab('AR History').maxColumns = 1;
    story.hour();
    expect(story.ask<{ trouble: string }>('getFigures').trouble).toMatch(
      /^The figures of the last day could not be written: /,
    );
    story.tab('AR History').maxColumns = 40;
    story.at('2026-11-04 07:30').hour();
    expect(story.records('AR History').some(({ Day }) => Day === '2026-11-03')).toBe(true);
    expect(story.ask<{ trouble: string }>('getFigures').trouble).toBe('');
  });

  it('stops nothing where its headers are gone, and the page says so', () => {
    const story = lived();
    story.tab('AR History').cells.clear();
    story.rows('AR History', 1, [['My notes']]);
    story.at('2026-11-04 06:30').hour();
    expect(story.records('AR Queue').length).toBeGreaterThan(0);
    expect(story.ask<{ trouble: string }>('getFigures').trouble).toMatch(/header row of AR History is missing/);
  });
});

describe('AR Dashboard', () => {
  const charts = (story: Story) => storedCharts(story.tab('AR Dashboard').extras);
  const cell = (story: Story, row: number, column: number): string =>
    plainText(
      story
        .tab('AR Dashboard')
        .cells.get(row - 1)
        ?.get(column - 1)?.value,
    );
  const menu = (story: Story, name: 'openDashboard' | 'redrawDashboard'): string => {
    story.runtime.call(name, [], {
      user: story.user,
      authMode: 'FULL',
      now: story.moment(),
      scriptZone: 'Etc/UTC',
      editorOpen: true,
    });
    return story.world.screen.toasts[story.world.screen.toasts.length - 1] ?? '';
  };

  it('is made by one menu item in a workbook that nobody set up', () => {
    const story = new Story('2026-11-02 08:30', ledger());
    expect(menu(story, 'openDashboard')).toBe('AR Dashboard is made.');
    expect(cell(story, 1, 1)).toBe('AR Dashboard');
    expect(cell(story, 3, 1)).toMatch(
      /^[\d,.]+ EUR of [\d,.]+ EUR open is overdue\. One day of DSO is worth \d+ EUR at today’s sales\.$/,
    );
    expect(charts(story)).toHaveLength(11);
    expect(charts(story).every(({ hidden }) => hidden === 'SHOW_BOTH')).toBe(true);
    expect(story.world.spreadsheet.sheets.map(({ name }) => name)).toEqual(['Invoices', 'AR Dashboard']);
  });

  it('is brought up to date as a day is closed; charts and what people typed beside it stay as they are', () => {
    const story = lived();
    expect(menu(story, 'openDashboard')).toMatch(/^AR Dashboard is made\. The first run of each day/);
    const ids = charts(story).map(({ id }) => id);
    story.rows('AR Dashboard', 6, [['', '', '', '', '', '', '', '', 'mine']]);
    const before = cell(story, 2, 1);
    story.at('2026-11-04 06:30').hour();
    expect(cell(story, 2, 1)).not.toBe(before);
    expect(cell(story, 2, 1)).toMatch(/^As of 4 November 2026/);
    expect(cell(story, 6, 9)).toBe('mine');
    expect(charts(story).map(({ id }) => id)).toEqual(ids);
  });

  it('finds its charts again: a second time adds none, a chart that was deleted comes back, people’s own stay', () => {
    const story = lived();
    menu(story, 'openDashboard');
    const tab = story.tab('AR Dashboard');
    const [first, second, ...rest] = charts(story);
    if (!first || !second) throw new Error('no charts');
    const own = { ...first, id: 42, options: { title: 'My chart' } };
    const restyled = { ...second, options: { ...second.options, title: 'Renamed by hand' } };
    tab.extras = { ...tab.extras, charts: [restyled, ...rest, own] };
    menu(story, 'openDashboard');
    const again = charts(story);
    expect(again).toHaveLength(12);
    expect(again.map(({ id }) => id)).toEqual(expect.arrayContaining([42, second.id]));
    expect(menu(story, 'redrawDashboard')).toBe('The charts are drawn anew.');
    expect(charts(story)).toHaveLength(12);
    expect(
      charts(story)
        .filter(({ id }) => again.some((one) => one.id === id))
        .map(({ id }) => id),
    ).toEqual([42]);
  });

  it('made before a picture was there gets it where its charts are drawn anew, and not before', () => {
    const story = lived();
    menu(story, 'openDashboard');
    const tab = story.tab('AR Dashboard');
    const first = 5 + 9 * 19;
    expect([cell(story, first, 1), cell(story, first + 19, 1)]).toEqual([
      'Collection rate and bad debt',
      'Overdue, and nobody asked for it, EUR',
    ]);
    const rate = cell(story, first + 4, 2);
    expect(Number(rate)).toBeGreaterThan(0);
    for (const row of [...tab.cells.keys()]) if (row >= first - 1) tab.cells.delete(row);
    tab.extras = { ...tab.extras, charts: charts(story).slice(0, 9) };
    menu(story, 'openDashboard');
    expect([cell(story, first, 1), charts(story).length]).toEqual(['', 9]);
    menu(story, 'redrawDashboard');
    expect([cell(story, first + 4, 2), charts(story).length]).toEqual([rate, 11]);
    expect(tab.cells.get(first + 3)?.get(1)?.numberFormat).toBe('0%');
  });

  it('follows rows that people put in between its blocks', () => {
    const story = lived();
    menu(story, 'openDashboard');
    const tab = story.tab('AR Dashboard');
    // A row of notes above the second block.
    const moved = new Map([...tab.cells].map(([row, cells]) => [row >= 23 ? row + 1 : row, cells]));
    tab.cells = moved;
    putCell(tab, 23, 0, { value: { kind: 'text', value: 'Our notes' } });
    story.at('2026-11-04 06:30').hour();
    expect([cell(story, 24, 1), cell(story, 25, 1)]).toEqual(['Our notes', 'Overdue by week, EUR']);
    expect(cell(story, 2, 1)).toMatch(/^As of 4 November 2026/);
  });

  it('leaves what people wrote below and beside the rows of a picture, and takes a goal away that is none any more', () => {
    const story = lived();
    menu(story, 'openDashboard');
    story.rows('AR Dashboard', 22, [['our note', 'below']]);
    story.rows('AR Dashboard', 83, [
      ['', '', '', 'Remark'],
      ['', '', '', 'called her'],
    ]);
    story.rows('AR Dashboard', 45, [
      ['', '', '', '', 'Target 30 days'],
      ['', '', '', '', 30],
    ]);
    const before = cell(story, 3, 1);
    story.change('Invoices', ({ Invoice }) => Invoice === 'R-1084', 'Amount', 99_999);
    story.at('2026-11-04 06:30').hour();
    expect([cell(story, 22, 1), cell(story, 22, 2)]).toEqual(['our note', 'below']);
    expect([cell(story, 83, 4), cell(story, 84, 4)]).toEqual(['Remark', 'called her']);
    expect([cell(story, 45, 6), cell(story, 46, 6)]).toEqual(['', '']);
    expect(cell(story, 3, 1)).not.toBe(before);
    expect(cell(story, 2, 1)).toMatch(/^As of 4 November 2026/);
  });

  it('takes no customer for a picture, and no name for a formula, whatever they are called and whoever cleared formats', () => {
    const names = ['Open by segment', '=HYPERLINK("http://there.example","x")'];
    const lines = names.map((customer, at) => ({
      no: `R-${at}`,
      customer,
      due: '2026-10-01',
      amount: 9_000 - at,
      email: 'ap@x.example',
    }));
    const story = new Story('2026-11-02 08:30', lines);
    menu(story, 'openDashboard');
    for (const cells of story.tab('AR Dashboard').cells.values())
      for (const [at, { value }] of cells) cells.set(at, { value });
    menu(story, 'openDashboard');
    expect([84, 85].map((row) => cell(story, row, 1).trim())).toEqual(names);
    expect(story.tab('AR Dashboard').cells.get(84)?.get(0)?.formula).toBeUndefined();
    expect(cell(story, 100, 1)).toBe('Open by segment, EUR');
  });

  it('says in a sentence what it lacks where columns of it were deleted', () => {
    const story = lived();
    menu(story, 'openDashboard');
    story.tab('AR Dashboard').maxColumns = 5;
    const lacks =
      'AR Dashboard has lost columns that it needs. Bring them back with Undo, or delete the tab and make it anew.';
    expect(menu(story, 'openDashboard')).toBe(lacks);
    story.at('2026-11-04 06:30').hour();
    expect(story.ask<{ trouble: string }>('getFigures').trouble).toContain(lacks);
  });

  it('shows five currencies by age, and one of them in time', () => {
    const story = new Story('2026-11-02 08:30', ledger(['EUR', 'GBP', 'USD', 'JPY', 'CHF']));
    menu(story, 'openDashboard');
    expect([8, 9, 10, 11, 12].map((row) => cell(story, row, 1))).toEqual(['CHF', 'EUR', 'GBP', 'JPY', 'USD']);
    expect(cell(story, 24, 1)).toMatch(/^Overdue by week, [A-Z]{3}$/);
  });
});
