// What lies in dist/, read once for the tests of the bundle, and its script in a context that has the language alone.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import vm from 'node:vm';
import { SERVICES } from '../architecture/names';

export const DIST = resolve(import.meta.dirname, '../../dist');

/** A file of dist/ as text. */
export function distFile(name: 'Code.js' | 'sidebar.html' | 'desk.html' | 'appsscript.json'): string {
  return readFileSync(resolve(DIST, name), 'utf8');
}

/** What V8 itself puts into every context although Apps Script has it not, or has another. */
const NOT_THE_LANGUAGE = ['console', 'WebAssembly', 'SharedArrayBuffer', 'Atomics'];

/**
 * The script of dist/ in a fresh context with the language's globals only.
 * @param globals what else the script finds there
 */
export function bareContext(globals: Record<string, unknown> = {}): vm.Context {
  const context = vm.createContext({ ...globals });
  for (const name of NOT_THE_LANGUAGE) {
    if (!(name in globals)) vm.runInContext(`delete globalThis.${name}`, context);
  }
  vm.runInContext(distFile('Code.js'), context, { filename: 'Code.js' });
  return context;
}

/**
 * Every Google service as an object on which nothing can be done without an error.
 * @param touched takes a line for each attempt, also one that the script swallowed
 */
export function trappedServices(touched: string[]): Record<string, unknown> {
  const trap = (name: string): unknown => {
    const spring = (what: string) => (_: unknown, member?: unknown) => {
      touched.push(`${what} ${name}${typeof member === 'string' ? `.${member}` : ''}`);
      throw new Error(`${name} was touched: ${what}`);
    };
    return new Proxy(function service() {}, {
      get: spring('get'),
      set: spring('set'),
      has: spring('has'),
      apply: spring('call'),
      construct: spring('new'),
      ownKeys: spring('keys of'),
      getOwnPropertyDescriptor: spring('describe'),
      getPrototypeOf: spring('prototype of'),
    });
  };
  return Object.fromEntries([...SERVICES, 'console', 'Browser', 'Maps', 'Charts'].map((name) => [name, trap(name)]));
}
