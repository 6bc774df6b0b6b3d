// The demo company's bank file: a line of every kind, and what is made of it.
import { expect, it } from 'vitest';
import { cellsOf } from '../../../src/local/bank/bank-source';
import { demoBankFile, demoBankLines } from '../../../src/local/demo/bank-file';
import { demoWorld } from '../../../src/local/demo/demo-world';
import { dayFromIso } from '../../../src/receivables/day';
import { matchReport } from '../../../src/sheet/bank/match-report';
import type { Cell } from '../../../src/sheet/grid';

const AS_OF = '2026-11-23';

it('has lines that are certain, that are asked about, and that are no customer’s, one twice and one that cannot be read', () => {
  const [sheet] = demoWorld(AS_OF).spreadsheet.sheets;
  if (!sheet) throw new Error('no sheet');
  const open = { sheet: 'Invoices', firstRow: 1, values: cellsOf(sheet) as Cell[][], display: null };
  const bytes = new TextEncoder().encode(demoBankFile(AS_OF));
  const decode = (given: Uint8Array): string => new TextDecoder().decode(given);
  const found = matchReport(open, { bytes, decode }, dayFromIso(AS_OF) ?? 0);
  const kinds = demoBankLines(AS_OF).map(({ kind }) => kind);
  const of = (rows: { row: number }[]): string[] => [...new Set(rows.map(({ row }) => kinds[row - 2] ?? ''))].sort();
  const asked = of(found.ask);
  const certain = of(found.allocations).filter((kind) => !asked.includes(kind));
  expect(certain).toEqual(['came back', 'certain', 'on account', 'part payment', 'two invoices']);
  // A slip that is the number of another invoice is asked about.
  expect(asked).toEqual(['a slip', 'amount alone', 'paid twice', 'payer alone']);
  expect(of(found.unmatched.filter(({ as }) => as === 'not receivable'))).toEqual(['interest', 'went out']);
  expect(found.problems).toHaveLength(1);
});

it('is the same mix on any day', () => {
  const mix = (asOf: string): unknown => demoBankLines(asOf).map(({ kind, amount }) => [kind, amount]);
  expect(mix('2027-03-01')).toEqual(mix(AS_OF));
});
