// Letters to try the texts with: one with everything known, one with the least, and the four of the stories.
import { defaultTemplates } from '../../../src/dunning/letter/default-templates';
import type { LetterInput, LetterLine } from '../../../src/dunning/letter/letter';
import type { TemplateRow } from '../../../src/dunning/letter/template-row';
import { type Day, dayFromIso } from '../../../src/receivables/day';

export function day(iso: string): Day {
  const found = dayFromIso(iso);
  if (found === null) throw new Error(`${iso} is no day`);
  return found;
}

const TEMPLATES = defaultTemplates();

/** The default text of a name; the English one for a language that has none. */
function templateNamed(name: string, language = 'en'): TemplateRow & { name: string } {
  const rows = TEMPLATES.filter((candidate) => candidate.template === name);
  const row = rows.find((candidate) => candidate.language === language) ?? rows[0];
  if (!row) throw new Error(`there is no template ${name}`);
  return { ...row, name };
}

export function line(change: Partial<LetterLine>): LetterLine {
  return {
    invoice: 'INV-1001',
    orderNumber: '',
    due: day('2026-11-02'),
    currency: 'EUR',
    balance: 480_000,
    role: 'overdue',
    disputed: 0,
    ...change,
  };
}

export const BANK_DETAILS = {
  EUR: 'Nordlicht Werkzeuge GmbH\nIBAN DE00 0000 0000 0000 0000 00\nBIC XXXXDEFFXXX',
  GBP: 'Nordlicht Werkzeuge GmbH\nSort code 00-00-00, account 00000000',
};

/** What is known of every customer, however little: names, one overdue invoice, the day. */
export function minimalInput(template: string, change: Partial<LetterInput> = {}): LetterInput {
  return {
    template: templateNamed(template, change.language),
    language: 'en',
    customer: 'Hafen & Söhne',
    contact: '',
    company: 'Nordlicht Werkzeuge GmbH',
    sender: 'Mara Lind',
    signature: '',
    lines: [line({})],
    bankDetails: {},
    asOf: day('2026-11-20'),
    reference: 'DS-7F3K2',
    about: {
      promise: { day: day('2026-11-13'), amount: null, currency: 'EUR' },
      discount: { text: '2 %', until: day('2026-11-27') },
    },
    ...change,
  };
}

/** Two currencies, a dispute, a credit, an invoice not yet due, and everything a template may speak of. */
export function fullInput(template: string, change: Partial<LetterInput> = {}): LetterInput {
  return minimalInput(template, {
    contact: 'Anna Weber',
    knownUpTo: day('2026-11-20'),
    signature: 'Mara Lind\nAccounts Receivable\nNordlicht Werkzeuge GmbH\n+49 000 0000',
    bankDetails: BANK_DETAILS,
    lines: [
      line({
        invoice: 'INV-1001',
        orderNumber: 'PO-4711',
        balance: 900_000,
        disputed: 150_000,
        received: 200_000,
        paymentLink: 'https://pay.example.com/i/1001',
        lead: true,
      }),
      line({ invoice: 'INV-1007', orderNumber: 'PO-4720', due: day('2026-11-09'), balance: 250_000 }),
      line({ invoice: 'INV-1020', due: day('2026-12-04'), balance: 77_700, role: 'not-due' }),
      line({ invoice: 'INV-0990', due: day('2026-09-30'), balance: 44_000, role: 'disputed', disputed: 44_000 }),
      line({ invoice: 'CN-0031', due: null, balance: -30_000, role: 'credit' }),
      line({ invoice: 'INV-1002', due: day('2026-10-31'), currency: 'GBP', balance: 120_000 }),
    ],
    answer: { form: 'https://docs.google.com/forms/d/e/1FAIpQL/viewform?usp=pp_url&entry.11=7F3K2-0123456789ABCDEF' },
    about: {
      replyBy: day('2026-11-25'),
      deadline: day('2026-12-01'),
      nextStep: 'handing the account to our lawyers',
      releaseTerms: 'Payment of all overdue invoices\nPayment in advance for the next order',
      promise: { day: day('2026-11-13'), amount: 640_000, currency: 'EUR' },
      instalments: [{ day: day('2026-12-14'), amount: 320_000, currency: 'EUR' }],
      received: { totals: { EUR: 200_000 }, on: day('2026-11-12') },
      outcome: 'The delivery was complete; the signed note is attached to the invoice.',
      newDue: day('2026-12-08'),
      discount: { text: '2 % (96.00 EUR)', until: day('2026-11-27') },
      lastContact: day('2026-11-10'),
      reminders: [day('2026-11-06'), day('2026-11-10')],
      unanswered: true,
      lateCharges: 'reserved',
      history: ['6 November 2026: reminder by e-mail', '10 November 2026: call, no answer'],
      owner: 'Jonas Beck',
      phone: '+49 000 111',
      seniorContact: 'cfo@example.com',
      plannedOn: day('2026-11-24'),
      plannedSubject: 'Overdue: 10,000.00 EUR',
      link: 'https://sheet.example/1',
      terms: '30 days net',
      promises: ['6,400.00 EUR for 13 November 2026', '1,200.00 GBP for 16 November 2026'],
      portal: 'Coupa',
      notes: 'Pays on Fridays.',
      objections: [{ name: 'Objection price', heard: 'It is too dear.', answer: 'Remind {{contact}} of {{total}}.' }],
    },
    ...change,
  });
}

/** A friendly mail about several invoices of one currency. */
export function friendlySeveral(): LetterInput {
  const lines = [
    line({ orderNumber: 'PO-4711', paymentLink: 'https://pay.example.com/i/1001' }),
    line({ invoice: 'INV-1007', orderNumber: 'PO-4720', due: day('2026-11-09'), balance: 1_250_050 }),
    line({ invoice: 'INV-1009', due: day('2026-11-11'), balance: 99_999 }),
  ];
  return fullInput('Friendly', { lines, about: {} });
}

/** A firm mail: two currencies, a part in dispute, a credit. */
export function firmTwoCurrencies(): LetterInput {
  const lines = fullInput('Firm').lines.filter((shown) => shown.role !== 'not-due');
  return fullInput('Firm', { lines, about: { lastContact: day('2026-11-10'), replyBy: day('2026-11-25') } });
}
