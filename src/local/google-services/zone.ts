// Time zones: what the clocks of a zone show at an instant, and which instant a wall-clock time is (daylight saving included).
import { wallTime } from './wall-clock';

const QUARTER = 900_000;
const DAY = 86_400_000;
const FIXED = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/;

interface ZoneTable {
  format: Intl.DateTimeFormat | null;
  fixed: number;
  days: Map<number, number | null>;
  quarters: Map<number, number>;
  /** Wall-clock texts to instants. */
  walls: Map<string, number>;
}

const tables = new Map<string, ZoneTable>();

function tableOf(zone: string): ZoneTable {
  const known = tables.get(zone);
  if (known) return known;
  const fixed = FIXED.exec(zone);
  const sign = fixed?.[1] === '-' ? -1 : 1;
  const table: ZoneTable = {
    fixed: fixed ? sign * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) * 60_000 : 0,
    format: fixed || /^(?:(?:Etc\/)?(?:GMT|UTC)|Z)$/.test(zone) ? null : formatFor(zone),
    days: new Map(),
    quarters: new Map(),
    walls: new Map(),
  };
  tables.set(zone, table);
  return table;
}

function formatFor(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}

function measure(format: Intl.DateTimeFormat, instant: number): number {
  const whole = Math.floor(instant / 1000) * 1000;
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(whole)) part[type] = value;
  const year = part['era'] === 'BC' ? 1 - Number(part['year']) : Number(part['year']);
  const wall = new Date(0);
  wall.setUTCFullYear(year, Number(part['month']) - 1, Number(part['day']));
  wall.setUTCHours(Number(part['hour']), Number(part['minute']), Number(part['second']), 0);
  return wall.getTime() - whole;
}

/**
 * How far the clocks of a zone are ahead of UTC at an instant, in milliseconds.
 * @param zone IANA name, `GMT` or a fixed offset such as `GMT+01:00`
 * @throws RangeError for an unknown zone
 * @example offsetAt('Asia/Tokyo', 0) // 32400000
 */
export function offsetAt(zone: string, instant: number): number {
  const table = tableOf(zone);
  const format = table.format;
  if (!format || Number.isNaN(instant)) return table.fixed;
  const day = Math.floor(instant / DAY);
  let whole = table.days.get(day);
  if (whole === undefined) {
    const start = measure(format, day * DAY);
    whole = start === measure(format, (day + 1) * DAY) ? start : null;
    table.days.set(day, whole);
  }
  if (whole !== null) return whole;
  const quarter = Math.floor(instant / QUARTER);
  let offset = table.quarters.get(quarter);
  if (offset === undefined) {
    offset = measure(format, quarter * QUARTER);
    table.quarters.set(quarter, offset);
  }
  return offset;
}

/**
 * The instant at which the clocks of a zone show a wall-clock time. A time that a spring change skips is read with the
 * offset before it (as JavaScript does); of a time that happens twice the first is meant.
 * @param wall the wall-clock time, as if it were UTC, epoch milliseconds
 * @example instantOf('Asia/Tokyo', Date.UTC(2026, 2, 1)) // 2026-02-28T15:00:00Z
 */
export function instantOf(zone: string, wall: number): number {
  const before = offsetAt(zone, wall - DAY);
  const after = offsetAt(zone, wall + DAY);
  if (offsetAt(zone, wall - before) === before) return wall - before;
  if (offsetAt(zone, wall - after) === after) return wall - after;
  return wall - before;
}

/** How many wall-clock times of a zone are remembered: some decades of days. */
const WALLS_KEPT = 20_000;

/**
 * The instant of a cell's wall-clock text; one that was asked for before is remembered.
 * @example instantOfWall('Asia/Tokyo', '2026-03-01T00:00:00.000') // 2026-02-28T15:00:00Z
 */
export function instantOfWall(zone: string, wall: string): number {
  const { walls } = tableOf(zone);
  const known = walls.get(wall);
  if (known !== undefined) return known;
  const instant = instantOf(zone, wallTime(wall));
  if (walls.size >= WALLS_KEPT) walls.clear();
  walls.set(wall, instant);
  return instant;
}

/** Whether a zone is known here. */
export function isZone(zone: string): boolean {
  try {
    tableOf(zone);
    return zone !== '';
  } catch {
    return false;
  }
}
