// Sending: what is checked again, what is written down first, and what a crash leaves behind.
import { describe, expect, it } from 'vitest';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders, resolveUnconfirmed, retryFailed } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { showProblems } from '../../../src/usecases/review/show-reminders';
import { sendStep } from '../../../src/usecases/sending/send';
import { showToday } from '../../../src/usecases/today/show-today';
import { MailRefused } from '../../../src/workbook/ports';
import type { FakeWorld } from '../../builders/fake-workbook';
import { day } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, records, replaceInvoices } from '../../builders/our-firm';

const ACME: InvoiceLine = { no: '1001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 };
const BETA: InvoiceLine = { no: '2001', customer: 'Beta Works', due: '2026-11-01', amount: 700 };

function approveAll(world: FakeWorld): string[] {
  const ids = showReview(world.ports)
    .lines.filter(({ state }) => state === 'planned')
    .map(({ id }) => id);
  approveReminders(world.ports, ids);
  return ids;
}

const ELEVEN: InvoiceLine[] = Array.from({ length: 11 }, (_, index) => ({
  ...ACME,
  no: String(index),
  customer: `Customer ${index}`,
}));

/** Eleven approved mails: a batch of ten, and that of "Customer 10". */
function elevenApproved(): FakeWorld {
  const world = liveAt('2026-11-04 09:00', ELEVEN);
  const ids = showReview(world.ports).lines.map(({ id, customer }) => ({ id, customer }));
  // The order of approval is the order of sending.
  for (const { id } of ids.filter(({ customer }) => customer !== 'Customer 10')) approveReminders(world.ports, [id]);
  world.at('2026-11-04 09:01');
  approveReminders(
    world.ports,
    ids.filter(({ customer }) => customer === 'Customer 10').map(({ id }) => id),
  );
  return world;
}

/** Lets a person do something while the first mail of a batch leaves. */
function onFirstMail(world: FakeWorld, act: () => void): void {
  world.before = (call) => {
    if (call !== 'mailer.send') return;
    world.before = () => {};
    act();
  };
}

const send = (world: FakeWorld) => sendStep(world.ports, { unattended: false });
const events = (world: FakeWorld): string[] => records(world, 'AR Log').map((row) => String(row['Event']));
const stateOf = (world: FakeWorld): string[] =>
  records(world, 'AR Queue').map((row) => `${row['Customer']}: ${row['State']}`);

describe('sending', () => {
  it('writes down that a mail is being sent before Gmail is called, and its outcome after', () => {
    const world = liveAt('2026-11-04 09:00', [ACME]);
    approveAll(world);
    let before = '';
    world.before = (call) => {
      if (call === 'mailer.send') before = events(world).slice(-1)[0] ?? '';
    };
    expect(send(world)).toMatchObject({ sent: 1, remaining: 0, stopped: '' });
    expect(before).toBe('sending');
    expect(events(world).slice(-2)).toEqual(['sending', 'sent']);
    expect(stateOf(world)).toEqual([]);
  });

  it('sends nothing that nobody approved', () => {
    const world = liveAt('2026-11-04 09:00', [ACME]);
    expect(send(world)).toMatchObject({ sent: 0, remaining: 0 });
    expect(world.mails).toHaveLength(0);
  });

  it('sends nothing a second time', () => {
    const world = liveAt('2026-11-04 09:00', [ACME]);
    approveAll(world);
    send(world);
    planDay(world.ports);
    expect(send(world)).toMatchObject({ sent: 0 });
    expect(world.mails).toHaveLength(1);
  });

  it('cancels what was paid between approval and sending', () => {
    const world = liveAt('2026-11-04 09:00', [ACME]);
    approveAll(world);
    replaceInvoices(world, [{ ...ACME, paid: 1200, paidOn: '2026-11-04' }]);
    expect(send(world)).toMatchObject({ sent: 0, cancelled: 1 });
    expect(world.mails).toHaveLength(0);
    expect(records(world, 'AR Log').slice(-1)[0]).toMatchObject({
      Event: 'cancelled',
      Note: 'Nothing is open any more.',
    });
  });

  it('sends the smaller sum after a part payment', () => {
    const world = liveAt('2026-11-04 09:00', [ACME]);
    approveAll(world);
    replaceInvoices(world, [{ ...ACME, paid: 500 }]);
    expect(send(world)).toMatchObject({ sent: 1 });
    expect(decoded(world, 0)).toContain('700.00 EUR');
    expect(decoded(world, 0)).not.toContain('1,200.00 EUR is');
  });

  it('brings a reminder back to review when more is open than was approved', () => {
    const world = liveAt('2026-11-04 09:00', [ACME]);
    approveAll(world);
    replaceInvoices(world, [ACME, { no: '1002', customer: 'Acme Tools', due: '2026-10-20', amount: 300 }]);
    expect(send(world)).toMatchObject({ sent: 0, backToReview: 1 });
    expect(stateOf(world)).toEqual(['Acme Tools: planned']);
  });

  it('cancels what was disputed between approval and sending', () => {
    const world = liveAt('2026-11-04 09:00', [ACME]);
    approveAll(world);
    world.cells('AR Disputes').push(['1001', 'Acme Tools', 'wrong price', '', '', day('2026-11-04'), '', '', '']);
    expect(send(world)).toMatchObject({ sent: 0, cancelled: 1 });
    expect(world.mails).toHaveLength(0);
  });

  it.each([
    ['AR Holds', ['Customer 10', '', '', 'sales visit', '']],
    ['AR Promises', ['Customer 10', '', '', '', day('2026-11-06'), day('2026-11-04'), 'open', '']],
    ['AR Disputes', ['10', 'Customer 10', 'damaged', '', '', day('2026-11-04'), '', '', '']],
  ])('sees a row that is written to %s while a batch leaves, in the next one', (tab, row) => {
    const world = elevenApproved();
    onFirstMail(world, () => world.cells(tab).push(row));
    expect(send(world)).toMatchObject({ sent: 10, remaining: 1 });
    expect(send(world)).toMatchObject({ sent: 0, cancelled: 1 });
  });

  it('sees "Do not contact" that is ticked while a batch leaves, in the next one', () => {
    const world = elevenApproved();
    const [headers = [], ...rows] = world.cells('AR Customers');
    const row = rows.find(([name]) => name === 'Customer 10') ?? [];
    onFirstMail(world, () => {
      row[headers.indexOf('Do not contact')] = true;
    });
    expect(send(world)).toMatchObject({ sent: 10, remaining: 1 });
    expect(send(world)).toMatchObject({ sent: 0, cancelled: 1 });
  });

  it('sees a payment that lands while a batch leaves, in the next one', () => {
    const world = elevenApproved();
    onFirstMail(world, () =>
      replaceInvoices(
        world,
        ELEVEN.map((line) => ({ ...line, paid: line.amount })),
      ),
    );
    expect(send(world)).toMatchObject({ sent: 10, remaining: 1 });
    expect(send(world)).toMatchObject({ sent: 0, cancelled: 1 });
  });

  it('does not mind that the invoice sheet is sorted while the queue is open', () => {
    const world = liveAt('2026-11-04 09:00', [ACME, BETA]);
    approveAll(world);
    replaceInvoices(world, [BETA, ACME]);
    expect(send(world)).toMatchObject({ sent: 2, backToReview: 0 });
  });

  it('sends at most ten mails a step and says how many remain', () => {
    const lines = Array.from({ length: 13 }, (_, index) => ({
      ...ACME,
      no: `${index}`,
      customer: `Customer ${index}`,
    }));
    const world = liveAt('2026-11-04 09:00', lines);
    approveAll(world);
    expect(send(world)).toMatchObject({ sent: 10, remaining: 3, stopped: '' });
    expect(send(world)).toMatchObject({ sent: 3, remaining: 0 });
    expect(world.mails).toHaveLength(13);
  });

  it('takes at most 4 service calls for a mail', () => {
    const world = elevenApproved();
    const marks: number[] = [];
    world.before = (call) => {
      if (call === 'mailer.send') marks.push(Object.values(world.calls).reduce((sum, count) => sum + count, 0));
    };
    send(world);
    expect(marks).toHaveLength(10);
    const steps = marks.slice(1).map((mark, index) => mark - (marks[index] ?? 0));
    expect(Math.max(...steps)).toBeLessThanOrEqual(4);
  });

  it('ends a batch after the mail in which eight seconds have passed, and one mail always leaves', () => {
    const world = elevenApproved();
    world.slow = 1_000;
    expect(send(world)).toMatchObject({ sent: 3, remaining: 8, stopped: '' });
    world.slow = 60_000;
    expect(send(world)).toMatchObject({ sent: 1, remaining: 7, stopped: '' });
  });

  it('writes the outcome of a mail with the start of the next one: one of them at most is open', () => {
    const world = elevenApproved();
    const open: number[] = [];
    world.before = (call) => {
      const kinds = events(world);
      const count = (kind: string) => kinds.filter((one) => one === kind).length;
      if (call === 'mailer.send') open.push(count('sending') - count('sent'));
    };
    send(world);
    expect(open).toEqual(Array.from({ length: 10 }, () => 1));
    expect(events(world).slice(-2)).toEqual(['sending', 'sent']);
  });
});

describe('a row that somebody puts into AR Log while a batch is on its way', () => {
  it.each([1, 5])('costs no event and no mail: put in before mail %i', (mail) => {
    const world = elevenApproved();
    const before = events(world).length;
    let mails = 0;
    world.before = (call) => {
      mails += call === 'mailer.send' ? 1 : 0;
      if (call === 'mailer.send' && mails === mail) world.cells('AR Log').splice(3, 0, []);
    };
    expect(send(world)).toMatchObject({ sent: 10, remaining: 1, stopped: '' });
    expect(events(world).filter((kind) => kind !== '')).toHaveLength(before + 20);
    expect(send(world)).toMatchObject({ sent: 1, remaining: 0, stopped: '' });
    expect(new Set(world.mails.map(({ raw }) => raw)).size).toBe(11);
  });
});

describe('a run that is killed', () => {
  it('between the write-ahead and Gmail leaves the reminder unconfirmed, and it is not sent again by itself', () => {
    const world = liveAt('2026-11-04 09:00', [ACME]);
    approveAll(world);
    killAt(world, 'mailer.send');
    expect(world.mails).toHaveLength(0);
    planDay(world.ports);
    expect(stateOf(world)).toEqual(['Acme Tools: unconfirmed']);
    expect(send(world)).toMatchObject({ sent: 0 });
    expect(showProblems(world.ports).unconfirmed[0]?.reference).toMatch(/^DS-/);
  });

  it('between Gmail and the outcome leaves the reminder unconfirmed, and a person says that it is in Sent', () => {
    const world = liveAt('2026-11-04 09:00', [ACME]);
    const [id = ''] = approveAll(world);
    let sent = false;
    world.before = (call) => {
      if (call === 'mailer.send') sent = true;
      else if (sent && call === 'workbook.append') throw new Error('killed');
    };
    expect(() => send(world)).toThrow('killed');
    world.before = () => {};
    expect(world.mails).toHaveLength(1);
    planDay(world.ports);
    expect(send(world)).toMatchObject({ sent: 0 });
    resolveUnconfirmed(world.ports, id, 'sent');
    world.at('2026-11-06 09:00');
    planDay(world.ports);
    expect(send(world)).toMatchObject({ sent: 0 });
    expect(world.mails).toHaveLength(1);
    expect(stateOf(world)).toEqual([]);
  });

  it('may be tried again once a person did not find the mail in Sent', () => {
    const world = liveAt('2026-11-04 09:00', [ACME]);
    const [id = ''] = approveAll(world);
    killAt(world, 'mailer.send');
    planDay(world.ports);
    resolveUnconfirmed(world.ports, id, 'approved');
    expect(send(world)).toMatchObject({ sent: 1 });
  });
});

describe('Gmail refuses', () => {
  it('for certain: the reminder failed, and a person may try again three times', () => {
    const world = liveAt('2026-11-04 09:00', [ACME]);
    const [id = ''] = approveAll(world);
    world.refuse = new MailRefused('refused', 'Gmail refused the mail.');
    expect(send(world)).toMatchObject({ failed: 1 });
    for (const attempt of [2, 3]) {
      retryFailed(world.ports, id);
      expect(send(world), `attempt ${attempt}`).toMatchObject({ failed: 1 });
    }
    expect(retryFailed(world.ports, id).message).toContain('three times');
    expect(stateOf(world)).toEqual([]);
  });

  it('for the day: the rest stays queued in order', () => {
    const world = liveAt('2026-11-04 09:00', [ACME, BETA]);
    approveAll(world);
    world.refuse = new MailRefused('quota', 'The daily limit of Gmail is reached.');
    expect(send(world)).toMatchObject({ sent: 0, stopped: 'The daily limit of Gmail is reached.', remaining: 1 });
    expect(
      stateOf(world)
        .sort()
        .map((one) => one.split(': ')[1]),
    ).toEqual(expect.arrayContaining(['approved', 'failed']));
  });

  it('without a clear word: the outcome is open and nothing further is sent', () => {
    const world = liveAt('2026-11-04 09:00', [ACME, BETA]);
    approveAll(world);
    world.refuse = new Error('Empty response');
    expect(send(world).stopped).toContain('did not say whether');
    world.refuse = null;
    planDay(world.ports);
    expect(showToday(world.ports).waiting).toMatchObject({ unconfirmed: 1, approved: 1 });
  });
});

describe('the recipients of 24 hours', () => {
  it('are counted from the log, and what is over stays queued', () => {
    const world = liveAt('2026-11-04 09:00', [ACME, BETA]);
    const setting = world.cells('AR Settings').find((row) => row[0] === 'Recipients per 24 hours');
    if (setting) setting[1] = 1;
    approveAll(world);
    expect(send(world)).toMatchObject({
      sent: 1,
      remaining: 1,
      stopped: expect.stringContaining('limit of recipients'),
    });
    world.at('2026-11-05 09:01');
    expect(send(world)).toMatchObject({ sent: 1, remaining: 0 });
  });
});

function killAt(world: FakeWorld, call: string): void {
  world.before = (name) => {
    if (name === call) throw new Killed();
  };
  try {
    send(world);
  } catch {
    // The fake throws where Google would end the execution.
  }
  world.before = () => {};
}

class Killed extends Error {}

function decoded(world: FakeWorld, index: number): string {
  const raw = Buffer.from(world.mails[index]?.raw ?? '', 'base64url').toString('latin1');
  return raw.replace(/=\r\n/g, '');
}
