// Calls to customers: one that waits, and those taken on an earlier day, after which nothing is a first word.
import { planDay } from '../../src/usecases/planning/plan-day';
import { recordOutcome } from '../../src/usecases/review/record-outcome';
import { day, type FakeWorld } from './fake-workbook';
import { liveAt, payments, records } from './our-firm';

/** The columns of a step in AR Policy behind its segment, stage and day: a call that a person makes. */
export const CALL = ['call', 'Call personal', 'billing', '', 'review', 3, 'personal', 'yes', '', ''] as const;

/**
 * A world on 4 Nov 2026 in which a call to Acme Tools waits: what the first step of New is here.
 * @example const { world, id } = withCall(); recordOutcome(world.ports, id, 'answered', '')
 */
export function withCall(): { world: FakeWorld; id: string } {
  const world = liveAt('2026-11-04 09:00', [{ no: '1001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 }]);
  const [headers = [], ...rows] = world.cells('AR Policy');
  const row = rows.find((cells) => cells[0] === 'New' && cells[headers.indexOf('Days')] === 2);
  if (row) row[headers.indexOf('Channel')] = 'call';
  if (row) row[headers.indexOf('Template')] = 'Call personal';
  planDay(world.ports);
  const calls = records(world, 'AR Queue').filter((one) => one['Channel'] === 'call');
  if (calls.length !== 1) throw new Error(`${calls.length} calls wait`);
  return { world, id: String(calls[0]?.['Reminder']) };
}

/**
 * Every call that is due today is answered; then the clock goes on, with payments in up to that day.
 * @param world where AR Policy has a call ahead of what is tested
 * @param text the later moment, `2026-11-04 09:00`
 */
export function afterCalls(world: FakeWorld, text: string): FakeWorld {
  planDay(world.ports);
  const calls = records(world, 'AR Queue').filter((row) => row['Channel'] === 'call');
  if (calls.length === 0) throw new Error('no call is due');
  for (const call of calls) recordOutcome(world.ports, String(call['Reminder']), 'answered', '');
  world.at(text);
  payments(world, text);
  return world;
}

/** Notes that a customer agreed to WhatsApp. */
export function agreesToWhatsApp(world: FakeWorld, customer: string, on: string): void {
  const [headers = [], ...rows] = world.cells('AR Customers');
  const row = rows.find(([name]) => name === customer);
  const column = headers.indexOf('WhatsApp agreed on');
  if (!row || column < 0) throw new Error(`AR Customers has no WhatsApp agreement of ${customer}`);
  row[column] = day(on);
}
