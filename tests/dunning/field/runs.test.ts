// Rules of the field about runs, through the built bundle: the dry run is the run, counters are true, resuming sends nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReviewView } from '../../../src/usecases/waiting/view';
import { Story, type StoryInvoice, shift } from '../../scenarios/story';

const ACME: StoryInvoice = { no: '0001001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 };
const BETA: StoryInvoice = { no: '0002001', customer: 'Beta Works', due: '2026-11-01', amount: 700 };

interface Reminded {
  customer: string;
  template: string;
  to: string;
  invoices: string[];
}

/** Whom the dry run of today would remind of what: `Acme Tools|Friendly|ap@...|0001001`. */
function previewed(story: Story): string[] {
  return story
    .ask<{ reminders: Reminded[] }>('previewPlan', {})
    .reminders.map(({ customer, template, to, invoices }) => `${customer}|${template}|${to}|${invoices.join(', ')}`)
    .sort();
}

/** The same of the queue. */
function queued(story: Story): string[] {
  return story
    .records('AR Queue')
    .map((row) => `${row['Customer']}|${row['Template']}|${row['To']}|${row['Invoices']}`)
    .sort();
}

describe('the dry run', () => {
  const line = fc.record({
    customer: fc.constantFrom('Acme Tools', 'Beta Works', 'Gamma Ltd', 'Delta GmbH'),
    late: fc.integer({ min: -10, max: 80 }),
    cents: fc.integer({ min: 100, max: 900_000 }),
    paid: fc.constantFrom(0, 0, 0.4, 1),
    currency: fc.constantFrom('EUR', 'EUR', 'GBP'),
    status: fc.constantFrom('', '', '', 'disputed', 'draft'),
  });

  it('names exactly those whom the run of that moment queues, and writes nothing anywhere', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 10 }), fc.boolean(), (lines, held) => {
        const invoices = lines.map(({ customer, late, cents, paid, currency, status }, i): StoryInvoice => {
          const amount = cents / 100;
          const part = Math.round(cents * paid) / 100;
          return { no: `R-${i}`, customer, due: shift('2026-11-04', -late), amount, paid: part, currency, status };
        });
        const story = new Story('2026-11-02 09:00', invoices.slice(0, 1)).goLive();
        story.at('2026-11-04 09:00').invoices(invoices).paymentsIn();
        if (held) story.add('AR Holds', { Customer: 'Acme Tools', Reason: 'sales visit' });
        const before = structuredClone(story.world.spreadsheet);
        const properties = structuredClone(story.world.documentProperties);
        const dry = previewed(story);
        expect(story.world.spreadsheet).toEqual(before);
        expect(story.world.documentProperties).toEqual(properties);
        expect(story.world.mails).toEqual([]);
        story.ask('planNow');
        expect(queued(story)).toEqual(dry);
      }),
      { numRuns: 6 },
    );
  }, 120_000);
});

describe('the counters of a run', () => {
  it('say what the log says: planned, sent, cancelled', () => {
    const story = new Story('2026-11-02 09:00', [ACME, BETA]).goLive();
    const gamma = { ...ACME, no: '3', customer: 'Gamma Ltd', due: '2026-11-02' };
    const counted = (at: string): Record<string, number> => {
      const seen = story.records('AR Log').length;
      const { planned, sent, cancelled, failed } = story.at(at).ask<Record<string, number>>('runHour');
      const kinds = story
        .records('AR Log')
        .slice(seen)
        .map((row) => row['Event']);
      const of = (kind: string): number => kinds.filter((one) => one === kind).length;
      expect({ planned, sent, cancelled, failed }).toEqual({
        planned: of('planned'),
        sent: of('sent'),
        cancelled: of('cancelled'),
        failed: of('failed'),
      });
      return { planned: of('planned'), sent: of('sent'), cancelled: of('cancelled') };
    };
    story.invoices([ACME, BETA, gamma]).at('2026-11-03 08:30').paymentsIn();
    counted('2026-11-03 09:30');
    story.at('2026-11-04 08:40').paymentsIn();
    counted('2026-11-04 09:30');
    story.approveAll();
    story.invoices([ACME, { ...BETA, paid: 700, paidOn: '2026-11-04' }, gamma]);
    expect(counted('2026-11-04 10:30')).toMatchObject({ sent: 2, cancelled: 1 });
  });
});

describe('resuming', () => {
  /** A workbook in which everything may go by itself, and Acme is stopped. */
  function automatic(stop: (story: Story, key: string) => void): { story: Story; key: string } {
    const story = new Story('2026-11-02 09:00', [ACME]).goLive();
    for (const row of story.records('AR Policy'))
      if (row['Segment'] === 'New')
        story.change(
          'AR Policy',
          (one) => one['Segment'] === 'New' && one['Stage'] === row['Stage'],
          'Sending',
          'auto',
        );
    story.ask('setAutomatic', true);
    const key = 'acme tools';
    stop(story, key);
    story.at('2026-11-04 09:05').paymentsIn().hour();
    return { story, key };
  }

  it('is about what would have gone by itself, had nobody stopped it', () => {
    expect(automatic(() => undefined).story.world.mails).toHaveLength(1);
  });

  it('after a reply queues and sends nothing by that click', () => {
    const { story, key } = automatic((one, customer) => one.ask('markReplied', customer, 'wrong order number'));
    expect(story.world.mails).toEqual([]);
    story.at('2026-11-04 09:20').ask('resumeCustomer', key);
    expect(story.world.mails).toEqual([]);
  });

  it('after a hold was lifted in the grid queues with the next plan, and sends nothing by that', () => {
    const { story } = automatic((one) => one.add('AR Holds', { Customer: 'Acme Tools', Reason: 'sales visit' }));
    expect(story.world.mails).toEqual([]);
    story.tab('AR Holds').cells.delete(1);
    story.at('2026-11-04 09:20').ask('planNow');
    expect(story.ask<ReviewView>('getReview').lines).toHaveLength(1);
    expect(story.world.mails).toEqual([]);
  });
});
