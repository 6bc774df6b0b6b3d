// Whose debt it is, through the bundle: an insolvency typed, emptied and answered, and a mail about assigned invoices on a person's word.
import { describe, expect, it } from 'vitest';
import type { CustomerView } from '../../src/usecases/customers/view';
import type { TodayView } from '../../src/usecases/today/view';
import type { ReviewView } from '../../src/usecases/waiting/view';
import { Story, type StoryInvoice } from './story';

const ACME: StoryInvoice = {
  ...{ no: '1001', customer: 'Acme Tools', issued: '2026-10-01', due: '2026-10-31', amount: 1200 },
  email: 'ap@acme.example',
};
const BETA: StoryInvoice = { ...ACME, no: '2001', customer: 'Beta Works', amount: 700, email: 'ap@beta.example' };
const FACTOR = 'Factor Bank\nIBAN FR76 3000 6000 0112 3456 7890 189';

const says = (story: Story, customer: string, column: string, value: string): Story =>
  story.change('AR Customers', (row) => row['Customer'] === customer, column, value);
const waiting = (story: Story): string[] =>
  story
    .ask<ReviewView>('getReview')
    .lines.map(({ customer, channel, state }) => `${customer} ${channel} ${state}`)
    .sort();
const alerts = (story: Story): string[] => story.ask<TodayView>('getToday').alerts.map(({ code }) => code);
const live = (lines: StoryInvoice[] = [ACME, BETA]): Story => new Story('2026-11-05 09:00', lines).goLive();

describe('an insolvency', () => {
  it('typed a day after the approval keeps the mail in, and a claim is to be filed instead', async () => {
    const story = live().hour();
    story.approveAll();
    says(story, 'Acme Tools', 'Insolvent since', '2026-11-04');
    story.at('2026-11-06 09:00').paymentsIn();
    story.send();
    expect((await story.mails()).map(({ to }) => to)).toEqual([['ap@beta.example']]);
    story.hour();
    expect(waiting(story)).toEqual(['Acme Tools task planned']);
  });

  it('that slips to another row by a sort stops both until a person answers', async () => {
    const story = live();
    says(story, 'Acme Tools', 'Insolvent since', '2026-11-04').hour();
    says(story, 'Acme Tools', 'Insolvent since', '');
    says(story, 'Beta Works', 'Insolvent since', '2026-11-04').hour();
    story.approveAll();
    story.send();
    expect(await story.mails()).toEqual([]);
    expect(alerts(story)).toContain('insolvency-emptied');
    story.ask('answerInsolvency', 'acme tools', true);
    story.ask('answerInsolvency', 'beta works', false);
    expect(alerts(story)).not.toContain('insolvency-emptied');
    expect(waiting(story)).toEqual(['Acme Tools task planned', 'Beta Works email planned']);
  });
});

describe('an assignment whose cell is emptied', () => {
  it('stops on until a person answers, and comes back into its cell where it stands', () => {
    const story = live();
    says(story, 'Acme Tools', 'Assigned to', 'Factor Bank').hour();
    expect(waiting(story)).toEqual(['Beta Works email planned']);
    says(story, 'Acme Tools', 'Assigned to', '').hour();
    expect(waiting(story)).toEqual(['Beta Works email planned']);
    expect(alerts(story)).toContain('assignment-emptied');
    story.ask('answerAssignment', 'acme tools', true);
    expect(alerts(story)).not.toContain('assignment-emptied');
    expect(story.records('AR Customers').map((row) => row['Assigned to'])).toContain('Factor Bank');
    says(story, 'Acme Tools', 'Assigned to', '').hour();
    story.ask('answerAssignment', 'acme tools', false);
    expect(waiting(story)).toEqual(['Acme Tools email planned', 'Beta Works email planned']);
    expect(alerts(story)).not.toContain('assignment-emptied');
  });
});

describe('a mail about assigned invoices', () => {
  const assigned = (story: Story): Story => {
    says(story, 'Acme Tools', 'Assigned to', 'Factor Bank').hour();
    story.ask('remindAssigned', 'acme tools', 'Factor Bank', FACTOR);
    return story;
  };
  const ours = ['DE89370400440532013000', 'Our Bank', 'https://pay.example/1001'];

  it('is asked for on the card, names the account of the assignee and none of ours, and leaves once approved', async () => {
    const story = live();
    for (const [setting, value] of [
      ['IBAN: EUR', 'DE89 3704 0044 0532 0130 00'],
      ['Account holder: EUR', 'Our Firm Ltd'],
      ['Payment instructions: EUR', 'Our Bank, pay here'],
      ['Signature', 'Ann Keller, Our Bank DE89370400440532013000'],
    ] as const)
      if (story.records('AR Settings').some((row) => row['Setting'] === setting))
        story.change('AR Settings', (row) => row['Setting'] === setting, 'Value', value);
      else story.add('AR Settings', { Setting: setting, Value: value });
    story.paymentsIn();
    says(story, 'Acme Tools', 'Assigned to', 'Factor Bank').hour();
    const card = story.ask<CustomerView>('getCustomer', 'acme tools');
    expect(card.running).toMatchObject([{ kind: 'assigned', action: 'remind-assigned', seen: 'Factor Bank' }]);
    for (const own of ['DE89 3704 0044 0532 0130 00', 'de89-3704-0044-0532-0130-00'])
      expect(story.answer('remindAssigned', 'acme tools', 'Factor Bank', own)).toMatchObject({ ok: false });
    story.ask('remindAssigned', 'acme tools', 'Factor Bank', FACTOR);
    expect(story.answer('remindAssigned', 'acme tools', 'Factor Bank', FACTOR)).toMatchObject({ ok: false });
    // Nothing of it leaves unread.
    story.ask('setAutomatic', true);
    story.hour();
    expect(waiting(story)).toContain('Acme Tools email planned');
    story.approveAll();
    story.hour();
    const mail = (await story.mails()).find(({ to }) => to.includes('ap@acme.example'));
    expect(mail?.text).toContain('FR76 3000 6000 0112 3456 7890 189');
    expect(mail?.text).toContain('1001');
    for (const text of ours)
      expect(`${mail?.subject} ${mail?.text} ${mail?.html}`.replace(/ /g, '')).not.toContain(text.replace(/ /g, ''));
    expect(mail?.html).not.toContain('cid:');
    expect(`${mail?.text}`).not.toMatch(/RF\d\d/);
    story.hour();
    expect(waiting(story).filter((one) => one.startsWith('Acme'))).toEqual([]);
  });

  it('is taken back where the cell is emptied while it waits; the invoice is asked for as ours once a person says so', () => {
    const story = assigned(live());
    says(story, 'Acme Tools', 'Assigned to', '').hour();
    expect(waiting(story)).toEqual(['Beta Works email planned']);
    const events = story.records('AR Log').filter(({ Event }) => Event === 'cancelled');
    expect(events.pop()?.['Note']).toContain('were noted as assigned to Factor Bank, and Assigned to is empty now.');
    story.ask('answerAssignment', 'acme tools', false);
    expect(waiting(story)).toEqual(['Acme Tools email planned', 'Beta Works email planned']);
  });
});
