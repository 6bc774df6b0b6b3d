// "Approve all" takes routine mails only, also where the list a person sees is older than the last plan.
import { describe, expect, it } from 'vitest';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders, approveRoutine } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { sendStep } from '../../../src/usecases/sending/send';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, payments, replaceInvoices } from '../../builders/our-firm';

const LINES: InvoiceLine[] = ['Acme', 'Bolt'].map((customer, at) => ({
  no: `${1000 + at}`,
  customer,
  due: '2026-11-01',
  amount: 100,
}));

const ids = (world: FakeWorld): string[] => showReview(world.ports).lines.map(({ id }) => id);
const listed = (world: FakeWorld): string[] =>
  showReview(world.ports)
    .lines.map(({ customer, state, list, look }) => `${customer} ${state}, ${list}${look && `: ${look}`}`)
    .sort();

/** The first mail has gone; the second, personal one is due. */
function secondStage(): FakeWorld {
  const world = liveAt('2026-11-04 09:00', LINES);
  planDay(world.ports);
  approveReminders(world.ports, ids(world));
  sendStep(world.ports, { unattended: false });
  world.at('2026-11-11 09:00');
  payments(world, '2026-11-11');
  return world;
}

describe('approving all routine ones', () => {
  it('passes over a first contact, which a person reads first', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    planDay(world.ports);
    expect(listed(world)).toEqual(['Acme planned, look: first contact', 'Bolt planned, look: first contact']);
    expect(approveRoutine(world.ports, ids(world))).toMatchObject({
      changed: 0,
      message: expect.stringMatching(
        /^0 approved\. 2 had changed meanwhile and stay as they are\. The one to .+ by now\.$/,
      ),
    });
  });

  it('leaves what a plan made worth a look since the list was read', () => {
    const world = secondStage();
    expect(listed(world)).toEqual(['Acme planned, routine', 'Bolt planned, routine']);
    const seen = ids(world);
    const grown = { no: '1002', customer: 'Bolt', due: '2026-11-05', amount: 12_000 };
    replaceInvoices(world, [...LINES, grown]);
    planDay(world.ports);
    expect(approveRoutine(world.ports, seen).message).toBe(
      '1 approved. The one to Bolt is to be looked at by now and stays as it is.',
    );
    expect(listed(world).map((line) => line.replace(/:.*/, ''))).toEqual(['Acme approved, look', 'Bolt planned, look']);
  });
});
