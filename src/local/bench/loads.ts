// The yardsticks: a load of the bundle, paid at every execution, and a load of a script that never changes.
import vm from 'node:vm';
import { builtProject } from '../built-project';
import { timeOf, type Values } from './processor-time';

const ROUNDS = 7;

/** How many small functions the unchanging script has; about 100 KB of text. */
const YARDSTICK_FUNCTIONS = 500;

let loads = 0;

/** Compiles and runs a script in a context of its own; the number in front keeps compiled code from being found again. */
function loadOf(code: string): number {
  loads += 1;
  const text = `// ${loads}\n${code}`;
  const context = vm.createContext({});
  return timeOf(() => new vm.Script(text, { filename: 'Code.gs' }).runInContext(context));
}

function leastLoad(code: string): number {
  return Math.min(...Array.from({ length: ROUNDS }, () => loadOf(code)));
}

/** Milliseconds of processor time to compile and run dist/Code.js in a fresh context: the unit of most rows. */
export function bundleLoad(): number {
  return leastLoad(builtProject().code);
}

/** A script of the shape of ours (functions in a closure, tables, texts), the same in every state of the project. */
export function yardstickScript(): string {
  const parts = Array.from(
    { length: YARDSTICK_FUNCTIONS },
    (_, n) => `  function step${n}(rows, day) {
    const found = rows.filter((row) => row.due !== null && row.due + ${n} < day);
    if (found.length === 0) return { code: 'none-${n}', message: 'Nothing is due.' };
    return { code: 'due-${n}', message: \`\${found.length} rows are due.\` };
  }
  table.set('step ${n}', step${n});`,
  );
  return `var yardstick = (() => {\n  const table = new Map();\n${parts.join('\n')}\n  return table;\n})();\n`;
}

/** Bytes of dist/Code.js as they are pushed (UTF-8). */
export function bundleBytes(): number {
  return Buffer.byteLength(builtProject().code);
}

/** What loading costs in this process: the bundle, the yardstick, and the bundle with a first formula of one cell. */
export function loading(): Values {
  const { code } = builtProject();
  const first = Array.from({ length: ROUNDS }, () => firstFormula(code));
  return {
    load: bundleLoad(),
    yardstick: leastLoad(yardstickScript()),
    firstCell: Math.min(...first),
  };
}

/** Loading and the first formula of one cell: what each cell of a sheet costs that holds a formula of its own. */
function firstFormula(code: string): number {
  loads += 1;
  const text = `// ${loads}\n${code}`;
  const context = vm.createContext({});
  let bucket: unknown;
  const took = timeOf(() => {
    new vm.Script(text, { filename: 'Code.gs' }).runInContext(context);
    bucket = vm.runInContext('AGING_BUCKET(46143, 46174, 120)', context);
  });
  if (bucket !== '31-60 days') throw new Error(`AGING_BUCKET of one cell gives ${String(bucket)}.`);
  return took;
}
