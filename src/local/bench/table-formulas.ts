// The formulas that read a whole invoice table, timed inside the script's own context.
import { builtProject, builtServices } from '../built-project';
import { freshWorld } from '../google-services/fresh-world';
import { createRuntime } from '../runtime';
import { LOCAL_USER } from '../session';
import { BENCH_NOW } from './ledger';

/** The formulas that are timed. */
export type TableFormula = 'SEGMENT' | 'AGING_TABLE' | 'AR_KPIS';

/** Joined to the built script: builds the table in its context, as Sheets hands it over, and checks what comes out. */
const PROBE = `
function timeTableFormula(name, rows, rounds) {
  const DAY = 86400000;
  const today = Date.UTC(2026, 5, 30);
  const asOf = new Date(today);
  const customers = [];
  const table = [['Invoice', 'Customer', 'Invoice Date', 'Due Date', 'Amount', 'Currency', 'Paid On', 'Region']];
  let open = 0;
  for (let i = 0; i < rows; i += 1) {
    const customer = 'Customer ' + Math.floor(i / 5);
    if (i % 5 === 0) customers.push([customer]);
    const issued = today - ((i * 37) % 365) * DAY;
    const cents = 5000 + ((i * 7919) % 200000);
    const paid = i % 3 === 0 ? '' : new Date(Math.min(today, issued + (20 + (i % 40)) * DAY));
    if (i % 3 === 0) open += cents;
    table.push(['INV-' + i, customer, new Date(issued), new Date(issued + 30 * DAY), cents / 100, 'EUR', paid, 'Region ' + (i % 9)]);
  }
  const work = {
    SEGMENT: function () { return SEGMENT(customers, table, asOf).length === customers.length; },
    AGING_TABLE: function () { return AGING_TABLE(table, asOf).pop()[9] === open / 100; },
    AR_KPIS: function () { return AR_KPIS(table, asOf).filter(function (row) { return row[0] === 'Ending AR' && row[1] === open / 100; }).length === 1; },
  }[name];
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = Date.now();
    if (!work()) throw new Error(name + ' gives something else than what is in the table.');
    times.push(Date.now() - began);
  }
  return times.sort(function (a, b) { return a - b; })[Math.floor(rounds / 2)];
}
`;

/**
 * Milliseconds that one of the formulas takes over a table of invoices, five to a customer and a third of them open; the median of
 * several rounds.
 *
 * @throws Error when the result does not agree with the table
 */
export function timeTableFormula(name: TableFormula, invoices: number, rounds: number): number {
  const project = builtProject();
  const runtime = createRuntime({ ...project, code: `${project.code}\n${PROBE}` }, freshWorld(), {
    servicesCode: builtServices(),
  });
  const options = { user: LOCAL_USER, authMode: 'FULL', now: BENCH_NOW, editorOpen: false } as const;
  return Number(runtime.call('timeTableFormula', [name, invoices, rounds], options));
}
