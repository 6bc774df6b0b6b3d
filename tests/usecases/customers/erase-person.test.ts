// Erasing a person: what leaves our tabs and the log, what stays, and that the log stays whole.
import { describe, expect, it } from 'vitest';
import { erasePersons, previewErasure, showErasable } from '../../../src/usecases/customers/erase-person';
import { setDoNotContact } from '../../../src/usecases/customers/manual-status';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { sendStep } from '../../../src/usecases/sending/send';
import { showToday } from '../../../src/usecases/today/show-today';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, payments, records, replaceInvoices } from '../../builders/our-firm';

const JANE: InvoiceLine = {
  no: '1001',
  customer: 'Jane Doe',
  due: '2026-11-01',
  amount: 1200,
  email: 'jane@doe.example',
};
const BETA: InvoiceLine = { no: '2001', customer: 'Beta Works', due: '2026-11-01', amount: 700 };

/** A world made once, of which each test gets a twin. */
function once(make: () => FakeWorld): () => FakeWorld {
  let made: FakeWorld | undefined;
  return () => {
    made ??= make();
    return made.twin();
  };
}

/** Both were mailed. */
const mailed = once(() => {
  const world = liveAt('2026-11-04 09:00', [JANE, BETA]);
  planDay(world.ports);
  approveReminders(
    world.ports,
    showReview(world.ports).lines.map(({ id }) => id),
  );
  sendStep(world.ports, { unattended: false });
  return world;
});

/** Jane has paid, and her row is out of the sheet. */
const settled = once(() => {
  const world = mailed();
  replaceInvoices(world, [BETA, { ...BETA, no: '2002', due: '2026-11-03' }]);
  world.at('2026-11-10 09:00');
  payments(world, '2026-11-10');
  return world;
});

const everything = (world: FakeWorld): string =>
  JSON.stringify(['AR Log', 'AR Customers', 'AR Queue', 'AR Holds'].map((tab) => world.cells(tab))).toLowerCase();
const stops = (world: FakeWorld): string[] => showToday(world.ports).stops.map(({ code }) => code);

describe('a customer whom the invoice sheet no longer names', () => {
  it('leaves name, address and notes nowhere, and the log whole', () => {
    const world = settled();
    expect(everything(world)).toContain('jane');
    expect(previewErasure(world.ports, 'jane doe')).toMatchObject({ keepsName: false, customer: 'Jane Doe' });
    erasePersons(world.ports, ['jane doe']);
    expect(everything(world)).not.toContain('jane');
    expect(stops(world)).toEqual([]);
    planDay(world.ports);
    expect(stops(world)).toEqual([]);
  });

  it('stays in the log as what was done and when, under a name of no person', () => {
    const world = settled();
    const before = records(world, 'AR Log').filter((row) => row['Customer'] === 'Jane Doe');
    erasePersons(world.ports, ['jane doe']);
    const after = records(world, 'AR Log').filter((row) => String(row['Customer']).startsWith('erased '));
    expect(after.map((row) => row['Event'])).toEqual([...before.map((row) => row['Event']), 'erased']);
    expect(after.find((row) => row['Event'] === 'sent')).toMatchObject({ Amounts: '1,200.00 EUR', To: '' });
    expect(records(world, 'AR Log').filter((row) => row['Customer'] === 'Beta Works').length).toBeGreaterThan(3);
  });

  it('leaves no row of AR Holds, under an alias either', () => {
    const world = settled();
    const [headers = [], ...rows] = world.cells('AR Customers');
    const jane = rows.find(([name]) => name === 'Jane Doe') ?? [];
    jane[headers.indexOf('Aliases')] = 'Janey';
    world.cells('AR Holds').push(['Janey', '', '', 'on holiday', '']);
    world.cells('AR Holds').push(['Beta Works', '', '', 'audit', '']);
    erasePersons(world.ports, ['jane doe']);
    expect(records(world, 'AR Holds').map((row) => row['Customer'])).toEqual(['Beta Works']);
  });

  it('is told when a word of what was left is changed by hand', () => {
    const world = settled();
    erasePersons(world.ports, ['jane doe']);
    const [headers = [], ...rows] = world.cells('AR Log');
    const at = headers.indexOf('Facts (JSON)');
    const row = rows.find((cells) => String(cells[at]).includes('"was"')) ?? [];
    row[at] = String(row[at]).replace('erased ', 'Erased ');
    expect(stops(world)).toEqual(['log-mismatch']);
  });

  it('leaves the log whole wherever a run is killed, and can be erased once more', () => {
    for (let calls = 1; ; calls += 1) {
      const world = settled();
      let count = 0;
      world.before = (call) => {
        if (call === 'lock.release') return;
        count += 1;
        if (count === calls) throw new Error('killed');
      };
      let isOver = false;
      try {
        erasePersons(world.ports, ['jane doe']);
        isOver = true;
      } catch {
        // Killed.
      }
      world.before = () => {};
      expect(stops(world), `call ${calls}`).toEqual([]);
      if (isOver) break;
    }
  });
});

describe('a customer whom the invoice sheet names', () => {
  it('loses addresses and notes, and keeps the name; what waits is planned anew', () => {
    const world = mailed();
    world.at('2026-11-12 09:00');
    payments(world, '2026-11-12');
    planDay(world.ports);
    expect(previewErasure(world.ports, 'jane doe')).toMatchObject({ keepsName: true });
    erasePersons(world.ports, ['jane doe']);
    expect(everything(world)).not.toContain('jane@doe');
    expect(everything(world)).toContain('jane doe');
    expect(records(world, 'AR Queue').filter((row) => row['Customer'] === 'Jane Doe')).toEqual([]);
    expect(stops(world)).toEqual([]);
  });

  it('keeps the stages that were done: nobody is written to once more for it', () => {
    const world = mailed();
    erasePersons(world.ports, ['jane doe']);
    planDay(world.ports);
    expect(records(world, 'AR Queue')).toEqual([]);
  });
});

describe('somebody who asked not to be written to', () => {
  it('is known again by the address, which stands nowhere', () => {
    const world = settled();
    setDoNotContact(world.ports, 'jane doe', true);
    erasePersons(world.ports, ['jane doe']);
    expect(everything(world)).not.toContain('jane');
    replaceInvoices(world, [BETA, { ...JANE, no: '1002', customer: 'J. Doe', due: '2026-11-01' }]);
    world.at('2026-11-20 09:00');
    payments(world, '2026-11-20');
    planDay(world.ports);
    expect(records(world, 'AR Queue').map((row) => row['Customer'])).toEqual(['Beta Works']);
  });
});

describe('details that were kept long enough', () => {
  it('are offered after the months of the setting, of customers who owe nothing', () => {
    const world = settled();
    expect(showErasable(world.ports).customers).toEqual([]);
    world.at('2029-11-09 09:00');
    expect(showErasable(world.ports)).toMatchObject({ months: 36, customers: [] });
    world.at('2029-11-12 09:00');
    expect(showErasable(world.ports).customers).toEqual([{ key: 'jane doe', name: 'Jane Doe', last: '2026-11-10' }]);
  });
});
