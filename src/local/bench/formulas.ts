// AGING_BUCKET over a tall column against a bare loop, both timed inside the script's own context.
import { builtProject, builtServices } from '../built-project';
import { freshWorld } from '../google-services/fresh-world';
import { createRuntime } from '../runtime';
import { LOCAL_USER } from '../session';
import { BENCH_NOW } from './ledger';

/** Times in milliseconds, each the median of several rounds. */
export interface FormulaTimes {
  formula: number;
  loop: number;
  ratio: number;
}

/** Joined to the built script: builds the column in its context, as Sheets hands it over, and takes turns. */
const PROBE = `
function timeAgingBucket(rows, asDates, rounds) {
  const DAY = 86400000;
  const asOf = asDates ? new Date(Date.UTC(2026, 5, 2)) : 46175;
  const due = [];
  for (let i = 0; i < rows; i += 1) {
    const back = (i * 37) % 400;
    due.push([asDates ? new Date(Date.UTC(2026, 5, 2) - back * DAY) : 46175 - back]);
  }
  function bare() {
    const column = [];
    for (let i = 0; i < due.length; i += 1) {
      const days = asDates ? Math.round((asOf.getTime() - due[i][0].getTime()) / DAY) : asOf - due[i][0];
      column.push([days <= 0 ? 'Current' : days <= 30 ? '1-30 days' : days <= 60 ? '31-60 days' : days <= 90 ? '61-90 days' : '90+ days']);
    }
    return column;
  }
  function timed(work) {
    const began = Date.now();
    const result = work();
    return { took: Date.now() - began, result: result };
  }
  const formulas = [];
  const loops = [];
  for (let round = 0; round < rounds; round += 1) {
    const formula = timed(function () { return AGING_BUCKET(due, asOf); });
    const loop = timed(bare);
    if (JSON.stringify(formula.result) !== JSON.stringify(loop.result)) throw new Error('AGING_BUCKET and the bare loop disagree.');
    formulas.push(formula.took);
    loops.push(loop.took);
  }
  function median(times) { return times.sort(function (a, b) { return a - b; })[Math.floor(times.length / 2)]; }
  return [median(formulas), median(loops)];
}
`;

/**
 * Times the built formula against a loop that does only the arithmetic.
 *
 * @param rows of the column
 * @param asDates true for cells formatted as dates, false for plain serial numbers
 * @throws Error when the two give different buckets
 */
export function timeAgingBucket(rows: number, asDates: boolean): FormulaTimes {
  const project = builtProject();
  const runtime = createRuntime({ ...project, code: `${project.code}\n${PROBE}` }, freshWorld(), {
    servicesCode: builtServices(),
  });
  const options = { user: LOCAL_USER, authMode: 'FULL', now: BENCH_NOW, editorOpen: false } as const;
  const [formula = 0, loop = 0] = runtime.call('timeAgingBucket', [rows, asDates, 15], options) as number[];
  return { formula, loop, ratio: formula / loop };
}
