// Waiting reminders for the sidebar's tests: many, with long names, with names that try to be markup.
import { letterPage } from '../../../src/dunning/letter/letter-page';
import type { ReminderLine, ReminderView } from '../../../src/entry/sidebar-calls';

const NAMES = [
  'Alder & Finch Bakery',
  'Brightwater Joinery',
  'Casa Verde Catering',
  'Donnelly Print Works',
  'Elbe Maschinenbau GmbH',
  'Fjord Logistics AS',
  'Granite Peak Outfitters',
  'Harrow & Sons Roofing',
];
const LOOKS = ['first contact', 'firm words', 'above 10,000', 'a payment came lately'];

/** Names no column is wide enough for, with and without places to break. */
export const LONG_NAMES = [
  'Internationale Beteiligungs- und Vermögensverwaltungsgesellschaft für Maschinenbauunternehmen mbH & Co. KG',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
];

/** A name that would run a script if it ever became markup. */
export const HOSTILE_NAME = '<img src=x onerror="window.pwned=1"><script>window.pwned=2</script>';

/** A reminder line that differs by its number: two of three are routine, every ninth is a call. */
export function lineNumber(number: number, changes: Partial<ReminderLine> = {}): ReminderLine {
  const call = number % 9 === 8;
  const look = number % 3 === 0 ? (LOOKS[(number / 3) % LOOKS.length] ?? '') : '';
  const hundreds = 120 + number * 37;
  const line: Omit<ReminderLine, 'list'> = {
    id: `r-${number}`,
    reference: `DS-${String(number).padStart(5, '7')}`,
    state: 'planned',
    customer: `${NAMES[number % NAMES.length]}${number < NAMES.length ? '' : ` ${Math.floor(number / NAMES.length) + 1}`}`,
    segment: number % 4 === 0 ? 'Delinquent SMB' : 'Timely',
    stage: number % 3 === 0 ? '3 of 6, firm' : '1 of 6, friendly',
    channel: call ? 'call' : 'email',
    amounts: number % 5 === 4 ? `${hundreds}.00 GBP and 900.00 EUR` : `${hundreds}.50 EUR`,
    daysLate: 4 + number,
    invoices: 1 + (number % 3),
    plannedOn: '2026-11-23',
    why: 'Overdue, and its step is due today.',
    look: call ? '' : look,
    leaves: call ? '' : 'leaves with the next run, about 10:00',
    approvedBy: '',
    snoozedUntil: '',
    ...changes,
  };
  return { list: line.channel !== 'email' ? 'by-hand' : line.look === '' ? 'routine' : 'look', ...line };
}

/** A letter as a page, with a text that tries to be more. */
function posted(line: ReminderLine): string {
  return letterPage({
    company: 'Northwind Trading Ltd',
    addressee: [line.customer, 'Anna Weber', 'Austria'],
    date: '23 November 2026',
    subject: `Final reminder: ${line.amounts}`,
    tag: 'en',
    blocks: [
      `<p style="margin:0 0 16px;">Dear Anna Weber,</p><p>please settle <b>${line.amounts}</b>, or see <a href="https://pay.example/1">https://pay.example/1</a>.</p>`,
      '<table style="width:100%;border-collapse:collapse;"><thead><tr><th align="left">Invoice</th><th align="right">Balance</th></tr></thead><tbody><tr><td>INV-2026-1001</td><td align="right">1,200.00 EUR</td></tr></tbody></table>',
      '<p>IBAN GB29 NWBK 6016 1331 9268 19</p><script>window.pwned=4</script><img src=x onerror="window.pwned=5">',
      '<div><img alt="Code" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="></div>',
    ],
  });
}

const SECOND_NEEDED = {
  needs: 'It waits for a second approval, by another person than bob@firm.example.',
  mayApprove: true,
};

/** The opened view of a line: three invoices, a mail, two reasons. */
export function opened(line: ReminderLine): ReminderView {
  const first = `INV-2026-${line.id.slice(2)}001`;
  return {
    ...line,
    second:
      line.look.includes('two people') && line.state === 'approved' ? SECOND_NEEDED : { needs: '', mayApprove: false },
    beside: '',
    call:
      line.channel === 'call'
        ? {
            contact: 'Anna Weber',
            phone: '+49 30 123456',
            email: 'anna@acme.example',
            country: 'Germany',
            contacts: ['10 Nov 2026: e-mail'],
            promises: ['13 Nov 2026: 6,400.00 EUR, partly kept'],
            objections: [
              { name: 'Objection no invoice', heard: 'We did not get the invoice.', answer: 'Send a copy.' },
            ],
            promiseOn: '2026-11-30',
          }
        : null,
    reasons: [
      'Invoice is 32 days past due and “firm” is for 30 days or more.',
      'Last mailed Tue 10 Nov; at least 7 days have passed.',
    ],
    invoiceLines: [
      {
        invoice: first,
        due: '2026-10-22',
        daysPastDue: 32,
        balance: '1,200.00',
        currency: 'EUR',
        role: 'lead',
        note: '',
        row: 12,
        more: line.channel === 'call' ? [{ label: 'Product', value: 'Frames' }] : [],
      },
      {
        invoice: `${first}-2`,
        due: '2026-11-18',
        daysPastDue: 5,
        balance: '380.50',
        currency: 'EUR',
        role: 'disputed',
        note: '100.00 disputed',
        row: 13,
        more: [],
      },
      {
        invoice: 'CN-77',
        due: '',
        daysPastDue: 0,
        balance: '-40.00',
        currency: 'EUR',
        role: 'credit',
        note: '',
        row: 14,
        more: [],
      },
    ],
    mail:
      line.state !== 'needs-fix'
        ? {
            to: 'accounts@alder-finch.example',
            cc: '',
            subject: `Overdue: ${line.amounts}, 32 days`,
            text: `Dear ${line.customer},\n\nplease settle ${line.amounts}.\n\nRef ${line.reference}`,
            html:
              line.channel === 'letter'
                ? posted(line)
                : `<p>Dear customer,</p><p>please settle <b>${line.amounts.replace(/</g, '&lt;')}</b>.</p><script>parent.pwned=3</script><p>Ref ${line.reference}</p>`,
            edited: false,
            attach: line.look.includes('document') ? ['documents'] : line.state === 'approved' ? ['statement'] : [],
            asFiles: true,
            draft: {
              subject: 'Overdue: {{total}}, {{days}} days',
              body: `Dear ${line.customer},\n\nplease settle {{total}}.`,
            },
            texts: { policy: 'Firm', chosen: 'Firm', names: ['Friendly', 'Firm', 'Part payment', 'Dispute closed'] },
          }
        : null,
    problem: line.state === 'needs-fix' ? line.why : '',
    next: 'next: senior, Thu 3 Dec',
    customerFacts: [
      { label: 'Last payment', value: '420.00 EUR, Mon 2 Nov' },
      { label: 'Promises kept', value: '2 of 3' },
    ],
    canEdit: true,
    customerKey: 'alder',
    otherAddress: '',
    seq: 3,
    whatsApp: line.channel === 'whatsapp' ? { link: 'https://wa.me/442079460000?text=Hello', problem: '' } : null,
  };
}
