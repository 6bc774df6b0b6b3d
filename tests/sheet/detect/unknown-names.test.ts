// Names nobody knows: slips of the pen are read over, and a table of invoices in another language is asked about, not refused.
import { describe, expect, it } from 'vitest';
import { withAnswers } from '../../../src/sheet/detect/confirmed-columns';
import { detectTable } from '../../../src/sheet/detect/detect';
import { isProblem } from '../../../src/sheet/fields';
import type { Cell } from '../../../src/sheet/grid';
import { headerKey } from '../../../src/sheet/vocabulary/header-words';
import { detected, gridOf, mapped } from '../grids';

describe('a slip in the name of a column', () => {
  it.each([
    ['Ammount', 'amount'],
    ['Invioce number', 'invoice number'],
    ['Custommer', 'customer'],
    ['Montant factture', 'amount invoice'],
    ['Outstandng', 'outstanding'],
    ['Paymnet date', 'date payment'],
    ['Recieved amount', 'amount received'],
    ['Rechnugsnummer', 'invoice number'],
    ['Vencimento fatura', 'date due invoice'],
    ['Curency', 'currency'],
    ['Blance', 'balance'],
  ])('is read over: "%s"', (header, key) => {
    expect(headerKey(header)).toBe(key);
  });

  it.each([
    'Contract',
    'Consumer',
    'Customs',
    'Project',
    'Country',
    'County',
    'Importer',
    'Recipient',
    'Mount',
    'Account',
    'Paper',
    'Remit',
  ])('is not seen in "%s"', (header) => {
    expect(headerKey(header)).toBe(headerKey(`${header} `));
    expect(['amount', 'customer', 'invoice', 'contact', 'payment', 'country']).not.toContain(
      headerKey(header) === header.toLowerCase() ? '' : headerKey(header),
    );
  });

  it('does not hide a table', () => {
    const values: Cell[][] = [
      ['client_nom', 'feature_id', 'montant_factture'],
      ['Alpha', 'F001', 1000],
      ['Beta', 'F002', 500],
      ['Gamma', 'F003', 20],
    ];
    expect(mapped(values)).toMatchObject({ customer: 'client_nom', invoice: 'feature_id', amount: 'montant_factture' });
    expect(detected(values).questions.map(({ field }) => field)).toEqual(['due']);
  });
});

// Hungarian: not among the languages of sheets.
const HUNGARIAN: Cell[][] = [
  ['Vevő neve', 'Bizonylatszám', 'Kelt', 'Fizetési határidő', 'Végösszeg'],
  ['Duna Kft', 'SZ-2025/001', '2025-03-01', '2025-03-31', 173.5],
  ['Tisza Zrt', 'SZ-2025/002', '2025-03-05', '2025-04-04', 244.25],
  ['Duna Kft', 'SZ-2025/003', '2025-03-09', '2025-04-08', 12],
];

describe('a table whose names are in another language', () => {
  it('is asked about, with the columns that may be meant', () => {
    const found = detected(HUNGARIAN);
    expect(found.headerRow).toBe(1);
    expect(found.columns.invoice?.header).toBe('Bizonylatszám');
    expect(found.questions.map(({ field, candidates }) => [field, candidates])).toEqual([
      ['customer', ['Vevő neve']],
      ['due', ['Kelt', 'Fizetési határidő']],
      ['amount', ['Végösszeg']],
    ]);
  });

  it('is read once it is answered', () => {
    const answers = { customer: 'Vevő neve', due: 'Fizetési határidő', amount: 'Végösszeg' };
    const answered = withAnswers(gridOf(HUNGARIAN), detected(HUNGARIAN), answers);
    if (isProblem(answered)) throw new Error(answered.message);
    expect(answered.questions).toEqual([]);
  });

  it('stands below lines that are no names', () => {
    const titled: Cell[][] = [['Kinnlevőségek'], ['2025. május'], ...HUNGARIAN];
    expect(detected(titled).headerRow).toBe(3);
  });

  it.each([
    [
      'sums by month',
      [
        ['Név', 'Január', 'Február'],
        ['Duna', 12.5, 13.5],
        ['Tisza', 14, 15],
      ],
    ],
    [
      'a list of addresses',
      [
        ['Név', 'Cím', 'Város'],
        ['Duna', 'Fő utca 1', 'Pécs'],
        ['Tisza', 'Kis utca 2', 'Győr'],
      ],
    ],
    ['one row', HUNGARIAN.slice(0, 2)],
    [
      'codes and amounts without a name',
      [
        ['Kód', 'Szín', 'Ár'],
        ['A-001', 12.5, 13],
        ['A-002', 5, 15],
      ],
    ],
  ] as [string, Cell[][]][])('is not seen in %s', (_, values) => {
    const found = detectTable(gridOf(values));
    expect(isProblem(found) && found.code).toBe('no-header-row');
  });
});
