// Set-up: what it finds, what it creates, and what it leaves alone.
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../../src/dunning/history/version';
import { defaultPolicy } from '../../../src/dunning/policy/default-policy';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { sendStep } from '../../../src/usecases/sending/send';
import { applySetup, showSetup } from '../../../src/usecases/setup/set-up';
import { showToday } from '../../../src/usecases/today/show-today';
import { TABS } from '../../../src/workbook/tab-specs';
import { day, type FakeWorld, fakeWorld } from '../../builders/fake-workbook';
import {
  CHOICE,
  factsIn,
  HEADERS,
  type InvoiceLine,
  invoiceCells,
  liveAt,
  records,
  setUpAt,
} from '../../builders/our-firm';

const LINES: InvoiceLine[] = [
  { no: '1001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 },
  { no: '1002', customer: 'Acme Tools', due: '2026-11-20', amount: 80, currency: 'GBP' },
  { no: '2001', customer: 'Beta Works', due: '2026-11-01', amount: 700 },
];

const setting = (world: FakeWorld, name: string) =>
  records(world, 'AR Settings').find((row) => row['Setting'] === name);

describe('what set-up finds', () => {
  it('is the invoice sheet and the meaning of its columns, with samples for each', () => {
    const world = fakeWorld({ Notes: [['Call Bob']], Invoices: invoiceCells(LINES) });
    const view = showSetup(world.ports, '', 0);
    expect(view).toMatchObject({ alreadySetUp: false, sheet: 'Invoices', headerRow: 1, rowsRead: 3, questions: [] });
    const due = view.fields.find(({ field }) => field === 'due');
    expect(due).toMatchObject({ header: 'Due date', required: true });
    expect(due?.sample).toEqual(['2026-11-01', '2026-11-20', '2026-11-01']);
  });

  it('is no company: the name of the file would sign the mails', () => {
    const world = fakeWorld({ Invoices: invoiceCells(LINES) });
    expect(showSetup(world.ports, '', 0).company).toBe('');
  });

  it('changes nothing in the workbook', () => {
    const world = fakeWorld({ Invoices: invoiceCells(LINES) });
    showSetup(world.ports, '', 0);
    expect(world.sheetNames()).toEqual(['Invoices']);
    expect(world.calls['workbook.write']).toBeUndefined();
  });

  it.each([
    ['no sheet with anything in it', { Sheet1: [] }],
    [
      'a sheet without a header row',
      {
        Sheet1: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      },
    ],
  ])('says what to do with %s', (_, tabs) => {
    const view = showSetup(fakeWorld(tabs).ports, '', 0);
    expect(view.problems[0]?.message).toMatch(/Paste your invoices|Name the columns/);
    expect(view.fields).toEqual([]);
  });

  it('reads the sheet and header row that a person chose', () => {
    const world = fakeWorld({ A: invoiceCells(LINES), B: [['My invoices'], [], ...invoiceCells(LINES.slice(0, 1))] });
    expect(showSetup(world.ports, 'B', 0)).toMatchObject({ sheet: 'B', headerRow: 3, rowsRead: 1 });
    expect(showSetup(world.ports, 'B', 3)).toMatchObject({ sheet: 'B', headerRow: 3, rowsRead: 1 });
  });
});

describe('what set-up creates', () => {
  it('is every tab, the whole default matrix, the texts, the settings and the customers', () => {
    const world = setUpAt('2026-11-04 09:00', LINES);
    expect(world.sheetNames()).toEqual(['Invoices', ...TABS.map(({ name }) => name)]);
    expect(records(world, 'AR Policy')).toHaveLength(defaultPolicy().length);
    expect(records(world, 'AR Templates').length).toBeGreaterThan(15);
    expect(setting(world, 'AS_OF')?.['Value']).toEqual(day('2026-11-04'));
    expect(setting(world, 'Column: due')?.['Value']).toBe('Due date');
    expect(setting(world, 'Payment instructions: GBP')).toBeDefined();
    expect(records(world, 'AR Customers').map((row) => row['Email'])).toEqual([
      'ap@acme-tools.example',
      'ap@beta-works.example',
    ]);
  });

  it('is the language that mails are written in where nothing tells the customer’s, English where nobody said one', () => {
    const world = fakeWorld({ Invoices: invoiceCells(LINES) });
    expect(showSetup(world.ports, '', 0).language).toBe('');
    applySetup(world.ports, { ...CHOICE, language: 'es' });
    expect(setting(world, 'Default language')?.['Value']).toBe('es');
    expect(showSetup(world.ports, '', 0).language).toBe('es');
    applySetup(world.ports, CHOICE);
    expect(setting(world, 'Default language')?.['Value']).toBe('es');
    const other = fakeWorld({ Invoices: invoiceCells(LINES) });
    applySetup(other.ports, CHOICE);
    expect(showSetup(other.ports, '', 0).language).toBe('en');
  });

  it('is the country whose public holidays are no days to write on, as it was where nobody says one', () => {
    const world = fakeWorld({ Invoices: invoiceCells(LINES) });
    applySetup(world.ports, { ...CHOICE, country: 'Spain' });
    expect(setting(world, 'Country')?.['Value']).toBe('Spain');
    expect(showSetup(world.ports, '', 0).country).toBe('ES');
    applySetup(world.ports, CHOICE);
    expect(setting(world, 'Country')?.['Value']).toBe('Spain');
    applySetup(world.ports, { ...CHOICE, country: '' });
    expect(showSetup(world.ports, '', 0).country).toBe('');
  });

  it('is told in the log, with the version that did it', () => {
    const world = setUpAt('2026-11-04 09:00', LINES);
    const [first] = records(world, 'AR Log');
    expect(first).toMatchObject({ Event: 'set-up', Note: 'Invoices in "Invoices", header row 1.' });
    expect(factsIn(first)).toEqual({ version: VERSION });
  });

  it('starts in Preview, with nobody as sender and nothing automatic', () => {
    const today = showToday(setUpAt('2026-11-04 09:00', LINES).ports);
    expect(today).toMatchObject({ switches: { live: false, automatic: false }, sender: { email: '' } });
  });

  it('leaves the invoice sheet as it was', () => {
    const world = setUpAt('2026-11-04 09:00', LINES);
    expect(world.cells('Invoices')).toEqual(invoiceCells(LINES));
  });

  it('is refused with a sentence when a needed column is not chosen', () => {
    const world = fakeWorld({ Invoices: invoiceCells(LINES) });
    const without = (field: string) => ({ ...CHOICE, columns: { ...CHOICE.columns, [field]: '' } });
    expect(() => applySetup(world.ports, without('due'))).toThrow('Choose the column with the due date');
    expect(() => applySetup(world.ports, without('amount'))).toThrow('invoice amount');
    expect(() => applySetup(world.ports, without('customer'))).toThrow('column with the customer');
    expect(() => applySetup(world.ports, { ...CHOICE, sheet: 'Elsewhere' })).toThrow('There is no sheet "Elsewhere"');
    expect(world.sheetNames()).toEqual(['Invoices']);
  });
});

/** The tab as a workbook of an earlier version has it, with a column of a person's own behind. */
function withoutPurpose(world: FakeWorld): void {
  const cells = world.cells('AR Policy');
  const at = cells[0]?.indexOf('Purpose') ?? -1;
  cells.forEach((row, index) => {
    row.splice(at, 1, index === 0 ? 'Our remarks' : '');
  });
  const [, first = []] = cells;
  first[at] = 'agreed with sales';
}

describe('set-up again', () => {
  it('adds a column that came with a later version, behind what people keep there, and says so', () => {
    const world = setUpAt('2026-11-04 08:00', LINES);
    withoutPurpose(world);
    const before = structuredClone(world.cells('AR Policy'));
    expect(applySetup(world.ports, CHOICE).did).toContain('Added the column "Purpose" to AR Policy.');
    const after = world.cells('AR Policy');
    expect(after[0]).toEqual([...(before[0] ?? []), 'Purpose']);
    expect(after.map((row) => row.slice(0, before[0]?.length))).toEqual(before);
    expect(applySetup(world.ports, CHOICE).did.join(' ')).not.toContain('Added the column');
  });

  it('keeps a column Segment of people’s own, and adds ours beside it under a name of its own', () => {
    const world = setUpAt('2026-11-04 08:00', LINES);
    const cells = world.cells('AR Customers');
    const at = cells[0]?.indexOf('Segment') ?? -1;
    // As a workbook of an earlier version: no columns of ours, and one in which people say what they sell there.
    cells.forEach((row, index) => {
      row.splice(at, 2, index === 0 ? 'Segment' : 'Retail');
    });
    const { did } = applySetup(world.ports, CHOICE);
    expect(did).toContain('Added the columns "Segment (Duesheet)", "Segment since" to AR Customers.');
    planDay(world.ports);
    expect(records(world, 'AR Customers')).toMatchObject([
      { Segment: 'Retail', 'Segment (Duesheet)': 'New' },
      { Segment: 'Retail', 'Segment (Duesheet)': 'New' },
    ]);
    expect(applySetup(world.ports, CHOICE).did.join(' ')).not.toContain('Added the column');
  });

  it('adds settings that came with a later version, blank, and leaves the others as they are', () => {
    const world = setUpAt('2026-11-04 09:00', LINES);
    const cells = world.cells('AR Settings');
    const later = ['Send as', 'Deputy'];
    cells.splice(0, cells.length, ...cells.filter(([name]) => !later.includes(String(name))));
    for (const row of cells) if (row[0] === 'Payments may be old by') row[1] = 2;
    expect(applySetup(world.ports, CHOICE).did).toContain('Added 2 settings.');
    const value = (name: string) => world.cells('AR Settings').find((row) => row[0] === name)?.[1];
    expect([...later.map(value), value('Payments may be old by')]).toEqual(['', '', 2]);
  });

  it('is not needed for a workbook that lacks such a column: it plans as before', () => {
    const world = liveAt('2026-11-04 08:00', LINES);
    withoutPurpose(world);
    planDay(world.ports);
    expect(showToday(world.ports).stops).toEqual([]);
    expect(showToday(world.ports).problems.first.map(({ code }) => code)).not.toContain('tab-column-missing');
    expect(records(world, 'AR Queue').length).toBeGreaterThan(0);
  });

  it('overwrites nothing that a person edited', () => {
    const world = setUpAt('2026-11-04 09:00', LINES);
    const policy = world.cells('AR Policy');
    policy.splice(3, 2);
    const row = policy[1];
    if (row) row[3] = 99;
    const customer = world.cells('AR Customers')[1];
    if (customer) customer[4] = 'new@acme.example';
    const text = world.cells('AR Templates')[1];
    if (text) text[3] = 'Our own words {{invoices}}';
    const tolerance = world.cells('AR Settings').find((one) => one[0] === 'Tolerance');
    if (tolerance) tolerance[1] = 5;
    const before = ['AR Policy', 'AR Customers', 'AR Templates', 'AR Settings'].map((tab) =>
      JSON.stringify(world.cells(tab)),
    );
    applySetup(world.ports, CHOICE);
    expect(
      ['AR Policy', 'AR Customers', 'AR Templates', 'AR Settings'].map((tab) => JSON.stringify(world.cells(tab))),
    ).toEqual(before);
  });

  it('plans nothing twice', () => {
    const world = setUpAt('2026-11-04 09:00', LINES);
    const before = records(world, 'AR Queue').length;
    applySetup(world.ports, CHOICE);
    expect(records(world, 'AR Queue')).toHaveLength(before);
  });

  it('creates a deleted tab anew and fills what is missing', () => {
    const world = setUpAt('2026-11-04 09:00', LINES);
    world.remove('AR Holds');
    world.remove('AR Policy');
    applySetup(world.ports, CHOICE);
    expect(world.sheetNames()).toEqual(expect.arrayContaining(['AR Holds', 'AR Policy']));
    expect(records(world, 'AR Policy')).toHaveLength(defaultPolicy().length);
  });

  it('does not forget that the log was there when it was deleted: nothing is sent until the sender accepts', () => {
    const world = setUpAt('2026-11-04 09:00', LINES);
    world.remove('AR Log');
    expect(() => applySetup(world.ports, CHOICE)).not.toThrow();
    expect(showToday(world.ports).stops[0]?.code).toBe('log-mismatch');
  });

  it('takes the columns that the person now chose', () => {
    const world = setUpAt('2026-11-04 09:00', LINES);
    for (const row of world.cells('Invoices')) row.push(row[3] ?? '');
    const headers = world.cells('Invoices')[0];
    if (headers) headers[HEADERS.length] = 'Agreed date';
    applySetup(world.ports, { ...CHOICE, columns: { ...CHOICE.columns, due: 'Agreed date' } });
    expect(setting(world, 'Column: due')?.['Value']).toBe('Agreed date');
    expect(() => planDay(world.ports)).not.toThrow();
  });
});

describe('customers that are new', () => {
  it('get a row with the next plan', () => {
    const world = setUpAt('2026-11-04 09:00', LINES);
    world
      .cells('Invoices')
      .push(...invoiceCells([{ no: '3001', customer: 'Gamma Trade', due: '2026-11-10', amount: 5 }]).slice(1));
    planDay(world.ports);
    expect(records(world, 'AR Customers').map((row) => row['Customer'])).toEqual([
      'Acme Tools',
      'Beta Works',
      'Gamma Trade',
    ]);
  });

  it('are not added twice when a spelling is an alias of a known one', () => {
    const world = setUpAt('2026-11-04 09:00', LINES);
    const acme = world.cells('AR Customers')[1];
    if (acme) acme[2] = 'ACME Tools Ltd; Acme-Tools';
    world
      .cells('Invoices')
      .push(...invoiceCells([{ no: '1003', customer: 'ACME Tools Ltd', due: '2026-11-01', amount: 5 }]).slice(1));
    planDay(world.ports);
    expect(records(world, 'AR Customers')).toHaveLength(2);
    const waiting = records(world, 'AR Queue').filter((row) => String(row['Customer']).includes('Acme'));
    expect(waiting).toHaveLength(1);
    expect(waiting[0]?.['Invoices']).toContain('1003');
  });
});

describe('two spellings that a person says are one customer', () => {
  const lines: InvoiceLine[] = [
    { no: '1001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 },
    { no: '1002', customer: 'ACME Tools Ltd', due: '2026-11-01', amount: 300 },
  ];

  function merge(world: FakeWorld): void {
    const acme = world.cells('AR Customers').find((row) => row[0] === 'Acme Tools');
    if (acme) acme[2] = 'ACME Tools Ltd';
  }

  it('keep one of their two waiting reminders', () => {
    const world = setUpAt('2026-11-04 09:00', lines);
    expect(records(world, 'AR Queue')).toHaveLength(2);
    merge(world);
    planDay(world.ports);
    const waiting = records(world, 'AR Queue');
    expect(waiting).toHaveLength(1);
    expect(String(waiting[0]?.['Invoices']).split(', ').sort()).toEqual(['1001', '1002']);
  });

  it('share the gap since the last contact under either of them', () => {
    const world = liveAt('2026-11-04 09:00', lines);
    const id = showReview(world.ports).lines.find(({ customer }) => customer === 'ACME Tools Ltd')?.id ?? '';
    approveReminders(world.ports, [id]);
    sendStep(world.ports, { unattended: false });
    merge(world);
    planDay(world.ports);
    expect(records(world, 'AR Queue')).toEqual([]);
    expect(world.mails).toHaveLength(1);
  });
});

describe('a workbook that an earlier version set up', () => {
  /** As version 0.1 left it: no column Purpose, a setting less, and no version noted. */
  function older(): FakeWorld {
    const world = liveAt('2026-11-04 09:00', LINES);
    withoutPurpose(world);
    const settings = world.cells('AR Settings');
    settings.splice(
      settings.findIndex(([name]) => name === 'Mails per day'),
      1,
    );
    const { properties } = world.ports;
    const { layout: _, ...rest } = JSON.parse(properties.readAll()['duesheet'] ?? '{}');
    properties.write({ duesheet: JSON.stringify(rest) });
    return world;
  }
  const told = (world: FakeWorld) => records(world, 'AR Log').filter((row) => row['Event'] === 'upgraded');

  it('gets the texts that came since, and keeps its own wording', () => {
    const world = older();
    const texts = world.cells('AR Templates');
    const kept = texts.filter(([name]) => name !== 'Apology' && name !== 'Promise noted');
    const mine = kept.find(([name]) => name === 'Friendly');
    if (mine) mine[3] = 'Our own words. {{invoices}}';
    texts.splice(0, texts.length, ...kept, ['Apology', 'en', 'Ours', 'Our own apology.']);
    planDay(world.ports);
    const after = records(world, 'AR Templates');
    const named = (name: string) => after.filter((row) => row['Template'] === name);
    expect(named('Promise noted').map((row) => row['Language'])).toEqual(['en', 'de', 'fr', 'es']);
    expect(named('Apology').map((row) => row['Body'])).toEqual(['Our own apology.']);
    expect(named('Friendly').map((row) => row['Body'])).toContain('Our own words. {{invoices}}');
    expect(told(world)[0]?.['Note']).toContain('Added the text "Promise noted" to AR Templates.');
  });

  it('gets the columns and settings that came since with the next plan, and is told so once', () => {
    const world = older();
    planDay(world.ports);
    planDay(world.ports);
    expect(world.cells('AR Policy')[0]).toContain('Purpose');
    expect(world.cells('AR Settings').map(([name]) => name)).toContain('Mails per day');
    expect(told(world)).toHaveLength(1);
    expect(showToday(world.ports).changes.items.map(({ what }) => what)).toContain('Duesheet brought up to date');
    expect(told(world)[0]?.['Note']).toMatch(
      /Added the column "Purpose" to AR Policy.*Added the setting "Mails per day"/,
    );
  });

  it('gets the order of a new workbook and the note on its texts, with the name of the as-of day where that stands by then', () => {
    const world = older();
    const settings = world.cells('AR Settings');
    const wanted = liveAt('2026-11-04 09:00', LINES)
      .cells('AR Settings')
      .map(([name]) => name);
    // As earlier versions had it: the as-of day first, what came later last.
    const asOf = settings.splice(
      settings.findIndex(([name]) => name === 'AS_OF'),
      1,
    );
    settings.splice(1, 0, ...asOf, ...settings.splice(5));
    if (world.names['AS_OF']) world.names['AS_OF'].row = 2;
    planDay(world.ports);
    const names = settings.map(([name]) => name);
    expect(names).toEqual(wanted);
    expect(world.names['AS_OF']?.row).toBe(names.indexOf('AS_OF') + 1);
    expect(world.calls['workbook.moveRows']).toBeLessThan(12);
    expect(world.notes['AR Templates!R1C1']).toContain('More > Texts');
    expect(told(world)[0]?.['Note']).toMatch(
      /Added a note to "Template" in AR Templates.*Put AR Settings into its order of today/,
    );
  });

  it('keeps the order of rows and the note that people made their own', () => {
    const world = older();
    const settings = world.cells('AR Settings');
    settings.splice(3, 0, ['Our own list', 'x', '']);
    world.notes['AR Templates!R1C1'] = 'Ask Bo before you change these.';
    const names = settings.map(([name]) => name);
    planDay(world.ports);
    expect(settings.map(([name]) => name)).toEqual([...names, 'Mails per day']);
    expect(world.notes['AR Templates!R1C1']).toBe('Ask Bo before you change these.');
  });

  it('keeps what people edited', () => {
    const world = older();
    const row = world.cells('AR Settings').find(([name]) => name === 'Tolerance');
    if (row) row[1] = 7;
    planDay(world.ports);
    expect(row?.[1]).toBe(7);
  });

  it('is left alone while its sheet is half loaded, and told later', () => {
    const world = older();
    world.cells('Invoices').splice(1);
    expect(() => planDay(world.ports)).toThrow();
    expect(told(world)).toEqual([]);
  });
});
