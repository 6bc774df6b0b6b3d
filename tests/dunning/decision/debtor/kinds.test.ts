// What goes for each kind of debtor: consumers, sole traders, public bodies.
import { describe, expect, it } from 'vitest';
import { CUSTOMER_KINDS, type CustomerKind, kindNamed } from '../../../../src/dunning/decision/debtor/kinds';
import { decide } from '../../../../src/dunning/decision/decide';
import { explainerOf } from '../../../../src/dunning/decision/explain';
import type { PolicyRow } from '../../../../src/dunning/policy/policy';
import {
  customer,
  Desk,
  decisionOf,
  type FactsChange,
  factsOn,
  type InvoiceText,
  ladder,
  proposalOf,
  said,
} from '../../../builders/dunning-facts';

const TODAY = '2026-11-20';
const LINE: InvoiceText = { no: '1', issued: '2026-10-03', due: '2026-11-02', open: 900 };
const ASKED = { settings: { invoicesConsumers: true, ownAddress: 'ann@ourfirm.example' } };

/** A ladder judged as it is written, so that the kind alone tells. */
const AS_WRITTEN = { settings: { ...ASKED.settings, contactRules: null } };

const of = (kind: CustomerKind, change: FactsChange = {}): FactsChange => ({
  segment: 'Timely',
  customers: [customer('Acme', { kind, cc: 'boss@acme.example' })],
  policy: ladder('Timely', [
    [4, 'friendly'],
    [12, 'personal'],
  ]),
  ...ASKED,
  ...change,
});
const oneStep = (change: Partial<PolicyRow>, tone: PolicyRow['tone'] = 'friendly'): FactsChange => ({
  policy: ladder('Timely', [[1, tone, change]]),
});

describe('the kinds', () => {
  it('are known however they are capitalised, and by no other word', () => {
    for (const kind of CUSTOMER_KINDS) expect(kindNamed(` ${kind.toUpperCase()} `)).toBe(kind);
    expect(kindNamed('Public-Body')).toBe('public body');
    for (const word of ['', 'firm', 'toString']) expect(kindNamed(word)).toBeNull();
  });

  it.each([
    ['Verbraucher', 'consumer'],
    ['Privatkunde', 'consumer'],
    ['consommateur', 'consumer'],
    ['private company', 'business'],
    ['Einzelunternehmer', 'sole trader'],
    ['autónomo', 'sole trader'],
    ['Behörde', 'public body'],
    ['administración pública', 'public body'],
    ['個人事業主', 'sole trader'],
  ])('are known in the words of other languages: %s', (word, kind) => {
    expect(kindNamed(word)).toBe(kind);
  });
});

describe('a consumer', () => {
  it('gets nothing on any channel until a person said that the firm invoices consumers', () => {
    const unasked = { ...of('consumer'), settings: { invoicesConsumers: false } };
    const facts = factsOn(TODAY, [LINE], unasked);
    expect(said(facts)).toBe('blocked consumer');
    expect(decide(facts).proposals).toEqual([]);
    expect(said(factsOn(TODAY, [LINE], of('consumer')))).toBe('remind stage-due');
  });

  it('is passed over by WhatsApp, and the ladder goes on', () => {
    const policy = ladder('Timely', [
      [1, 'friendly', { channel: 'whatsapp' }],
      [5, 'personal'],
    ]);
    expect(proposalOf(factsOn(TODAY, [LINE], of('consumer', { policy }))).stage).toBe(2);
    expect(proposalOf(factsOn(TODAY, [LINE], of('business', { policy }))).stage).toBe(1);
  });

  it('is told why a stage was passed', () => {
    const facts = factsOn(
      TODAY,
      [LINE],
      of('consumer', {
        policy: ladder('Timely', [
          [1, 'friendly', { channel: 'whatsapp' }],
          [5, 'personal'],
        ]),
      }),
    );
    const told = explainerOf(facts).rulesOf(decisionOf(facts, '1'));
    expect(told.map(({ message }) => message).join(' ')).toContain(
      'Step 1 is passed over: no WhatsApp message to a consumer.',
    );
  });

  it('never gets a final reminder that nobody read, whatever AR Policy says', () => {
    const final = { ...oneStep({ sending: 'auto' }, 'final'), ...AS_WRITTEN };
    expect(proposalOf(factsOn(TODAY, [LINE], of('consumer', final))).sending).toBe('review');
    expect(proposalOf(factsOn(TODAY, [LINE], of('business', final))).sending).toBe('auto');
  });
});

describe.each(['consumer', 'sole trader'] as const)('a natural person: %s', (kind) => {
  it('is written to alone: no senior contact, no copy to others, our own people apart', () => {
    const step = { ...oneStep({ to: ['senior'], cc: ['billing', 'owner'] }), ...AS_WRITTEN };
    const { to, cc, reasons } = proposalOf(factsOn(TODAY, [LINE], of(kind, step)));
    expect([to, cc]).toEqual([['ap@acme.example'], ['owner@ourfirm.example']]);
    expect(reasons.join(' ')).toContain('nobody else of theirs is written to');
    const business = proposalOf(factsOn(TODAY, [LINE], of('business', step)));
    expect([business.to, business.cc]).toEqual([
      ['cfo@acme.example'],
      ['ap@acme.example', 'owner@ourfirm.example', 'boss@acme.example'],
    ]);
  });

  it('gives no copy to an account owner outside our firm', () => {
    const outside = [customer('Acme', { kind, owner: 'agency@elsewhere.example' })];
    expect(
      proposalOf(factsOn(TODAY, [LINE], of(kind, { ...oneStep({ cc: ['owner'] }), customers: outside }))).cc,
    ).toEqual([]);
  });

  it.each(['Delinquent SMB', 'Doubtful large'])('comes onto no firmer ladder by itself: %s', (segment) => {
    const { segment: now } = decisionOf(factsOn(TODAY, [LINE], of(kind, { segment })), '1');
    expect(now).toBe('Default');
    const byHand = [customer('Acme', { kind, segmentOverride: segment })];
    expect(decisionOf(factsOn(TODAY, [LINE], of(kind, { segment, customers: byHand })), '1').segment).toBe(segment);
    expect(decisionOf(factsOn(TODAY, [LINE], of('business', { segment })), '1').segment).toBe(segment);
  });
});

describe('a public body', () => {
  it('has 30 days from the invoice date, whatever the due date says', () => {
    const line = { ...LINE, issued: '2026-11-01', due: '2026-11-08' };
    // 30 days from 1 Nov is Tue 1 Dec; stage 1 of Timely comes four days later.
    expect(said(factsOn('2026-12-01', [line], of('public body')))).toBe('blocked not-due-yet');
    expect(said(factsOn('2026-12-04', [line], of('public body')))).toBe('wait not-due-yet');
    expect(said(factsOn('2026-12-07', [line], of('public body')))).toBe('remind stage-due');
    expect(said(factsOn('2026-11-12', [line], of('business')))).toBe('remind stage-due');
  });

  it('is asked for the order number first, where the sheet has none, and the stage is done by that', () => {
    const facts = proposalOf(factsOn(TODAY, [LINE], of('public body')));
    expect(facts).toMatchObject({ template: 'Order number', stage: 1, sending: 'review', tone: 'friendly' });
    expect(facts.look).toContain('asks for the order number first');
    expect(facts.lines.map(({ stage }) => stage?.stage)).toEqual([1]);
    const numbered = { ...LINE, orderNumber: 'PO-7' };
    expect(proposalOf(factsOn(TODAY, [numbered], of('public body'))).template).toBe('Text friendly');
    expect(proposalOf(factsOn(TODAY, [LINE], of('business'))).template).toBe('Text friendly');
  });

  it('is asked so once, in no firm mail, and not where the workbook has no such text', () => {
    const desk = new Desk();
    const change = of('public body');
    desk.plan(TODAY, [LINE], change);
    expect(desk.carryOut(TODAY).template).toBe('Order number');
    desk.plan('2026-12-01', [LINE], change);
    expect(desk.waiting().facts.template).toBe('Text personal');
    const firm = of('public body', { policy: ladder('Timely', [[1, 'firm']]), ...AS_WRITTEN });
    expect(proposalOf(factsOn(TODAY, [LINE], firm)).template).toBe('Text firm');
    const missing = { code: 'no-template', message: 'None.' } as const;
    const checkTemplate = (name: string): typeof missing | null => (name === 'Order number' ? missing : null);
    expect(proposalOf(factsOn(TODAY, [LINE], of('public body', { checkTemplate }))).template).toBe('Text friendly');
  });

  it('is not shown an invoice within its 30 days beside an older one', () => {
    const young = { ...LINE, no: '2', issued: '2026-11-01', due: '2026-11-08' };
    expect(proposalOf(factsOn(TODAY, [LINE, young], of('public body'))).lines.map(({ invoice }) => invoice)).toEqual([
      '1',
    ]);
    expect(proposalOf(factsOn(TODAY, [LINE, young], of('business'))).lines).toHaveLength(2);
  });

  it('gets no hold notice though orders are on hold: the stage is passed', () => {
    const held = (kind: CustomerKind): FactsChange => ({
      policy,
      customers: [customer('Acme', { kind, creditHold: 'yes' })],
    });
    const policy = ladder('Timely', [
      [1, 'firm', { template: 'Hold notice' }],
      [5, 'firm'],
    ]);
    expect(proposalOf(factsOn(TODAY, [LINE], of('public body', held('public body')))).stage).toBe(2);
    expect(proposalOf(factsOn(TODAY, [LINE], of('business', held('business')))).stage).toBe(1);
  });
});
