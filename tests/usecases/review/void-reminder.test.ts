// Taking back what was sent or done: the latest alone, with a reason; the contact stays, the stage comes again.
import { describe, expect, it } from 'vitest';
import type { Reminder } from '../../../src/dunning/history/reminder';
import { holdCustomerUntil } from '../../../src/usecases/agreements/holds';
import { recordPromise } from '../../../src/usecases/agreements/record-promise';
import { showCustomer } from '../../../src/usecases/customers/show-customer';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { recordOutcome, undoOutcome } from '../../../src/usecases/review/record-outcome';
import { approveReminders, treatAsDone } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { voidReminder, whyNotVoid } from '../../../src/usecases/review/void-reminder';
import { sendStep } from '../../../src/usecases/sending/send';
import { openForShowing } from '../../../src/workbook/opening';
import { withCall } from '../../builders/customer-calls';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, payments, records, replaceInvoices } from '../../builders/our-firm';

const ACME: InvoiceLine = { no: '1001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 };
const KEY = 'acme tools';

const live = (...lines: InvoiceLine[]): FakeWorld => liveAt('2026-11-04 09:00', lines.length > 0 ? lines : [ACME]);
const reminderIn = (world: FakeWorld, id: string) => openForShowing(world.ports).ws.log.history.reminders.get(id);
const queue = (world: FakeWorld): string[] =>
  records(world, 'AR Queue').map((row) => `${row['State']}: ${row['Stage']}`);

/** Approves and sends what waits; gives its id. */
function sent(world: FakeWorld): string {
  const [line] = showReview(world.ports).lines;
  if (!line) throw new Error('nothing waits');
  approveReminders(world.ports, [line.id]);
  expect(sendStep(world.ports, { unattended: false })).toMatchObject({ sent: 1 });
  return line.id;
}

/** A later morning, planned. */
function morning(world: FakeWorld, text: string): FakeWorld {
  world.at(text);
  payments(world, text);
  planDay(world.ports);
  return world;
}

describe('a mail that is taken back', () => {
  it('counts for the gap still, and says which stage comes again and when', () => {
    const world = live();
    const id = sent(world);
    world.at('2026-11-05 09:00');
    const { message } = voidReminder(world.ports, id, 'went to the wrong contact');
    expect(message).toBe(
      'Taken back for Acme Tools: step 2 of 7 (friendly). The mail itself has left and stays with them; as a contact it still counts for the gap. Step 2 (friendly, email) of invoice 1001 comes again on Mon 9 Nov.',
    );
    expect(records(world, 'AR Log').slice(-1)[0]).toMatchObject({
      Event: 'voided',
      Reminder: id,
      Invoices: '1001',
      Actor: 'ann@ourfirm.example',
      Note: 'went to the wrong contact',
    });
    expect(queue(morning(world, '2026-11-06 09:00'))).toEqual([]);
    expect(showCustomer(world.ports, KEY).changes?.since).toBe('2026-11-04');
  });

  it('comes again just as it was, once the gap has passed', () => {
    const world = live();
    const id = sent(world);
    const before = reminderIn(world, id)?.facts;
    world.at('2026-11-05 09:00');
    voidReminder(world.ports, id, 'wrong text');
    const [line] = showReview(morning(world, '2026-11-09 09:00').ports).lines;
    const after = reminderIn(world, line?.id ?? '')?.facts;
    expect(after).toEqual({ ...before, reasons: after?.reasons, look: after?.look });
    expect(line?.id).not.toBe(id);
  });

  it('takes the next stage that waits out of the queue', () => {
    const world = live();
    const id = sent(world);
    const [line] = showReview(morning(world, '2026-11-11 09:00').ports).lines;
    expect(line?.stage).toBe('step 3 of 7, personal');
    approveReminders(world.ports, [line?.id ?? '']);
    const { message } = voidReminder(world.ports, id, 'wrong text');
    expect(message).toContain('is due again now');
    expect(queue(world)).toEqual(['planned: step 2 of 7, friendly']);
    expect(sendStep(world.ports, { unattended: false })).toMatchObject({ sent: 0 });
  });

  it('brings nothing again where all was paid meanwhile', () => {
    const world = live();
    const id = sent(world);
    replaceInvoices(world, [{ ...ACME, paid: 1200, paidOn: '2026-11-05' }]);
    world.at('2026-11-06 09:00');
    expect(voidReminder(world.ports, id, 'x').message).toContain('Nothing of it is open any more');
  });

  it('says what keeps it from coming again', () => {
    const world = live();
    const id = sent(world);
    holdCustomerUntil(world.ports, KEY, '', '', 'visit');
    expect(voidReminder(world.ports, id, 'x').message).toMatch(/Invoice 1001 is not asked for again yet: .*paused/i);
  });

  it('changes no line of the log, it adds one', () => {
    const world = live();
    const id = sent(world);
    const before = world.cells('AR Log').map((row) => [...row]);
    voidReminder(world.ports, id, 'x');
    const after = world.cells('AR Log');
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after).toHaveLength(before.length + 1);
  });
});

describe('taking back', () => {
  it('needs a reason', () => {
    const world = live();
    const id = sent(world);
    expect(() => voidReminder(world.ports, id, '  ')).toThrow('Say why');
    expect(reminderIn(world, id)?.state).toBe('sent');
  });

  it('is refused while a later stage was sent, then possible for that one, and for the earlier after it', () => {
    const world = live();
    const first = sent(world);
    const second = sent(morning(world, '2026-11-11 09:00'));
    expect(() => voidReminder(world.ports, first, 'x')).toThrow(
      `A later reminder about its invoices was sent on Wed 11 Nov (${second}): take that one back first.`,
    );
    voidReminder(world.ports, second, 'x');
    voidReminder(world.ports, first, 'x');
    // What was said was personal, and within a round of reminders the tone never falls.
    expect(queue(morning(world, '2026-11-16 09:00'))).toEqual(['planned: step 2 of 7, personal']);
  });

  it('is refused where a later stage was treated as done', () => {
    const world = live();
    const first = sent(world);
    const [line] = showReview(morning(world, '2026-11-11 09:00').ports).lines;
    treatAsDone(world.ports, line?.id ?? '', '');
    expect(() => voidReminder(world.ports, first, 'x')).toThrow('treated as done on Wed 11 Nov');
  });

  it('is refused the second time', () => {
    const world = live();
    const id = sent(world);
    voidReminder(world.ports, id, 'x');
    expect(() => voidReminder(world.ports, id, 'x')).toThrow('taken back already');
  });

  it('is refused for what was never sent or done', () => {
    const world = live();
    const [line] = showReview(world.ports).lines;
    expect(() => voidReminder(world.ports, line?.id ?? '', 'x')).toThrow('is planned');
    expect(() => voidReminder(world.ports, 'DS-00000', 'x')).toThrow('not known');
  });

  it('is refused while nobody knows whether a later mail left', () => {
    const world = live();
    const id = sent(world);
    const [line] = showReview(morning(world, '2026-11-11 09:00').ports).lines;
    approveReminders(world.ports, [line?.id ?? '']);
    world.before = (call) => {
      if (call === 'mailer.send') throw new Error('killed');
    };
    expect(sendStep(world.ports, { unattended: false })).toMatchObject({ sent: 0 });
    world.before = () => {};
    planDay(world.ports);
    expect(() => voidReminder(world.ports, id, 'x')).toThrow('not known whether the next mail');
  });

  it('is refused for a question about an old balance, which completes no stage', () => {
    const world = live();
    const reminder = reminderIn(world, sent(world));
    const { history } = openForShowing(world.ports).gathered.facts;
    if (!reminder) throw new Error('nothing was sent');
    const lines = reminder.facts.lines.map((line) => ({ ...line, stage: null }));
    const asked: Reminder = { ...reminder, state: 'sent', facts: { ...reminder.facts, lines } };
    expect(whyNotVoid(asked, history, new Map(), 0)).toMatchObject({ code: 'nothing-completed' });
  });
});

describe('a call that is taken back', () => {
  it('that was answered keeps the gap', () => {
    const { world, id } = withCall();
    recordOutcome(world.ports, id, 'answered', '');
    expect(voidReminder(world.ports, id, 'another customer').message).toMatch(
      /The call itself was made; as a contact it still counts for the gap\. .* comes again on Mon 9 Nov/,
    );
  });

  it('that nobody answered comes again at once', () => {
    const { world, id } = withCall();
    recordOutcome(world.ports, id, 'no answer', '');
    const { message } = voidReminder(world.ports, id, 'dialled a wrong number');
    expect(message).toContain('it was no contact');
    expect(message).toContain('A reminder waits for review now.');
    expect(queue(world)).toHaveLength(1);
  });
});

describe('an outcome that was recorded by mistake', () => {
  it('never happened: the call waits again at once, and no contact counts', () => {
    const { world, id } = withCall();
    recordOutcome(world.ports, id, 'answered', '');
    expect(queue(world)).toHaveLength(0);
    undoOutcome(world.ports, id);
    expect(queue(world)).toHaveLength(1);
    const { history } = openForShowing(world.ports).ws.log;
    expect([history.lastContact.has(KEY), history.firstContact.has(KEY)]).toEqual([false, false]);
    // Told by the log alone, as on the next day.
    expect(showCustomer(world.ports, KEY).facts.find(({ label }) => label === 'Last contact')?.value).toBe('none yet');
  });

  it('is not taken back where a dispute was recorded with it, nor on another day', () => {
    const { world, id } = withCall();
    recordOutcome(world.ports, id, 'disputes', 'the price is wrong');
    expect(() => undoOutcome(world.ports, id)).toThrow(/on the card of Acme Tools/);
    const other = withCall();
    recordOutcome(other.world.ports, other.id, 'answered', '');
    other.world.at('2026-11-05 09:00');
    payments(other.world, '2026-11-05 09:00');
    expect(() => undoOutcome(other.world.ports, other.id)).toThrow(/on the card of Acme Tools/);
  });
});

describe('the card of a customer', () => {
  const offered = (world: FakeWorld): string[] =>
    showCustomer(world.ports, KEY).history.flatMap(({ what, takesBack }) =>
      takesBack ? [`${what.replace(/ \(.*/, '')}: ${takesBack}`] : [],
    );

  it('offers to take back the latest one, where it was sent, and no other', () => {
    const world = live();
    const first = sent(world);
    expect(offered(world)).toEqual([`Sent: ${first}`]);
    const second = sent(morning(world, '2026-11-11 09:00'));
    expect(offered(world)).toEqual([`Sent: ${second}`]);
    voidReminder(world.ports, second, 'x');
    expect(offered(world)).toEqual([`Sent: ${first}`]);
    voidReminder(world.ports, first, 'x');
    expect(offered(world)).toEqual([]);
  });

  it('offers a reminder about a promise as well, which then comes again', () => {
    const world = live({ ...ACME, due: '2026-12-20', issued: '2026-10-20' });
    const promise = { customerKey: KEY, invoices: [], amount: null, currency: '', promisedOn: '2026-11-16', note: '' };
    recordPromise(world.ports, promise);
    const id = sent(morning(world, '2026-11-19 09:00'));
    expect(offered(world)).toEqual([`Sent: ${id}`]);
    voidReminder(world.ports, id, 'they had paid by card');
    expect(queue(morning(world, '2026-11-23 09:00'))).toHaveLength(1);
  });
});
