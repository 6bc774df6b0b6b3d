// Processor time of this process, in milliseconds: what a machine with other work to do does not add to, as the wall clock would.
import v8 from 'node:v8';
import vm from 'node:vm';

/** What a measurement found, by name: milliseconds, calls, bytes or megabytes. */
export type Values = Record<string, number>;

/** Processor time that this process took so far, of all its threads, garbage collection included; milliseconds. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Processor time that something takes.
 * @returns milliseconds
 * @example timeOf(() => JSON.stringify(table)) // 0.8
 */
export function timeOf(act: () => unknown): number {
  const began = processorTime();
  act();
  return processorTime() - began;
}

/**
 * The least of each value over several measurements: what is above it came from the machine, not from the work.
 * @example leastOf([{ work: 5, load: 2 }, { work: 4, load: 3 }]) // { work: 4, load: 2 }
 */
export function leastOf(measured: readonly Values[]): Values {
  const least: Values = {};
  for (const values of measured) {
    for (const [name, value] of Object.entries(values)) least[name] = Math.min(least[name] ?? value, value);
  }
  return least;
}

/** Collects garbage now, so that what was made before is not paid for by what is measured next. */
export function collectGarbage(): void {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  // Else every context made later in this process has a global more.
  v8.setFlagsFromString('--no-expose-gc');
  collect();
}
