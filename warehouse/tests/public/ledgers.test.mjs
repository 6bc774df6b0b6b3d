// Published ledgers: what the models give is what the formulas give, for the extract and for the published file itself.
// The files are not ours to ship. `npm run test:public` wants PUBLIC_LEDGERS, a folder with both of them:
//   WA_Fn-UseC_-Accounts-Receivable.csv  IBM's sample, 2,466 invoices (github.com/pthiagu2/DataMining)
//   cashflow_sales_invoices.csv          480 invoices in three currencies (github.com/prizksaad-stack/cash-flow-forecasting)
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { LedgerDatabase } from '../ledger-database.mjs';
import { extractSheet, near, sameAging, samePanel, sameSegments, sameTotals } from '../same-figures.mjs';

const FOLDER = process.env.PUBLIC_LEDGERS ?? '.';

const LEDGERS = [
  {
    file: 'WA_Fn-UseC_-Accounts-Receivable.csv',
    days: ['2012-12-31', '2013-06-17', '2013-12-31'],
    invoices: `invoiceNumber, invoiceNumber, customerID, null, strptime(InvoiceDate, '%-m/%-d/%Y'), strptime(DueDate, '%-m/%-d/%Y'),
      null, InvoiceAmount, null, Disputed = 'Yes', null, countryCode`,
    payments: `'pay ' || invoiceNumber, invoiceNumber, customerID, strptime(SettledDate, '%-m/%-d/%Y'), null, InvoiceAmount`,
  },
  {
    file: 'cashflow_sales_invoices.csv',
    days: ['2024-06-30', '2024-12-31', '2025-03-10'],
    invoices: `invoice_id, invoice_id, null, customer, issue_date::date, due_date::date, currency, amount, null, false, null, null`,
    payments: `'pay ' || invoice_id, invoice_id, null, payment_date::date, currency, amount`,
    paid: `payment_date is not null and payment_date <> ''`,
  },
];

for (const { file, days, invoices, payments, paid = 'true' } of LEDGERS) {
  test(`${file}: the same figures on ${days.join(', ')}`, async () => {
    const database = await LedgerDatabase.open();
    const csv = `read_csv('${join(FOLDER, file)}', all_varchar = true, header = true)`;
    await database.run(`insert into ledger.invoices by position select ${invoices} from ${csv}`);
    await database.run(`insert into ledger.payments by position select ${payments} from ${csv} where ${paid}`);
    const published = await database.connection.runAndReadAll(`from ${csv}`);
    const whole = [published.columnNames(), ...published.getRowsJson().map((row) => row.map((cell) => cell ?? ''))];
    for (const asOf of days) {
      await database.build(asOf, { months: 1 });
      const sheet = await extractSheet(database);
      await sameTotals(database, sheet, asOf);
      for (const table of [sheet, whole]) {
        await sameAging(database, table, asOf);
        await samePanel(database, table, asOf);
        await sameSegments(database, table, asOf);
      }
    }
  });
}

const [IBM] = LEDGERS;
// Source: the sample's own column DaysToSettle, mean 26.44 over its 2,466 invoices.
test('the months of the sample add up to its published averages', async () => {
  const database = await LedgerDatabase.open();
  const csv = `read_csv('${join(FOLDER, IBM.file)}', all_varchar = true, header = true)`;
  await database.run(`insert into ledger.invoices by position select ${IBM.invoices} from ${csv}`);
  await database.run(`insert into ledger.payments by position select ${IBM.payments} from ${csv}`);
  await database.build('2014-01-31', { months: 25 });
  const [all] = await database.rows(
    'select sum(average_days_to_pay * settled_invoices) as days, sum(settled_invoices) as invoices from models.fct_dso_monthly',
  );
  assert.equal(all.invoices, 2466);
  near(Number((all.days / all.invoices).toFixed(2)), 26.44, 'days to settle');
});
