// Workbooks prepared for measuring, each made once from the one before and kept in a file, so that a fresh process begins with it.
import type { World } from '../google-services/state';
import { openSession, type Session } from '../session';
import { setUp } from '../set-up';
import { contentSize, plainText, putCell, rowsByHeader, sheetNamed } from '../workbook/stored-cells';
import { BENCH_DAY, BENCH_NOW, ledgerWorld, paidLedgerWorld } from './ledger';
import { lengthenLog } from './old-log';

const HOUR = 3_600_000;

interface Recipe {
  /** The world it is made from; without one it begins with an empty machine. */
  from?: string;
  make(world: World | null): World;
}

/** A session at the instant that everything is measured at, or some hours later. */
export function sessionIn(world: World, hours = 0): Session {
  return openSession(world, { now: BENCH_NOW + hours * HOUR });
}

/** A ledger with the add-on set up and nothing switched on. */
function setUpLedger(invoices: number): Session {
  const session = sessionIn(ledgerWorld(invoices));
  setUp(session, { company: 'Bench Ltd', senderName: 'Accounts', replyTo: session.user });
  return session;
}

/** A ledger with the add-on set up, its user the sender and payments confirmed: twenty reminders wait, as the cap is 20. */
export function readyLedger(invoices: number): Session {
  const session = setUpLedger(invoices);
  session.ask('becomeSender');
  session.ask('setLive', true);
  session.ask('confirmPayments', BENCH_DAY);
  return session;
}

/** Types into AR Settings that any number of new customers may be written to in a day. */
function withoutCap(world: World): World {
  const sheet = sheetNamed(world.spreadsheet, 'AR Settings');
  const rows = sheet ? rowsByHeader(sheet, 0) : [];
  const row = rows.findIndex((one) => one['Setting'] === 'New customers per day');
  const column = rows[0] ? Object.keys(rows[0]).indexOf('Value') : -1;
  if (!sheet || row < 0 || column < 0) throw new Error('AR Settings has no "New customers per day".');
  putCell(sheet, row, column, { value: { kind: 'number', value: 1_000_000 } });
  return world;
}

/** Lets hours pass in which nothing happens: the first may still have to bring something in line. */
function settled(session: Session): World {
  session.ask('runHour');
  session.ask('runHour');
  return session.world;
}

/** Mails what waits, and nothing happens after that. */
function mailed(session: Session): World {
  const waiting = session.ask<{ lines: { id: string; channel: string }[] }>('getReview').lines;
  session.ask(
    'approveReminders',
    waiting.filter(({ channel }) => channel === 'email').map(({ id }) => id),
  );
  session.ask('runHour');
  if (session.world.mails.length === 0) throw new Error('No mail left.');
  return settled(session);
}

function needed(world: World | null): World {
  if (!world) throw new Error('The world it is made from is missing.');
  return world;
}

function withLog(events: number): Recipe {
  return {
    from: 'mailed',
    make: (world) => {
      const session = sessionIn(needed(world));
      lengthenLog(session, events);
      return settled(session);
    },
  };
}

const RECIPES = {
  /** 3,000 invoices, set up, not yet live. */
  'set up 3,000': { make: () => setUpLedger(3_000).world },
  /** 10,000 invoices, live, 20 reminders waiting. */
  'ready 10,000': { make: () => readyLedger(10_000).world },
  /** The same, and nothing keeps the other 1,980 customers from being reminded. */
  'uncapped 10,000': { from: 'ready 10,000', make: (world) => withoutCap(needed(world)) },
  /** All 2,000 customers have a reminder waiting. */
  'planned 10,000': {
    from: 'uncapped 10,000',
    make: (world) => {
      const session = sessionIn(needed(world));
      session.ask('planNow');
      return session.world;
    },
  },
  /** The same, and nothing happens after that. */
  'quiet 10,000': { from: 'planned 10,000', make: (world) => settled(sessionIn(needed(world))) },
  /** 100,000 invoices, set up, no cap. */
  'uncapped 100,000': { make: () => withoutCap(setUpLedger(100_000).world) },
  /** 10,000 invoices of two years, set up, with a dashboard, and with AR History after a first day that was closed. */
  'closed 10,000': {
    make: () => {
      const session = sessionIn(paidLedgerWorld(10_000));
      setUp(session, { company: 'Bench Ltd', senderName: 'Accounts', replyTo: session.user });
      session.ask('runHour');
      session.run('openDashboard', [], { editorOpen: true });
      const next = sessionIn(session.world, 24);
      next.ask('runHour');
      return next.world;
    },
  },
  /** 100 invoices whose reminders were mailed: the log is short. */
  mailed: { make: () => mailed(readyLedger(100)) },
  /** The same workbook after years. */
  'log of 10,000': withLog(10_000),
  'log of 100,000': withLog(100_000),
} satisfies Record<string, Recipe>;

/** The names of the prepared worlds. */
export type WorldName = keyof typeof RECIPES;

/** What a world is made from, nearest first; empty for one that begins from nothing. @example originsOf('planned 10,000') */
export function originsOf(name: WorldName): WorldName[] {
  const recipe: Recipe = RECIPES[name];
  const from = recipe.from as WorldName | undefined;
  return from === undefined ? [] : [from, ...originsOf(from)];
}

/**
 * Makes a world.
 * @param origin the world it is made from, which is changed; null where it begins from nothing
 */
export function makeWorld(name: WorldName, origin: World | null): World {
  const recipe: Recipe = RECIPES[name];
  return recipe.make(origin);
}

/** Lets go of what an earlier day kept of the log, as an update of the script does. */
export function withoutCheckpoint(world: World): World {
  const state = JSON.parse(world.documentProperties['duesheet'] ?? '{}') as Record<string, unknown>;
  if (!state['checkpoint']) throw new Error('Nothing was kept of the log.');
  world.documentProperties['duesheet'] = JSON.stringify({ ...state, checkpoint: null });
  return world;
}

/** Changes the balance of the last invoice, as a payment that came in does. */
export function payPart(world: World): void {
  const sheet = sheetNamed(world.spreadsheet, 'Invoices');
  if (!sheet) throw new Error('The workbook has no sheet "Invoices".');
  const rows = rowsByHeader(sheet, 0);
  const column = Object.keys(rows[0] ?? {}).indexOf('Balance');
  const row = contentSize(sheet).rows - 1;
  const balance = Number(plainText(sheet.cells.get(row)?.get(column)?.value));
  if (!(balance > 1)) throw new Error('The last invoice has no balance.');
  putCell(sheet, row, column, { value: { kind: 'number', value: balance - 1 }, numberFormat: '#,##0.00' });
}
