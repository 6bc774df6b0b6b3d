// What a row is, from Set-up to the plan: shown with its meaning, stored with the mapping, and heeded.
import { describe, expect, it } from 'vitest';
import { ROW_KIND_FIELDS } from '../../../src/sheet/fields';
import type { Cell } from '../../../src/sheet/grid';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { applySetup, showSetup } from '../../../src/usecases/setup/set-up';
import { day, type FakeWorld, fakeWorld } from '../../builders/fake-workbook';
import { CHOICE, records } from '../../builders/our-firm';

const DUE = '2026-11-01';
const HEADERS = ['Customer', 'Invoice', 'Document type', 'Due date', 'Amount', 'Email', 'Quantity'];
const row = (no: string, type: string, customer: string): Cell[] => [
  customer,
  no,
  type,
  day(DUE),
  900,
  `ap@${customer.toLowerCase()}.example`,
  1,
];

const COLUMNS = { customer: 'Customer', invoice: 'Invoice', due: 'Due date', amount: 'Amount', email: 'Email' };

function world(columns: Record<string, string> = COLUMNS): FakeWorld {
  // Two lines of one invoice, and a credit note of another customer.
  const rows = [row('1', 'Invoice', 'Acme'), row('1', 'Invoice', 'Acme'), row('2', 'Credit note', 'Beta')];
  const made = fakeWorld({ Invoices: [HEADERS, ...rows] });
  made.at('2026-11-04 09:00');
  applySetup(made.ports, { ...CHOICE, columns });
  return made;
}

const stored = (made: FakeWorld): Record<string, unknown> =>
  Object.fromEntries(
    records(made, 'AR Settings')
      .map(({ Setting, Value }): [string, unknown] => [String(Setting).replace('Column: ', ''), Value])
      .filter(([name]) => ROW_KIND_FIELDS.some((field) => field === name)),
  );
const reminded = (made: FakeWorld): unknown[] => records(made, 'AR Queue').map(({ Customer }) => Customer);

describe('set-up', () => {
  it('shows what decides a row, and says what it does to it', () => {
    const made = fakeWorld({ Invoices: [HEADERS, row('1', 'Invoice', 'Acme')] });
    const { fields } = showSetup(made.ports, '', 0);
    expect(fields.find(({ field }) => field === 'documentType')).toMatchObject({
      label: 'Kind of document',
      header: 'Document type',
      meaning:
        'Credit notes and payments lower what the customer owes; quotes, orders and bills of your suppliers are left out.',
      sample: ['Invoice'],
    });
    expect(ROW_KIND_FIELDS.filter((field) => !fields.find((one) => one.field === field)?.meaning)).toEqual([]);
  });

  it('stores what it detects where nobody chose, and an empty cell where there is none', () => {
    expect(stored(world())).toEqual({
      documentType: 'Document type',
      sign: '',
      credit: '',
      lineItem: '',
      quantity: 'Quantity',
      unitPrice: '',
    });
  });

  it('keeps a person’s word that there is no such column', () => {
    const made = world({ ...COLUMNS, documentType: '' });
    expect(stored(made)).toMatchObject({ documentType: '' });
    expect(reminded(made)).toEqual(['Acme', 'Beta']);
    expect(showSetup(made.ports, '', 0).fields.find(({ field }) => field === 'documentType')?.header).toBe('');
    expect(reminded(world())).toEqual(['Acme']);
  });

  it('refuses a column that could not be found again by its name', () => {
    const made = fakeWorld({
      Invoices: [
        [...HEADERS, 'Document type'],
        [...row('1', 'Invoice', 'Acme'), 'x'],
      ],
    });
    expect(() => applySetup(made.ports, { ...CHOICE, columns: COLUMNS })).toThrow(
      'There are two columns called "Document type"',
    );
    expect(made.sheetNames()).toEqual(['Invoices']);
  });
});

describe('a workbook that was set up before anybody was asked', () => {
  it('goes on as before: its columns are looked for at every reading, until Set-up is saved again', () => {
    const made = world();
    const settings = made.cells('AR Settings');
    const isKind = ([name]: Cell[]): boolean => ROW_KIND_FIELDS.some((field) => name === `Column: ${field}`);
    for (const one of settings.filter(isKind)) settings.splice(settings.indexOf(one), 1);
    made.at('2026-11-05 09:00');
    planDay(made.ports);
    expect(reminded(made)).toEqual(['Acme']);
    expect(stored(made)).toEqual({});
    const { fields } = showSetup(made.ports, '', 0);
    expect(fields.find(({ field }) => field === 'documentType')?.header).toBe('Document type');
    applySetup(made.ports, {
      ...CHOICE,
      columns: Object.fromEntries(fields.map(({ field, header }) => [field, header])),
    });
    expect(stored(made)).toMatchObject({ documentType: 'Document type', quantity: 'Quantity', sign: '' });
  });
});
