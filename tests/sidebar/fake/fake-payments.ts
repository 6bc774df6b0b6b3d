// The calls of the page Payments, as a made-up workbook answers them.
import type {
  ChangeResult,
  DifferenceView,
  PartView,
  PaymentLineView,
  PaymentsView,
} from '../../../src/entry/sidebar-calls';
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

const PART: PartView = {
  ...{ customer: 'Acme Tools', invoice: 'INV-1001', currency: 'EUR', amount: 1250, gaps: [], isBooked: false },
};

/** A line that is certain, and one that is asked about. */
const LINE: PaymentLineView = {
  ...{
    id: 'B1',
    date: '2026-11-20',
    amount: '1,250.00 EUR',
    money: 1250,
    currency: 'EUR',
    payer: 'Acme Tools GmbH',
    text: 'INV-1001',
  },
  ...{ state: 'proposed', parts: [PART], candidates: [], by: '' },
  why: 'Number INV1001 in the text: INV-1001. The amount is what is open. The payer is Acme Tools.',
};
const INVOICE = {
  key: 'acme|INV-1002',
  invoice: 'INV-1002',
  customer: 'Acme Tools',
  customerKey: 'acme tools',
  currency: 'EUR',
};
const ASKED: PaymentLineView = {
  ...LINE,
  ...{ id: 'B2', amount: '300.00 EUR', money: 300, text: 'Zahlung', state: 'asked', parts: [] },
  candidates: [{ ...INVOICE, open: 420, openText: '420.00 EUR', due: '2026-10-30' }],
  why: 'The payer is known; the amount fits no invoice and no set of them.',
};

const DIFFERENCE: DifferenceView = {
  ...{ key: 'acme|INV-1003', invoice: 'INV-1003', customer: 'Acme Tools', isInSheet: true },
  ...{ inSheet: '300.00 EUR', before: '1,000.00 EUR', payments: ['400.00 EUR of Thu 12 Nov'] },
};

const BOOK: PaymentLineView = {
  ...{
    ...LINE,
    id: 'B0',
    date: '2026-11-12',
    amount: '400.00 EUR',
    money: 400,
    state: 'applied',
    by: 'ann@example.com',
  },
  parts: [{ ...PART, invoice: '2026.003', amount: 400 }],
};
const OTHER = { ...INVOICE, key: 'acme|INV-1004', invoice: 'INV-1004', open: 1000, openText: '1,000.00 EUR', due: '' };

/** The calls, with what was decided kept. */
export function paymentCalls(): Pick<SidebarCalls, (typeof PAYMENT_CALLS)[number]> {
  const view: PaymentsView = {
    ...{
      asOf: '2026-11-23',
      differences: [DIFFERENCE],
      certain: [LINE],
      asked: [ASKED],
      others: [],
      decided: [BOOK],
      unread: [],
    },
  };
  const done = (message: string): ChangeResult => ({ changed: 1, message });
  const decide = (id: string, state: string): void => {
    const line = [...view.certain, ...view.asked].find((one) => one.id === id);
    view.certain = view.certain.filter((one) => one.id !== id);
    view.asked = view.asked.filter((one) => one.id !== id);
    if (line) view.decided = [{ ...line, state, by: 'ann@example.com', candidates: [] }, ...view.decided];
  };
  const payers: [string, string, string][] = [['Acme Tools GmbH', 'acme tools', 'Acme Tools']];
  const figures = { decided: 40, unasked: 31, settled: 35, wrong: 1, days: 2 };
  const given = [{ as: 'discount', currency: 'EUR', count: 2, sum: 4_000 }];
  return {
    findMoneyPlaces: () => ({
      invoices: [...(ASKED.candidates ?? []), OTHER],
      customers: [['acme tools', 'Acme Tools']],
    }),
    getMoneyFigures: () => ({ figures: { ...figures, given }, payers: [...payers] }),
    forgetPayer: (payer) => {
      payers.splice(0, payers.length);
      return done(`${payer} is not known as Acme Tools any more.`);
    },
    settleDifference: () => {
      view.differences = [];
      return done('INV-1003: noted. The sheet holds these payments.');
    },
    getPayments: () => structuredClone(view),
    addBankLines: ({ lines }) => done(`${lines.length} lines read: 0 certain, ${lines.length} to look at.`),
    acceptLines: (ids) => {
      for (const id of ids) decide(id, 'applied');
      return done(`${ids.length} accepted.`);
    },
    placeLine: (id) => {
      decide(id, 'applied');
      return done('Put on INV-1002 of Acme Tools.');
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
    applyLineWords: () => done('1 decided.'),
  };
}
