// The one reminder of a customer: who leads, what it lists, whom it goes to, how it sounds, what keeps it from going.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/dunning/decision/decide';
import type { Customer } from '../../../src/dunning/decision/facts';
import { defaultPolicy } from '../../../src/dunning/policy/default-policy';
import { rowOfEvent } from '../../../src/workbook/tabs/log-rows';
import {
  askedOf,
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
} from '../../builders/dunning-facts';

const ONE: InvoiceText = { no: '1', due: '2026-11-02', open: 4800 };
const TIMELY: FactsChange = { segment: 'Timely' };

function proposed(asOf: string, lines: readonly InvoiceText[], change: FactsChange = TIMELY) {
  return proposalOf(factsOn(asOf, lines, change));
}

const numbers = (facts: { lines: { invoice: string }[] }): string[] => facts.lines.map(({ invoice }) => invoice);

describe('a customer', () => {
  it('gets one reminder over all invoices and currencies, and no sum across them', () => {
    const lines = [ONE, { ...ONE, no: '2', currency: 'GBP', open: 900 }];
    expect(askedOf(proposed('2026-11-20', lines))).toEqual({ EUR: 480_000, GBP: 90_000 });
  });

  it('gets a reminder apart from that of another', () => {
    const { proposals } = decide(factsOn('2026-11-20', [ONE, { ...ONE, customer: 'Beta' }], TIMELY));
    expect(proposals.map(({ customerKey }) => customerKey)).toEqual(['acme', 'beta']);
  });
});

describe('the lead', () => {
  it('is the due invoice with the earliest due date, of equals the largest', () => {
    const lines = [ONE, { ...ONE, no: '2', open: 4900 }, { ...ONE, no: '3', due: '2026-11-01', open: 4000 }];
    expect(proposed('2026-11-20', lines).leadKey).toBe('acme|3');
    expect(proposed('2026-11-20', lines.slice(0, 2)).leadKey).toBe('acme|2');
  });

  // 5 % of 10,000.00 overdue is 500.00, of 4,000.00 it is less than 250.00; where nothing due reaches 250.00 it decides alone.
  it.each([
    [500, 10_000, 'acme|old'],
    [499.99, 10_000, 'acme|new'],
    [250, 4000, 'acme|old'],
    [249.99, 4000, 'acme|new'],
    [12.4, 248, 'acme|old'],
    [12.39, 248, 'acme|new'],
  ])(
    'is an invoice of at least 5 %% of what is overdue, and 250.00 where one reaches that: %d of %d',
    (open, all, lead) => {
      const lines = [
        { no: 'old', due: '2026-08-01', open },
        { no: 'new', due: '2026-11-02', open: all - open },
      ];
      expect(proposed('2026-11-20', lines).leadKey).toBe(lead);
    },
  );

  it('is never a residue: it waits for the larger one, and goes along with it', () => {
    const lines = [
      { no: 'old', due: '2026-08-01', open: 38 },
      { no: 'new', due: '2026-11-18', open: 24_000 },
    ];
    const early = factsOn('2026-11-20', lines, TIMELY);
    expect(decide(early).proposals).toEqual([]);
    expect(said(early, 'old')).toBe('wait below-minimum');
    expect(numbers(proposed('2026-11-23', lines))).toEqual(['old', 'new']);
  });

  it('is found among many small invoices that matter together though none does alone', () => {
    const lines = Array.from({ length: 40 }, (_, i) => ({ ...ONE, no: `${i}`, open: 1000 + i }));
    expect(proposed('2026-11-20', lines).leadKey).toBe('acme|39');
    expect(proposed('2026-11-20', [...lines, { no: 'x', due: '2026-08-01', open: 20 }]).leadKey).toBe('acme|39');
  });

  it('is not hidden behind what was given up: a large invoice at its last stage sets no measure', () => {
    const desk = new Desk();
    const change = { policy: ladder('New', [[1, 'friendly']]) };
    desk.plan('2026-11-06', [{ ...ONE, open: 90_000 }], change);
    desk.carryOut('2026-11-06');
    const lines = [
      { ...ONE, open: 90_000 },
      { ...ONE, no: '2', due: '2026-12-01', open: 1000 },
    ];
    expect(proposalOf(desk.facts('2026-12-07', lines, change)).leadKey).toBe('acme|2');
  });

  it('decides stage, template, channel and recipients', () => {
    const lines = [ONE, { ...ONE, no: '0', due: '2026-10-20', open: 4000 }];
    const desk = new Desk();
    desk.plan('2026-10-26', lines.slice(1), TIMELY);
    desk.carryOut('2026-10-26');
    expect(proposalOf(desk.facts('2026-11-12', lines, TIMELY))).toMatchObject({
      leadKey: 'acme|0',
      stage: 2,
      template: 'Personal',
      channel: 'email',
      to: ['ap@acme.example'],
    });
  });
});

describe('the lines', () => {
  it('are every open overdue invoice, the due ones before their date and the credits, oldest first', () => {
    const lines = [
      ONE,
      { no: 'next', due: '2026-12-20', open: 100 },
      { no: 'young', due: '2026-11-19', open: 300 },
      { no: 'C', due: '2026-11-01', open: -70 },
      { no: 'paid', due: '2026-11-01', open: 0 },
      { no: 'draft', due: '2026-11-01', open: 50, status: 'draft' as const },
    ];
    expect(numbers(proposed('2026-11-20', lines))).toEqual(['C', '1', 'young']);
  });

  it('complete, each, the own next stage of its invoice; what is only listed completes nothing', () => {
    const lines = [ONE, { no: 'young', due: '2026-11-19', open: 300 }];
    expect(proposed('2026-11-20', lines).lines.map(({ stage }) => stage?.stage ?? null)).toEqual([1, null]);
  });

  it('leave out what is held, promised or within the tolerance', () => {
    const lines = ['1', '2', '3'].map((no) => ({ ...ONE, no }));
    const change = {
      ...TIMELY,
      holds: [hold({ invoice: '2' })],
      promises: [promise('2026-11-20', { invoice: '3' })],
      settings: { tolerance: 1 },
    };
    expect(numbers(proposed('2026-11-20', [...lines, { ...ONE, no: '4', open: 0.9 }], change))).toEqual(['1']);
  });

  it('are three hundred at most, the lead among them', () => {
    const residues = Array.from({ length: 320 }, (_, i) => ({ no: `r${i}`, due: '2026-06-01', open: 1 }));
    const { lines, leadKey } = proposed('2026-11-20', [...residues, ONE]);
    expect(lines).toHaveLength(300);
    expect(lines.map(({ key }) => key)).toContain(leadKey);
  });

  it('are fewer where people write whole sentences as numbers: they fit a cell of the log', () => {
    const desk = new Desk();
    const residues = Array.from({ length: 320 }, (_, i) => ({
      no: `Invoice ${i} of 2026/11 for the works at the harbour, ${'instalment and instalment, '.repeat(5)}`,
      due: '2026-06-01',
      open: 1,
    }));
    desk.plan('2026-11-20', [...residues, ONE], TIMELY);
    const sizes = desk.events.map((event) => String(rowOfEvent(event)['Facts (JSON)']).length);
    expect(Math.max(...sizes)).toBeLessThan(50_000);
    expect(desk.waiting().facts.lines.map(({ key }) => key)).toContain(desk.waiting().facts.leadKey);
  });
});

describe('credits', () => {
  const credit = (open: number): InvoiceText => ({ no: 'C', due: null, open });

  it('are lines of their own and lower no sum', () => {
    const reminder = proposed('2026-11-20', [ONE, credit(-300)]);
    expect(reminder.lines[0]).toMatchObject({ invoice: 'C', open: -30_000, stage: null });
    expect(askedOf(reminder)).toEqual({ EUR: 480_000 });
  });

  it('that reach the balance of the lead ask a person to allocate them first', () => {
    const lines = [ONE, { ...ONE, no: '2', due: '2026-11-03', open: 1000 }];
    expect(proposed('2026-11-20', [...lines, credit(-4799.99)]).fixCode).toBe('');
    expect(proposed('2026-11-20', [...lines, credit(-4800)]).fixCode).toBe('allocate-first');
    expect(said(factsOn('2026-11-20', [...lines, credit(-4800)], TIMELY))).toBe('needs-fix allocate-first');
  });

  it('that cover all of another currency leave that currency out of the mail', () => {
    const lines = [ONE, { no: 'G', due: '2026-11-02', open: 700, currency: 'GBP' }];
    const covers = { ...credit(-700), currency: 'GBP' };
    const shown = (all: readonly InvoiceText[]) => proposed('2026-11-20', all).lines.map(({ invoice }) => invoice);
    expect(shown([...lines, covers])).toEqual([ONE.no]);
    expect(shown([...lines, { ...covers, open: -699 }]).sort()).toEqual([ONE.no, 'C', 'G'].sort());
  });
});

describe('the recipients', () => {
  const to = (change: Partial<Customer>, asOf = '2026-11-20', own = '', line: Partial<InvoiceText> = {}) => {
    const { fixCode, ...reminder } = proposed(asOf, [{ ...ONE, ...line }], {
      ...TIMELY,
      customers: [customer('Acme', change)],
      settings: { ownAddress: own },
    });
    return fixCode || [reminder.to.join(' '), reminder.cc.join(' ')].join(' / ');
  };

  it('are the billing address and the customer’s copies, each once', () => {
    expect(to({ cc: 'b@acme.example; AP@acme.example' })).toBe('ap@acme.example / b@acme.example');
  });

  it('are those of the invoice sheet where AR Customers has none', () => {
    expect(to({ email: '' }, '2026-11-20', '', { email: 'books@acme.example' })).toBe('books@acme.example / ');
  });

  it('must be there, be addresses, and not be at our own firm', () => {
    expect(to({ email: '' })).toBe('no-address');
    expect(to({ email: 'ap at acme' })).toBe('bad-address');
    expect(to({ cc: 'nobody' })).toBe('bad-address');
    expect(to({ email: 'ap@ourfirm.example' }, '2026-11-20', 'ann@ourfirm.example')).toBe('bad-address');
  });

  it('are the billing contact where no senior one is known, and a sentence says so', () => {
    const customers = [customer('Acme', { escalationEmail: '' })];
    const policy = ladder('Timely', [[1, 'personal', { to: ['senior'] }]]);
    const reminder = proposed('2026-12-04', [ONE], { ...TIMELY, customers, policy });
    expect(reminder.to).toEqual(['ap@acme.example']);
    expect(reminder.reasons.join(' ')).toContain('No escalation address');
  });

  it('may be our own account owner where a stage is meant for them, who must then be known', () => {
    const change = (owner: string): FactsChange => ({
      customers: [customer('Acme', { owner })],
      policy: ladder('New', [[1, 'neutral', { to: ['owner'] }]]),
      settings: { ownAddress: 'ann@ourfirm.example' },
    });
    expect(proposed('2026-11-20', [ONE], change('jo@ourfirm.example'))).toMatchObject({
      fixCode: '',
      to: ['jo@ourfirm.example'],
    });
    expect(proposed('2026-11-20', [ONE], change('jo@ourfirm.example')).reasons.join(' ')).toContain('step 1 of 1. ');
    expect(proposed('2026-11-20', [ONE], change('Jo')).fix).toBe(
      'Acme has no account owner with an address. Fill in Owner in AR Customers.',
    );
  });

  it('of a WhatsApp message need a phone number', () => {
    const change = (phone: string) => ({
      customers: [customer('Acme', { phone, whatsappAgreedOn: day('2026-11-01') })],
      policy: ladder('New', [[1, 'personal', { channel: 'whatsapp' }]]),
    });
    expect(proposed('2026-11-20', [ONE], change('')).fixCode).toBe('no-address');
    expect(proposed('2026-11-20', [ONE], change('+49 1')).fixCode).toBe('');
  });
});

describe('the text', () => {
  it.each(['no-template', 'unknown-placeholder'] as const)(
    'that has a fault (%s) needs fixing and is not dropped',
    (code) => {
      const change = { ...TIMELY, checkTemplate: () => ({ code, message: 'Mend it.' }) };
      expect(proposed('2026-11-20', [ONE], change)).toMatchObject({ fixCode: code, fix: 'Mend it.' });
      expect(decisionOf(factsOn('2026-11-20', [ONE], change), '1')).toMatchObject({ decision: 'needs-fix' });
    },
  );

  it('is looked for in the language of the customer', () => {
    const asked: string[] = [];
    const checkTemplate = (name: string, language: string) => {
      asked.push(`${name} ${language}`);
      return null;
    };
    const customers = [customer('Acme', { language: 'de' })];
    proposed('2026-11-06', [ONE], { ...TIMELY, customers, checkTemplate });
    expect(asked).toEqual(['Friendly de']);
  });
});

describe('the tone', () => {
  const TONES = ladder('New', [
    [1, 'friendly', { sending: 'auto' }],
    [5, 'firm'],
  ]);
  const lines = [ONE, { ...ONE, no: '2', due: '2026-12-01', open: 9000 }];

  /** The first invoice was reminded firmly, then the second falls due beside it. */
  function afterFirm(policy = TONES, second = lines): Desk {
    const desk = new Desk();
    for (const date of ['2026-11-06', '2026-11-11']) {
      desk.plan(date, second.slice(0, 1), { policy });
      desk.carryOut(date);
    }
    return desk;
  }

  it('never goes down within an episode: a milder stage speaks through a stronger text, for a person to read', () => {
    const reminder = proposalOf(afterFirm().facts('2026-12-02', lines, { policy: TONES }));
    expect(reminder).toMatchObject({ stage: 1, tone: 'firm', template: 'Text firm', sending: 'review' });
    expect(reminder.lines.map(({ stage }) => stage?.stage ?? null)).toEqual([null, 1]);
  });

  it('starts anew when nothing of the customer is overdue any more', () => {
    const paid = [{ ...ONE, open: 0 }, ...lines.slice(1)];
    const desk = afterFirm();
    desk.plan('2026-11-30', paid, { policy: TONES });
    expect(proposalOf(desk.facts('2026-12-02', paid, { policy: TONES }))).toMatchObject({ tone: 'friendly' });
  });

  it('starts anew although a few cents within the tolerance are left', () => {
    const cents = [{ ...ONE, open: 0.02 }, ...lines.slice(1)];
    const change = { policy: TONES, settings: { tolerance: 0.05 } };
    const desk = afterFirm();
    desk.plan('2026-11-30', cents, change);
    expect(proposalOf(desk.facts('2026-12-02', cents, change))).toMatchObject({ tone: 'friendly' });
  });

  it('of a call stays up too, with a firm text of another segment where its own has none', () => {
    const policy = [...TONES, ...ladder('Other', [[1, 'firm', { channel: 'call', template: 'Call firm' }]])];
    const calls = policy.map((row) =>
      row.segment === 'New' && row.stage === 1 ? { ...row, channel: 'call' as const, template: 'Call' } : row,
    );
    const desk = afterFirm(calls);
    expect(proposalOf(desk.facts('2026-12-02', lines, { policy: calls }))).toMatchObject({
      channel: 'call',
      tone: 'firm',
      template: 'Call firm',
    });
  });
});

describe('the segment', () => {
  it('stays for the episode; after it another one counts once it was computed for seven days', () => {
    const desk = new Desk();
    desk.plan('2026-11-06', [ONE], TIMELY);
    desk.carryOut('2026-11-06');
    const change = { segment: 'Delinquent SMB' };
    expect(decisionOf(desk.facts('2026-11-09', [ONE], change), '1').segment).toBe('Timely');
    const fresh = [
      { ...ONE, open: 0 },
      { ...ONE, no: '2', due: '2026-11-30' },
    ];
    desk.plan('2026-11-10', fresh, change);
    expect(decisionOf(desk.facts('2026-11-16', fresh, change), '2').segment).toBe('Timely');
    expect(decisionOf(desk.facts('2026-11-17', fresh, change), '2').segment).toBe('Delinquent SMB');
  });

  it('set by hand wins over the episode', () => {
    const desk = new Desk();
    desk.plan('2026-11-06', [ONE], TIMELY);
    desk.carryOut('2026-11-06');
    const customers = [customer('Acme', { segmentOverride: 'Doubtful SMB' })];
    expect(decisionOf(desk.facts('2026-11-09', [ONE], { ...TIMELY, customers }), '1').segment).toBe('Doubtful SMB');
  });

  it('without rows runs the ladder of Default', () => {
    const change = { segment: 'Hospitals', policy: defaultPolicy() };
    expect(proposed('2026-11-04', [ONE], change)).toMatchObject({ segment: 'Hospitals', stage: 2, days: 2 });
  });
});

describe('what a person should look at', () => {
  it('is named: first contact, firm, senior, large, paid lately, disputed', () => {
    const policy = ladder('New', [[1, 'firm', { to: ['senior'] }]]);
    const line = { ...ONE, open: 12_000, paidOn: '2026-11-18' };
    expect(proposed('2026-11-20', [line], { policy, settings: { contactRules: null } }).look).toBe(
      'first contact, firm words, goes to the senior contact, above 10,000, a payment came lately',
    );
  });

  it('is the Sent folder after a log with gaps was accepted: nothing goes by itself until a contact is known', () => {
    const desk = new Desk();
    const change = {
      policy: ladder('New', [
        [1, 'friendly', { sending: 'auto' }],
        [5, 'friendly', { sending: 'auto' }],
      ]),
    };
    expect(proposalOf(desk.facts('2026-11-20', [ONE], change)).sending).toBe('auto');
    desk.history.acceptedOn = factsOn('2026-11-19', []).asOf;
    const unsure = proposalOf(desk.facts('2026-11-20', [ONE], change));
    expect([unsure.sending, unsure.look]).toEqual(['review', 'the log had gaps: look in Sent first, first contact']);
    desk.plan('2026-11-20', [ONE], change);
    desk.carryOut('2026-11-20');
    expect(proposalOf(desk.facts('2026-11-25', [ONE], change)).sending).toBe('auto');
  });
});

describe('a status that is no known word', () => {
  const AUTO: FactsChange = { segment: 'Timely', policy: ladder('Timely', [[1, 'friendly', { sending: 'auto' }]]) };
  const odd = (statusText: string, no = '1'): InvoiceText => ({ ...ONE, no, status: '', statusText });

  it('keeps the reminder from going by itself, and stands beside it', () => {
    expect(proposed('2026-11-20', [ONE], AUTO).sending).toBe('auto');
    const { sending, look } = proposed('2026-11-20', [odd('Waiting for the lawyer')], AUTO);
    expect(sending).toBe('review');
    expect(look).toContain('the status “Waiting for the lawyer” is not known');
    expect(proposed('2026-11-20', [odd('A'), odd('B', '2')], AUTO).look).toContain('2 status words are not known');
  });
});
