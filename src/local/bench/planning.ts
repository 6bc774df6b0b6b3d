// How long a plan run takes: the script's own time, and apart from it what the local sheet takes to answer.
import { builtProject, builtServices } from '../built-project';
import { createRuntime } from '../runtime';
import { BENCH_NOW } from './ledger';
import { readyLedger } from './service-calls';

/** Milliseconds of one plan run in a fresh context. */
export interface PlanTimes {
  /** From the call to its answer. */
  whole: number;
  /** Of these, inside ranges being read and written: the local sheet's work, which Google's servers do otherwise. */
  sheet: number;
}

/** Joined to the built script: puts a stopwatch around every method of a range, then plans. */
const PROBE = `
function timePlan() {
  let inside = 0;
  let depth = 0;
  function watch(prototype) {
    Object.getOwnPropertyNames(prototype).forEach(function (name) {
      const found = Object.getOwnPropertyDescriptor(prototype, name);
      const method = found.value;
      if (name === 'constructor' || typeof method !== 'function' || !found.configurable) return;
      const timed = function () {
        const began = Date.now();
        depth += 1;
        try { return method.apply(this, arguments); } finally {
          depth -= 1;
          if (depth === 0) inside += Date.now() - began;
        }
      };
      Object.defineProperty(prototype, name, Object.assign({}, found, { value: timed }));
    });
  }
  const range = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange(1, 1);
  for (let at = Object.getPrototypeOf(range); at && at !== Object.prototype; at = Object.getPrototypeOf(at)) watch(at);
  const began = Date.now();
  const answer = planNow();
  if (depth !== 0 || inside === 0) throw new Error('The stopwatch saw no range being read.');
  if (!answer.ok) throw new Error(answer.message);
  return [Date.now() - began, inside];
}
`;

/**
 * Times the first plan of a ledger, which makes a reminder for nearly every customer; the median of several ledgers.
 *
 * @param invoices of the ledger, five to a customer
 * @throws Error with the script's own sentence when it does not plan
 */
export function timePlan(invoices: number, rounds: number): PlanTimes {
  const project = builtProject();
  const times: PlanTimes[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { world, user } = readyLedger(invoices);
    const runtime = createRuntime({ ...project, code: `${project.code}\n${PROBE}` }, world, {
      servicesCode: builtServices(),
      evaluateFormula: () => null,
    });
    const options = { user, authMode: 'FULL', now: BENCH_NOW, editorOpen: true } as const;
    const [whole = 0, sheet = 0] = runtime.call('timePlan', [], options) as number[];
    times.push({ whole, sheet });
  }
  times.sort((a, b) => a.whole - b.whole);
  return times[Math.floor(rounds / 2)] ?? { whole: 0, sheet: 0 };
}
