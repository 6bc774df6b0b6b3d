// Whose debt it is, attacked: cells that break, customers who are renamed, a sheet that says other than AR Customers, debits that come back.
import { describe, expect, it } from 'vitest';
import type { CustomerView } from '../../src/usecases/customers/view';
import type { TodayView } from '../../src/usecases/today/view';
import type { ReviewView } from '../../src/usecases/waiting/view';
import { Story, type StoryCell, type StoryInvoice } from './story';

const ACME: StoryInvoice = {
  ...{ no: '1001', customer: 'Acme Tools', issued: '2026-10-01', due: '2026-10-31', amount: 1200 },
  email: 'ap@acme.example',
};
const SECOND: StoryInvoice = { ...ACME, no: '1002', amount: 300 };
const BETA: StoryInvoice = { ...ACME, no: '2001', customer: 'Beta Works', amount: 700, email: 'ap@beta.example' };
const FACTOR = 'Factor Bank\nIBAN FR76 3000 6000 0112 3456 7890 189';
/** How many columns a story's invoice sheet has by itself. */
const OWN_COLUMNS = 10;

/** A workbook whose invoice sheet has one column more: a cell for each line. */
function withColumn(header: string, cells: readonly StoryCell[], lines: StoryInvoice[]): Story {
  const blank = Array.from({ length: OWN_COLUMNS }, (): StoryCell => '');
  const story = new Story('2026-11-05 09:00', lines);
  return story.rows(
    'Invoices',
    1,
    [header, ...cells].map((cell) => [...blank, cell]),
  );
}

const says = (story: Story, customer: string, column: string, value: string): Story =>
  story.change('AR Customers', (row) => row['Customer'] === customer, column, value);
const waiting = (story: Story): string[] =>
  story
    .ask<ReviewView>('getReview')
    .lines.map(({ customer, channel, state }) => `${customer} ${channel} ${state}`)
    .sort();
const alerts = (story: Story): string[] => story.ask<TodayView>('getToday').alerts.map(({ code }) => code);
const listed = (story: Story): string[] => story.records('AR Queue').map((row) => row['Invoices'] ?? '');

describe('an insolvency', () => {
  it('whose claim date lies in the past is late at once, and the task still waits', () => {
    const story = new Story('2026-11-05 09:00', [ACME, BETA]).goLive();
    says(story, 'Acme Tools', 'Insolvent since', '2026-11-04');
    says(story, 'Acme Tools', 'Claim by', '2026-11-01').hour();
    expect(alerts(story)).toContain('claim-late');
    expect(waiting(story)).toEqual(['Acme Tools task planned', 'Beta Works email planned']);
  });

  it('goes with a customer who is renamed, and is asked about there when its cell is emptied', async () => {
    const story = new Story('2026-11-05 09:00', [ACME, BETA]).goLive();
    says(story, 'Acme Tools', 'Insolvent since', '2026-11-04').hour();
    story.invoices([{ ...ACME, customer: 'Acme Holding' }, BETA]).hour();
    expect(waiting(story)).toEqual(['Acme Holding task planned', 'Beta Works email planned']);
    for (const row of story.records('AR Customers'))
      if (row['Insolvent since']) says(story, row['Customer'] ?? '', 'Insolvent since', '');
    story.at('2026-11-06 09:00').paymentsIn();
    story.hour();
    story.approveAll();
    story.send();
    expect((await story.mails()).flatMap(({ to }) => to)).toEqual(['ap@beta.example']);
    expect(alerts(story)).toContain('insolvency-emptied');
  });

  it('said by the invoice sheet alone is one, and no slip of its cell ends it', () => {
    const story = withColumn('Insolvent since', ['2026-11-04', '', ''], [ACME, SECOND, BETA]).goLive().hour();
    expect(listed(story)).toContain('1001, 1002');
    expect(waiting(story)).toEqual(['Acme Tools task planned', 'Beta Works email planned']);
    story.tab('Invoices').cells.get(1)?.delete(OWN_COLUMNS);
    story.hour();
    expect(waiting(story)).toEqual(['Acme Tools task planned', 'Beta Works email planned']);
    expect(alerts(story)).toContain('insolvency-emptied');
    story.ask('answerInsolvency', 'acme tools', false);
    expect(waiting(story)).toEqual(['Acme Tools email planned', 'Beta Works email planned']);
  });
});

describe('an assignment', () => {
  it('that the invoice sheet tells of one invoice leaves the others to be asked for', () => {
    const story = withColumn('Factored to', ['Factor Bank', '', ''], [ACME, SECOND, BETA]).goLive().hour();
    expect(listed(story).sort()).toEqual(['1002', '2001']);
    story.ask('remindAssigned', 'acme tools', 'Factor Bank', FACTOR);
    expect(waiting(story)).toEqual([
      'Acme Tools email planned',
      'Acme Tools email planned',
      'Beta Works email planned',
    ]);
    expect(listed(story).sort()).toEqual(['1001', '1002', '2001']);
  });

  it.each(['#REF!', '#N/A'])('that shows %s stops, and nothing can be asked for', (broken) => {
    const story = new Story('2026-11-05 09:00', [ACME, BETA]).goLive();
    says(story, 'Acme Tools', 'Assigned to', broken).hour();
    expect(waiting(story)).toEqual(['Beta Works email planned']);
    const sheet = withColumn('Factored to', [broken, '', ''], [ACME, SECOND, BETA]).goLive().hour();
    expect(listed(sheet).sort()).toEqual(['1002', '2001']);
  });

  it('is asked for by one mail a gap, however often a person asks', async () => {
    const story = withColumn('Factored to', ['Factor Bank', '', ''], [ACME, SECOND, BETA]).goLive().hour();
    story.approveAll();
    story.send();
    story.ask('remindAssigned', 'acme tools', 'Factor Bank', FACTOR);
    story.approveAll();
    story.send();
    const toAcme = async (): Promise<number> =>
      (await story.mails()).filter(({ to }) => to.includes('ap@acme.example')).length;
    expect(await toAcme()).toBe(1);
    story.live('2026-11-06', '2026-11-16', () => story.paymentsIn(), [9]);
    expect(await toAcme()).toBe(2);
  });

  it('waits no longer once the customer is insolvent, disputed or told not to be contacted', () => {
    for (const [column, value] of [
      ['Insolvent since', '2026-11-04'],
      ['Do not contact', 'yes'],
    ] as const) {
      const story = new Story('2026-11-05 09:00', [ACME]).goLive();
      says(story, 'Acme Tools', 'Assigned to', 'Factor Bank').hour();
      story.ask('remindAssigned', 'acme tools', 'Factor Bank', FACTOR);
      story.approveAll();
      says(story, 'Acme Tools', column, value);
      expect(story.send().sent, column).toBe(0);
      expect(waiting(story), column).toEqual([]);
    }
  });
});

describe('the kind of debtor and the way to pay', () => {
  it('of two words for one customer the stricter counts: a consumer in the sheet is none to be written to', () => {
    const story = withColumn('Kind of debtor', ['consumer', '', 'business'], [ACME, SECOND, BETA]).goLive();
    says(story, 'Acme Tools', 'Kind', 'business').hour();
    expect(waiting(story)).toEqual(['Beta Works email planned']);
    expect(story.ask<CustomerView>('getCustomer', 'acme tools').running.map(({ kind }) => kind)).toEqual(['consumer']);
  });

  it('a direct debit of one invoice holds it alone, until it is returned', () => {
    const lines = [
      { ...ACME, due: '2026-11-02' },
      { ...SECOND, due: '2026-11-02' },
    ];
    const story = withColumn('Payment method', ['SEPA direct debit', 'Transfer'], lines).goLive().hour();
    expect(listed(story)).toEqual(['1002']);
    const [first, second] = lines;
    if (first && second) story.invoices([{ ...first, status: 'Debit returned' }, second]);
    const blank = Array.from({ length: OWN_COLUMNS }, (): StoryCell => '');
    story.rows(
      'Invoices',
      1,
      ['Payment method', 'SEPA direct debit', 'Transfer'].map((cell) => [...blank, cell]),
    );
    story.hour();
    expect(listed(story)).toEqual(['1001, 1002']);
  });
});
