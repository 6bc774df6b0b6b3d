// The calls of the page Payments, as a made-up workbook answers them.
import type { AllocationFacts } from '../../../src/dunning/history/payment-facts';
import type {
  CandidateView,
  ChangeResult,
  DifferenceView,
  PaymentLineView,
  PaymentsView,
} from '../../../src/entry/sidebar-calls';
import { dayFromIso } from '../../../src/receivables/day';
import type { SidebarCalls } from '../../../src/sidebar/shell/calls';

const PAYMENT_CALLS = [
  'getPayments',
  'addBankLines',
  'acceptLines',
  'placeLine',
  'lineOnAccount',
  'ignoreLines',
  'undoLines',
  'applyLineWords',
  'settleDifference',
  'findMoneyPlaces',
  'getMoneyFigures',
  'forgetPayer',
] as const;

const day = (iso: string): number => dayFromIso(iso) ?? 0;
const ACME = { customer: 'Acme Tools', customerKey: 'acme tools', currency: 'EUR' };
const part = (invoice: string, amount: number): AllocationFacts => ({
  ...{ key: `acme|${invoice}`, invoice, customerKey: 'acme tools', currency: 'EUR', amount, open: amount },
});

/** A line that is certain, one that is asked about, and one that was accepted. */
const LINE: PaymentLineView = {
  ...{ id: 'B1', on: day('2026-11-20'), readOn: day('2026-11-23'), amount: 125_000, currency: 'EUR', kind: '' },
  ...{ payer: 'Acme Tools GmbH', text: 'INV-1001', state: 'proposed', candidates: [], decision: null },
  proposal: [part('INV-1001', 125_000)],
  why: 'Number INV1001 in the text: INV-1001. The amount is what is open. The payer is Acme Tools.',
};
const ASKED: PaymentLineView = {
  ...{ ...LINE, id: 'B2', amount: 30_000, text: 'Zahlung', state: 'asked', proposal: [] },
  candidates: ['acme|INV-1002'],
  why: 'The payer is known; the amount fits no invoice and no set of them.',
};
const accepted = (line: PaymentLineView, state: PaymentLineView['state']): PaymentLineView => {
  const parts = line.proposal.map((one) => ({ ...one, bookedOn: null }));
  const decision = { id: line.id, as: 'applied' as const, parts, on: day('2026-11-23'), by: 'ann@example.com' };
  return { ...line, state, candidates: [], decision: { ...decision, proposed: true } };
};
const BOOK = accepted(
  { ...LINE, id: 'B0', on: day('2026-11-12'), amount: 40_000, proposal: [part('2026.003', 40_000)] },
  'applied',
);
const invoice = (no: string, open: number): CandidateView => ({
  ...{ key: `acme|${no}`, invoice: no, ...ACME, amount: open, open, terms: '2/10 net 30' },
  ...{ issued: day('2026-11-08'), due: day('2026-12-08') },
});
const INVOICES = [invoice('INV-1002', 42_000), invoice('INV-1004', 100_000)];

const DIFFERENCE: DifferenceView = {
  ...{ key: 'acme|INV-1003', invoice: 'INV-1003', customer: 'Acme Tools', currency: 'EUR' },
  ...{ inSheet: 30_000, before: 100_000, payments: [[40_000, 'EUR', day('2026-11-12')]] },
};

/** The calls, with what was decided kept. @param known what is there at first, in place of a few lines */
export function paymentCalls(known: Partial<PaymentsView> = {}): Pick<SidebarCalls, (typeof PAYMENT_CALLS)[number]> {
  const view: PaymentsView = {
    ...{ asOf: '2026-11-23', differences: [DIFFERENCE], unread: [], lines: [BOOK, LINE, ASKED], invoices: INVOICES },
    ...{ names: [['acme tools', 'Acme Tools']], ends: [], upTo: '2026-11-20' },
    ...known,
  };
  const done = (message: string): ChangeResult => ({ changed: 1, message });
  const decide = (id: string, state: PaymentLineView['state']): void => {
    view.lines = view.lines.map((line) => (line.id === id ? accepted(line, state) : line));
  };
  const payers: [string, string, string][] = [['ACME TOOLS TREASURY', 'acme tools', 'Acme Tools']];
  return {
    findMoneyPlaces: () => ({ invoices: INVOICES, customers: [['acme tools', 'Acme Tools']] }),
    getMoneyFigures: () => ({ lines: structuredClone(view.lines), payers: [...payers] }),
    forgetPayer: (payer) => {
      payers.splice(0, payers.length);
      return done(`${payer}: forgotten.`);
    },
    settleDifference: () => {
      view.differences = [];
      return done('INV-1003: noted. The sheet holds these payments.');
    },
    getPayments: () => structuredClone(view),
    addBankLines: ({ lines, ends }) =>
      done(`Lines read: ${lines.length}, certain 0, to look at ${lines.length}. Ends: ${ends?.length ?? 0}.`),
    acceptLines: (ids) => {
      for (const id of ids) decide(id, 'applied');
      return done(`${ids.length} accepted.`);
    },
    placeLine: (id, places) => {
      decide(id, 'applied');
      return done(`Put on ${places.map(({ key, amount, gap }) => `${key} ${amount} ${gap?.as ?? ''}`).join(', ')}.`);
    },
    lineOnAccount: (id) => {
      decide(id, 'on account');
      return done('300.00 EUR stands on account of Acme Tools.');
    },
    ignoreLines: (ids) => {
      for (const id of ids) decide(id, 'ignored');
      return done('1 noted as not ours to match.');
    },
    undoLines: () => done('1 taken back.'),
    applyLineWords: () => done('AR Payments read: 1 decided.'),
  };
}
