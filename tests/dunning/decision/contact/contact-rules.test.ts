// How firm one may be: how often in thirty days, no firm first word, no firm word on a Friday, seniors late, WhatsApp agreed on.
import { describe, expect, it } from 'vitest';
import { isFirmDay, nextFirmDay } from '../../../../src/dunning/decision/contact/firm-days';
import { decide } from '../../../../src/dunning/decision/decide';
import { explainerOf } from '../../../../src/dunning/decision/explain';
import { CONTACT_RULES } from '../../../../src/dunning/policy/contact-rules';
import { ladderRows } from '../../../../src/dunning/policy/default-policy';
import { followingStage } from '../../../../src/dunning/reminder/following-stage';
import { isoOf } from '../../../../src/receivables/day';
import {
  customer,
  Desk,
  day,
  decisionOf,
  type FactsChange,
  factsOn,
  hold,
  type InvoiceText,
  ladder,
  promise,
  proposalOf,
  said,
} from '../../../builders/dunning-facts';

/** Due on Monday 2 November 2026. */
const ONE: InvoiceText = { no: '1', due: '2026-11-02', open: 4800 };

/** Plans and carries out a contact of Acme on each of these days. */
function contacts(desk: Desk, days: readonly string[], change: FactsChange, outcome = 'answered'): void {
  for (const on of days) {
    desk.plan(on, [ONE], change);
    desk.carryOut(on, outcome);
  }
}

/** Four mild mails a week apart, then a firm one. */
const WEEKLY = ladder('New', [
  [1, 'friendly'],
  [8, 'personal'],
  [15, 'personal'],
  [22, 'personal'],
  [29, 'personal'],
]);
const FOUR = ['2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24'];

describe('contacts within thirty days', () => {
  it('are four at most: the fifth waits until the first of them is thirty days old', () => {
    const desk = new Desk();
    contacts(desk, FOUR, { policy: WEEKLY });
    const wait = decisionOf(desk.facts('2026-12-01', [ONE], { policy: WEEKLY }), '1');
    expect(wait).toMatchObject({ decision: 'wait', nextDate: day('2026-12-03') });
    expect(wait.reasons[0]).toMatchObject({
      code: 'contact-limit',
      message:
        'Waiting until Thu 3 Dec (personal) unless paid; last contact Tue 24 Nov. They heard from us 4 times within 30 days, and no customer hears from us oftener.',
    });
    expect(said(desk.facts('2026-12-02', [ONE], { policy: WEEKLY }))).toBe('wait contact-limit');
    expect(said(desk.facts('2026-12-03', [ONE], { policy: WEEKLY }))).toBe('remind stage-due');
  });

  it('are six where the firm chose strict', () => {
    const desk = new Desk();
    const settings = { contactRules: CONTACT_RULES.strict };
    contacts(desk, FOUR, { policy: WEEKLY, settings });
    expect(said(desk.facts('2026-12-01', [ONE], { policy: WEEKLY, settings }))).toBe('remind stage-due');
  });

  it('may be any number where a ladder is judged as it is written', () => {
    const desk = new Desk();
    const settings = { contactRules: null };
    contacts(desk, FOUR, { policy: WEEKLY, settings });
    expect(said(desk.facts('2026-12-01', [ONE], { policy: WEEKLY, settings }))).toBe('remind stage-due');
  });

  it('do not count calls that nobody answered', () => {
    const desk = new Desk();
    const policy = WEEKLY.map((row) => (row.stage === 2 ? { ...row, channel: 'call' as const } : row));
    contacts(desk, FOUR, { policy }, 'no answer');
    expect(said(desk.facts('2026-12-01', [ONE], { policy }))).toBe('remind stage-due');
  });

  it('do not count what is said about a promise, nor hold it back', () => {
    const desk = new Desk();
    const rows = [...ladderRows('usual').filter(({ anchor }) => anchor === 'promise'), ...WEEKLY];
    contacts(desk, FOUR.slice(1), { policy: rows });
    const promised: FactsChange = { policy: rows, promises: [promise('2026-11-29', { recorded: day('2026-11-25') })] };
    desk.plan('2026-11-27', [ONE], promised);
    expect(desk.carryOut('2026-11-27').template).toBe('Promise reminder');
    const after = { policy: rows, promises: [promise('2026-11-29', { state: 'cancelled' as const })] };
    desk.plan('2026-12-02', [ONE], after);
    expect(desk.carryOut('2026-12-02').tone).toBe('personal');
    expect(said(desk.facts('2026-12-08', [ONE], after))).toBe('wait contact-limit');
    const again = { ...promised, promises: [promise('2026-12-10', { recorded: day('2026-12-05') })] };
    expect(proposalOf(desk.facts('2026-12-08', [ONE], again)).template).toBe('Promise reminder');
  });
});

describe('a first word', () => {
  const FIRM = ladder('New', [
    [1, 'firm', { to: ['senior'], cc: ['owner'], template: 'Firm senior' }],
    [20, 'final'],
  ]);

  it('is never firm: it asks personally, to the billing contact, is reviewed, and leaves the firm stage for later', () => {
    const desk = new Desk();
    const change = { policy: FIRM.map((row) => ({ ...row, sending: 'auto' as const })) };
    const first = proposalOf(desk.facts('2026-11-05', [ONE], change));
    expect(first).toMatchObject({ tone: 'personal', template: 'Personal', sending: 'review', to: ['ap@acme.example'] });
    expect(first.cc).toEqual(['owner@ourfirm.example']);
    expect(decisionOf(desk.facts('2026-11-05', [ONE], change), '1').reasons).toMatchObject([
      { code: 'stage-due', message: 'Step 1 (firm) is due: 3 days past due.' },
      {
        code: 'first-contact',
        message:
          'Nothing reached them in this round yet, and a first word is never firm: this one asks personally. The firm one follows, on Tue 10 Nov at the earliest.',
      },
    ]);
    contacts(desk, ['2026-11-05'], change);
    expect(said(desk.facts('2026-11-09', [ONE], change))).toBe('wait gap');
    expect(proposalOf(desk.facts('2026-11-10', [ONE], change))).toMatchObject({ stage: 1, tone: 'firm' });
  });

  it('names as the next step the firm one that it goes ahead of', () => {
    const facts = factsOn('2026-11-05', [ONE], { policy: FIRM });
    const next = followingStage(facts, proposalOf(facts));
    expect([next?.row.stage, isoOf(next?.dueOn ?? 0)]).toEqual([1, '2026-11-10']);
  });

  it('by telephone completes its stage all the same, for nobody may answer', () => {
    const desk = new Desk();
    const policy = ladder('New', [
      [1, 'firm', { channel: 'call', template: 'Call firm' }],
      [8, 'firm'],
    ]);
    contacts(desk, ['2026-11-05'], { policy }, 'no answer');
    expect(desk.history.contacts.get('acme')?.[0]).toMatchObject({ template: 'Call personal', tone: 'personal' });
    expect(proposalOf(desk.facts('2026-11-12', [ONE], { policy }))).toMatchObject({ stage: 2, tone: 'personal' });
  });

  it('is the first one of each round of reminders', () => {
    const desk = new Desk();
    contacts(desk, ['2026-11-05', '2026-11-10'], { policy: FIRM });
    desk.plan('2026-11-16', [{ ...ONE, open: 0 }], { policy: FIRM });
    const later: InvoiceText = { no: '2', due: '2026-12-01', open: 900 };
    expect(proposalOf(desk.facts('2026-12-03', [later], { policy: FIRM }))).toMatchObject({
      stage: 1,
      tone: 'personal',
    });
  });

  it('speaks through a text of the firm’s own where its ladder has one', () => {
    const policy = [
      ...ladder('New', [
        [-5, 'personal', { template: 'Ahead' }],
        [3, 'firm'],
      ]),
      ...ladder('Others', [[3, 'personal', { template: 'Our own words' }]]),
    ];
    expect(proposalOf(factsOn('2026-11-24', [ONE], { policy })).template).toBe('Our own words');
  });

  it('is as firm as its stage where a ladder is judged as it is written', () => {
    const facts = factsOn('2026-11-05', [ONE], { policy: FIRM, settings: { contactRules: null } });
    expect(proposalOf(facts)).toMatchObject({ tone: 'firm', to: ['cfo@acme.example'] });
  });
});

describe('a firm word', () => {
  /** A friendly mail on 3 November, a firm one from day 11 on: Friday 13 November. */
  const STEPS = ladder('New', [
    [1, 'friendly'],
    [11, 'firm'],
    [30, 'final'],
  ]);
  const begun = (): Desk => {
    const desk = new Desk();
    contacts(desk, ['2026-11-03'], { policy: STEPS });
    return desk;
  };

  it('rolls from a Friday to the next business day', () => {
    const desk = begun();
    const wait = decisionOf(desk.facts('2026-11-13', [ONE], { policy: STEPS }), '1');
    expect(wait).toMatchObject({ decision: 'wait', nextDate: day('2026-11-16') });
    expect(wait.reasons).toMatchObject([
      {
        code: 'firm-day',
        message: 'Today is a Friday, and firm words go out when somebody is there to answer: on Mon 16 Nov.',
      },
    ]);
    expect(proposalOf(desk.facts('2026-11-16', [ONE], { policy: STEPS })).tone).toBe('firm');
  });

  it('rolls from the day before a holiday of ours or of the customer’s country, and over it', () => {
    const desk = begun();
    const settings = { holidays: new Set([day('2026-11-17')]) };
    const wait = decisionOf(desk.facts('2026-11-16', [ONE], { policy: STEPS, settings }), '1');
    expect(wait.reasons[0]).toMatchObject({
      code: 'firm-day',
      message: 'Tomorrow is a day off, and firm words go out when somebody is there to answer: on Wed 18 Nov.',
    });
    const abroad = {
      customers: [customer('Acme', { country: 'FR' })],
      settings: { countryHolidays: new Map([['FR', new Set([day('2026-11-18')])]]) },
    };
    expect(said(desk.facts('2026-11-17', [ONE], { policy: STEPS, ...abroad }))).toBe('wait firm-day');
    expect(said(desk.facts('2026-11-16', [ONE], { policy: STEPS, ...abroad }))).toBe('remind stage-due');
  });

  it('is one too where a milder stage speaks firmly, because the tone never falls', () => {
    const desk = begun();
    contacts(desk, ['2026-11-16'], { policy: STEPS });
    const young: InvoiceText = { no: '2', due: '2026-11-25', open: 9000 };
    const lines = [{ ...ONE, disputed: true }, young];
    expect(said(desk.facts('2026-11-27', lines, { policy: STEPS }), '2')).toBe('wait firm-day');
    expect(proposalOf(desk.facts('2026-11-30', lines, { policy: STEPS }))).toMatchObject({ stage: 1, tone: 'firm' });
  });

  it('that waits in the queue stays there over the Friday, approved or not', () => {
    const desk = begun();
    desk.plan('2026-11-19', [ONE], { policy: STEPS });
    expect(desk.plan('2026-11-20', [ONE], { policy: STEPS })).toEqual([]);
    desk.act('2026-11-20', 'approved');
    expect(desk.plan('2026-11-20', [ONE], { policy: STEPS })).toEqual([]);
    expect(desk.waiting().state).toBe('approved');
    expect(desk.plan('2026-11-20', [ONE], { policy: STEPS, holds: [hold()] })).toEqual(['cancelled']);
  });

  it('goes out on any business day where a ladder is judged as it is written', () => {
    const facts = begun().facts('2026-11-13', [ONE], { policy: STEPS, settings: { contactRules: null } });
    expect(proposalOf(facts).tone).toBe('firm');
  });

  it('is told in Why with the day on which that changes', () => {
    const facts = begun().facts('2026-11-13', [ONE], { policy: STEPS });
    const lines = explainerOf(facts).rulesOf(decisionOf(facts, '1'));
    expect(lines[lines.length - 1]).toMatchObject({ holds: false, nextDate: day('2026-11-16') });
  });
});

describe('a day for firm words', () => {
  it('is a business day that is no Friday and has no day off behind it', () => {
    const closed = new Set([day('2026-12-24'), day('2026-12-25'), day('2026-12-31'), day('2027-01-01')]);
    expect(['2026-12-22', '2026-12-23', '2026-12-25', '2026-12-28'].map((on) => isFirmDay(day(on), closed))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(isoOf(nextFirmDay(day('2026-12-30'), closed))).toBe('2027-01-04');
    expect(isoOf(nextFirmDay(day('2026-11-27'), new Set()))).toBe('2026-11-30');
  });
});

describe('the senior contact', () => {
  const STEPS = ladder('New', [
    [1, 'friendly'],
    [15, 'firm', { to: ['senior'], cc: ['billing', 'owner'], template: 'Firm senior' }],
    [40, 'final', { to: ['billing'], cc: ['senior'] }],
  ]);
  const begun = (line: InvoiceText): Desk => {
    const desk = new Desk();
    desk.plan('2026-11-03', [line], { policy: STEPS });
    desk.carryOut('2026-11-03');
    return desk;
  };

  it('is written to where a row names them, however early that row comes', () => {
    const facts = begun(ONE).facts('2026-11-17', [ONE], { policy: STEPS });
    expect(proposalOf(facts)).toMatchObject({ template: 'Firm senior', to: ['cfo@acme.example'] });
  });

  it('is not written to before day 30 where a milder stage only borrows the words: the billing contact is', () => {
    const desk = begun(ONE);
    desk.plan('2026-12-02', [ONE], { policy: STEPS });
    expect(desk.carryOut('2026-12-02').to).toEqual(['cfo@acme.example']);
    const lines = [
      { ...ONE, disputed: true },
      { no: '2', due: '2026-12-01', open: 9000 },
    ];
    const facts = desk.facts('2026-12-08', lines, { policy: STEPS });
    expect(proposalOf(facts)).toMatchObject({
      stage: 1,
      tone: 'firm',
      template: 'Firm',
      to: ['ap@acme.example'],
      cc: ['owner@ourfirm.example'],
    });
    expect(decisionOf(facts, '2').reasons.slice(1)).toEqual([
      { code: 'stage-due', message: 'It stays firm: no reminder is milder than the one before.' },
      {
        code: 'senior-later',
        message:
          'The senior contact is written to from day 30 and 1,000.00 EUR overdue on; this goes to the billing contact. That is Thu 31 Dec.',
      },
    ]);
  });

  it('is not written to about less than 1,000.00, nor sent a copy', () => {
    const small = { ...ONE, open: 999.99 };
    const desk = begun(small);
    const facts = desk.facts('2026-12-02', [small], { policy: STEPS });
    expect(proposalOf(facts)).toMatchObject({ template: 'Firm', to: ['ap@acme.example'] });
    desk.plan('2026-12-02', [small], { policy: STEPS });
    desk.carryOut('2026-12-02');
    const last = proposalOf(desk.facts('2027-01-05', [small], { policy: STEPS }));
    expect(last).toMatchObject({ tone: 'final', to: ['ap@acme.example'], cc: [] });
  });

  it('is written to as AR Policy says where the firm chose strict', () => {
    const facts = begun(ONE).facts('2026-11-17', [ONE], {
      policy: STEPS,
      settings: { contactRules: CONTACT_RULES.strict },
    });
    expect(proposalOf(facts).to).toEqual(['cfo@acme.example']);
  });
});

describe('WhatsApp', () => {
  const STEPS = ladder('New', [[1, 'personal', { channel: 'whatsapp', template: 'WhatsApp personal' }]]);
  const of = (change: Parameters<typeof customer>[1]): FactsChange => ({
    policy: STEPS,
    customers: [customer('Acme', change)],
  });

  it.each([
    ['never agreed on', null],
    ['agreed on from tomorrow', day('2026-11-06')],
  ])('%s becomes a call, with a call sheet', (_, whatsappAgreedOn) => {
    const facts = factsOn('2026-11-05', [ONE], of({ whatsappAgreedOn }));
    expect(proposalOf(facts)).toMatchObject({ channel: 'call', template: 'Call personal', fix: '' });
    expect(decisionOf(facts, '1').reasons[1]).toMatchObject({
      code: 'no-consent',
      message: 'They did not agree to WhatsApp (AR Customers, “WhatsApp agreed on”), so it is a call.',
    });
  });

  it('agreed on with a date is a message', () => {
    const facts = factsOn('2026-11-05', [ONE], of({ whatsappAgreedOn: day('2026-11-05') }));
    expect(proposalOf(facts)).toMatchObject({ channel: 'whatsapp', template: 'WhatsApp personal' });
  });

  it('is taken by customers who prefer it and agreed, before a firm word; firm words stay mails', () => {
    const policy = ladder('New', [
      [1, 'friendly'],
      [10, 'firm'],
    ]);
    const change = { ...of({ whatsappAgreedOn: day('2026-10-01'), preferredChannel: 'whatsapp' }), policy };
    const desk = new Desk();
    const first = proposalOf(desk.facts('2026-11-03', [ONE], change));
    expect(first).toMatchObject({ channel: 'whatsapp', template: 'WhatsApp friendly' });
    expect(first.reasons.join(' ')).toContain(
      'They prefer it by WhatsApp message (AR Customers, “Preferred channel”).',
    );
    contacts(desk, ['2026-11-03'], change);
    expect(proposalOf(desk.facts('2026-11-16', [ONE], change))).toMatchObject({ channel: 'email', tone: 'firm' });
  });

  it('is never what a consumer gets, who may have agreed and prefer it', () => {
    const change = of({ kind: 'consumer', whatsappAgreedOn: day('2026-10-01'), preferredChannel: 'whatsapp' });
    const settings = { invoicesConsumers: true };
    const mail = factsOn('2026-11-03', [ONE], { ...change, settings, policy: ladder('New', [[1, 'friendly']]) });
    expect(proposalOf(mail).channel).toBe('email');
    expect(decide(factsOn('2026-11-05', [ONE], { ...change, settings })).proposals).toEqual([]);
  });

  it('is not taken by customers who prefer it and did not agree', () => {
    const change = { ...of({ preferredChannel: 'whatsapp' }), policy: ladder('New', [[1, 'friendly']]) };
    expect(proposalOf(factsOn('2026-11-03', [ONE], change))).toMatchObject({
      channel: 'email',
      template: 'Text friendly',
    });
  });
});

describe('the preferred channel', () => {
  it('takes the place of mails before a firm word, and leaves calls, statements and tasks as they are', () => {
    const customers = [customer('Acme', { preferredChannel: 'call' })];
    const on = (policy: FactsChange['policy'], date: string) =>
      decide(factsOn(date, [ONE], { policy, customers })).proposals.map(
        ({ channel, template }) => `${channel} ${template}`,
      );
    expect(on(ladder('New', [[1, 'friendly']]), '2026-11-03')).toEqual(['call Call personal']);
    expect(on(ladder('New', [[1, 'neutral', { channel: 'task', to: ['owner'] }]]), '2026-11-03')).toEqual([
      'task Text neutral',
    ]);
    const byMail = [customer('Acme', { preferredChannel: 'email' })];
    const call = ladder('New', [[1, 'personal', { channel: 'call' }]]);
    expect(proposalOf(factsOn('2026-11-03', [ONE], { policy: call, customers: byMail })).channel).toBe('call');
  });

  it('makes no personal round firm where the only text of that channel is a firm one', () => {
    const desk = new Desk();
    contacts(desk, ['2026-11-03'], { policy: ladder('New', [[1, 'personal']]) });
    const policy = ladder('New', [
      [1, 'friendly'],
      [8, 'friendly'],
      [40, 'firm', { channel: 'call' }],
    ]);
    const customers = [customer('Acme', { preferredChannel: 'call' })];
    // A Friday, on which no firm word goes out.
    expect(proposalOf(desk.facts('2026-11-13', [ONE], { policy, customers }))).toMatchObject({
      channel: 'call',
      tone: 'personal',
    });
  });

  it('leaves a mail a mail where so little is asked for that nobody calls', () => {
    const change = {
      policy: ladder('New', [[1, 'friendly']]),
      customers: [customer('Acme', { preferredChannel: 'call' })],
    };
    const small = factsOn('2026-11-03', [ONE], { ...change, settings: { callMinimums: { '': 5000 } } });
    expect(proposalOf(small)).toMatchObject({ channel: 'email', template: 'Text friendly', stage: 1 });
  });

  it('is no WhatsApp message to who pays for a consumer', () => {
    const agreed = { preferredChannel: 'whatsapp', whatsappAgreedOn: day('2026-10-01') } as const;
    const customers = [customer('Acme', agreed), customer('Private', { kind: 'consumer' })];
    const lines = [ONE, { ...ONE, no: '2', debtorKey: 'private' }];
    const change = { policy: ladder('New', [[1, 'friendly']]), settings: { invoicesConsumers: true }, customers };
    expect(proposalOf(factsOn('2026-11-03', lines, change)).channel).toBe('email');
  });
});
