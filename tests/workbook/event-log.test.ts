// The event log of an opened workbook: what is added, what is found out about its end, and what makes it whole again.
import { describe, expect, it } from 'vitest';
import { workbookEvent } from '../../src/dunning/history/events';
import type { Cell } from '../../src/sheet/grid';
import { planDay } from '../../src/usecases/planning/plan-day';
import { WorkbookSession } from '../../src/workbook/session';
import type { FakeWorld } from '../builders/fake-workbook';
import { type InvoiceLine, liveAt, records } from '../builders/our-firm';

const LINES: InvoiceLine[] = [{ no: '1001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 }];
const ANN = 'ann@ourfirm.example';

const live = (): FakeWorld => liveAt('2026-11-04 09:00', LINES);
const opened = (world: FakeWorld): WorkbookSession => new WorkbookSession(world.ports);
const note = (text: string) => workbookEvent('setting-changed', ANN, text);
const written = (world: FakeWorld): string[] => records(world, 'AR Log').map((row) => String(row.Note));

describe('adding to the log', () => {
  it('puts events below the last one, in turn, and moves the remembered end along', () => {
    const world = live();
    const { log, state } = opened(world);
    const before = log.events.length;
    const placed = log.append([note('one'), note('two')]);
    expect(placed.map(({ seq }) => seq)).toEqual([before + 1, before + 2]);
    expect(written(world).slice(-2)).toEqual(['one', 'two']);
    expect(log.events.slice(-2)).toEqual(placed);
    expect(state.log).toEqual({ seq: before + 2, hash: placed[1]?.hash, rows: before + 2 });
  });

  it('writes nothing for no events', () => {
    const world = live();
    const before = written(world);
    expect(opened(world).log.append([])).toEqual([]);
    expect(written(world)).toEqual(before);
  });

  it('is read as whole by the next execution', () => {
    const world = live();
    const session = opened(world);
    session.log.append([note('one')]);
    session.save();
    expect(opened(world).log).toMatchObject({ fault: '' });
    expect(opened(world).log.events.at(-1)).toMatchObject({ note: 'one' });
  });

  it('is not whole with a reminder of a channel that nobody knows: what it did cannot be told', () => {
    const world = live();
    planDay(world.ports);
    const rows = world.cells('AR Log');
    const at = rows[0]?.indexOf('Facts (JSON)') ?? -1;
    const planned = rows.find((row) => String(row[at]).includes('"channel":"email"'));
    if (planned) planned[at] = String(planned[at]).replace('"channel":"email"', '"channel":"constructor"');
    expect(opened(world).log.fault).toMatch(/its facts cannot be read/);
  });

  it('counts an event that was written although the run ended before its end was remembered', () => {
    const world = live();
    opened(world).log.append([note('one')]);
    const { log, state } = opened(world);
    expect(log.fault).toBe('');
    expect(state.log.seq).toBe(log.events.length);
  });
});

describe('the end of the log', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => note(`no. ${index + 1}`));

  it.each([1, 8])('is where it is when %i events are added: a row that somebody put in meanwhile stays', (count) => {
    const world = live();
    const session = opened(world);
    const before = session.log.events.length;
    world.cells('AR Log').splice(2, 0, []);
    session.log.append(many(count));
    session.save();
    expect(opened(world).log.fault).toBe('');
    expect(opened(world).log.events).toHaveLength(before + count);
  });

  it('loses no event to rows that come in at the very moment of writing', () => {
    const world = live();
    const session = opened(world);
    const before = session.log.events.length;
    world.before = (call, count) => {
      if (call === 'workbook.write' && count === (world.calls['workbook.write'] ?? 0))
        world.cells('AR Log').splice(1, 0, [], [], []);
      world.before = () => {};
    };
    const pushed = world.before;
    world.before = (call, count) => (call === 'workbook.write' ? pushed(call, count) : undefined);
    session.log.append(many(8));
    session.save();
    expect(opened(world).log.fault).toBe('');
    expect(opened(world).log.events).toHaveLength(before + 8);
  });
});

describe('cells of the log', () => {
  const cellOf = (world: FakeWorld, header: string, row: number): [cells: Cell[], at: number] => {
    const [headers = [], ...rows] = world.cells('AR Log');
    return [rows[row] ?? [], headers.indexOf(header)];
  };

  it.each(['At', 'Event', 'Customer', 'Note', 'Actor', 'To'])(
    'that say something else in %s are told, and put back',
    (header) => {
      const world = live();
      const [cells, at] = cellOf(world, header, 1);
      const written = cells[at] ?? '';
      cells[at] = 'something else';
      const { log } = opened(world);
      expect(log.fault).toBe('');
      expect(log.changedCells).toMatchObject([{ header, row: 3 }]);
      log.showAsWritten();
      expect(cells[at]).toBe(written);
      expect(opened(world).log.changedCells).toEqual([]);
    },
  );

  it('that another format turned into a date or a number change nothing', () => {
    const world = live();
    const [cells, at] = cellOf(world, 'At', 1);
    cells[at] = { day: 20_000 };
    const { log } = opened(world);
    expect(log.fault).toBe('');
    expect(log.changedCells).toEqual([]);
    expect(log.events[1]?.at).toBe('2026-11-04 09:00:00');
  });
});

describe('a log that is not as it was left', () => {
  it('says which entry is missing, and counts again once it was accepted', () => {
    const world = live();
    world.cells('AR Log').splice(2, 1);
    const session = opened(world);
    expect(session.log.fault).toContain('entry 2 is missing');
    session.log.accept(workbookEvent('log-accepted', ANN, 'As it is.'));
    session.save();
    expect(opened(world).log.fault).toBe('');
    expect(written(world).at(-1)).toBe('As it is.');
  });

  it('is told when its last entry was taken away', () => {
    const world = live();
    world.cells('AR Log').pop();
    expect(opened(world).log.fault).not.toBe('');
  });

  it('is read only when it is asked for', () => {
    const world = live();
    const before = world.calls['workbook.read'] ?? 0;
    const session = opened(world);
    expect(world.calls['workbook.read'] ?? 0).toBe(before);
    expect(session.log.fault).toBe('');
    expect(world.calls['workbook.read'] ?? 0).toBeGreaterThan(before);
  });
});
