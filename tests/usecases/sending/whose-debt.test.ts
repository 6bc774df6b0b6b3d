// What AR Customers says of a debtor counts at sending: an approval given before it holds nobody to it.
import { describe, expect, it } from 'vitest';
import { handOver } from '../../../src/usecases/customers/manual-status';
import { showCustomer } from '../../../src/usecases/customers/show-customer';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { sendStep } from '../../../src/usecases/sending/send';
import { saveSetting } from '../../../src/usecases/settings/save-setting';
import { showToday } from '../../../src/usecases/today/show-today';
import type { FakeWorld } from '../../builders/fake-workbook';
import { liveAt, records } from '../../builders/our-firm';

const LINES = [{ no: '1000', customer: 'Acme Tools', due: '2026-11-03', amount: 1200 }];

function approved(): FakeWorld {
  const world = liveAt('2026-11-06 09:00', LINES);
  planDay(world.ports);
  approveReminders(
    world.ports,
    showReview(world.ports).lines.map(({ id }) => id),
  );
  return world;
}

/** Writes into the only row of AR Customers, as a person would. */
function say(world: FakeWorld, column: string, value: string): void {
  const [headers = [], row = []] = world.cells('AR Customers');
  row[headers.indexOf(column)] = value;
}

const problems = (world: FakeWorld): string[] => showToday(world.ports).problems.first.map(({ code }) => code);

describe('an approved mail', () => {
  it('leaves where nothing was said', () => {
    const world = approved();
    sendStep(world.ports, { unattended: false });
    expect(world.mails).toHaveLength(1);
  });

  it.each([
    ['Insolvent since', '2026-11-06', 'insolvent'],
    ['Insolvent since', 'since spring', 'do-not-contact'],
    ['Assigned to', 'Factor Bank', 'assigned'],
    ['Kind', 'consumer', 'consumer'],
    ['Payment method', 'SEPA direct debit', 'direct-debit'],
  ])('is cancelled, and nothing leaves, once AR Customers says %s: %s', (column, value, kind) => {
    const world = approved();
    say(world, column, value);
    sendStep(world.ports, { unattended: false });
    expect(world.mails).toEqual([]);
    const last = records(world, 'AR Log').pop();
    expect(last?.['Event']).toBe('cancelled');
    planDay(world.ports);
    expect(records(world, 'AR Queue')).toEqual([]);
    expect(showCustomer(world.ports, 'acme tools').running.map((one) => one.kind)).toEqual([kind]);
  });
});

describe('what an insolvent customer owed before', () => {
  it('is told as a claim to be filed until it is handed over', () => {
    const world = approved();
    say(world, 'Insolvent since', '2026-11-05');
    expect(problems(world)).toEqual(['claim-to-file']);
    expect(showToday(world.ports).problems.first[0]?.message).toContain('file 1,200.00 EUR as a claim');
    handOver(world.ports, 'acme tools', [], 'Filed with the administrator.');
    expect(problems(world)).toEqual([]);
  });
});

describe('the question whether the firm invoices consumers', () => {
  it('lets them be written to once it is answered yes', () => {
    const world = approved();
    say(world, 'Kind', 'consumer');
    planDay(world.ports);
    expect(records(world, 'AR Queue')).toEqual([]);
    saveSetting(world.ports, 'We invoice consumers', 'yes');
    expect(records(world, 'AR Queue')).toHaveLength(1);
    saveSetting(world.ports, 'We invoice consumers', 'no');
    expect(records(world, 'AR Queue')).toEqual([]);
  });
});
