// Entry of the services' script: evaluated inside a context, it gives the global names and the ways to call functions there.
import { Book } from './book';
import { scriptValue, wallAt } from './cells';
import { createConsole, createLogger } from './console';
import { createDriveApp } from './drive-app';
import { createCharts } from './embedded-chart';
import { AuthMode, enumNamed } from './enums';
import { defineLazily } from './hidden';
import type { Host } from './host';
import { createHtmlService } from './html-service';
import { isDate } from './instant';
import { createLockService } from './lock';
import { createGmail, createMailApp } from './mail';
import { createPropertiesService } from './properties';
import { makeRange } from './range';
import { createScriptApp } from './script-app';
import { createSession } from './session';
import { Sheet } from './sheet';
import { Spreadsheet } from './spreadsheet';
import { createSpreadsheetApp } from './spreadsheet-app';
import type { StoredValue } from './state';
import { createUtilities } from './utilities';
import { installDate } from './zoned-date';

/** What the host may do with an installed context. */
export interface Installed {
  /** Calls a global function with arguments given as a JSON array. */
  call(name: string, json: string): Outcome;
  callFormula(name: string, args: (StoredValue | StoredValue[][] | undefined)[]): Outcome;
  /** What a promise came to, once microtasks ran. */
  settled(): Outcome | null;
}

/** How a call ended; values are of the context. */
export type Outcome =
  | { kind: 'value'; value: unknown }
  | { kind: 'thrown'; error: unknown; name: string; message: string; stack: string }
  | { kind: 'missing' }
  | { kind: 'waiting' };

function thrown(error: unknown): Outcome {
  const like = (typeof error === 'object' && error !== null ? error : {}) as {
    name?: unknown;
    message?: unknown;
    stack?: unknown;
  };
  return {
    kind: 'thrown',
    error,
    name: typeof like.name === 'string' ? like.name : 'Error',
    message: typeof like.message === 'string' ? like.message : String(error),
    stack: typeof like.stack === 'string' ? like.stack : '',
  };
}

function argument(host: Host, given: StoredValue | StoredValue[][] | undefined): unknown {
  if (given === undefined) return undefined;
  if (Array.isArray(given)) return given.map((row) => row.map((value) => scriptValue(host, value)));
  return scriptValue(host, given);
}

/** The stored form of what a custom function returned for one cell. */
function storedCell(host: Host, value: unknown): StoredValue {
  if (value === null || value === undefined || value === '') return { kind: 'empty' };
  if (typeof value === 'number')
    return Number.isFinite(value) ? { kind: 'number', value } : { kind: 'error', value: '#NUM!' };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (isDate(value)) {
    const instant = value.getTime();
    return Number.isNaN(instant) ? { kind: 'error', value: '#NUM!' } : { kind: 'date', wall: wallAt(host, instant) };
  }
  return { kind: 'text', value: typeof value === 'string' ? value : String(value) };
}

function storedRows(host: Host, value: unknown): StoredValue[][] {
  if (!Array.isArray(value)) return [[storedCell(host, value)]];
  const rows = value.map((row: unknown) => (Array.isArray(row) ? row : [row]));
  const width = Math.max(1, ...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, i) => storedCell(host, row[i])));
}

function defineGlobals(scope: typeof globalThis, host: Host): void {
  const book = new Book(host);
  book.useMakers({
    range: (rect, notation) => makeRange(book, rect, notation),
    sheet: (id) => new Sheet(book, id),
    spreadsheet: () => new Spreadsheet(book),
  });
  const services: Record<string, () => object> = {
    Charts: () => createCharts(),
    SpreadsheetApp: () => createSpreadsheetApp(host, book),
    PropertiesService: () => createPropertiesService(host),
    LockService: () => createLockService(host),
    ScriptApp: () => createScriptApp(host),
    Session: () => createSession(host),
    Utilities: () => createUtilities(host),
    HtmlService: () => createHtmlService(host),
    Gmail: () => createGmail(host),
    MailApp: () => createMailApp(host),
    DriveApp: () => createDriveApp(host),
    console: () => createConsole(host),
    Logger: () => createLogger(host),
  };
  for (const [name, make] of Object.entries(services)) defineLazily(scope, name, make);
}

/** A function of the project by name, also one that `const` or `let` declares. */
function globalFunction(scope: typeof globalThis, name: string): unknown {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return undefined;
  const own: unknown = Reflect.get(scope, name);
  return own ?? new Function(`return typeof ${name} === 'undefined' ? undefined : ${name}`)();
}

/** Event objects name the mode by text outside; inside it is the enum. */
function eventArguments(json: string): unknown[] {
  const args = JSON.parse(json) as unknown[];
  for (const event of args) {
    if (typeof event !== 'object' || event === null || !('authMode' in event)) continue;
    event.authMode = enumNamed(AuthMode, String(event.authMode)) ?? event.authMode;
  }
  return args;
}

/** Installs the services into the context that this script was evaluated in. */
export function install(scope: typeof globalThis, host: Host): Installed {
  installDate(scope, host);
  defineGlobals(scope, host);
  let settled: Outcome | null = null;
  const run = (name: string, makeArgs: () => unknown[], finish: (value: unknown) => unknown): Outcome => {
    const target = globalFunction(scope, name);
    if (typeof target !== 'function') return { kind: 'missing' };
    try {
      const value: unknown = Reflect.apply(target, undefined, makeArgs());
      if (!(value instanceof Promise)) return { kind: 'value', value: finish(value) };
      value.then(
        (result: unknown) => {
          settled = { kind: 'value', value: finish(result) };
        },
        (error: unknown) => {
          settled = thrown(error);
        },
      );
      return { kind: 'waiting' };
    } catch (error) {
      return thrown(error);
    }
  };
  return {
    call: (name, json) =>
      run(
        name,
        () => eventArguments(json),
        (value) => value,
      ),
    callFormula: (name, args) =>
      run(
        name,
        () => args.map((given) => argument(host, given)),
        (value) => storedRows(host, value),
      ),
    settled: () => settled,
  };
}
