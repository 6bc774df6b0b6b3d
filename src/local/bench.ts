// Prints what Duesheet costs, as a table: formulas, planning, service calls, bytes and load time of the built dist/.
import { timeAgingBucket } from './bench/formulas';
import { bundleBytes, loadTime } from './bench/loading';
import { planRun, sendingCost, total } from './bench/service-calls';

type Row = [what: string, measured: string, aim: string];

const milliseconds = (time: number) => `${time.toFixed(time < 100 ? 1 : 0)} ms`;

function formulaRow(cells: string, asDates: boolean): Row {
  const { formula, loop, ratio } = timeAgingBucket(100_000, asDates);
  const measured = `${ratio.toFixed(2)} (${milliseconds(formula)} against ${milliseconds(loop)})`;
  return [`AGING_BUCKET, 100,000 ${cells}, against a bare loop`, measured, '3 or less'];
}

function planRows(): Row[] {
  const rows: Row[] = [];
  for (const invoices of [100, 1_000, 10_000]) {
    const { calls, milliseconds: time } = planRun(invoices);
    const book = `${invoices.toLocaleString('en')} open invoices`;
    rows.push([`Service calls of a plan run, ${book}`, String(total(calls)), 'the same, at most 25']);
    if (invoices === 10_000) rows.push([`Planning ${book} of 2,000 customers`, milliseconds(time), 'under 1,000 ms']);
  }
  return rows;
}

function mailRow(invoices: number): Row {
  const { perMail, step, sent } = sendingCost(invoices);
  const measured = `${perMail.toFixed(1)} (a step of ${sent}: ${step})`;
  return [`Service calls per mail, ${invoices.toLocaleString('en')} invoices`, measured, 'at most 12'];
}

function print(rows: Row[]): void {
  const table: Row[] = [['What', 'Measured', 'Aim'], ...rows];
  const width = (column: 0 | 1) => Math.max(...table.map((row) => row[column].length));
  for (const [what, measured, aim] of table) {
    process.stdout.write(`${what.padEnd(width(0))}  ${measured.padEnd(width(1))}  ${aim}\n`);
  }
}

print([
  formulaRow('dates', true),
  formulaRow('serial numbers', false),
  ...planRows(),
  mailRow(100),
  mailRow(1_000),
  ['Bundle, bytes', bundleBytes().toLocaleString('en'), 'under 204,800'],
  ['Loading the bundle in a fresh context', milliseconds(loadTime(15)), ''],
]);
