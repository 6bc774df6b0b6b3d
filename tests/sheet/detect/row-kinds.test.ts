// The columns that decide what a row is: found once, named in the mapping, and heeded as a person confirmed them.
import { describe, expect, it } from 'vitest';
import { applyMapping, withAnswers } from '../../../src/sheet/detect/confirmed-columns';
import { type Detection, FIELDS, isProblem, type Mapping, ROW_KIND_FIELDS } from '../../../src/sheet/fields';
import type { Cell } from '../../../src/sheet/grid';
import { readInvoices } from '../../../src/sheet/read/read-invoices';
import { headersIn } from '../../../src/workbook/invoices';
import { date, detected, gridOf } from '../grids';

const due = date('2026-10-31');

const TYPED: Cell[][] = [
  ['Customer', 'Num', 'Type', 'Due date', 'Amount'],
  ['Acme', '1', 'Invoice', due, 100],
  ['Acme', '2', 'Credit memo', due, 30],
  ['Acme', '3', 'Payment', due, 20],
];
const SIGNED: Cell[][] = [
  ['KUNNR', 'BELNR', 'FAEDT', 'SHKZG', 'WRBTR'],
  ['12345', '1', due, 'S', 100],
  ['12345', '2', due, 'H', 40],
];
const TWO_SIDES: Cell[][] = [
  ['Customer', 'Invoice', 'Due date', 'Debit', 'Credit'],
  ['Acme', '1', due, 100, ''],
  ['Acme', '2', due, '', 40],
];
const LINES: Cell[][] = [
  ['Customer', 'Invoice', 'Item', 'Quantity', 'Unit price', 'Due date', 'Line amount'],
  ['Acme', '1', 'Bolts', 2, 10, due, 20],
  ['Acme', '1', 'Nuts', 3, 10, due, 30],
];

function kinds(found: Detection): Record<string, string> {
  const columns = ROW_KIND_FIELDS.flatMap((field) => {
    const column = found.columns[field];
    return column ? [[field, column.header]] : [];
  });
  return Object.fromEntries(columns);
}

/** Every field told, as Set-up stores it. */
function confirmed(values: Cell[][], but: Mapping = {}): Mapping {
  const found = headersIn(detected(values));
  return { ...Object.fromEntries(FIELDS.map((field) => [field, found[field] ?? ''])), ...but };
}

function mappedBy(values: Cell[][], mapping: Mapping): Detection {
  const found = applyMapping(gridOf(values), mapping);
  if (isProblem(found)) throw new Error(found.message);
  return found;
}

const amounts = (values: Cell[][], found: Detection): unknown[] =>
  readInvoices(gridOf(values), found).rows.map(({ amount, status }) => [amount, status]);

describe('the columns that decide what a row is', () => {
  it('are found by their headers', () => {
    expect(kinds(detected(TYPED))).toEqual({ documentType: 'Type' });
    expect(kinds(detected(SIGNED))).toEqual({ sign: 'SHKZG' });
    expect(kinds(detected(TWO_SIDES))).toEqual({ credit: 'Credit' });
    expect(kinds(detected(LINES))).toEqual({ lineItem: 'Line amount', quantity: 'Quantity', unitPrice: 'Unit price' });
    expect(
      kinds(
        detected([
          ['Customer', 'Invoice', 'Due date', 'Amount'],
          ['Acme', '1', due, 5],
        ]),
      ),
    ).toEqual({});
  });

  it('are those whose name is not another column’s too, where several would do', () => {
    const twice = ['Customer', 'Invoice', 'Item', 'item', 'Item no.', 'Type', 'Document type', 'type'];
    expect(
      kinds(
        detected([
          [...twice, 'Due date', 'Amount'],
          ['A', '1', 'x', 'y', 'z', 'a', 'b', 'c', due, 5],
        ]),
      ),
    ).toEqual({
      documentType: 'Document type',
      lineItem: 'Item no.',
    });
  });

  it('are known by the names that bookkeepers give a debit/credit mark', () => {
    for (const header of ['Dr/Cr', 'DR/CR', 'Debit/Credit', 'Soll/Haben', 'S/H']) {
      const marked: Cell[][] = [
        ['Customer', 'Invoice', 'Due date', 'Amount', header],
        ['Acme', '1', due, 1234.5, header === 'S/H' ? 'S' : 'Dr'],
        ['Acme', '2', due, 234.5, header === 'S/H' ? 'H' : 'Cr'],
      ];
      expect(kinds(detected(marked))).toEqual({ sign: header });
      expect(amounts(marked, detected(marked))).toEqual([
        [123_450, ''],
        [23_450, 'credit'],
      ]);
    }
  });

  it('are heeded in a confirmed table as in one that was never set up', () => {
    for (const values of [TYPED, SIGNED, TWO_SIDES, LINES])
      expect(amounts(values, mappedBy(values, confirmed(values)))).toEqual(amounts(values, detected(values)));
  });

  it('are not heeded where a person said that the sheet has no such column', () => {
    expect(amounts(TYPED, mappedBy(TYPED, confirmed(TYPED, { documentType: '' })))).toEqual([
      [10_000, ''],
      [3_000, ''],
      [2_000, ''],
    ]);
    expect(amounts(SIGNED, mappedBy(SIGNED, confirmed(SIGNED, { sign: '' })))).toEqual([
      [10_000, ''],
      [4_000, ''],
    ]);
    const apart = mappedBy(LINES, confirmed(LINES, { lineItem: '', quantity: '', unitPrice: '' }));
    expect(amounts(LINES, apart)).toHaveLength(2);
  });

  it('are the ones that a person named, whatever they are called', () => {
    const odd = TYPED.map((row, i) => row.map((cell, j) => (i === 0 && j === 2 ? 'Vorgangsklasse' : cell)));
    expect(
      kinds(detected(odd.map((row, i) => (i < 2 ? row : row.map((cell, j) => (j === 2 ? 'Invoice' : cell)))))),
    ).toEqual({});
    expect(amounts(odd, mappedBy(odd, confirmed(odd, { documentType: 'Vorgangsklasse' })))).toEqual([
      [10_000, ''],
      [3_000, 'credit'],
      [2_000, 'credit'],
    ]);
  });

  it('are read in a small table too, where their words are known as statuses as well: a column has one role', () => {
    const roles = (header: string, ...words: string[]) => {
      const values = [
        ['Customer', 'Num', header, 'Due date', 'Amount'],
        ...words.map((word, at) => ['ACME', `A-${at}`, word, date('2026-05-31'), 100]),
      ];
      const { status, documentType } = detected(values).columns;
      return [status?.header, documentType?.header];
    };
    expect(roles('Type', 'Invoice', 'Payment')).toEqual([undefined, 'Type']);
    expect(roles('Document type', 'Credit')).toEqual([undefined, 'Document type']);
    expect(roles('Type', 'Open', 'Paid', 'Void')).toEqual(['Type', undefined]);
  });

  it('are detected where a mapping says nothing of them: a credit note is no invoice because nobody was asked', () => {
    const older = confirmed(TYPED);
    for (const field of ROW_KIND_FIELDS) delete older[field];
    expect(amounts(TYPED, mappedBy(TYPED, older))).toEqual([
      [10_000, ''],
      [3_000, 'credit'],
      [2_000, 'credit'],
    ]);
  });

  it('are missed like any other confirmed column when they are gone', () => {
    const without = TYPED.map((row) => row.filter((_, j) => j !== 2));
    expect(applyMapping(gridOf(without), confirmed(TYPED))).toMatchObject({ code: 'column-missing', column: 'Type' });
  });
});

describe('an answer about them', () => {
  const answered = (values: Cell[][], answers: Mapping): Detection => {
    const found = withAnswers(gridOf(values), detected(values), answers);
    if (isProblem(found)) throw new Error(found.message);
    return found;
  };

  it('may be that there is none', () => {
    expect(kinds(answered(TYPED, { documentType: '' }))).toEqual({});
    expect(kinds(answered(TYPED, { sign: 'Type' }))).toMatchObject({ sign: 'Type' });
  });

  it('leaves the others as they are found; the credit side goes with the column of what is charged', () => {
    expect(kinds(answered(TYPED, { owner: 'Num' }))).toEqual({ documentType: 'Type' });
    const both = TWO_SIDES.map((row, i) => [...row, i === 0 ? 'Total' : 7]);
    expect(kinds(answered(both, { amount: 'Debit' }))).toEqual({ credit: 'Credit' });
    expect(kinds(answered(both, { amount: 'Total' }))).toEqual({});
  });
});
