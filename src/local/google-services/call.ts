// What happens around every service call: arguments are matched, rights are checked, the call is counted and errors are named.
import { ServiceException } from './exception';
import { defineHidden, defineLazily } from './hidden';
import type { Host } from './host';
import { isDate } from './instant';

/**
 * How the methods of a class are called: method name to `flags signature|signature`.
 * Flags: `-` not counted · `r` counted reading · `w` counted change (refused in custom functions) · `x` counted, judged by its own code.
 * Signatures are comma lists of: n number · s text or what becomes one · S text only · b boolean · d Date · o plain object · a anything ·
 * A array · M array of arrays · f function · e enum or service object · `?` after a code also takes null.
 */
export type MethodTable = Record<string, string>;

const serviceNames = new WeakMap<object, string>();
const enumValues = new WeakSet<object>();

/** Marks an object as an enum value, so that it counts as one in signatures. */
export function markEnum(value: object): void {
  enumValues.add(value);
}

function serviceName(value: object): string | undefined {
  for (let proto = Object.getPrototypeOf(value); proto; proto = Object.getPrototypeOf(proto)) {
    const name = serviceNames.get(proto);
    if (name) return name;
  }
  return undefined;
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value !== 'object') return '(class)';
  if (isDate(value)) return 'Date';
  // The live service names arrays so whatever they hold.
  if (Array.isArray(value)) return 'number[]';
  return serviceName(value) ?? '(class)';
}

function fits(code: string, value: unknown): boolean {
  if (value === null) return code.endsWith('?') || code === 'a' || code === 's';
  switch (code.charAt(0)) {
    case 'n':
      return typeof value === 'number' && !Number.isNaN(value);
    case 's':
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    case 'S':
      return typeof value === 'string';
    case 'b':
      return typeof value === 'boolean';
    case 'd':
      return isDate(value);
    case 'f':
      return typeof value === 'function';
    case 'A':
      return Array.isArray(value);
    case 'M':
      return Array.isArray(value) && value.every((row) => Array.isArray(row));
    case 'o':
      return typeof value === 'object' && !Array.isArray(value) && !isDate(value) && !enumValues.has(value as object);
    case 'e':
      return (
        typeof value === 'object' && (enumValues.has(value as object) || serviceName(value as object) !== undefined)
      );
    default:
      return true;
  }
}

interface Method {
  flag: string;
  signatures: string[][];
}

function methodOf(row: string): Method {
  const at = row.indexOf(' ');
  const signatures = (at < 0 ? '' : row.slice(at + 1)).split('|').map((list) => (list === '' ? [] : list.split(',')));
  return { flag: row.charAt(0), signatures };
}

function converted(args: unknown[], signature: string[]): unknown[] {
  return args.map((value, i) =>
    signature[i]?.startsWith('s') && (typeof value === 'number' || typeof value === 'boolean') ? String(value) : value,
  );
}

/** The exception for arguments that no signature takes. */
export function signatureException(args: readonly unknown[], method: string): ServiceException {
  return new ServiceException(
    `The parameters (${args.map(typeName).join(',')}) don't match the method signature for ${method}.`,
  );
}

/**
 * Puts matching, rights, counting and error naming around the methods of a class or object, around each when it is first
 * touched: an execution calls few of them.
 * @param target the prototype or object that has the methods
 * @param fullName as in messages: `SpreadsheetApp.Range`
 * @param counted as in the counters: `Range`
 */
export function serve(host: Host, target: object, fullName: string, counted: string, table: MethodTable): void {
  serviceNames.set(target, fullName);
  for (const [name, row] of Object.entries(table)) {
    const original: unknown = Reflect.get(target, name);
    if (typeof original !== 'function') throw new Error(`${fullName}.${name} is not there`);
    defineLazily(target, name, () => served(host, original, fullName, counted, name, row));
  }
}

function served(host: Host, original: unknown, fullName: string, counted: string, name: string, row: string): unknown {
  const { flag, signatures } = methodOf(row);
  const counter = flag === '-' ? null : `${counted}.${name}`;
  const method = function (this: unknown, ...given: unknown[]): unknown {
    const args = given.map((value) => (value === undefined ? null : value));
    const signature = signatures.find(
      (codes) => codes.length === args.length && codes.every((code, i) => fits(code, args[i])),
    );
    if (!signature) throw signatureException(args, `${fullName}.${name}`);
    if (flag === 'w' && host.authMode === 'CUSTOM_FUNCTION') {
      throw new ServiceException(`You do not have permission to call ${name}`);
    }
    return protectedCall(host, counter, () =>
      Reflect.apply(original as () => unknown, this, converted(args, signature)),
    );
  };
  return Object.defineProperty(method, 'name', { value: name });
}

/** Counts a call and runs it; errors from outside the context become exceptions of it, an ended execution stays ended. */
function protectedCall(host: Host, counter: string | null, run: () => unknown): unknown {
  try {
    if (counter !== null || host.killed()) host.enter(counter ?? '');
    const value = run();
    if (counter !== null) host.leave(counter);
    return value;
  } catch (error) {
    if (host.killed() || error instanceof Error) throw error;
    const message = (error as { message?: unknown } | null)?.message;
    throw typeof message === 'string' ? new ServiceException(message) : error;
  }
}

/** Gives a class the name that `toString()` answers, as service objects do. */
export function named(target: object, name: string): void {
  defineHidden(target, { toString: () => name });
}
