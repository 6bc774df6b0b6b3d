// The figures of a replay: what counts as needless, how weeks are counted, and one policy held against another.
import { describe, expect, it } from 'vitest';
import type { ReminderFacts } from '../../../src/dunning/history/events';
import type { ForecastContact } from '../../../src/dunning/outlook/rehearsal';
import { type ReplayFigures, replayFigures } from '../../../src/dunning/outlook/replay-figures';
import { day } from '../../builders/dunning-facts';

/** A contact of a customer about the invoices whose own stage was due. */
function contact(on: string, customer: string, due: string[], change: Partial<ReminderFacts> = {}): ForecastContact {
  const about: ReminderFacts = {
    ...{ customerKey: customer, customer, segment: 'New', anchor: 'due', subject: '', stage: 1, days: 2, stages: 6 },
    ...{ tone: 'friendly', channel: 'email', template: 'Friendly', language: 'en', sending: 'review', to: [], cc: [] },
    leadKey: due[0] ?? '',
    lines: [...due, 'only listed'].map((key) => ({
      ...{ key, invoice: key, currency: 'EUR', open: 100, disputed: 0, due: on },
      stage: key === 'only listed' ? null : { stage: 1, days: 2 },
    })),
    ...{ reasons: [], look: '', fix: '', fixCode: '' },
    ...change,
  };
  return {
    ...{ day: day(on), customerKey: customer, customer, channel: about.channel, stage: 'New 1', tone: about.tone },
    ...{ amounts: { EUR: 100 }, isFirst: false, about },
  };
}

const span = { from: day('2026-01-01'), to: day('2026-01-31') };
const paid = (days: Record<string, string>): Map<string, number> =>
  new Map(Object.entries(days).map(([key, iso]) => [key, day(iso)]));
const figures = (contacts: ForecastContact[], days: Record<string, string> = {}): ReplayFigures =>
  replayFigures(contacts, span, paid(days));

describe('the figures of a replay', () => {
  it('call a line needless that was paid one to three days later, and a mail where all of its lines were', () => {
    const contacts = [
      contact('2026-01-05', 'a', ['A1', 'A2']),
      contact('2026-01-06', 'b', ['B1', 'B2']),
      contact('2026-01-07', 'c', ['C1']),
    ];
    const days = { A1: '2026-01-06', A2: '2026-01-08', B1: '2026-01-07', B2: '2026-01-10', C1: '2026-01-07' };
    expect(figures(contacts, days)).toMatchObject({ lines: 5, needlessLines: 3 / 5, needlessMails: 1 / 3 });
    expect(figures([])).toMatchObject({ mails: 0, needlessLines: null, needlessMails: null });
  });

  it('count mails by ISO week, the weeks without one included, and take the lower of two medians', () => {
    const contacts = ['2026-01-02', '2026-01-05', '2026-01-11', '2026-01-11'].map((on, index) =>
      contact(on, `c${index}`, ['I']),
    );
    // The span touches five weeks, from Monday 29 December to Sunday 1 February: 1, 3, 0, 0, 0 mails.
    expect(figures(contacts).mailsPerWeek).toEqual({ mean: 4 / 5, median: 0, max: 3 });
  });

  it('say how often one customer hears from us in a week and in any seven days', () => {
    const contacts = [
      contact('2026-01-09', 'a', ['A1']),
      contact('2026-01-12', 'a', ['A1'], { channel: 'call' }),
      contact('2026-01-16', 'a', ['A1']),
    ];
    expect(figures(contacts)).toMatchObject({ mostToOneCustomerInAWeek: 2, mostToOneCustomerIn7Days: 2 });
    expect(figures(contacts.slice(0, 2))).toMatchObject({ mostToOneCustomerInAWeek: 1, mostToOneCustomerIn7Days: 2 });
  });

  it('keep statements apart, tell what came before due, and take a task for no contact', () => {
    const contacts = [
      contact('2026-01-05', 'a', ['A1'], { days: -3 }),
      contact('2026-01-05', 'b', [], { anchor: 'month' }),
      contact('2026-01-06', 'c', ['C1'], { channel: 'call' }),
      contact('2026-01-07', 'd', ['D1'], { channel: 'task' }),
    ];
    expect(figures(contacts)).toMatchObject({
      ...{ mails: 1, mailsBeforeDue: 1, statements: 1, calls: 1, tasks: 1, contacts: 2 },
      ...{ customersMailed: 1, invoicesMailed: 1 },
    });
  });

  it('hold a policy against the first: contacts fewer, and days later to the first word of an invoice', () => {
    const first = [
      contact('2026-01-05', 'a', ['A1']),
      contact('2026-01-12', 'a', ['A1']),
      contact('2026-01-06', 'b', ['B1']),
    ];
    const other = [contact('2026-01-08', 'a', ['A1']), contact('2026-01-07', 'b', ['B1'])];
    expect(replayFigures(other, span, new Map(), first)).toMatchObject({ contactsAvoided: 1, daysLater: 2 });
    expect(replayFigures(first, span, new Map())).toMatchObject({ contactsAvoided: 0, daysLater: 0 });
  });
});
