// The mail of a reminder: what it is mainly about.
import { describe, expect, it } from 'vitest';
import type { Reminder } from '../../../src/dunning/history/reminder';
import { wordsOf } from '../../../src/dunning/letter/letter-words';
import type { Invoice } from '../../../src/receivables/invoice';
import { letterOfReminder, letterSources } from '../../../src/usecases/letters/letter-of-reminder';
import { openForShowing } from '../../../src/workbook/opening';
import { type InvoiceLine, setUpAt } from '../../builders/our-firm';

/** The mail of a customer's reminder in a template, with a lead that a test chooses. */
function textOf(lines: readonly InvoiceLine[], template: string, lead: string): string {
  const { ws, gathered } = openForShowing(setUpAt('2026-11-04 09:00', lines).ports);
  const [waiting] = gathered.facts.history.waiting.values();
  if (!waiting) throw new Error('nothing waits');
  const leadKey = waiting.facts.lines.find(({ invoice }) => invoice === lead)?.key ?? '';
  const reminder: Reminder = { ...waiting, facts: { ...waiting.facts, template, leadKey } };
  const composed = letterOfReminder(reminder, letterSources(ws, gathered));
  return 'letter' in composed ? composed.letter.text : composed.problem.message;
}

describe('a mail about several invoices', () => {
  const old = { no: 'OLD', customer: 'Acme Tools', due: '2026-10-14', amount: 600 };
  const young = { no: 'YOUNG', customer: 'Acme Tools', due: '2026-11-01', amount: 400 };

  it('tells the age of the oldest that matters, not that of a young one which leads', () => {
    expect(textOf([old, young], 'Firm', 'YOUNG')).toContain('1,000.00 EUR in all, are overdue, invoice OLD by 21 days');
  });

  it('tells the age of the large one beside an old residue', () => {
    expect(textOf([{ ...old, amount: 5 }, young], 'Firm', 'YOUNG')).toContain(
      '405.00 EUR in all, are overdue, invoice YOUNG by 3 days',
    );
  });

  it('counts a single day as one day', () => {
    expect(wordsOf('en')?.age(1)).toBe('1 day');
    expect(wordsOf('en')?.age(2)).toBe('2 days');
  });
});

describe('the greeting', () => {
  const greeted = (to: string[]): string => {
    const { ws, gathered } = openForShowing(
      setUpAt('2026-11-04 09:00', [{ no: '1', customer: 'Acme Tools', due: '2026-10-14', amount: 600 }]).ports,
    );
    const [waiting] = gathered.facts.history.waiting.values();
    if (!waiting) throw new Error('nothing waits');
    const key = waiting.facts.customerKey;
    const known = gathered.facts.customers.get(key);
    if (!known) throw new Error('nobody is known');
    const named = { ...known, contact: 'Anna Weber', email: 'ap@acme.example', escalationEmail: 'cfo@acme.example' };
    const facts = { ...gathered.facts, customers: new Map([[key, named]]) };
    const sources = { ...letterSources(ws, gathered), facts };
    const composed = letterOfReminder({ ...waiting, facts: { ...waiting.facts, to } }, sources);
    return 'letter' in composed ? composed.letter.text : composed.problem.message;
  };

  it('names the contact where the mail goes to them', () => {
    expect(greeted(['ap@acme.example'])).toContain('\nDear Anna Weber,\n');
  });

  it('names nobody where it goes to the senior contact, whose name is not known', () => {
    expect(greeted(['CFO@acme.example'])).toContain('\nHello,\n');
  });
});

describe('what was received on an invoice', () => {
  const ONE: InvoiceLine = { no: '1', customer: 'Acme Tools', due: '2026-10-14', amount: 1200, paid: 200 };

  function mailWith(change: Partial<Invoice>): string {
    const { ws, gathered } = openForShowing(setUpAt('2026-11-04 09:00', [ONE]).ports);
    const [waiting] = gathered.facts.history.waiting.values();
    if (!waiting) throw new Error('nothing waits');
    const invoices = gathered.facts.invoices.map((invoice) => ({ ...invoice, ...change }));
    const sources = { ...letterSources(ws, gathered), facts: { ...gathered.facts, invoices } };
    const composed = letterOfReminder(waiting, sources);
    return 'letter' in composed ? composed.letter.text : composed.problem.message;
  }

  it('is thanked for where the sheet calls it paid', () => {
    expect(mailWith({})).toContain('200.00 EUR received so far, thank you');
  });

  it('is no credit note under its number, and no balance that is lower for a reason nobody knows', () => {
    expect(mailWith({ payments: [{ amount: 20_000, on: null, isCredit: true }] })).not.toContain('received so far');
    expect(mailWith({ paid: null })).not.toContain('received so far');
    const both = [
      { amount: 15_000, on: null },
      { amount: 5_000, on: null, isCredit: true as const },
    ];
    expect(mailWith({ payments: both })).toContain('150.00 EUR received so far');
  });
});
