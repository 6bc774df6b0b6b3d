// Promises, disputes and outcomes of calls: what is written down, what stops at once, and until when.
import { describe, expect, it } from 'vitest';
import { recordDispute, resolveDispute } from '../../../src/usecases/agreements/record-dispute';
import { cancelPromise, recordPromise } from '../../../src/usecases/agreements/record-promise';
import { showPromises } from '../../../src/usecases/agreements/show-promises';
import { changeContact } from '../../../src/usecases/customers/manual-status';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { recordOutcome } from '../../../src/usecases/review/record-outcome';
import { showReminder } from '../../../src/usecases/review/show-reminders';
import { openForShowing } from '../../../src/workbook/opening';
import { REASONS_TAB } from '../../../src/workbook/tab-specs';
import { agreesToWhatsApp } from '../../builders/customer-calls';
import type { FakeWorld } from '../../builders/fake-workbook';
import { day } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, payments, records, replaceInvoices } from '../../builders/our-firm';

const ACME: InvoiceLine = { no: '1001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 };
const OTHER: InvoiceLine = { no: '1002', customer: 'Acme Tools', due: '2026-10-30', amount: 500 };
const KEY = 'acme tools';
const PROMISE = { customerKey: KEY, invoices: [], amount: null, currency: '', promisedOn: '2026-11-13', note: '' };
const DISPUTE = {
  customerKey: KEY,
  invoice: '1001',
  amount: null,
  currency: '',
  reason: 'wrong price',
  owner: '',
  deadline: '',
};

const live = (...lines: InvoiceLine[]): FakeWorld => liveAt('2026-11-04 09:00', lines.length > 0 ? lines : [ACME]);
const queue = (world: FakeWorld): string[] =>
  records(world, 'AR Queue').map((row) => `${row['Customer']}: ${row['State']}, ${row['Template']}`);
const noted = (world: FakeWorld, kind: string) => records(world, 'AR Log').find((row) => row['Event'] === kind);
const plannedOn = (world: FakeWorld, text: string): string[] => {
  world.at(`${text} 09:00`);
  payments(world, text);
  planDay(world.ports);
  return queue(world);
};

describe('a promise', () => {
  it('stops reminders through its grace, and is noted at once with what it covers', () => {
    const world = live();
    const { message, changed } = recordPromise(world.ports, { ...PROMISE, amount: 1200, note: 'Ms Weber' });
    expect(message).toContain('1,200.00 EUR of Acme Tools is promised for Fri 13 Nov');
    expect(message).toContain('up to and including Tue 17 Nov');
    expect(changed).toBe(1);
    expect(queue(world)).toEqual([]);
    expect(records(world, 'AR Promises')).toEqual([
      {
        Customer: 'Acme Tools',
        Invoice: '',
        Amount: 1200,
        Currency: 'EUR',
        'Promised on': day('2026-11-13'),
        Recorded: day('2026-11-04'),
        State: 'open',
        Note: 'Ms Weber',
        Plan: '',
      },
    ]);
    expect(noted(world, 'promise-noted')).toMatchObject({
      Actor: 'ann@ourfirm.example',
      Note: '1,200.00 EUR promised for Fri 13 Nov. Covers 1 invoice. Ms Weber',
    });
  });

  it('of an amount for several invoices is spoken of as one: its sum, and what came in of all', () => {
    const world = live(ACME, OTHER);
    recordPromise(world.ports, { ...PROMISE, invoices: ['1001', '1002'], amount: 600 });
    const mail = (text: string) => {
      plannedOn(world, text);
      return showReminder(world.ports, String(records(world, 'AR Queue')[0]?.['Reminder'])).mail;
    };
    expect(mail('2026-11-11')?.text).toContain('your payment of 600.00 EUR for 13 November 2026');
    replaceInvoices(world, [
      { ...ACME, paid: 40, paidOn: '2026-11-13' },
      { ...OTHER, paid: 300, paidOn: '2026-11-13' },
    ]);
    const missed = mail('2026-11-18');
    expect(missed?.text).toContain('your payment of 600.00 EUR for 13 November 2026');
    expect(missed?.text).toContain('So far we have received 340.00 EUR, on 13 November 2026');
    expect(missed?.text).toContain('This leaves 1,360.00 EUR open');
  });

  it('of an amount for several invoices pays the oldest first', () => {
    const world = live(ACME, OTHER);
    const { message } = recordPromise(world.ports, { ...PROMISE, invoices: ['1001', ' 1002'], amount: 600 });
    expect(records(world, 'AR Promises').map((row) => [row['Invoice'], row['Amount']])).toEqual([
      ['1002', 500],
      ['1001', 100],
    ]);
    expect(message).not.toContain('does not reach');
  });

  it('says which invoices an amount does not reach', () => {
    const world = live(ACME, OTHER);
    const { message } = recordPromise(world.ports, { ...PROMISE, invoices: ['1001', '1002'], amount: 200 });
    expect(message).toContain('It does not reach one of the invoices');
    expect(records(world, 'AR Promises').map((row) => row['Invoice'])).toEqual(['1002']);
  });

  it('asks for the currency where several are open', () => {
    const world = live(ACME, { ...OTHER, currency: 'GBP' });
    expect(() => recordPromise(world.ports, { ...PROMISE, amount: 600 })).toThrow('EUR and GBP');
    recordPromise(world.ports, { ...PROMISE, amount: 500, currency: 'GBP' });
    expect(records(world, 'AR Promises')[0]?.['Currency']).toBe('GBP');
  });

  it.each([
    [{ promisedOn: '2026-11-03' }, 'has passed'],
    [{ promisedOn: '' }, 'Choose the day'],
    [{ amount: 0 }, 'more than 0'],
    [{ amount: Number.NaN }, 'more than 0'],
    [{ amount: 1e308 }, 'less than 1,000,000,000,000'],
    [{ promisedOn: '2206-11-13' }, 'Check its year'],
    [{ invoices: ['9999'] }, 'no open invoice "9999"'],
  ])('is refused, and nothing is written: %j', (change, sentence) => {
    const world = live();
    expect(() => recordPromise(world.ports, { ...PROMISE, ...change })).toThrow(sentence);
    expect(records(world, 'AR Promises')).toEqual([]);
  });

  it('of a part that was not wholly paid is missed after its grace, with what came in', () => {
    const world = live();
    recordPromise(world.ports, { ...PROMISE, amount: 1000 });
    replaceInvoices(world, [{ ...ACME, paid: 400, paidOn: '2026-11-12' }]);
    expect(plannedOn(world, '2026-11-17')).toEqual([]);
    expect(plannedOn(world, '2026-11-18')).toEqual(['Acme Tools: planned, Promise missed']);
    const [promise] = showPromises(world.ports).promises;
    expect(promise).toMatchObject({ state: 'partly kept', received: '400.00 EUR, last on Thu 12 Nov' });
    const id = String(records(world, 'AR Queue')[0]?.['Reminder']);
    expect(showReminder(world.ports, id).mail?.text).toContain('400.00 EUR');
    expect(showReminder(world.ports, id).mail?.text).toContain('13 November 2026');
  });

  it('is written once for each invoice, however often it is pressed', () => {
    const world = live(ACME, OTHER);
    const both = { ...PROMISE, invoices: ['1001', '1002'] };
    recordPromise(world.ports, { ...PROMISE, invoices: ['1002'] });
    expect(recordPromise(world.ports, both).message).toContain('is promised for Fri 13 Nov');
    recordPromise(world.ports, both);
    expect(records(world, 'AR Promises').map((row) => row['Invoice'])).toEqual(['1002', '1001']);
    recordPromise(world.ports, { ...both, promisedOn: '2026-11-16' });
    expect(records(world, 'AR Promises')).toHaveLength(4);
  });

  it('that is cancelled protects nothing any more, and queues without sending', () => {
    const world = live();
    recordPromise(world.ports, PROMISE);
    const [{ row, seen } = { row: 0, seen: '' }] = showPromises(world.ports).promises;
    expect(cancelPromise(world.ports, { row, seen }).message).toContain('nothing was sent');
    expect(records(world, 'AR Promises')[0]?.['State']).toBe('cancelled');
    expect(queue(world)).toEqual(['Acme Tools: planned, Friendly']);
    expect(world.mails).toHaveLength(0);
    const [again] = showPromises(world.ports).promises;
    expect(() => cancelPromise(world.ports, { row, seen: again?.seen ?? '' })).toThrow('cancelled already');
  });
});

describe('a dispute', () => {
  it('about a part leaves the rest to be asked for', () => {
    const world = live();
    const { message } = recordDispute(world.ports, { ...DISPUTE, amount: 200, owner: 'Bo', deadline: '2026-11-10' });
    expect(message).toContain('200.00 EUR of invoice 1001 is in dispute');
    expect(message).toContain('Bo is to answer by Tue 10 Nov');
    expect(records(world, 'AR Queue')[0]?.['Amounts']).toBe('1,000.00 EUR');
    expect(showPromises(world.ports).disputes[0]).toMatchObject({
      customer: 'Acme Tools',
      late: false,
      stands: 'The customer waits for Bo until Tue 10 Nov.',
    });
  });

  it('about all that is open in one currency asks for nothing in it, not for 0.00', () => {
    const world = live(ACME, { ...OTHER, currency: 'GBP' });
    recordDispute(world.ports, DISPUTE);
    expect(records(world, 'AR Queue')[0]?.['Amounts']).toBe('500.00 GBP');
  });

  it('pressed twice is written once: its amount is not disputed twice', () => {
    const world = live();
    for (const _ of [1, 2]) recordDispute(world.ports, { ...DISPUTE, amount: 200 });
    expect(records(world, 'AR Disputes')).toHaveLength(1);
    expect(records(world, 'AR Queue')[0]?.['Amounts']).toBe('1,000.00 EUR');
    recordDispute(world.ports, { ...DISPUTE, amount: 200, reason: 'late delivery' });
    expect(records(world, 'AR Queue')[0]?.['Amounts']).toBe('800.00 EUR');
  });

  it('whose deadline has passed comes first', () => {
    const world = live(ACME, OTHER);
    recordDispute(world.ports, { ...DISPUTE, deadline: '2026-11-30' });
    recordDispute(world.ports, { ...DISPUTE, invoice: '1002', owner: 'Bo', deadline: '2026-11-05' });
    world.at('2026-11-09 09:00');
    expect(showPromises(world.ports).disputes.map(({ invoice, late }) => [invoice, late])).toEqual([
      ['1002', true],
      ['1001', false],
    ]);
  });

  it('once resolved is asked for again after five business days', () => {
    const world = live();
    recordDispute(world.ports, DISPUTE);
    expect(queue(world)).toEqual([]);
    const [{ row, seen } = { row: 0, seen: '' }] = showPromises(world.ports).disputes;
    const { message } = resolveDispute(world.ports, { row, seen }, 'rejected', 'the price list stands');
    expect(message).toContain('nothing is sent before Wed 11 Nov');
    expect(records(world, 'AR Disputes')[0]).toMatchObject({
      Resolved: day('2026-11-04'),
      Outcome: 'rejected: the price list stands',
    });
    expect(plannedOn(world, '2026-11-10')).toEqual([]);
    expect(plannedOn(world, '2026-11-11')).toEqual(['Acme Tools: planned, Friendly']);
  });

  it('once resolved with a new date is not asked for before it, and the day stands in the tab and in the log', () => {
    const world = live();
    recordDispute(world.ports, DISPUTE);
    const [{ row, seen } = { row: 0, seen: '' }] = showPromises(world.ports).disputes;
    expect(() => resolveDispute(world.ports, { row, seen }, 'rejected', '', '2026-11-03')).toThrow(
      'today or a later day',
    );
    const { message } = resolveDispute(world.ports, { row, seen }, 'partly accepted', '', '2026-11-20');
    expect(message).toContain('New date agreed: Fri 20 Nov; nothing is asked for before that day has passed.');
    expect(records(world, 'AR Disputes')[0]).toMatchObject({
      Resolved: day('2026-11-04'),
      'New date': day('2026-11-20'),
    });
    expect(showPromises(world.ports).disputes[0]?.stands).toBe('Resolved. New date agreed: Fri 20 Nov.');
    expect(records(world, 'AR Log').map(({ Note }) => Note)).toContain('partly accepted; New date agreed: Fri 20 Nov');
    expect(plannedOn(world, '2026-11-20')).toEqual([]);
    // The first step comes two days after the agreed day, a Friday, and so on Monday.
    expect(plannedOn(world, '2026-11-23')).toEqual(['Acme Tools: planned, Friendly']);
  });

  it.each([
    [{ reason: ' ' }, 'Say what is disputed'],
    [{ invoice: '9999' }, 'no invoice "9999"'],
    [{ amount: 100, invoice: '' }, 'of which invoice'],
    [{ amount: -1 }, 'more than 0'],
    [{ amount: 1e308 }, 'less than 1,000,000,000,000'],
    [{ amount: 100, currency: 'GBP' }, 'is in EUR, not in GBP'],
    [{ deadline: '2026-11-03' }, 'has passed'],
  ])('is refused, and nothing is written: %j', (change, sentence) => {
    const world = live();
    expect(() => recordDispute(world.ports, { ...DISPUTE, ...change })).toThrow(sentence);
    expect(records(world, 'AR Disputes')).toEqual([]);
    expect(world.ports.workbook.sheets().map(({ name }) => name)).not.toContain('AR Reasons');
  });
});

/** A world in which a call waits: New, stage 4, 14 days past due. */
function withCall(...lines: InvoiceLine[]): { world: FakeWorld; id: string } {
  const world = live(...lines);
  world.cells('AR Policy').splice(1);
  const row = ['New', 1, 'due', 2, 'call', 'Call personal', 'billing', '', 'review', 3, 'personal', 'yes', '', ''];
  world
    .cells('AR Policy')
    .push(row, ['New', 2, 'due', 6, 'email', 'Firm', 'billing', '', 'review', 3, 'firm', 'yes', '', '']);
  planDay(world.ports);
  planDay(world.ports);
  return { world, id: String(records(world, 'AR Queue')[0]?.['Reminder']) };
}

describe('the outcome of a call', () => {
  it('"promised" becomes a promise at once', () => {
    const { world, id } = withCall();
    const { message } = recordOutcome(world.ports, id, 'promised', 'Ms Weber', { on: '2026-11-13', amount: 1200 });
    expect(message).toMatch(/^Recorded: promised\. 1,200\.00 EUR of Acme Tools is promised for Fri 13 Nov/);
    expect(records(world, 'AR Promises')[0]).toMatchObject({ Amount: 1200, Note: 'Ms Weber' });
    expect(noted(world, 'done')).toMatchObject({ Note: 'Ms Weber', Reminder: id });
  });

  it('"disputes" is about the only invoice that was asked for', () => {
    const { world, id } = withCall();
    recordOutcome(world.ports, id, 'disputes', '', { reason: 'never delivered' });
    expect(records(world, 'AR Disputes')[0]).toMatchObject({ Invoice: '1001', Reason: 'never delivered' });
  });

  it('"will call back" waits for that day, the day included', () => {
    const { world, id } = withCall();
    recordOutcome(world.ports, id, 'will call back', '', { on: '2026-11-09' });
    expect(records(world, 'AR Holds')[0]).toMatchObject({ Reason: 'will call back on Mon 9 Nov' });
    expect(plannedOn(world, '2026-11-09')).toEqual([]);
    expect(plannedOn(world, '2026-11-10')).toEqual(['Acme Tools: planned, Firm']);
  });

  it('"paid" gives the payment five business days to come in', () => {
    const { world, id } = withCall();
    const { message } = recordOutcome(world.ports, id, 'paid', '', { on: '2026-11-02' });
    expect(message).toContain('up to and including Wed 11 Nov');
    expect(records(world, 'AR Holds')[0]).toMatchObject({ Reason: 'says paid on Mon 2 Nov' });
    expect(plannedOn(world, '2026-11-11')).toEqual([]);
    expect(plannedOn(world, '2026-11-12')).toEqual(['Acme Tools: planned, Firm']);
  });

  it.each(['no answer', 'wrong contact'])('"%s" counts as no contact', (outcome) => {
    const { world, id } = withCall();
    expect(recordOutcome(world.ports, id, outcome, '').message).toContain('does not count as a contact');
    const other = withCall();
    recordOutcome(other.world.ports, other.id, 'answered', '');
    // Stage 2 follows 4 days later; with a gap of 9 days only the answered call delays it.
    for (const one of [world, other.world]) {
      const [, , second = []] = one.cells('AR Policy');
      second[9] = 9;
    }
    // The call counts for nothing, so this is the first word to them: it is never firm.
    expect(plannedOn(world, '2026-11-09')).toEqual(['Acme Tools: planned, Personal']);
    expect(plannedOn(other.world, '2026-11-09')).toEqual([]);
    expect(plannedOn(other.world, '2026-11-16')).toEqual(['Acme Tools: planned, Firm']);
  });

  it('"wrong contact" marks the next reminder', () => {
    const { world, id } = withCall();
    recordOutcome(world.ports, id, 'wrong contact', '');
    plannedOn(world, '2026-11-09');
    const next = showReminder(world.ports, String(records(world, 'AR Queue')[0]?.['Reminder']));
    expect(next.look).toContain('the last call reached the wrong person');
  });

  it.each([
    ['promised', { on: '' }, 'Choose the day'],
    ['disputes', { reason: '' }, 'Say what is disputed'],
    ['will call back', {}, 'Choose the day'],
    ['paid', { on: '2026-11-05' }, 'record it as a promise'],
    ['maybe', {}, 'Choose one of'],
  ])('"%s" without what it needs leaves everything as it is', (outcome, details, sentence) => {
    const { world, id } = withCall();
    const before = records(world, 'AR Log').length;
    expect(() => recordOutcome(world.ports, id, outcome, '', details)).toThrow(sentence);
    expect(records(world, 'AR Log')).toHaveLength(before);
    expect(records(world, 'AR Queue')).toHaveLength(1);
  });
});

describe('a call sheet', () => {
  it('names earlier contacts with their outcome, promises so far and what came in lately', () => {
    const { world, id } = withCall({ ...ACME, paid: 200, paidOn: '2026-11-03' });
    recordOutcome(world.ports, id, 'promised', '', { on: '2026-11-04', amount: 100 });
    world.cells('AR Policy').splice(1);
    world
      .cells('AR Policy')
      .push(['New', 2, 'due', 10, 'call', 'Call firm', 'billing', '', 'review', 3, 'firm', 'yes', '', '']);
    plannedOn(world, '2026-11-16');
    const { mail } = showReminder(world.ports, String(records(world, 'AR Queue')[0]?.['Reminder']));
    expect(mail?.text).toContain('4 Nov 2026: call, promised');
    expect(mail?.text).toContain('4 Nov 2026: 100.00 EUR, not kept');
  });
});

describe('a WhatsApp message', () => {
  it('has a link once the number can be called from abroad, and says why not before', () => {
    const world = live();
    changeContact(world.ports, KEY, { phone: '030 1234567' });
    agreesToWhatsApp(world, 'Acme Tools', '2026-10-01');
    world.cells('AR Policy').splice(1);
    world
      .cells('AR Policy')
      .push([
        'New',
        1,
        'due',
        2,
        'whatsapp',
        'WhatsApp friendly',
        'billing',
        '',
        'review',
        3,
        'friendly',
        'yes',
        '',
        '',
      ]);
    planDay(world.ports);
    planDay(world.ports);
    const id = String(records(world, 'AR Queue')[0]?.['Reminder']);
    expect(showReminder(world.ports, id).whatsApp).toMatchObject({
      link: '',
      problem: expect.stringContaining('country code'),
    });
    changeContact(world.ports, KEY, { country: 'Deutschland', language: 'en' });
    expect(showReminder(world.ports, id).whatsApp?.link).toMatch(/^https:\/\/wa\.me\/49301234567\?text=\S+$/);
  });
});

describe('what AR Reasons says of a reason', () => {
  const disputesOf = (world: FakeWorld) =>
    records(world, 'AR Disputes').map((row) => [row['Kind'], row['Department'], row['Owner'], row['Deadline']]);

  it('fills in kind, department and deadline where the person said nothing', () => {
    const world = live();
    const { message } = recordDispute(world.ports, { ...DISPUTE, reason: 'Price: agreed 40' });
    expect(disputesOf(world)).toEqual([['dispute', 'Sales', '', day('2026-11-14')]]);
    expect(message).toContain('Invoice 1001 is in dispute');
    expect(noted(world, 'dispute-added')?.['Facts (JSON)']).not.toContain('until');
  });

  it('makes a query that pauses for its days; after them reminders go on, and the log has nothing against it', () => {
    const world = live();
    const { message } = recordDispute(world.ports, { ...DISPUTE, reason: 'Invoice not received' });
    expect(message).toContain('Invoice 1001 pauses while the query is settled, and stays in the aging.');
    expect(disputesOf(world)).toEqual([['query', 'Billing', '', day('2026-11-06')]]);
    expect(plannedOn(world, '2026-11-06')).toEqual([]);
    expect(plannedOn(world, '2026-11-09')).toEqual(['Acme Tools: planned, Friendly']);
    const [one] = showPromises(world.ports).disputes;
    expect(one).toMatchObject({ kind: 'query', department: 'Billing', late: true });
    expect(one?.stands).toBe(
      'A query: its days were over on Fri 6 Nov, and reminders go on. The customer waits for somebody of ours (no owner is set).',
    );
  });

  it('stands in a tab that comes with the first dispute, with the usual reasons in it', () => {
    const world = live();
    expect(world.sheetNames()).not.toContain('AR Reasons');
    recordDispute(world.ports, { ...DISPUTE, reason: 'Price' });
    expect(records(world, 'AR Reasons').map((row) => row['Reason'])).toContain('Price');
  });

  it('yields to what the person says, and to a row that people changed', () => {
    const world = live();
    const rows = [['Price', 'query', 'Pricing desk', 'bo@ourfirm.example', 4]];
    world.ports.workbook.createTabs([{ ...REASONS_TAB, rows }]);
    recordDispute(world.ports, { ...DISPUTE, reason: 'Price' });
    recordDispute(world.ports, { ...DISPUTE, reason: 'price', amount: 10, kind: 'dispute', department: 'Legal' });
    expect(disputesOf(world)).toEqual([
      ['query', 'Pricing desk', 'bo@ourfirm.example', day('2026-11-08')],
      ['dispute', 'Legal', 'bo@ourfirm.example', day('2026-11-08')],
    ]);
  });

  it('makes nothing milder of a row that says no kind: what was a dispute before stays one', () => {
    const world = live();
    world.cells('AR Disputes').push(['1001', 'Acme Tools', 'Invoice not received', '', '', day('2026-11-04')]);
    expect(plannedOn(world, '2026-11-20')).toEqual([]);
  });

  it('gives the days of a query typed without a deadline; a kind that cannot be read stops and is told', () => {
    const world = live();
    const cells = [
      '1001',
      'Acme Tools',
      'Order number missing',
      '',
      '',
      day('2026-11-04'),
      '',
      '',
      '',
      '',
      '',
      'query',
    ];
    world.cells('AR Disputes').push(cells);
    expect(plannedOn(world, '2026-11-06')).toEqual([]);
    expect(plannedOn(world, '2026-11-09')).toEqual(['Acme Tools: planned, Friendly']);
    cells[11] = 'qurey';
    expect(plannedOn(world, '2026-11-10')).toEqual([]);
    const told = openForShowing(world.ports).gathered.problems.map(({ problem }) => problem.message);
    expect(told.join(' ')).toContain('AR Disputes, row 2: Kind "qurey" must be dispute or query.');
  });
});
