// What the log tells: reminders, completed stages, contacts, episodes; and what events cannot do.
import { describe, expect, it } from 'vitest';
import { ageInWords, waitingUntil } from '../../../src/dunning/decision/reasons';
import { customerEvent, type NewEvent, reminderEvent, workbookEvent } from '../../../src/dunning/history/events';
import { foldHistory, type History } from '../../../src/dunning/history/history';
import { formatTotals } from '../../../src/receivables/money';
import {
  askedOf,
  Desk,
  day,
  dispute,
  factsOn,
  type InvoiceText,
  ladder,
  proposalOf,
} from '../../builders/dunning-facts';

const ONE: InvoiceText = { no: '1', due: '2026-11-02', open: 4800 };
const TWO: InvoiceText = { no: '2', due: '2026-11-03', open: 1000 };
const TIMELY = { segment: 'Timely' };

function sentDesk(): Desk {
  const desk = new Desk();
  desk.plan('2026-11-06', [ONE], TIMELY);
  desk.carryOut('2026-11-06');
  return desk;
}

function stages(history: History, key = 'acme|1'): number[] {
  return (history.completed.get(key) ?? []).map(({ stage }) => stage);
}

describe('a history', () => {
  it('folded at once is the one that grew event by event', () => {
    const desk = sentDesk();
    desk.plan('2026-11-16', [ONE, TWO], TIMELY);
    desk.act('2026-11-16', 'approved');
    expect(foldHistory(desk.events)).toEqual(desk.history);
  });

  it('knows the day, the stage and the tone of what was sent, and how many were written to', () => {
    const { history } = sentDesk();
    expect(history.completed.get('acme|1')).toEqual([
      { segment: 'Timely', stage: 1, days: 4, on: day('2026-11-06'), template: 'Friendly' },
    ]);
    expect(history.lastContact.get('acme')).toEqual({ on: day('2026-11-06'), by: 'email', tone: 'friendly' });
    expect(history.episodes.get('acme')).toMatchObject({
      segment: 'Timely',
      tone: 'friendly',
      since: day('2026-11-06'),
    });
    expect(history.recipients).toEqual([['2026-11-06 09:00:00', 1]]);
  });

  it('counts attempts that failed, and not a used-up quota', () => {
    const desk = new Desk();
    desk.plan('2026-11-06', [ONE], TIMELY);
    for (const code of ['quota', 'refused', 'refused']) {
      desk.act('2026-11-06', 'approved');
      desk.act('2026-11-06', 'sending');
      desk.act('2026-11-06', 'failed', { code });
    }
    expect(desk.waiting()).toMatchObject({ state: 'failed', attempts: 2, code: 'refused' });
  });

  it('keeps the due date of the first reminder, whatever the sheet says later', () => {
    const desk = sentDesk();
    desk.plan('2026-12-16', [{ ...ONE, due: '2026-12-02' }], TIMELY);
    desk.carryOut('2026-12-16');
    expect([...desk.history.firstDue]).toEqual([['acme|1', day('2026-11-02')]]);
  });

  it('ends an episode, and keeps what was completed', () => {
    const desk = sentDesk();
    desk.append('2026-11-09', [workbookEvent('episode-ended', 'plan', '', { customerKey: 'acme' })]);
    expect(desk.history.episodes.size).toBe(0);
    expect(stages(desk.history)).toEqual([1]);
  });

  it('hands over, with an old invoice, none of the young ones that stand beside it', () => {
    const desk = new Desk();
    const policy = ladder('New', [
      [1, 'friendly'],
      [20, 'neutral', { channel: 'task', template: 'Task hand-over' }],
    ]);
    desk.plan('2026-11-06', [ONE], { policy });
    desk.carryOut('2026-11-06');
    const lines = [ONE, { ...TWO, due: '2026-11-24', open: 4000 }];
    desk.plan('2026-11-25', lines, { policy });
    expect(desk.carryOut('2026-11-25', 'done').lines.map(({ stage }) => stage?.stage)).toEqual([2, 1]);
    expect(desk.history.completed.get('acme|2')?.[0]?.template).toBe('');
    desk.plan('2026-12-15', lines, { policy });
    expect(desk.waiting().facts.leadKey).toBe('acme|2');
  });

  it('keeps the later contact when a mail of before is found in Sent', () => {
    const desk = new Desk();
    desk.plan('2026-11-06', [ONE], TIMELY);
    desk.act('2026-11-06', 'approved');
    desk.act('2026-11-06', 'sending');
    desk.history.lastContact.set('acme', { on: day('2026-11-10'), by: 'call', tone: 'personal' });
    desk.act('2026-11-12', 'sent');
    expect(desk.history.lastContact.get('acme')).toMatchObject({ on: day('2026-11-10'), by: 'call' });
  });
});

describe('a voided reminder', () => {
  it('takes its own stages back, and the contact keeps counting', () => {
    const desk = sentDesk();
    const [id] = [...desk.history.reminders.keys()];
    const first = desk.history.reminders.get(id ?? '');
    desk.plan('2026-11-16', [ONE], TIMELY);
    desk.carryOut('2026-11-16');
    expect(stages(desk.history)).toEqual([1, 2]);
    if (first) desk.append('2026-11-17', [reminderEvent('voided', first.id, first.facts, 'ann', 'By mistake.')]);
    expect(stages(desk.history)).toEqual([2]);
    expect(desk.history.lastContact.get('acme')?.on).toBe(day('2026-11-16'));
  });
});

describe('events that a state forbids', () => {
  it('change nothing: a sent reminder cannot be approved again', () => {
    const desk = sentDesk();
    const [reminder] = [...desk.history.reminders.values()];
    if (!reminder) throw new Error('nothing was sent');
    for (const kind of ['approved', 'returned', 'refreshed', 'sending', 'cancelled', 'failed'] as const)
      desk.append('2026-11-09', [reminderEvent(kind, reminder.id, reminder.facts, 'ann', '')]);
    expect(desk.history.reminders.get(reminder.id)?.state).toBe('sent');
    expect(desk.history.waiting.size).toBe(0);
    expect(desk.history.recipients).toHaveLength(1);
  });

  it('about reminders nobody knows are passed over', () => {
    const desk = new Desk();
    const facts = proposalOf(factsOn('2026-11-06', [ONE], TIMELY));
    desk.append('2026-11-06', [reminderEvent('sent', 'DS-00000', facts, 'ann', '')]);
    expect(desk.history.completed.size).toBe(0);
  });
});

describe('a log with gaps that was accepted', () => {
  it.each(['approved', 'failed'] as const)('sends nothing that was %s before: it waits for a person again', (state) => {
    const desk = new Desk();
    desk.plan('2026-11-06', [ONE], { policy: ladder('New', [[1, 'friendly', { sending: 'auto' }]]) });
    desk.act('2026-11-06', 'approved');
    if (state === 'failed') {
      desk.act('2026-11-06', 'sending');
      desk.act('2026-11-06', 'failed');
    }
    desk.append('2026-11-09', [workbookEvent('log-accepted', 'ann', '')]);
    expect(desk.waiting()).toMatchObject({ state: 'planned', approvedBy: '', facts: { sending: 'review' } });
    expect(foldHistory(desk.events)).toEqual(desk.history);
  });

  it('still counts a mail whose beginning is missing as sent', () => {
    const desk = sentDesk();
    const left = desk.events.filter(({ kind }) => kind !== 'sending' && kind !== 'approved');
    expect(stages(foldHistory(left))).toEqual([1]);
  });
});

describe('an event about a reminder', () => {
  it('fills its columns for people: invoices, stage, sums without disputed parts, addresses', () => {
    const facts = factsOn('2026-11-20', [ONE, { ...TWO, currency: 'GBP' }], {
      ...TIMELY,
      disputes: [dispute('1', { amount: 800 })],
    });
    const event = reminderEvent('planned', 'DS-7F3K2', proposalOf(facts), 'ann', '');
    expect(event).toMatchObject({
      customer: 'Acme',
      invoices: '1, 2',
      stage: 'Timely 1 (friendly)',
      amounts: '4,000.00 EUR and 1,000.00 GBP',
      to: 'ap@acme.example',
    });
    expect(event.amounts).toBe(formatTotals(askedOf(proposalOf(facts))));
  });
});

describe('an address that mail came back from twice', () => {
  const bounce = (id: string, addresses: string[]): NewEvent => {
    const noticed = id === '' ? {} : { noticed: { id, class: 'bounce' } };
    return customerEvent('bounced', { key: 'acme', name: 'Acme' }, 'ann', '', { addresses, ...noticed });
  };
  const undo = (id: string): NewEvent =>
    customerEvent('resumed', { key: 'acme', name: 'Acme' }, 'ann', '', {
      noticed: { id, class: 'bounce', undone: true },
    });
  const left = (...events: NewEvent[]): string[] => {
    const desk = new Desk();
    desk.append('2026-11-06', events);
    expect(foldHistory(desk.events)).toEqual(desk.history);
    return [...(desk.history.bounced.get('acme')?.addresses ?? [])];
  };
  const [a, b] = ['ap@acme.example', 'boss@acme.example'];

  it('stays doubted while one of the two stands, whichever is taken back', () => {
    expect(left(bounce('1', [a]), bounce('2', [a]), undo('1'))).toEqual([a]);
    expect(left(bounce('1', [a]), bounce('2', [a]), undo('2'))).toEqual([a]);
    expect(left(bounce('1', [a]), bounce('2', [a]), undo('2'), undo('1'))).toEqual([]);
  });

  it('stays doubted where a person marked it, before or since', () => {
    expect(left(bounce('1', [a]), bounce('', [a]), undo('1'))).toEqual([a]);
    expect(left(bounce('', [a]), bounce('1', [a, b]), undo('1'))).toEqual([a]);
  });

  it('is free at once where a person says that it works again', () => {
    const works = customerEvent('resumed', { key: 'acme', name: 'Acme' }, 'ann', '', { addresses: [a] });
    expect(left(bounce('1', [a]), bounce('2', [a]), works)).toEqual([]);
  });
});

describe('the words of a reason', () => {
  it('tell an age as people do', () => {
    expect([-4, -1, 0, 1, 95].map(ageInWords)).toEqual([
      'due in 4 days',
      'due in 1 day',
      'due today',
      '1 day past due',
      '95 days past due',
    ]);
  });

  it('tell until when, how firm, and the last contact, with the year where it is another', () => {
    expect(waitingUntil(day('2026-12-01'), 'firm', day('2026-11-24'), day('2026-11-25'))).toBe(
      'Waiting until Tue 1 Dec (firm) unless paid; last contact Tue 24 Nov.',
    );
    expect(waitingUntil(day('2027-01-05'), '', null, day('2026-12-25'))).toBe(
      'Waiting until Tue 5 Jan 2027 unless paid.',
    );
  });
});
