// How far it goes: all models over a million invoices within a minute and 4 GB on two cores, and ten times what a tenth takes at most.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LedgerDatabase } from '../ledger-database.mjs';

/** Seconds and bytes that a million invoices with a million and a half payments may take. */
const SECONDS = 60;
const MEMORY = '4GB';

/** A number from 0 to below `most` for a row, the same in every run. */
const chance = (salt, most) => `(hash(i * 31 + ${salt}) % ${most})::integer`;

/** Fills a ledger of so many invoices of two years, with payments at half and in full, late and early; a twentieth stays open. */
async function fillLedger(database, invoices) {
  await database.run(`
    delete from ledger.invoices; delete from ledger.payments;
    insert into ledger.invoices by name
      select 'doc-' || i as invoice_id, 'R-' || i as invoice_number,
        'C-' || ${chance(1, Math.max(50, invoices / 50))} as customer_id, 'Customer ' || ${chance(1, Math.max(50, invoices / 50))} as customer,
        date '2024-07-01' + ${chance(2, 730)} as issue_date,
        date '2024-07-01' + ${chance(2, 730)} + 30 as due_date,
        case ${chance(3, 10)} when 0 then 'USD' when 1 then 'JPY' else 'EUR' end as currency,
        (${chance(4, 1_000_000)} - 10000) / 100 as amount,
        ${chance(5, 50)} = 0 as disputed
      from range(${invoices}) as rows(i);
    insert into ledger.payments by name
      select 'pay-' || i || '-' || k as payment_id, 'doc-' || i as invoice_id,
        date '2024-07-01' + ${chance(2, 730)} + ${chance(6, 70)} + (10 * k)::integer as value_date,
        invoices.amount / case when i % 20 < 11 then 2 else 1 end as amount
      from range(${invoices}) as rows(i), range(2) as parts(k), ledger.invoices as invoices
      where invoices.invoice_id = 'doc-' || i and i % 20 < 19 and k < case when i % 20 < 11 then 2 else 1 end;
  `);
}

/** Seconds of all models over a fresh ledger. */
async function secondsFor(invoices) {
  const database = await LedgerDatabase.open({ threads: '2', memory_limit: MEMORY });
  await fillLedger(database, invoices);
  const begun = performance.now();
  await database.build('2026-06-30');
  const seconds = (performance.now() - begun) / 1000;
  const [{ claims, payments, extract }] = await database.rows(
    'select (select count(*) from models.int_claims) as claims, (select count(*) from models.int_movements) as payments, (select count(*) from models.fct_sheet_extract) as extract',
  );
  assert.equal(claims, invoices);
  database.close();
  return { seconds, payments, extract };
}

test('a million invoices and a million and a half payments take a minute at most, and grow no faster than the ledger', async (t) => {
  const tenth = await secondsFor(100_000);
  const whole = await secondsFor(1_000_000);
  const memory = process.resourceUsage().maxRSS / 1024 / 1024;
  const took = (one) => `${one.seconds.toFixed(1)} s`;
  t.diagnostic(
    `100,000 invoices: ${took(tenth)}; 1,000,000: ${took(whole)}, ${memory.toFixed(1)} GB, extract of ${whole.extract} rows`,
  );
  assert.equal(whole.payments, 1_500_000);
  assert.ok(whole.seconds <= SECONDS, took(whole));
  assert.ok(memory <= 4, `${memory} GB`);
  // What every run costs is in the tenth too: an even growth is at most tenfold.
  assert.ok(whole.seconds <= 12 * Math.max(tenth.seconds, 0.5), `${took(tenth)} and ${took(whole)}`);
});
