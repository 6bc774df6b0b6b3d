// JavaScript's Date inside a context: the virtual clock, and local getters, setters and texts in the script's zone.
import { defineHidden } from './hidden';
import { isDate } from './instant';

/** What the clock and the zone of an execution answer, epoch milliseconds. */
export interface Clock {
  readonly scriptZone: string;
  now(): number;
  offsetAt(zone: string, instant: number): number;
  instantOf(zone: string, wall: number): number;
  zoneName(zone: string, instant: number, long: boolean): string;
}

type Fields = 'FullYear' | 'Month' | 'Date' | 'Day' | 'Hours' | 'Minutes' | 'Seconds' | 'Milliseconds';
const GETTERS: Fields[] = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];
const SETTERS = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;
const EXPLICIT_ZONE = /(?:Z|GMT|UTC?|[ECMP][SD]T|[+-]\d{2}:?\d{2})\s*(?:\(.*\))?\s*$/i;
const ISO_DAY = /^[+-]?\d{4,6}(?:-\d{2}){0,2}$/;
const ISO_TIME = /^[+-]?\d{4,6}-\d{2}-\d{2}T/;
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (value: number) => String(value).padStart(2, '0');

/** Zone names that Intl takes; fixed offsets of whole hours have one, others are shown in UTC. */
function intlZone(zone: string): string {
  const fixed = /^(?:GMT|UTC)([+-])0?(\d{1,2})(?::?00)?$/.exec(zone);
  if (fixed) return fixed[2] === '0' ? 'UTC' : `Etc/GMT${fixed[1] === '+' ? '-' : '+'}${fixed[2]}`;
  return /^(?:GMT|UTC)/.test(zone) ? 'UTC' : zone;
}

/**
 * Makes the Date of a global object answer by a clock and zone. The intrinsic prototype stays, so that `instanceof`,
 * `Object.prototype.toString`, Intl and JSON work on every Date.
 */
export function installDate(scope: typeof globalThis, clock: Clock): void {
  const Native = scope.Date;
  const proto = Native.prototype;
  const zone = clock.scriptZone;
  const timeOf = proto.getTime;
  const wallOf = (date: Date): Date => {
    const time = Reflect.apply(timeOf, date, []);
    return new Native(time + clock.offsetAt(zone, time));
  };
  const utcGet: Record<string, (this: Date) => number> = {};
  const utcSet: Record<string, (this: Date, ...values: number[]) => number> = {};
  for (const field of GETTERS) utcGet[field] = proto[`getUTC${field}`];
  for (const field of SETTERS) utcSet[field] = proto[`setUTC${field}`] as (this: Date, ...values: number[]) => number;

  const parse = (text: string): number => {
    const body = text.trim();
    if (ISO_DAY.test(body) || EXPLICIT_ZONE.test(body)) return Native.parse(body);
    const asUtc = ISO_TIME.test(body) ? Native.parse(`${body}Z`) : Native.parse(`${body} UTC`);
    return Number.isNaN(asUtc) ? asUtc : clock.instantOf(zone, asUtc);
  };
  const epoch = (args: unknown[]): number => {
    if (args.length === 0) return clock.now();
    if (args.length > 1) {
      const wall = Native.UTC(...(args.map(Number) as [number, number]));
      return Number.isNaN(wall) ? wall : clock.instantOf(zone, wall);
    }
    const [given] = args;
    if (typeof given === 'number') return given;
    if (isDate(given)) return Reflect.apply(timeOf, given, []);
    const value = typeof given === 'object' && given !== null ? primitive(given) : given;
    return typeof value === 'string' ? parse(value) : Number(value);
  };
  function ZonedDate(this: unknown, ...args: unknown[]): unknown {
    if (!new.target) return new (scope.Date as unknown as new () => Date)().toString();
    return Reflect.construct(Native, [epoch(args)], new.target);
  }
  Object.defineProperty(ZonedDate, 'name', { value: 'Date' });
  Object.defineProperty(ZonedDate, 'length', { value: 7 });
  Object.defineProperty(ZonedDate, 'prototype', { value: proto, writable: false });
  defineHidden(ZonedDate, {
    now: () => Math.floor(clock.now()),
    parse: (text: unknown) => parse(String(text)),
    UTC: Native.UTC,
  });
  defineHidden(proto, { constructor: ZonedDate });
  defineHidden(scope, { Date: ZonedDate });

  for (const field of GETTERS) {
    defineHidden(proto, {
      [`get${field}`](this: Date) {
        return Reflect.apply(utcGet[field] as () => number, wallOf(this), []);
      },
    });
  }
  for (const field of SETTERS) {
    defineHidden(proto, {
      [`set${field}`](this: Date, ...values: number[]) {
        const old = Reflect.apply(timeOf, this, []);
        const wall = field === 'FullYear' && Number.isNaN(old) ? new Native(0) : wallOf(this);
        const moved = Reflect.apply(utcSet[field] as () => number, wall, values as []);
        return this.setTime(Number.isNaN(moved) ? moved : clock.instantOf(zone, moved));
      },
    });
  }
  defineHidden(proto, {
    getYear(this: Date) {
      return this.getFullYear() - 1900;
    },
    getTimezoneOffset(this: Date) {
      return -clock.offsetAt(zone, this.getTime()) / 60_000;
    },
    toDateString(this: Date) {
      return Number.isNaN(this.getTime()) ? 'Invalid Date' : dayText(this);
    },
    toTimeString(this: Date) {
      return Number.isNaN(this.getTime()) ? 'Invalid Date' : timeText(this, clock);
    },
    toString(this: Date) {
      return Number.isNaN(this.getTime()) ? 'Invalid Date' : `${dayText(this)} ${timeText(this, clock)}`;
    },
  });
  installLocale(scope, proto, intlZone(zone));
}

function primitive(value: object): unknown {
  const convert: unknown = Reflect.get(value, Symbol.toPrimitive);
  if (typeof convert === 'function') return Reflect.apply(convert, value, ['default']);
  const own = value.valueOf();
  return typeof own === 'object' ? String(value) : own;
}

function dayText(date: Date): string {
  const year = date.getFullYear();
  const shown = year < 0 ? `-${String(-year).padStart(6, '0')}` : String(year).padStart(4, '0');
  return `${DAYS[date.getDay()]} ${MONTHS[date.getMonth()]} ${two(date.getDate())} ${shown}`;
}

function timeText(date: Date, clock: Clock): string {
  const offset = clock.offsetAt(clock.scriptZone, date.getTime()) / 60_000;
  const size = Math.floor(Math.abs(offset));
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  const name = clock.zoneName(clock.scriptZone, date.getTime(), true);
  return `${time} GMT${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)} (${name})`;
}

/** Intl and toLocale… take the script's zone and US English when nothing else is asked for. */
function installLocale(scope: typeof globalThis, proto: Date, zone: string): void {
  const Format = scope.Intl.DateTimeFormat;
  const inZone = (options: Intl.DateTimeFormatOptions | undefined) => ({
    ...options,
    timeZone: options?.timeZone ?? zone,
  });
  function DateTimeFormat(locales?: string | string[], options?: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return new Format(locales ?? 'en-US', inZone(options));
  }
  Object.defineProperty(DateTimeFormat, 'prototype', { value: Format.prototype });
  defineHidden(DateTimeFormat, { supportedLocalesOf: Format.supportedLocalesOf.bind(Format) });
  defineHidden(Format.prototype, { constructor: DateTimeFormat });
  defineHidden(scope.Intl, { DateTimeFormat });
  for (const method of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const) {
    const native = proto[method] as (locales?: string | string[], options?: Intl.DateTimeFormatOptions) => string;
    defineHidden(proto, {
      [method](this: Date, locales?: string | string[], options?: Intl.DateTimeFormatOptions) {
        return Reflect.apply(native, this, [locales ?? 'en-US', inZone(options)]);
      },
    });
  }
  const nativeNumber = scope.Number.prototype.toLocaleString;
  defineHidden(scope.Number.prototype, {
    toLocaleString(this: number, locales?: string | string[], options?: Intl.NumberFormatOptions) {
      return Reflect.apply(nativeNumber, this, [locales ?? 'en-US', options]);
    },
  });
}
