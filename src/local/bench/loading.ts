// How large the built script is and how long a fresh context takes to load it: paid at every execution, each formula cell included.
import vm from 'node:vm';
import { builtProject } from '../built-project';

/** Bytes of dist/Code.js as they are pushed (UTF-8). */
export function bundleBytes(): number {
  return Buffer.byteLength(builtProject().code);
}

/**
 * Milliseconds to parse and run the script in a new context, median of several.
 * @param rounds each with a text of its own, so that no compiled code is found again
 */
export function loadTime(rounds: number): number {
  const { code } = builtProject();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const context = vm.createContext({});
    const began = performance.now();
    vm.runInContext(`// ${round}\n${code}`, context);
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}
