// What the sidebar's fake server says of reasons: why an invoice, the invoices a search finds, what changed.
import type { ChangesView, ExplainedInvoice, InvoiceLink, WhyView } from '../../../src/entry/sidebar-calls';
import type { SidebarCalls } from '../../../src/sidebar/shell/calls';
import type { Scenario } from './fake-server';

/** An invoice to choose, by number. */
export function linkNumber(number: number, changes: Partial<InvoiceLink> = {}): InvoiceLink {
  return {
    key: `k-${number}`,
    invoice: `INV-${1000 + number}`,
    customer: number % 2 === 0 ? 'Alder & Finch Bakery' : 'Brightwater Joinery',
    sheet: 'Invoices',
    row: 2 + number,
    balance: `${(1200 - number).toLocaleString('en-US')}.00 EUR`,
    age: `${10 + number} days past due`,
    nextDate: number % 3 === 0 ? '2026-12-01' : '',
    ...changes,
  };
}

/** An invoice that waits for its stage, with a failed rule among those that hold. */
function explainedInvoice(link: InvoiceLink, changes: Partial<ExplainedInvoice> = {}): ExplainedInvoice {
  return {
    ...link,
    customerKey: 'alder',
    due: '2026-11-12',
    segment: 'Timely',
    decision: 'blocked',
    sentence: 'Nothing is sent. Paused up to and including Mon 30 Nov: waiting for a credit note.',
    beside: [],
    rules: [
      { rule: 'It is owed', holds: true, message: `${link.balance} is open.`, nextDate: '' },
      {
        rule: 'The customer may be contacted',
        holds: true,
        message: 'Nothing in AR Customers forbids it.',
        nextDate: '',
      },
      {
        rule: 'Reminders are not paused',
        holds: false,
        message: 'Paused up to and including Mon 30 Nov: waiting for a credit note.',
        nextDate: '2026-12-01',
      },
      { rule: 'It is not disputed', holds: true, message: 'No dispute is open.', nextDate: '' },
      {
        rule: 'The day of that step has come',
        holds: false,
        message: 'Waiting until Wed 25 Nov (personal) unless paid; last contact Fri 13 Nov.',
        nextDate: '2026-11-25',
      },
    ],
    waiting: null,
    next: 'It is looked at again on Tue 1 Dec, unless something changes before.',
    ...changes,
  };
}

const NOTHING: WhyView = {
  asOf: '2026-11-23',
  place: 'Prices, row 3',
  hint: '“Prices” holds no invoices. Select a row of the invoice sheet; or search for an invoice number below.',
  invoice: null,
  others: [],
};

/** The calls about reasons over a scenario. */
export function whyCalls(scenario: Scenario): Pick<SidebarCalls, 'getWhy' | 'getWhyOf' | 'findInvoices' | 'applyGrid'> {
  const known = (): InvoiceLink[] => scenario.invoices ?? Array.from({ length: 6 }, (_, at) => linkNumber(at));
  const why = (link: InvoiceLink, place: string): WhyView => ({
    asOf: '2026-11-23',
    place,
    hint: '',
    invoice: explainedInvoice(link, scenario.explained),
    others: known().filter(({ key, customer }) => key !== link.key && customer === link.customer),
  });
  return {
    getWhy: () => {
      const [first] = known();
      return scenario.cursorElsewhere || !first ? NOTHING : why(first, `Invoices, row ${first.row}`);
    },
    getWhyOf: (key) => {
      const link = known().find((one) => one.key === key);
      if (!link) throw new Error(`no invoice ${key}`);
      return why(link, '');
    },
    findInvoices: (words) => {
      const found = known().filter(({ invoice, customer }) =>
        `${invoice} ${customer}`.toLowerCase().includes(words.toLowerCase()),
      );
      return { links: found.slice(0, 20), more: Math.max(0, found.length - 20) };
    },
    applyGrid: () => ({
      changed: 2,
      message:
        '2 approved. 1 word not understood: "aprove" in row 7. Write approve, not now, treat as done or hold back.',
    }),
  };
}

/** What changed since Friday. */
export const CHANGES: ChangesView = {
  summary: 'Since yesterday: 2 new, 1 cancelled (paid), 1 promise broken',
  items: [
    { at: '2026-11-23 08:02', what: 'Promise broken', customer: 'Casa Verde Catering', why: 'The promise is broken.' },
    {
      at: '2026-11-23 08:02',
      what: 'Cancelled (paid)',
      customer: 'Elbe Maschinenbau GmbH',
      why: 'Nothing is open any more.',
    },
    {
      at: '2026-11-23 08:02',
      what: 'New reminder',
      customer: 'Alder & Finch Bakery',
      why: 'Invoice INV-1001 (1,200.00 EUR, 4 days past due) decides: step 1 of 6, friendly.',
    },
    { at: '2026-11-23 08:02', what: 'New reminder', customer: 'Brightwater Joinery', why: 'Step 2 is due.' },
  ],
};
