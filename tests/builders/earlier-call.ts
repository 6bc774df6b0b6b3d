// Customers who took a call on an earlier day: what is planned later in that round of reminders is not their first word.
import { planDay } from '../../src/usecases/planning/plan-day';
import { recordOutcome } from '../../src/usecases/review/record-outcome';
import { day, type FakeWorld } from './fake-workbook';
import { payments, records } from './our-firm';

/** The columns of a step in AR Policy behind its segment, stage and day: a call that a person makes. */
export const CALL = ['call', 'Call personal', 'billing', '', 'review', 3, 'personal', 'yes', '', ''] as const;

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
