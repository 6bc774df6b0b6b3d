// The calls of the page Payments, as a made-up workbook answers them.
import type { ChangeResult, DifferenceView, PaymentLineView, PaymentsView } from '../../../src/entry/sidebar-calls';
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
] as const;

/** A line that is certain, and one that is asked about. */
const LINE: PaymentLineView = {
  ...{ id: 'B1', date: '2026-11-20', amount: '1,250.00 EUR', money: 1250, payer: 'Acme Tools GmbH', text: 'INV-1001' },
  ...{ state: 'proposed', customer: 'Acme Tools', places: 'INV-1001 1250.00', candidates: [], canUndo: false, by: '' },
  why: 'Number INV1001 in the text: INV-1001. The amount is what is open. The payer is Acme Tools.',
};
const INVOICE = { key: 'acme|INV-1002', invoice: 'INV-1002', customer: 'Acme Tools', customerKey: 'acme tools' };
const ASKED: PaymentLineView = {
  ...LINE,
  ...{ id: 'B2', amount: '300.00 EUR', money: 300, text: 'Zahlung', state: 'asked', places: '', customer: '' },
  candidates: [{ ...INVOICE, open: 420, openText: '420.00 EUR', due: '2026-10-30' }],
  why: 'The payer is known; the amount fits no invoice and no set of them.',
};

const DIFFERENCE: DifferenceView = {
  ...{ key: 'acme|INV-1003', invoice: 'INV-1003', customer: 'Acme Tools', isInSheet: true },
  ...{ inSheet: '300.00 EUR', before: '1,000.00 EUR', payments: ['400.00 EUR of Thu 12 Nov'] },
};

/** The calls, with what was decided kept. */
export function paymentCalls(): Pick<SidebarCalls, (typeof PAYMENT_CALLS)[number]> {
  const view: PaymentsView = {
    ...{ asOf: '2026-11-23', differences: [DIFFERENCE], certain: [LINE], asked: [ASKED], others: [], decided: [] },
    customers: [['acme tools', 'Acme Tools']],
    toBook: [
      ['Date', 'Customer', 'Invoice', 'Amount', 'Currency', 'Discount', 'Other', 'Bank line'],
      ['2026-11-12', 'Acme Tools', '2026.003', '400.00', 'EUR', '', '', 'B0'],
    ],
  };
  const done = (message: string): ChangeResult => ({ changed: 1, message });
  const decide = (id: string, state: string): void => {
    const line = [...view.certain, ...view.asked].find((one) => one.id === id);
    view.certain = view.certain.filter((one) => one.id !== id);
    view.asked = view.asked.filter((one) => one.id !== id);
    if (line)
      view.decided = [{ ...line, state, canUndo: true, by: 'ann@example.com', candidates: [] }, ...view.decided];
  };
  return {
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
