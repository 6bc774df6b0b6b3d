// The table of settings: every one has its row and its reading; what is edited into nonsense takes no limit away, and is told.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../../src/sheet/grid';
import { SETTINGS_TAB } from '../../../../src/workbook/tab-specs';
import { readTab } from '../../../../src/workbook/tabs/records';
import type { Start } from '../../../../src/workbook/tabs/settings/setting';
import {
  defaultSettings,
  inOrder,
  readSettings,
  settingNamed,
  settingsFor,
} from '../../../../src/workbook/tabs/settings/settings';
import { SETTINGS } from '../../../../src/workbook/tabs/settings/spec';

function read(name: string, value: Cell): ReturnType<typeof readSettings> {
  const headers = SETTINGS_TAB.columns.map(({ header }) => header);
  const values: Cell[][] = [headers, [name, value, '']];
  return readSettings(readTab(SETTINGS_TAB, { sheet: 'AR Settings', firstRow: 1, values, display: null }));
}

const START: Start = {
  sheet: 'Invoices',
  headerRow: 3,
  mapping: { due: 'Due date', sign: '' },
  company: 'Our Firm',
  senderName: 'Ann',
  replyTo: '',
  currencies: ['EUR', 'GBP'],
};

/** Families that have a row once one is set. */
const ONCE_SET: unknown[] = [
  SETTINGS.cashGoals,
  SETTINGS.workMinutes,
  SETTINGS.targets,
  SETTINGS.benchmarks,
  SETTINGS.monthEnd,
];

describe('every setting', () => {
  const rows = defaultSettings(START, 20_000);

  it('has one row in a new workbook, with what it means; a family has one for each of its members, goals and minutes once one is set', () => {
    const names = rows.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(rows.filter(({ meaning }) => meaning === '')).toEqual([]);
    for (const spec of Object.values(SETTINGS))
      if (ONCE_SET.includes(spec) && 'prefix' in spec)
        expect(names.filter((name) => name.startsWith(spec.prefix))).toEqual([]);
      else if ('prefix' in spec) expect(names.filter((name) => name.startsWith(spec.prefix)).length).toBeGreaterThan(0);
      else expect(names).toContain(spec.name);
    expect(names).toContain('Minimum: GBP');
    expect(rows.find(({ name }) => name === 'Column: due')).toMatchObject({ value: 'Due date', confirmed: true });
    expect(rows.find(({ name }) => name === 'Date order')).toMatchObject({ value: '', confirmed: false });
  });

  it('opens with the firm and, account by account, how it is paid', () => {
    const account = (code: string): string[] =>
      ['Account holder', 'IBAN', 'BIC', 'Payment instructions'].map((part) => `${part}: ${code}`);
    const top = ['Company', 'Sender name', 'Reply-to', 'Signature', ...account('EUR'), ...account('GBP')];
    expect(rows.slice(0, top.length + 1).map(({ name }) => name)).toEqual([...top, SETTINGS.noPaymentDetails.name]);
  });

  it('is put where a new workbook has it, however the rows lay', () => {
    const names = rows.map(({ name }) => name);
    expect(inOrder(names)).toEqual(names);
    const accounts = names.filter((name) => /: (EUR|GBP)$/.test(name));
    const others = names.filter((name) => !accounts.includes(name));
    expect(inOrder([...others.reverse(), ...accounts])).toEqual(names);
  });

  it('is read from its row, and from the row alone', () => {
    const values: Cell[][] = [
      SETTINGS_TAB.columns.map(({ header }) => header),
      ...rows.map(({ name, value, meaning }) => [name, value, meaning]),
    ];
    const table = readTab(SETTINGS_TAB, { sheet: 'AR Settings', firstRow: 1, values, display: null });
    const { settings, problems } = readSettings(table);
    expect(problems).toEqual([]);
    expect(Object.keys(settings)).toEqual(Object.keys(SETTINGS));
    expect(settings).toMatchObject({
      invoiceSheet: 'Invoices',
      headerRow: 3,
      company: 'Our Firm',
      windowFrom: 480,
      windowTo: 1080,
      newCustomersPerDay: 20,
      mailsPerDay: null,
      tolerance: 0.05,
      minimums: { '': 25, EUR: 25, GBP: 25 },
      callMinimums: { '': 500, EUR: 500, GBP: 500 },
      invoicesConsumers: false,
      promiseGrace: 2,
      paymentsMaxAge: 3,
      language: 'en',
      segmentation: [['mode', 'behaviour']],
      bankDetails: {},
    });
    expect(settings.mapping).toMatchObject({ due: 'Due date', sign: '' });
  });

  it('is known by its name in whatever case, and by no other', () => {
    for (const { name } of settingsFor(START, 'offered'))
      expect(settingNamed(name.toUpperCase())?.name.toLowerCase()).toBe(name.toLowerCase());
    for (const name of ['AS_OF', 'toString', '__proto__', 'Column: colour', '']) expect(settingNamed(name)).toBeNull();
  });

  it('of the columns says nothing where its row is missing, and "no such column" where its cell is empty', () => {
    expect(read('Column: sign', '').settings.mapping).toEqual({ sign: '' });
    expect(read('COLUMN: DOCUMENTTYPE', 'Type').settings.mapping).toEqual({ documentType: 'Type' });
    expect(read('Tolerance', 5).settings.mapping).toEqual({});
  });
});

describe('a setting that cannot be read', () => {
  it('leaves the number of new customers per day at that of a new workbook; an empty one is any number', () => {
    const { settings, problems } = read('New customers per day', 'twenty');
    expect(settings.newCustomersPerDay).toBe(20);
    expect(problems.map(({ column }) => column)).toEqual(['New customers per day']);
    expect(read('New customers per day', '').settings.newCustomersPerDay).toBeNull();
  });

  it('is told of a minimum too', () => {
    const { settings, problems } = read('Minimum: EUR', 'fifty');
    expect(settings.minimums).toEqual({ '': 25, EUR: 25 });
    expect(problems[0]?.message).toContain('AR Settings, Minimum: EUR');
    expect(read('Minimum: EUR', 50)).toMatchObject({ problems: [], settings: { minimums: { '': 25, EUR: 50 } } });
    expect(read('Minimum: EUR', '').settings.minimums).toEqual({ '': 25, EUR: 0 });
  });
});

describe('the grace of a promise', () => {
  it.each([
    [-3, 0],
    [1.6, 2],
    [1_000_000_000, 60],
    ['', 2],
  ])('of %s days is taken as %s: it neither ends before the promised day nor never', (written, grace) => {
    expect(read('Promise grace', written).settings.promiseGrace).toBe(grace);
  });
});
