// The weekly note: what it counts, that it says so in each language, and that it stays small and safe whatever stands in it.
import { describe, expect, it } from 'vitest';
import { decisionContext } from '../../../src/dunning/decision/customer-context';
import { decide } from '../../../src/dunning/decision/decide';
import { LETTER_LANGUAGES, LETTER_TAGS } from '../../../src/dunning/letter/letter-languages';
import { buildMessage } from '../../../src/dunning/mail/message';
import { USUAL_REASONS } from '../../../src/dunning/policy/dispute-reasons';
import { type NoteMail, noteMail } from '../../../src/dunning/weekly/note';
import { NOTE_WORDS } from '../../../src/dunning/weekly/note-words';
import { type Week, weekOf } from '../../../src/dunning/weekly/week';
import { day, dispute, factsOn, type InvoiceText, promise } from '../../builders/dunning-facts';

const MONDAY = '2026-11-30';
const LINK = 'https://docs.google.com/spreadsheets/d/abc/edit';

function week(invoices: InvoiceText[], change: Partial<ReturnType<typeof factsOn>> = {}, stops = 0): Week {
  const facts = { ...factsOn(MONDAY, invoices), ...change };
  return weekOf(decisionContext(facts), decide(facts).decisions, USUAL_REASONS, stops);
}

const LINES: InvoiceText[] = [
  { no: '1', due: '2026-11-20', open: 600 },
  { no: '2', due: '2026-12-20', open: 300, customer: 'Berg' },
  // Came in on the Sunday, and one on the Monday itself: the next note has that.
  { no: '3', due: '2026-11-10', open: 0, amount: 50_000, paid: 50_000, paidOn: '2026-11-29' },
  { no: '4', due: '2026-11-10', open: 0, amount: 7_000, paid: 7_000, paidOn: '2026-11-30' },
  { no: '5', due: '2026-11-10', open: 0, amount: 9_000, paid: 9_000, paidOn: '2026-11-22' },
];

describe('the week', () => {
  it('is the seven days before: money of Monday to Sunday, and what is promised for the seven days from today on', () => {
    const promises = [
      promise('2026-12-04', { customerKey: 'acme', amount: 400, currency: 'EUR' }),
      promise('2026-12-07', { customerKey: 'berg', amount: 100, currency: 'EUR' }),
    ];
    const found = week(LINES, { promises });
    expect([found.from, found.to]).toEqual([day('2026-11-23'), day('2026-11-29')]);
    expect(found.came).toEqual({ EUR: 50_000 });
    expect(found.promised).toEqual([{ customer: 'Acme', on: day('2026-12-04'), totals: { EUR: 40_000 } }]);
  });

  it('knows nothing of what came in where the sheet has no dates of payment', () => {
    expect(week([{ no: '1', due: '2026-11-20', open: 600 }]).came).toBeNull();
  });

  it('counts contacts of those days alone, and disputes past their deadline', () => {
    const facts = factsOn(MONDAY, LINES);
    const contact = { template: '', tone: 'friendly', outcome: '', reached: true };
    facts.history.contacts.set('acme', [
      { ...contact, on: day('2026-11-22'), channel: 'email' },
      { ...contact, on: day('2026-11-23'), channel: 'email' },
      { ...contact, on: day('2026-11-29'), channel: 'call' },
      { ...contact, on: day('2026-11-30'), channel: 'call' },
    ]);
    const disputes = [dispute('1', { reason: 'price', deadline: day('2026-11-29'), amount: 200 })];
    const found = week(LINES, { history: facts.history, disputes });
    expect(found.done).toEqual([
      ['email', 1],
      ['call', 1],
    ]);
    expect(found.needs.deadlines).toBe(1);
    expect(found.waiting[0]).toMatchObject({ department: 'Sales', currency: 'EUR', amount: 20_000 });
  });
});

const EMPTY: Week = week([]);
const LONG = `${'Wolframs-Eschenbacher Bürstenfabrik <b>&amp; Söhne</b> '.repeat(6)}GmbH`;
const MUCH: Week = {
  ...EMPTY,
  money: ['AUD', 'CHF', 'EUR', 'GBP', 'USD', 'ZAR', 'JPY'].map((currency) => ({
    ...{ currency, byAge: [123_456_789_01, 99_99, 0, 5_000_00, 987_654_321_00], unchased: 0, weekAgo: 5_00 },
  })),
  done: [
    ['email', 412],
    ['call', 33],
    ['task', 4],
  ],
  came: { EUR: 342_000_00, GBP: -12_00 },
  promised: Array.from({ length: 400 }, (_, at) => ({
    customer: LONG,
    on: EMPTY.to + 1 + (at % 7),
    totals: { EUR: 1 },
  })),
  waiting: Array.from({ length: 60 }, () => ({ department: LONG, currency: 'EUR', amount: 12_345_678, invoices: 3 })),
  needs: { stops: 1, review: 12, byHand: 30, needsFix: 4, failed: 1, unconfirmed: 2, deadlines: 9 },
  unchased: { customers: 31, totals: { EUR: 8_200_00 } },
};

describe('the note', () => {
  it.each(LETTER_TAGS)('says the same in %s as text and as HTML, under 90 KB with far too much in it', (tag) => {
    const mail = noteMail(MUCH, tag, LONG, LINK);
    const from = { name: 'Duesheet', address: 'ann@ourfirm.example' };
    expect(buildMessage({ from, to: ['lead@ourfirm.example'], ...mail }).length).toBeLessThan(90_000);
    const { pay, typeset } = LETTER_LANGUAGES[tag];
    const note = NOTE_WORDS[tag];
    for (const words of [note.sent, note.cameIn, note.promised, note.departments, note.person]) {
      expect(mail.text).toContain(typeset(words));
      expect(mail.html).toContain(typeset(words));
    }
    for (const kind of Object.keys(note.needs) as (keyof typeof note.needs)[])
      expect(mail.text).toContain(typeset(`- ${note.needs[kind]}${pay.colon}${MUCH.needs[kind]}`));
    expect(mail.text).toContain(LINK);
    expect(mail.text).toContain(note.further(390));
    expect(mail.html).not.toContain('<b>');
    expect(mail.subject.length).toBeLessThan(140);
  });

  it('names nothing twice in two languages: every sentence differs', () => {
    const said = LETTER_TAGS.map((tag) => noteMail(EMPTY, tag, '', LINK).text);
    expect(new Set(said).size).toBe(LETTER_TAGS.length);
    const lines = said.map((text) => text.split('\n').filter((line) => line !== '' && !line.includes(LINK)));
    const all = lines.flat();
    expect(new Set(all).size).toBe(all.length);
  });

  it('says what there is nothing of, and draws no bar then', () => {
    const mail: NoteMail = noteMail(EMPTY, 'en', 'Our Firm', LINK);
    expect(mail.subject).toBe('Our Firm: Receivables, week from 23 Nov 2026');
    expect(mail.text.split('\n').slice(0, 2)).toEqual([
      'The week from 23 Nov 2026 to 29 Nov 2026.',
      'Nothing is open.',
    ]);
    for (const words of ['Nothing was sent.', 'Nothing is promised for this week.', 'Nothing waits for a person.'])
      expect(mail.text).toContain(words);
    expect(mail.html).not.toContain('background-color:#b5382a');
  });

  it('says the overdue of each currency with that of a week ago, and bars as long as their share of the longest', () => {
    const found = week(LINES);
    const mail = noteMail(found, 'de', 'Acme GmbH', LINK);
    expect(mail.text).toContain('Offen sind 900,00 EUR, davon 600,00 EUR überfällig; vor einer Woche waren es');
    const widths = [...mail.html.matchAll(/border="0" width="(\d+)%" style="width:\d+%;border/g)].map(
      ([, width]) => width,
    );
    // What is not due is half of what is 1 to 30 days late.
    expect(widths).toEqual(['50', '100']);
    expect(mail.text).toContain('Zu nichts Überfälligem ist ein Grund notiert.');
  });

  it('says of what is overdue whom it waits for, and how much has no reason, once one has', () => {
    const disputes = [dispute('1', { reason: 'price', amount: 200 })];
    const { text } = noteMail(week(LINES, { disputes }), 'en', '', LINK);
    expect(text).toContain('- Sales: 200.00 EUR\n- no reason known: 400.00 EUR\n');
  });
});
