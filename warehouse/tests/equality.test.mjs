// The models give what Duesheet's formulas give, to the cent: on made-up ledgers and on days of the past.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayAfter, formula, serial } from './duesheet.mjs';
import { LedgerDatabase } from './ledger-database.mjs';
import { ledgers } from './ledgers.mjs';
import {
  extractSheet,
  panelsOf,
  sameAging,
  sameAgingTotals,
  samePanel,
  samePanelRow,
  sameQuarter,
  sameSegments,
  sameTotals,
} from './same-figures.mjs';
import { typedSheet } from './typed-sheet.mjs';

const RUNS = Number(process.env.RUNS ?? 20);
/** The same ledgers every day; RUNS=500 tries as many others. */
const SEED = process.env.RUNS === undefined ? { seed: 7 } : {};

test('aging, panel and segments are those of AGING_TABLE, AR_KPIS and SEGMENT on any ledger and day', async () => {
  const database = await LedgerDatabase.open();
  await fc.assert(
    fc.asyncProperty(ledgers, async (ledger) => {
      await database.fill(ledger);
      await database.build(ledger.asOf, { months: 1 });
      const sheet = await extractSheet(database);
      if (sheet.length === 1) return;
      await sameAging(database, sheet, ledger.asOf);
      await samePanel(database, sheet, ledger.asOf);
      await sameQuarter(database, sheet, ledger.asOf);
      await sameSegments(database, sheet, ledger.asOf);
      // The extract comes from the models themselves: the ledger as somebody would type it does not.
      const typed = typedSheet(ledger);
      await sameAgingTotals(database, typed, ledger.asOf);
      await sameQuarter(database, typed, ledger.asOf);
    }),
    { numRuns: RUNS, includeErrorInReport: true, ...SEED },
  );
});

test('totals are those of the verb plan, which reads the extract without a question', async () => {
  const database = await LedgerDatabase.open();
  for (const seed of [1, 2, 3]) {
    const [ledger] = fc.sample(ledgers, { seed, numRuns: 1 });
    await database.fill(ledger);
    for (const asOf of [ledger.asOf, dayAfter(ledger.asOf, 45)]) {
      await database.build(asOf, { months: 1 });
      await sameTotals(database, await extractSheet(database), asOf);
    }
  }
});

test('each month of the past is what AR_KPIS gives for the extract of its last day', async () => {
  const database = await LedgerDatabase.open();
  const [ledger] = fc.sample(ledgers, { seed: 4, numRuns: 1 });
  await database.fill(ledger);
  const months = 6;
  await database.build(ledger.asOf, { months });
  const rows = await database.model('fct_dso_monthly');
  const ends = [...new Set(rows.map((row) => row.period_end))];
  assert.equal(ends.length, months);
  for (const end of ends) {
    await database.build(end, { months: 1 });
    const panels = panelsOf(formula('AR_KPIS', await extractSheet(database), serial(end)));
    assert.ok(panels.has('EUR'), end);
    for (const row of rows.filter((one) => one.period_end === end)) {
      const panel = panels.get(row.currency === 'XXX' ? '' : row.currency);
      if (panel) samePanelRow(row, panel);
    }
  }
});
