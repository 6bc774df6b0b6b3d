// Prints what Duesheet costs, as a table: formulas, planning, service calls, bytes and load time of the built dist/.
import { timeAgingBucket } from './bench/formulas';
import { bundleBytes, loadTime } from './bench/loading';
import { timePlan } from './bench/planning';
import { planRun, sendingCost, total } from './bench/service-calls';
import { type TableFormula, timeTableFormula } from './bench/table-formulas';

type Row = [what: string, measured: string, aim: string];

const milliseconds = (time: number) => `${time.toFixed(time < 100 ? 1 : 0)} ms`;

function formulaRow(cells: string, asDates: boolean): Row {
  const { formula, loop, ratio } = timeAgingBucket(100_000, asDates);
  const measured = `${ratio.toFixed(2)} (${milliseconds(formula)} against ${milliseconds(loop)})`;
  return [`AGING_BUCKET, 100,000 ${cells}, against a bare loop`, measured, '3 or less'];
}

function tableRow(name: TableFormula): Row {
  const small = timeTableFormula(name, 10_000, 5);
  const large = timeTableFormula(name, 100_000, 5);
  const measured = `${milliseconds(small)} and ${milliseconds(large)}`;
  return [`${name} over 10,000 and 100,000 invoices`, measured, 'about tenfold, far below 30 s'];
}

function callRow(invoices: number): Row {
  const what = `Service calls of a plan run, ${invoices.toLocaleString('en')} open invoices`;
  return [what, String(total(planRun(invoices))), 'the same, at most 25'];
}

function planRow(): Row {
  const { whole, sheet } = timePlan(10_000, 5);
  const measured = `${milliseconds(whole - sheet)} (and the local sheet ${milliseconds(sheet)})`;
  return ['Planning 10,000 open invoices of 2,000 customers', measured, 'under 1,000 ms'];
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
  tableRow('SEGMENT'),
  tableRow('AGING_TABLE'),
  tableRow('AR_KPIS'),
  planRow(),
  callRow(100),
  callRow(1_000),
  callRow(10_000),
  mailRow(100),
  mailRow(1_000),
  ['Bundle, bytes', bundleBytes().toLocaleString('en'), 'under 204,800'],
  ['Loading the bundle in a fresh context', milliseconds(loadTime(15)), ''],
]);
