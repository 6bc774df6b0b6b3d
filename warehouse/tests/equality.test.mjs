// The models give what Duesheet's formulas give, to the cent: on made-up ledgers and on days of the past.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayAfter, formula, serial } from './duesheet.mjs';
import { LedgerDatabase } from './ledger-database.mjs';
import { ledgers } from './ledgers.mjs';
import {
  extractSheet,
  near,
  panelsOf,
  sameAging,
  samePanel,
  samePanelRow,
  sameSegments,
  sameTotals,
} from './same-figures.mjs';

const RUNS = Number(process.env.RUNS ?? 25);

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
      await sameSegments(database, sheet, ledger.asOf);
    }),
    { numRuns: RUNS },
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

test('each month of the past is what AR_KPIS gives for the extract of its last day, and so are 90 days', async () => {
  const database = await LedgerDatabase.open();
  const [ledger] = fc.sample(ledgers, { seed: 4, numRuns: 1 });
  await database.fill(ledger);
  const [last, months] = ['2026-06-17', 6];
  await database.build(last, { months });
  const rows = await database.model('fct_dso_monthly');
  const ends = [...new Set(rows.map((row) => row.period_end))];
  assert.equal(ends.length, months);
  for (const end of ends) {
    await database.build(end, { months: 1 });
    const sheet = await extractSheet(database);
    const panels = panelsOf(formula('AR_KPIS', sheet, serial(end)));
    const quarters = panelsOf(formula('AR_KPIS', sheet, serial(end), serial(dayAfter(end, -89))));
    for (const row of rows.filter((one) => one.period_end === end)) {
      const currency = row.currency === 'XXX' ? '' : row.currency;
      const panel = panels.get(currency);
      if (panel) samePanelRow(row, panel);
      const quarter = quarters.get(currency);
      if (!quarter) continue;
      for (const [label, figure] of Object.entries(OVER_90_DAYS)) {
        const theirs = quarter.get(label);
        const what = `${label} of the 90 days to ${end}, ${currency}`;
        if (typeof theirs === 'string') assert.equal(row[figure], null, what);
        else near(row[figure], theirs, what);
      }
    }
  }
});

const OVER_90_DAYS = {
  'Credit sales': 'sales_90',
  DSO: 'dso_90',
  BPDSO: 'best_possible_dso_90',
  ADD: 'average_days_delinquent_90',
};
