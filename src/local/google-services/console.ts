// console and Logger: printf-like texts, objects as JSON, kept for reading by the host.
import type { Host } from './host';

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.stack ?? String(value);
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

/** Fills `%s %d %i %f %j %o`; further values follow after a space. */
function filled(values: unknown[]): string {
  const [first, ...rest] = values;
  if (typeof first !== 'string') return values.map(asText).join(' ');
  let used = 0;
  const text = first.replace(/%([sdifjoO%])/g, (whole, kind: string) => {
    if (kind === '%') return '%';
    if (used >= rest.length) return whole;
    const value = rest[used++];
    if (kind === 'd' || kind === 'i') return String(Math.trunc(Number(value)));
    return kind === 'f' ? String(Number(value)) : asText(value);
  });
  return [text, ...rest.slice(used).map(asText)].join(' ');
}

/** Makes `console` for an execution. */
export function createConsole(host: Host): object {
  const timers = new Map<string, number>();
  const write =
    (level: string) =>
    (...values: unknown[]): void =>
      host.log(level, filled(values));
  return {
    log: write('DEBUG'),
    info: write('INFO'),
    warn: write('WARNING'),
    error: write('ERROR'),
    time(label: unknown = 'default'): void {
      timers.set(String(label), host.now());
    },
    timeEnd(label: unknown = 'default'): void {
      const started = timers.get(String(label));
      if (started !== undefined) host.log('DEBUG', `${String(label)}: ${Math.round(host.now() - started)}ms`);
      timers.delete(String(label));
    },
  };
}

/** Makes `Logger` for an execution. */
export function createLogger(host: Host): object {
  let lines: string[] = [];
  const logger = {
    log(...values: unknown[]): object {
      const text = filled(values);
      lines.push(text);
      host.log('INFO', text);
      return logger;
    },
    getLog: (): string => lines.map((line) => `${line}\n`).join(''),
    clear(): void {
      lines = [];
    },
    toString: () => 'Logger',
  };
  return logger;
}
