// Two at work in one workbook, and what people keep in our tabs: nothing is mailed twice, nothing of theirs is lost.
import { describe, expect, it } from 'vitest';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders, holdCustomer } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { runHour } from '../../../src/usecases/sending/run-hour';
import { sendStep } from '../../../src/usecases/sending/send';
import { applySetup, showSetup } from '../../../src/usecases/setup/set-up';
import { showToday } from '../../../src/usecases/today/show-today';
import { becomeSender } from '../../../src/usecases/workbook-mode/take-over';
import { setAutomatic, setLive } from '../../../src/usecases/workbook-mode/workbook-mode';
import type { Ports } from '../../../src/workbook/ports';
import { day, type FakeWorld, fakeWorld } from '../../builders/fake-workbook';
import {
  CHOICE,
  type InvoiceLine,
  invoiceCells,
  liveAt,
  records,
  replaceInvoices,
  setUpAt,
} from '../../builders/our-firm';

const LINES: InvoiceLine[] = [
  { no: '0012', customer: "'t Hoen BV", due: '2026-11-01', amount: 1200, email: 'a@there.example' },
  { no: '1-30', customer: '=SUM(A1) Ltd', due: '2026-11-01', amount: 700, email: 'b@there.example' },
  { no: '3001', customer: 'Gamma 🚚 Trade', due: '2026-11-01', amount: 300, email: 'c@there.example' },
];

/** Two batches: fewer than the new customers of a day. */
const MANY: InvoiceLine[] = Array.from({ length: 18 }, (_, index) => ({
  no: String(index),
  customer: `Customer ${index}`,
  due: '2026-11-01',
  amount: 100,
}));

const send = (world: FakeWorld) => sendStep(world.ports, { unattended: false });
const stops = (world: FakeWorld): string[] => showToday(world.ports).stops.map(({ code }) => code);

function approveAll(world: FakeWorld): string[] {
  const ids = showReview(world.ports).lines.map(({ id }) => id);
  approveReminders(world.ports, ids);
  return ids;
}

/** Ports that let somebody else act once, at the first moment the lock is free after `after` releases. */
function withOther(world: FakeWorld, after: number, act: (ports: Ports) => void): Ports {
  let releases = 0;
  const { lock } = world.ports;
  return {
    ...world.ports,
    lock: {
      acquire: (wait) => lock.acquire(wait),
      release: () => {
        lock.release();
        releases += 1;
        if (releases === after) act(world.ports);
      },
    },
  };
}

describe('two runs at once', () => {
  it.each([1, 2])('mail each customer once, whoever comes first (free moment %i)', (moment) => {
    const world = liveAt('2026-11-04 09:00', MANY);
    approveAll(world);
    runHour(withOther(world, moment, (other) => runHour(other)));
    runHour(world.ports);
    expect(world.mails).toHaveLength(MANY.length);
    expect(stops(world)).toEqual([]);
  });

  it.each([1, 2])('a switch to Preview in between is not undone (free moment %i)', (moment) => {
    const world = liveAt('2026-11-04 09:00', MANY);
    approveAll(world);
    runHour(withOther(world, moment, (other) => setLive(other, false)));
    expect(showToday(world.ports).switches.live).toBe(false);
    const { length } = world.mails;
    runHour(world.ports);
    expect(world.mails).toHaveLength(length);
    expect(length).toBe(Math.min(10 * moment, MANY.length));
  });

  it('a lock that is taken between two batches loses neither the count nor the log', () => {
    const world = liveAt('2026-11-04 09:00', MANY);
    approveAll(world);
    const ports = withOther(world, 1, () => {
      world.heldByOther = true;
    });
    expect(runHour(ports)).toMatchObject({ sent: 10 });
    world.heldByOther = false;
    expect(runHour(world.ports)).toMatchObject({ sent: MANY.length - 10 });
    expect(world.mails).toHaveLength(MANY.length);
    expect(records(world, 'AR Queue')).toEqual([]);
  });

  it('becoming the sender does not turn on what another sender had switched off by leaving', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    setAutomatic(world.ports, true);
    world.user('bob@ourfirm.example');
    becomeSender(world.ports);
    world.user('ann@ourfirm.example');
    becomeSender(world.ports);
    expect(showToday(world.ports).switches.automatic).toBe(false);
  });
});

describe('a decision in the grid', () => {
  it('stays until a run has acted on it, whatever is written to the queue meanwhile', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    const [, first = [], second] = world.cells('AR Queue');
    first[0] = 'not now';
    first[16] = day('2026-11-20');
    approveReminders(world.ports, [String(second?.[18])]);
    expect(world.cells('AR Queue')[1]?.[0]).toBe('not now');
    planDay(world.ports);
    expect(world.cells('AR Queue')[1]).toMatchObject({ 0: '', 1: 'snoozed', 16: day('2026-11-20') });
  });

  it('counts before "Send now" sends: what says "not now" stays', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    approveAll(world);
    const row = world.cells('AR Queue')[1];
    if (row) row[0] = 'not now';
    expect(send(world)).toMatchObject({ sent: 2 });
    expect(records(world, 'AR Queue').map((one) => one['State'])).toEqual(['snoozed']);
  });
});

describe('what people keep in our tabs', () => {
  it('is not written to: columns between ours, rows above the headers, columns in another order', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    for (const name of ['AR Log', 'AR Queue', 'AR Customers', 'AR Holds', 'AR Settings']) {
      const cells = world.cells(name);
      for (const row of cells) row.splice(2, 0, row === cells[0] ? 'Mine' : '=own');
      cells.unshift(['A note of ours']);
      for (let extra = 0; extra < 3; extra += 1) cells.push(['', '', '=own']);
    }
    const [id = ''] = approveAll(world);
    holdCustomer(world.ports, id, '', 'visit');
    expect(send(world)).toMatchObject({ sent: 2 });
    world.at('2026-11-05 09:00');
    replaceInvoices(world, [...LINES, { no: '4', customer: 'New One', due: '2026-11-01', amount: 50 }]);
    runHour(world.ports);
    expect(stops(world)).toEqual([]);
    for (const name of ['AR Log', 'AR Customers', 'AR Holds', 'AR Settings']) {
      const cells = world.cells(name);
      expect(cells[0], name).toEqual(['A note of ours']);
      expect(
        cells.slice(2).every((row, index) => row[2] === '=own' || row[2] === undefined || index > 3),
        name,
      ).toBe(true);
      expect(cells.filter((row) => row[2] === '=own').length, name).toBeGreaterThanOrEqual(3);
    }
    expect(world.cells('AR Customers').filter((row) => row[0] === 'New One')).toHaveLength(1);
  });

  it.each([
    ['AR Customers', 'Do not contact'],
    ['AR Customers', 'Email'],
    ['AR Holds', 'Customer'],
    ['AR Promises', 'Promised on'],
    ['AR Disputes', 'Invoice'],
    ['AR Settings', 'Setting'],
    ['AR Settings', 'Value'],
  ])('stops sending when %s has no column "%s" any more, and changes nothing', (tab, header) => {
    const world = liveAt('2026-11-04 09:00', LINES);
    approveAll(world);
    const before = JSON.stringify(world.cells('AR Customers').slice(1));
    const headers = world.cells(tab)[0] ?? [];
    headers[headers.indexOf(header)] = 'Something else';
    expect(send(world)).toMatchObject({ sent: 0, stopped: expect.stringContaining(`"${header}"`) });
    runHour(world.ports);
    expect(stops(world)).toEqual(['tab-damaged']);
    expect(JSON.stringify(world.cells('AR Customers').slice(1))).toBe(before);
    headers[headers.indexOf('Something else')] = header;
    expect(send(world)).toMatchObject({ sent: 3 });
  });

  it('AS_OF follows its row when the settings are sorted, and comes back when the row was deleted', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    const settings = world.cells('AR Settings');
    const [headers = [], ...rows] = settings;
    settings.splice(0, settings.length, headers, ...rows.reverse());
    runHour(world.ports);
    expect(world.names['AS_OF']?.row).toBe(settings.findIndex((row) => row[0] === 'AS_OF') + 1);
    settings.splice(
      settings.findIndex((row) => row[0] === 'AS_OF'),
      1,
    );
    world.at('2026-11-05 09:00');
    runHour(world.ports);
    const index = settings.findIndex((row) => row[0] === 'AS_OF');
    expect(settings[index]?.[1]).toEqual(day('2026-11-05'));
    expect(world.names['AS_OF']?.row).toBe(index + 1);
  });
});

describe('a renamed sheet', () => {
  it('of the invoices goes on being read, and set-up shows it', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    world.rename('Invoices', 'Invoices 2026');
    approveAll(world);
    expect(send(world)).toMatchObject({ sent: 3 });
    expect(showSetup(world.ports, '', 0)).toMatchObject({ sheet: 'Invoices 2026', rowsRead: 3 });
  });

  it('of ours is never offered as the invoice sheet', () => {
    const world = setUpAt('2026-11-04 09:00', LINES);
    world.rename('AR Disputes', 'Open invoices');
    expect(showSetup(world.ports, '', 0).sheets.map(({ name }) => name)).toEqual(['Invoices']);
  });

  it('of ours is known by its headers in a copy, which forgets everything else', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    for (const name of ['AR Settings', 'AR Log']) world.rename(name, `Old ${name}`);
    expect(stops(world.copy())).toEqual(['copied']);
  });
});

describe('what is remembered of the open invoices', () => {
  it('fits a property of 9 KB, whatever the script they are written in', () => {
    const lines = Array.from({ length: 900 }, (_, index) => ({
      no: `請求書-${index}`,
      customer: `株式会社 テスト商事 ${index}`,
      due: '2026-11-01',
      amount: 10,
    }));
    const world = fakeWorld({ Invoices: invoiceCells(lines) });
    world.at('2026-11-04 09:00');
    applySetup(world.ports, CHOICE);
    const kept = world.ports.properties.readAll();
    for (const text of Object.values(kept)) expect(Buffer.byteLength(text)).toBeLessThan(9 * 1024);
    expect(JSON.parse(kept['duesheet.open'] ?? '').length).toBeGreaterThan(50);
  });
});
