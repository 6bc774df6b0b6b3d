// When nothing may be sent: what stops a workbook, what the stop says, and what lifts it.
import { describe, expect, it } from 'vitest';
import { planDay } from '../../src/usecases/planning/plan-day';
import { approveReminders, undoApproval } from '../../src/usecases/review/review';
import { showReview } from '../../src/usecases/review/review-lines';
import { runHour } from '../../src/usecases/sending/run-hour';
import { sendStep } from '../../src/usecases/sending/send';
import { sendTest } from '../../src/usecases/sending/send-test';
import { showToday } from '../../src/usecases/today/show-today';
import { acceptLog, acceptTable } from '../../src/usecases/workbook-mode/accept-as-it-is';
import { moveHere, startAfresh } from '../../src/usecases/workbook-mode/copied-workbook';
import { becomeSender } from '../../src/usecases/workbook-mode/take-over';
import { setAutomatic, setLive } from '../../src/usecases/workbook-mode/workbook-mode';
import { TABS } from '../../src/workbook/tab-specs';
import type { FakeWorld } from '../builders/fake-workbook';
import { day } from '../builders/fake-workbook';
import { type InvoiceLine, liveAt, payments, records, replaceInvoices, setUpAt } from '../builders/our-firm';

const LINES: InvoiceLine[] = [
  { no: '1001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 },
  { no: '2001', customer: 'Beta Works', due: '2026-11-01', amount: 700 },
  { no: '3001', customer: 'Gamma Trade', due: '2026-11-01', amount: 300 },
];

const send = (world: FakeWorld) => sendStep(world.ports, { unattended: false });
const stops = (world: FakeWorld): string[] => showToday(world.ports).stops.map(({ code }) => code);

function approveAll(world: FakeWorld): string[] {
  const ids = showReview(world.ports).lines.map(({ id }) => id);
  approveReminders(world.ports, ids);
  return ids;
}

describe('Preview', () => {
  it('lets nothing out, even when approved', () => {
    const world = setUpAt('2026-11-04 09:00', LINES);
    becomeSender(world.ports);
    payments(world, '2026-11-04');
    approveAll(world);
    expect(send(world)).toMatchObject({ sent: 0, stopped: expect.stringContaining('Preview'), remaining: 3 });
    expect(world.mails).toHaveLength(0);
  });

  it('lets a test out to the person who asks, and to nobody else', () => {
    const world = setUpAt('2026-11-04 09:00', LINES);
    const [line] = showReview(world.ports).lines;
    sendTest(world.ports, line?.id ?? '');
    const raw = Buffer.from(world.mails[0]?.raw ?? '', 'base64url').toString();
    expect(raw).toContain('To: ann@ourfirm.example');
    expect(raw).not.toContain('ap@');
    expect(showReview(world.ports).lines.map(({ state }) => state)).toEqual(['planned', 'planned', 'planned']);
  });

  it('cannot be left before somebody sends', () => {
    const world = setUpAt('2026-11-04 09:00', LINES);
    expect(() => setLive(world.ports, true)).toThrow('First choose who sends');
  });
});

describe('payments that are not in', () => {
  it('stop all sending once they are older than three business days, approved mails included', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    approveAll(world);
    world.at('2026-11-09 09:00');
    expect(send(world)).toMatchObject({ sent: 3 });
    const later = liveAt('2026-11-04 09:00', LINES);
    approveAll(later);
    later.at('2026-11-10 09:00');
    expect(stops(later)).toEqual(['stale-payments']);
    expect(send(later)).toMatchObject({
      sent: 0,
      stopped: expect.stringContaining('Payments are in only up to Wed 4 Nov'),
    });
    payments(later, '2026-11-09');
    expect(send(later)).toMatchObject({ sent: 3 });
  });

  it('tell on confirmation how many reminders they cancelled', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    replaceInvoices(
      world,
      LINES.map((line, index) => (index < 2 ? { ...line, paid: line.amount, paidOn: '2026-11-03' } : line)),
    );
    const before = records(world, 'AR Queue').length;
    expect(before).toBe(3);
    payments(world, '2026-11-04');
    expect(records(world, 'AR Queue')).toHaveLength(1);
    expect(records(world, 'AR Log').filter((row) => row['Event'] === 'cancelled')).toHaveLength(2);
  });
});

describe('an invoice sheet that is half there', () => {
  it('changes nothing while most of the open invoices are missing, until a person says that it is right', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    replaceInvoices(world, LINES.slice(0, 1));
    expect(stops(world)).toEqual(['half-loaded']);
    const before = JSON.stringify(world.cells('AR Queue'));
    expect(() => planDay(world.ports)).toThrow('only 33 %');
    expect(JSON.stringify(world.cells('AR Queue'))).toBe(before);
    acceptTable(world.ports);
    expect(stops(world)).toEqual([]);
    expect(records(world, 'AR Queue').map((row) => row['Customer'])).toEqual(['Acme Tools']);
  });

  it('changes nothing while keys show that the sheet is loading', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    const row = world.cells('Invoices')[2];
    if (row) row[1] = 'Loading...';
    expect(() => planDay(world.ports)).toThrow('shows Loading... in row 3');
  });

  it('changes nothing when a mapped column is gone, and says which', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    const headers = world.cells('Invoices')[0];
    if (headers) headers[3] = 'Fällig';
    approveAllByLog(world);
    expect(() => planDay(world.ports)).toThrow('Due date');
    expect(stops(world)).toEqual(['half-loaded']);
  });

  it('cancels the reminder of a single invoice that vanished', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    replaceInvoices(world, LINES.slice(0, 2));
    planDay(world.ports);
    expect(records(world, 'AR Queue').map((row) => row['Customer'])).toEqual(['Acme Tools', 'Beta Works']);
    expect(records(world, 'AR Log').slice(-1)[0]).toMatchObject({ Event: 'cancelled', Customer: 'Gamma Trade' });
  });
});

function approveAllByLog(world: FakeWorld): void {
  approveReminders(
    world.ports,
    records(world, 'AR Queue').map((row) => String(row['Reminder'])),
  );
}

describe('a policy whose headers are gone', () => {
  it.each([
    ['the header row', (world: FakeWorld) => world.cells('AR Policy').splice(0, 1)],
    ['the gap between contacts', (world: FakeWorld) => world.cells('AR Policy')[0]?.splice(9, 1, 'Pause')],
  ])('changes nothing, and takes nothing out of the queue: %s', (_, damage) => {
    const world = liveAt('2026-11-04 09:00', LINES);
    planDay(world.ports);
    const before = records(world, 'AR Queue');
    expect(before).toHaveLength(3);
    damage(world);
    expect(runHour(world.ports).message).toContain('when to write to whom');
    expect(records(world, 'AR Queue')).toEqual(before);
  });
});

describe('a copy of the workbook', () => {
  it('sends nothing and plans nothing until a person chooses', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    approveAll(world);
    const copy = world.copy();
    copy.at('2026-11-04 10:00');
    expect(stops(copy)).toEqual(['copied']);
    expect(send(copy)).toMatchObject({ sent: 0 });
    expect(runHour(copy.ports)).toMatchObject({ planned: 0, sent: 0 });
    expect(copy.mails).toHaveLength(0);
  });

  it('goes on with its history when it was moved, in Preview and without a sender', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    approveAll(world);
    send(world);
    const copy = world.copy();
    copy.at('2026-11-05 09:00');
    moveHere(copy.ports);
    planDay(copy.ports);
    expect(showToday(copy.ports)).toMatchObject({ switches: { live: false, automatic: false }, sender: { email: '' } });
    expect(showReview(copy.ports).lines).toEqual([]);
  });

  it('forgets the original when it starts afresh', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    approveAll(world);
    send(world);
    const copy = world.copy();
    copy.at('2026-11-05 09:00');
    startAfresh(copy.ports);
    planDay(copy.ports);
    expect(showReview(copy.ports).lines).toHaveLength(3);
    expect(showToday(copy.ports).switches.live).toBe(false);
  });
});

describe('a log that is not whole', () => {
  it('stops everything when a row was deleted, and says which entry is missing', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    approveAll(world);
    send(world);
    world.cells('AR Log').splice(3, 1);
    expect(showToday(world.ports).stops[0]).toMatchObject({
      code: 'log-mismatch',
      message: expect.stringContaining('entry 3 is missing'),
    });
    expect(send(world)).toMatchObject({ sent: 0 });
    expect(() => planDay(world.ports)).toThrow('entry 3');
  });

  it('stops when its end was cut off', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    approveAll(world);
    send(world);
    world.cells('AR Log').pop();
    expect(stops(world)).toEqual(['log-mismatch']);
  });

  it('is not disturbed by sorting', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    approveAll(world);
    send(world);
    const [headers = [], ...rows] = world.cells('AR Log');
    world.cells('AR Log').splice(0, rows.length + 1, headers, ...rows.reverse());
    expect(stops(world)).toEqual([]);
    world.at('2026-11-05 09:00');
    planDay(world.ports);
    expect(world.mails).toHaveLength(3);
  });

  it('may be accepted by the sender; what was approved then waits for a person, and nothing is repeated by itself', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    const ids = approveAll(world);
    undoApproval(world.ports, ids.slice(1));
    world.cells('AR Log').splice(2, 1);
    acceptLog(world.ports);
    expect(stops(world)).toEqual([]);
    planDay(world.ports);
    expect(send(world)).toMatchObject({ sent: 0 });
    expect(records(world, 'AR Log').slice(-1)[0]).not.toMatchObject({ Event: 'sent' });
  });
});

describe('two colleagues', () => {
  it('only the sender sends; what a colleague approves waits and says so', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    world.user('bob@ourfirm.example');
    const ids = showReview(world.ports).lines.map(({ id }) => id);
    expect(approveReminders(world.ports, ids).message).toContain('next run of ann@ourfirm.example');
    expect(send(world)).toMatchObject({ sent: 0, stopped: expect.stringContaining('ann@ourfirm.example sends') });
    world.user('ann@ourfirm.example');
    expect(send(world)).toMatchObject({ sent: 3 });
  });

  it('a schedule of somebody who is not the sender sends nothing', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    approveAll(world);
    world.user('bob@ourfirm.example');
    expect(runHour(world.ports).sent).toBe(0);
    expect(() => setAutomatic(world.ports, true)).toThrow('Only the person who sends');
  });

  it('nobody sends while a colleague’s run holds the lock', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    approveAll(world);
    world.heldByOther = true;
    expect(() => send(world)).toThrow('at work in this workbook');
    expect(world.mails).toHaveLength(0);
  });
});

describe('the window', () => {
  it.each(['2026-11-04 07:59', '2026-11-04 18:00', '2026-11-07 10:00'])('is closed on %s', (text) => {
    const world = liveAt('2026-11-04 09:00', LINES);
    approveAll(world);
    world.at(text);
    expect(send(world)).toMatchObject({ sent: 0, remaining: 3 });
    expect(send(world).stopped).not.toBe('');
  });
});

describe('our tabs', () => {
  it('are found again when people rename them', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    approveAll(world);
    for (const name of ['AR Log', 'AR Queue', 'AR Holds', 'AR Settings']) world.rename(name, `Old ${name}`);
    expect(send(world)).toMatchObject({ sent: 3 });
  });

  it.each(TABS.map(({ name }) => name))('stop everything when %s is deleted', (name) => {
    const world = liveAt('2026-11-04 09:00', LINES);
    approveAll(world);
    world.remove(name);
    expect(send(world)).toMatchObject({ sent: 0, stopped: expect.stringContaining(name) });
    expect(stops(world)).toEqual(['tab-missing']);
  });

  it('count a hold that cannot be read as a hold', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    world.cells('AR Holds').push(['Acme Tools', '', 'end of month', '', '']);
    planDay(world.ports);
    expect(records(world, 'AR Queue').map((row) => row['Customer'])).toEqual(['Beta Works', 'Gamma Trade']);
    expect(showToday(world.ports).problems.first[0]?.message).toContain('AR Holds, row 2');
  });

  it('keep people’s own columns in the queue beside their reminder', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    const queue = world.cells('AR Queue');
    queue[0]?.push('My note');
    queue[2]?.push('called Bob');
    const name = queue[2]?.[2];
    replaceInvoices(
      world,
      LINES.filter(({ customer }) => customer !== queue[1]?.[2]),
    );
    planDay(world.ports);
    const row = records(world, 'AR Queue').find((one) => one['Customer'] === name);
    expect(row?.['My note']).toBe('called Bob');
    expect(records(world, 'AR Queue').filter((one) => one['My note'] !== '')).toHaveLength(1);
  });
});

describe('decisions in the grid', () => {
  it('are acted on by the next plan: approve, not now, treat as done', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    const rows = world.cells('AR Queue');
    for (const [index, word] of [
      [1, 'approve'],
      [2, 'not now'],
      [3, 'treat as done'],
    ] as const) {
      const row = rows[index];
      if (row) row[0] = word;
      if (row && word === 'not now') row[16] = day('2026-11-20');
    }
    const [first, second, third] = rows.slice(1).map((row) => row[2]);
    planDay(world.ports);
    const states = new Map(records(world, 'AR Queue').map((row) => [row['Customer'], row['State']]));
    expect(states.get(first ?? '')).toBe('approved');
    expect(states.get(second ?? '')).toBe('snoozed');
    expect(states.has(third ?? '')).toBe(false);
    expect(records(world, 'AR Log').find((row) => row['Event'] === 'snoozed')?.['Facts (JSON)']).toContain(
      '2026-11-20',
    );
  });
});

describe('a stop that names an invoice nobody has', () => {
  it('is told as a problem while it is in force, and not once it is settled', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    world.cells('AR Disputes').push(['1OO1', 'Acme Tools', 'wrong price', '', '', day('2026-11-04'), '', '', '']);
    world
      .cells('AR Disputes')
      .push(['9999', 'Acme Tools', 'old', '', '', day('2026-10-01'), '', day('2026-10-05'), '']);
    world.cells('AR Holds').push(['', ' 2001 ', '', 'sales visit', '']);
    const { first } = showToday(world.ports).problems;
    expect(first.map(({ code, message }) => [code, message])).toEqual([
      [
        'invoice-unknown',
        'AR Disputes, row 2: there is no invoice "1OO1". Until it is settled it counts for all invoices of Acme Tools. Write the number as in the invoice sheet.',
      ],
    ]);
  });
});

describe('a sheet in which no open invoice has a due date', () => {
  it('is told once, as nobody is reminded', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    const setting = world.cells('AR Settings').find(([name]) => name === 'Column: due');
    if (setting) setting[1] = '';
    const told = showToday(world.ports).problems.first.filter(({ code }) => code === 'no-due-dates');
    expect(told.map(({ message }) => message)).toEqual([expect.stringContaining('so nobody is reminded')]);
    if (setting) setting[1] = 'Due date';
    expect(showToday(world.ports).problems.first).toEqual([]);
  });
});
