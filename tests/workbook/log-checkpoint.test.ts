// A long log is read whole once a day; what it came to then is kept sealed, and in doubt it is read whole again.
import { describe, expect, it } from 'vitest';
import { workbookEvent } from '../../src/dunning/history/events';
import type { Cell } from '../../src/sheet/grid';
import { erasePersons } from '../../src/usecases/customers/erase-person';
import { leave } from '../../src/usecases/installation/leave';
import { planDay } from '../../src/usecases/planning/plan-day';
import { approveReminders } from '../../src/usecases/review/review';
import { runHour } from '../../src/usecases/sending/run-hour';
import { acceptLog } from '../../src/usecases/workbook-mode/accept-as-it-is';
import { workbookHalts } from '../../src/workbook/halts';
import { WorkbookSession } from '../../src/workbook/session';
import type { FakeWorld } from '../builders/fake-workbook';
import { type InvoiceLine, liveAt, records } from '../builders/our-firm';

const LINES: InvoiceLine[] = [
  { no: '1001', customer: 'Acme Tools', due: '2026-10-29', amount: 1200 },
  { no: '2001', customer: 'Berg Trading', due: '2026-10-30', amount: 900 },
];
const ANN = 'ann@ourfirm.example';
const KEPT = 'AR Log (kept)';
const note = (text: string) => workbookEvent('setting-changed', ANN, text);
const opened = (world: FakeWorld): WorkbookSession => new WorkbookSession(world.ports);

/** How often AR Log was read whole meanwhile, and whether what was kept was looked at. */
function readings(world: FakeWorld, act: () => void): { whole: number; end: number; kept: number } {
  const log = world.cells('AR Log');
  const before = { ...world.calls };
  let whole = 0;
  const { read } = world.ports.workbook;
  world.ports.workbook.read = (sheet) => {
    const grid = read(sheet);
    if (sheet.name === 'AR Log' && grid.values.length >= log.length) whole += 1;
    return grid;
  };
  act();
  world.ports.workbook.read = read;
  const more = (call: string): number => (world.calls[call] ?? 0) - (before[call] ?? 0);
  return { whole, end: more('workbook.readFrom'), kept: more('workbook.kept') };
}

/** A live workbook with a long log whose first hour of the day is over: two reminders wait. */
function longLog(): FakeWorld {
  const world = liveAt('2026-11-04 09:00', LINES);
  const session = opened(world);
  session.log.append(Array.from({ length: 1_000 }, (_, index) => note(`no. ${index + 1}`)));
  session.save();
  runHour(world.ports);
  world.at('2026-11-04 10:00');
  return world;
}

function faultOf(world: FakeWorld): string {
  return opened(world).log.fault;
}

const row = (world: FakeWorld, text: string): Cell[] =>
  world.cells('AR Log').find((cells) => cells.includes(text)) ?? [];

describe('a long log', () => {
  it('is read from its checkpoint on for the rest of the day, and says the same', () => {
    const world = longLog();
    const byEnd = opened(world);
    const end = readings(world, () => byEnd.log.history.waiting.size);
    expect(end).toEqual({ whole: 0, end: 1, kept: 1 });
    const { log } = opened(world);
    expect(log.fault).toBe('');
    world.ports.properties.write({ duesheet: JSON.stringify({ ...byEnd.state, checkpoint: null }) });
    const whole = opened(world).log;
    expect([...byEnd.log.history.waiting]).toEqual([...whole.history.waiting]);
    expect([...byEnd.log.history.reminders]).toEqual([...whole.history.reminders]);
    expect(byEnd.log.events).toEqual(whole.events);
    expect(byEnd.log.lastActOf(ANN)).toBe(whole.lastActOf(ANN));
  });

  it('that was read before midnight is read whole on the new day, though its run ended on that', () => {
    const world = longLog();
    world.ports.properties.write({
      duesheet: JSON.stringify({ ...opened(world).state, checkpoint: null, quiet: null }),
    });
    world.at('2026-11-04 23:59');
    const session = opened(world);
    expect(session.log.fault).toBe('');
    world.at('2026-11-05 00:00');
    session.log.keep();
    session.save();
    expect(readings(world, () => faultOf(world))).toMatchObject({ whole: 1, end: 0 });
  });

  it('is read whole by the first run of a day, which keeps it anew', () => {
    const world = longLog();
    world.at('2026-11-05 00:30');
    expect(readings(world, () => runHour(world.ports)).whole).toBe(1);
    world.at('2026-11-05 01:30');
    expect(readings(world, () => runHour(world.ports))).toMatchObject({ whole: 0 });
  });

  it('goes on from what was kept on an earlier day once its seals are found whole, and says the same', () => {
    const world = longLog();
    const before = opened(world);
    const [first] = before.log.history.waiting.values();
    before.log.append([...Array.from({ length: 90 }, (_, index) => note(`more ${index}`))]);
    before.save();
    if (first) approveReminders(world.ports, [first.id]);
    const text = JSON.stringify(world.cells(KEPT));
    world.at('2026-11-05 09:30');
    expect(readings(world, () => runHour(world.ports))).toMatchObject({ whole: 1, kept: 1 });
    expect(world.mails.length).toBeGreaterThan(0);
    const session = opened(world);
    expect(session.state.checkpoint).toMatchObject({ day: '2026-11-05', seq: before.state.checkpoint?.seq });
    expect(JSON.stringify(world.cells(KEPT))).toBe(text);
    const { log } = session;
    expect(readings(world, () => log.history).whole).toBe(0);
    world.ports.properties.write({ duesheet: JSON.stringify({ ...session.state, checkpoint: null }) });
    const whole = opened(world).log;
    // Packed maps and sets as those of the language.
    const plain = (value: unknown): unknown => {
      if (value instanceof Map) return new Map([...value].map(([key, one]: [string, unknown]) => [key, plain(one)]));
      if (value instanceof Set) return new Set(value);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]));
    };
    expect(plain(log.history)).toEqual(plain(whole.history));
    expect(log.lastActOf(ANN)).toBe(whole.lastActOf(ANN));
  });

  it('is folded anew by the first run of a day once much came since it was kept', () => {
    const world = longLog();
    const session = opened(world);
    const { checkpoint } = session.state;
    session.log.append(Array.from({ length: 301 }, (_, index) => note(`more ${index}`)));
    session.save();
    world.at('2026-11-05 09:30');
    expect(readings(world, () => runHour(world.ports))).toMatchObject({ whole: 1, kept: 0 });
    expect(opened(world).state.checkpoint?.seq).toBeGreaterThan((checkpoint?.seq ?? 0) + 300);
  });

  it('is looked at by its end alone where somebody approves what they have just seen, whole where they saw it long ago', () => {
    const world = longLog();
    const { log } = opened(world);
    const ids = [...log.history.waiting.values()].map(({ id }) => id);
    const seen = log.last?.seq ?? 0;
    const end = readings(world, () => {
      expect(approveReminders(world.ports, ids.slice(0, 1), [seen]).changed).toBe(1);
    });
    expect(end.whole).toBe(0);
    const whole = readings(world, () => {
      expect(approveReminders(world.ports, ids.slice(1, 2), [1]).message).toContain('was changed meanwhile');
    });
    expect(whole.whole).toBe(1);
  });

  it('is added to as any other, and read on from there', () => {
    const world = longLog();
    const session = opened(world);
    session.log.append([note('one'), note('two'), note('three'), note('four'), note('five')]);
    session.save();
    expect(readings(world, () => expect(faultOf(world)).toBe('')).whole).toBe(0);
    expect(
      opened(world)
        .log.events.slice(-5)
        .map((event) => event.note),
    ).toEqual(['one', 'two', 'three', 'four', 'five']);
    expect(records(world, 'AR Log').at(-1)?.Note).toBe('five');
  });

  it('that is short is read whole each time, and nothing of it is kept', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    runHour(world.ports);
    expect(world.sheetNames()).not.toContain(KEPT);
  });

  it('is known by the marks of another build as not yet looked at', () => {
    const world = longLog();
    const { state } = opened(world);
    const checkpoint = { ...state.checkpoint, build: 'another' };
    world.ports.properties.write({ duesheet: JSON.stringify({ ...state, checkpoint }) });
    expect(readings(world, () => faultOf(world)).whole).toBe(1);
  });

  it('is read whole where a customer has another key by now', () => {
    const world = longLog();
    const [headers = [], first = []] = world.cells('AR Customers');
    first[headers.indexOf('Aliases')] = 'Acme';
    expect(readings(world, () => opened(world).log.history).whole).toBe(1);
  });

  it('plans and sends by its end alone', () => {
    const world = longLog();
    const before = world.mails.length;
    const session = opened(world);
    const { log } = session;
    const ids = [...log.history.waiting.keys()];
    expect(ids).toHaveLength(2);
    world
      .cells('AR Queue')
      .slice(1)
      .forEach((cells) => {
        cells[0] = 'approve';
      });
    expect(readings(world, () => runHour(world.ports)).whole).toBe(0);
    expect(world.mails.length - before).toBe(2);
    world.at('2026-11-04 11:00');
    expect(readings(world, () => runHour(world.ports)).whole).toBe(0);
    expect(world.mails.length - before).toBe(2);
  });
});

describe('what is kept of a long log', () => {
  it.each<[string, (world: FakeWorld) => void]>([
    ['is gone', (world) => world.remove(KEPT)],
    ['is empty', (world) => world.cells(KEPT).splice(0)],
    [
      'lost its last letter',
      (world) => {
        const [cell] = world.cells(KEPT);
        if (cell) cell[0] = String(cell[0]).slice(0, -1);
      },
    ],
    [
      'was forged, so that a reminder that left waits as approved',
      (world) => {
        const [cell] = world.cells(KEPT);
        if (cell) cell[0] = String(cell[0]).replaceAll('"planned"', '"approved"');
      },
    ],
    [
      'was forged, so that a stop is gone',
      (world) => {
        const [cell] = world.cells(KEPT);
        if (cell) cell[0] = String(cell[0]).replace(/"handedOver":\[.*?\]/, '"handedOver":[ ]');
      },
    ],
    [
      'is that of another workbook',
      (world) => {
        const other = longLog();
        const cells = world.cells(KEPT);
        cells.splice(0, cells.length, ...other.cells(KEPT).map(([text]) => [`${String(text)} `]));
      },
    ],
  ])('counts for nothing where it %s: the log is read whole', (_, happens) => {
    for (const moment of ['2026-11-04 10:00', '2026-11-05 00:30']) {
      const world = longLog();
      const before = [...opened(world).log.history.waiting];
      happens(world);
      world.at(moment);
      let waiting: unknown;
      expect(
        readings(world, () => {
          waiting = [...opened(world).log.history.waiting];
        }).whole,
      ).toBe(1);
      expect(waiting).toEqual(before);
      expect(faultOf(world)).toBe('');
    }
  });

  it('holds no word of a person who was erased', () => {
    const world = longLog();
    expect(JSON.stringify(world.cells(KEPT))).toContain('Acme');
    erasePersons(world.ports, ['acme tools']);
    expect(world.cells(KEPT)).toEqual([]);
    expect(faultOf(world)).toBe('');
  });

  it('is emptied when Duesheet is taken off', () => {
    const world = longLog();
    leave(world.ports);
    expect(world.cells(KEPT)).toEqual([]);
  });

  it('is not believed in a copy, which remembers nothing', () => {
    const world = longLog();
    const copy = world.copy();
    expect(opened(copy).isCopy()).toBe(true);
    expect(readings(copy, () => faultOf(copy))).toMatchObject({ whole: 1, kept: 0 });
  });
});

describe('a long log that people changed', () => {
  it.each<[string, (world: FakeWorld) => void]>([
    ['an old row was deleted', (world) => world.cells('AR Log').splice(500, 1)],
    ['the last rows were deleted', (world) => world.cells('AR Log').splice(-2)],
    ['it was restored to an older version', (world) => world.cells('AR Log').splice(700)],
    [
      'a row at its end was typed over',
      (world) => {
        const cells = world.cells('AR Log').at(-1) ?? [];
        cells[cells.length - 2] = '{}';
      },
    ],
  ])('is found out in the same hour when %s, and nothing is planned or sent', (_, happens) => {
    const world = longLog();
    const before = opened(world);
    before.log.append([note('one'), note('two')]);
    before.save();
    happens(world);
    const session = opened(world);
    expect(workbookHalts(session, world.ports.clock.now().day)).toMatchObject([{ code: 'log-mismatch' }]);
    runHour(world.ports);
    expect(opened(world).state.heartbeat?.wrong).toMatch(/AR Log is not as/);
  });

  it.each<[string, (world: FakeWorld) => void]>([
    [
      'it was sorted',
      (world) => {
        const cells = world.cells('AR Log');
        const [headers = [], ...rows] = cells;
        cells.splice(0, cells.length, headers, ...rows.reverse());
      },
    ],
    ['a row was put in', (world) => world.cells('AR Log').splice(300, 0, [])],
    [
      'a column was put in',
      (world) => {
        for (const cells of world.cells('AR Log')) cells.splice(2, 0, '');
      },
    ],
  ])('counts as before when %s', (_, happens) => {
    for (const day of ['2026-11-04', '2026-11-05']) {
      const world = longLog();
      happens(world);
      world.at(`${day} 10:00`);
      expect(readings(world, () => expect(faultOf(world)).toBe('')).whole).toBe(1);
      const session = opened(world);
      session.log.append([note('after')]);
      session.save();
      expect(faultOf(world)).toBe('');
      runHour(world.ports);
      world.at(`${day} 11:00`);
      expect(readings(world, () => runHour(world.ports)).whole).toBe(0);
    }
  });

  it('is found out by the first run of the next day when an old row was typed over, before anything is sent that day', () => {
    const world = longLog();
    const cells = row(world, 'no. 500');
    cells[cells.length - 2] = String(cells[cells.length - 2]).replace('no. 500', 'no. 501');
    expect(faultOf(world)).toBe('');
    world.at('2026-11-05 00:30');
    runHour(world.ports);
    expect(opened(world).state.heartbeat?.wrong).toMatch(/changed by hand/);
  });

  it('is found out where all of it is looked at', () => {
    const world = longLog();
    const cells = row(world, 'no. 500');
    cells[cells.length - 2] = String(cells[cells.length - 2]).replace('no. 500', 'no. 501');
    const { log } = opened(world);
    expect(() => log.events).toThrow(/changed by hand/);
    expect(log.fault).toMatch(/changed by hand/);
  });

  it('counts again once it was accepted, and is read whole once more', () => {
    const world = longLog();
    world.cells('AR Log').splice(500, 1);
    acceptLog(world.ports);
    expect(readings(world, () => expect(faultOf(world)).toBe('')).whole).toBe(1);
    world.at('2026-11-04 11:00');
    runHour(world.ports);
    world.at('2026-11-04 12:00');
    expect(readings(world, () => planDay(world.ports)).whole).toBe(0);
    for (const reminder of opened(world).log.history.waiting.values())
      expect(reminder.facts.look).toMatch(/look in Sent/);
  });
});
