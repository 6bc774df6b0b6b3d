// What AR Customers says of a debtor counts at sending: an approval given before it holds nobody to it.
import { describe, expect, it } from 'vitest';
import { answerInsolvency } from '../../../src/usecases/customers/answer-insolvency';
import { handOver } from '../../../src/usecases/customers/manual-status';
import { showCustomer } from '../../../src/usecases/customers/show-customer';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { recordOutcome } from '../../../src/usecases/review/record-outcome';
import { approveReminders } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { sendStep } from '../../../src/usecases/sending/send';
import { saveSetting } from '../../../src/usecases/settings/save-setting';
import { showToday } from '../../../src/usecases/today/show-today';
import { day, type FakeWorld } from '../../builders/fake-workbook';
import { liveAt, records, replaceInvoices } from '../../builders/our-firm';

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
    expect(records(world, 'AR Queue').filter((one) => one['Channel'] !== 'task')).toEqual([]);
    expect(showCustomer(world.ports, 'acme tools').running.map((one) => one.kind)).toEqual([kind]);
  });
});

describe('what an insolvent customer owed before', () => {
  it('is told as a claim to be filed until it is handed over', () => {
    const world = approved();
    expect(showCustomer(world.ports, 'acme tools').facts.map(({ label }) => label)).not.toContain('Allowance');
    say(world, 'Insolvent since', '2026-11-05');
    expect(problems(world)).toEqual(['claim-to-file']);
    expect(showToday(world.ports).problems.first[0]?.message).toContain('file 1,200.00 EUR as a claim by Thu 19 Nov');
    expect(showCustomer(world.ports, 'acme tools').facts).toContainEqual({
      label: 'Allowance',
      value: '100 %, 1,200.00 EUR: insolvent',
    });
    handOver(world.ports, 'acme tools', [], 'Filed with the administrator.');
    expect(problems(world)).toEqual([]);
  });
});

describe('the task of filing a claim', () => {
  const queued = (world: FakeWorld): string[] =>
    showReview(world.ports).lines.map(({ channel, stage, look }) => `${channel} ${stage}: ${look}`);
  const late = (world: FakeWorld): string[] =>
    showToday(world.ports).alerts.flatMap(({ tone, code, message }) =>
      code === 'claim-late' ? `${tone} ${message}` : [],
    );
  const insolvent = (claimBy = ''): FakeWorld => {
    const world = approved();
    say(world, 'Insolvent since', '2026-11-05');
    if (claimBy) say(world, 'Claim by', claimBy);
    planDay(world.ports);
    return world;
  };

  it.each([
    ['', 'task claim to file: file it by Thu 19 Nov'],
    ['2026-12-15', 'task claim to file: file it by Tue 15 Dec'],
    ['2026-11-02', 'task claim to file: claim not filed by Mon 2 Nov'],
  ])('waits in the queue with its day, two weeks later where Claim by is blank: %s', (claimBy, expected) => {
    const world = insolvent(claimBy);
    expect(queued(world)).toEqual([expected]);
    sendStep(world.ports, { unattended: false });
    expect(world.mails).toEqual([]);
  });

  it('is red under Today once its day has passed, until it is done', () => {
    const world = insolvent();
    world.at('2026-11-19 09:00');
    expect(late(world)).toEqual([]);
    world.at('2026-11-20 09:00');
    expect(late(world)).toEqual([
      'bad Acme Tools: that day has passed. Insolvent since Thu 5 Nov: file 1,200.00 EUR as a claim by Thu 19 Nov. File it and do the task in Review.',
    ]);
    const [line] = showReview(world.ports).lines;
    recordOutcome(world.ports, line?.id ?? '', 'done', '');
    expect(late(world)).toEqual([]);
    planDay(world.ports);
    expect(queued(world)).toEqual([]);
    expect(problems(world)).toEqual([]);
  });

  it('stands beside a reminder of what came later', () => {
    const world = insolvent();
    replaceInvoices(world, [
      ...LINES,
      { no: '1001', customer: 'Acme Tools', issued: '2026-11-06', due: '2026-11-10', amount: 300 },
    ]);
    world.at('2026-11-13 09:00');
    planDay(world.ports);
    expect(
      showReview(world.ports)
        .lines.map(({ channel }) => channel)
        .sort(),
    ).toEqual(['email', 'task']);
  });
});

describe('an insolvency that was noted', () => {
  const noted = (): FakeWorld => {
    const world = approved();
    say(world, 'Insolvent since', '2026-11-05');
    planDay(world.ports);
    return world;
  };
  const mails = (world: FakeWorld): number =>
    showReview(world.ports).lines.filter(({ channel }) => channel === 'email').length;
  const asked = (world: FakeWorld): string[] =>
    showToday(world.ports).alerts.flatMap(({ code, actions }) =>
      code === 'insolvency-emptied' ? actions.map(({ label }) => label) : [],
    );

  it.each([
    ['', 'is empty'],
    ['2026-11-01', 'says Sun 1 Nov'],
  ])('stands while its cell says less, and a person is asked: “%s”', (value, words) => {
    const world = noted();
    replaceInvoices(world, [
      { ...(LINES[0] ?? { no: '' }), issued: '2026-11-03', due: '2026-11-03', customer: 'Acme Tools', amount: 1200 },
    ]);
    say(world, 'Insolvent since', value);
    planDay(world.ports);
    expect(mails(world)).toBe(0);
    expect(asked(world)).toHaveLength(2);
    expect(showToday(world.ports).alerts[0]?.message).toContain(words);
    expect(showCustomer(world.ports, 'acme tools').running[0]?.action).toBe('insolvency-asked');
    answerInsolvency(world.ports, 'acme tools', false);
    expect(asked(world)).toEqual([]);
    expect(mails(world)).toBe(1);
  });

  it('goes back into its cell where a person says that it stands', () => {
    const world = noted();
    say(world, 'Insolvent since', '');
    answerInsolvency(world.ports, 'acme tools', true);
    expect(asked(world)).toEqual([]);
    expect(records(world, 'AR Customers')[0]?.['Insolvent since']).toEqual(day('2026-11-05'));
    expect(mails(world)).toBe(0);
  });

  it('ends on the card, with its cell', () => {
    const world = noted();
    answerInsolvency(world.ports, 'acme tools', false);
    expect(records(world, 'AR Customers')[0]?.['Insolvent since']).toBe('');
    expect(mails(world)).toBe(1);
    expect(() => answerInsolvency(world.ports, 'acme tools', false)).toThrow('is not noted as insolvent');
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
