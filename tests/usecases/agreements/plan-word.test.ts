// Mails that ask for nothing, planned by a click: an apology, thanks for a promise.
import { describe, expect, it } from 'vitest';
import { auditOf } from '../../../src/dunning/history/audit/audit';
import type { Cell } from '../../../src/sheet/grid';
import { holdCustomerUntil } from '../../../src/usecases/agreements/holds';
import { planWord } from '../../../src/usecases/agreements/plan-word';
import { recordPromise } from '../../../src/usecases/agreements/record-promise';
import { showLog } from '../../../src/usecases/audit/show-log';
import { setDoNotContact } from '../../../src/usecases/customers/manual-status';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders, editReminder } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { showReminder } from '../../../src/usecases/review/show-reminders';
import { sendStep } from '../../../src/usecases/sending/send';
import { showToday } from '../../../src/usecases/today/show-today';
import { day, type FakeWorld } from '../../builders/fake-workbook';
import { approveAndSend, liveAt, planOn, records, replaceInvoices } from '../../builders/our-firm';

const ACME = { no: '1001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 };
const KEY = 'acme tools';

const live = (): FakeWorld => liveAt('2026-11-04 09:00', [ACME]);

/** What waits: text, and what it asks for. */
function queue(world: FakeWorld): string[] {
  return showReview(world.ports).lines.map(({ id }) => showReminder(world.ports, id).mail?.texts.policy ?? '');
}

/** What an audit of the log finds. */
function found(world: FakeWorld): unknown[] {
  const { gaps, duplicates, contradictions } = auditOf(showLog(world.ports, 0));
  return [...gaps, ...duplicates, ...contradictions];
}

/** Thanks for a promise of 500 wait in Review. */
function promised(): FakeWorld {
  const world = live();
  const request = { customerKey: KEY, invoices: [], amount: 500, currency: 'EUR', promisedOn: '2026-11-13', note: '' };
  recordPromise(world.ports, request);
  planWord(world.ports, KEY, 'Promise noted');
  return world;
}

const EDIT = { to: 'ap@acme-tools.example', cc: '', subject: 'Thanks', body: '', text: '' };

/** Writes into the first row of a tab, as a person would. */
function write(world: FakeWorld, tab: string, column: string, value: Cell): void {
  const [headers = [], row = []] = world.cells(tab);
  row[headers.indexOf(column)] = value;
}

describe('an apology, asked for by a click', () => {
  it('waits in Review in place of what waited, asks for no money, and leaves once it is approved', () => {
    const world = live();
    expect(queue(world)).toEqual(['Friendly']);
    const { message } = planWord(world.ports, KEY, 'Apology');
    expect(message).toContain('“Apology” to Acme Tools waits in Review: it leaves once you approved it.');
    expect(queue(world)).toEqual(['Apology']);
    const [{ id, amounts } = { id: '', amounts: '-' }] = showReview(world.ports).lines;
    expect(amounts).toBe('nothing');
    expect(showReminder(world.ports, id).mail?.text).toContain('Please disregard our message');
    approveAndSend(world);
    expect(records(world, 'AR Log').map(({ Event }) => Event)).toContain('sent');
  });

  it('goes although the customer is paused or has paid all, and completes no step', () => {
    const world = live();
    replaceInvoices(world, [{ ...ACME, paid: 1200 }]);
    holdCustomerUntil(world.ports, KEY, '', '2026-11-11', 'says it is paid');
    const { message } = planWord(world.ports, KEY, 'Apology');
    expect(message).toContain('Paused up to and including Wed 11 Nov: says it is paid. This mail asks for nothing and');
    approveAndSend(world);
    expect(records(world, 'AR Log').filter(({ Event }) => Event === 'sent')).toHaveLength(1);
    expect(found(world)).toEqual([]);
    replaceInvoices(world, [ACME]);
    planOn(world, '2026-11-12');
    expect(showReview(world.ports).lines.map(({ stage }) => stage)).toEqual(['step 2 of 7, friendly']);
  });

  it('that nobody reads within five business days is dropped, and what is due comes again', () => {
    const world = live();
    planWord(world.ports, KEY, 'Apology');
    planOn(world, '2026-11-11');
    expect(queue(world)).toEqual(['Apology']);
    planOn(world, '2026-11-12');
    planOn(world, '2026-11-13');
    expect(queue(world)).toEqual(['Friendly']);
  });

  it('is refused for somebody nobody may write to, and pressed twice it is one', () => {
    const world = live();
    planWord(world.ports, KEY, 'Apology');
    planWord(world.ports, KEY, 'Apology');
    expect(queue(world)).toEqual(['Apology']);
    setDoNotContact(world.ports, KEY, true);
    expect(queue(world)).toEqual([]);
    expect(() => planWord(world.ports, KEY, 'Apology')).toThrow('Do not contact');
    expect(() => planWord(world.ports, KEY, 'Firm')).toThrow();
  });
});

describe('thanks for a promise, asked for by a click', () => {
  it('tell what was promised, leave while the promise runs, and are no contact of the thirty days', () => {
    const world = live();
    expect(() => planWord(world.ports, KEY, 'Promise noted')).toThrow('nothing in the sheet it could be about');
    recordPromise(world.ports, {
      customerKey: KEY,
      invoices: [],
      amount: 500,
      currency: 'EUR',
      promisedOn: '2026-11-13',
      note: '',
    });
    planWord(world.ports, KEY, 'Promise noted');
    const [{ id } = { id: '' }] = showReview(world.ports).lines;
    expect(showReminder(world.ports, id).mail?.text).toMatch(/500\.00 EUR.*13 November 2026/s);
    approveAndSend(world);
    expect(found(world)).toEqual([]);
    planOn(world, '2026-11-11');
    expect(queue(world)).toEqual(['Promise reminder']);
  });

  it('that were approved wait for review anew once another day or sum is promised, as nobody read those', () => {
    const world = promised();
    const [{ id } = { id: '' }] = showReview(world.ports).lines;
    editReminder(world.ports, id, { ...EDIT, body: 'Thank you, we note 500.00 EUR for 13 November.' });
    approveReminders(world.ports, [id]);
    write(world, 'AR Promises', 'Amount', 800);
    sendStep(world.ports, { unattended: false });
    expect(world.mails).toEqual([]);
    expect(showReview(world.ports).lines.map((line) => [line.id, line.state])).toEqual([[id, 'planned']]);
    approveReminders(world.ports, [id]);
    planDay(world.ports);
    sendStep(world.ports, { unattended: false });
    expect(world.mails).toHaveLength(1);
    expect(found(world)).toEqual([]);
  });

  it.each([
    ['Insolvent since', day('2026-11-03')],
    ['Assigned to', 'Factor Bank'],
  ])('do not leave once AR Customers fills in %s: the money is not ours to note', (column, value) => {
    const world = promised();
    const [{ id } = { id: '' }] = showReview(world.ports).lines;
    approveReminders(world.ports, [id]);
    write(world, 'AR Customers', column, value);
    sendStep(world.ports, { unattended: false });
    expect(world.mails).toEqual([]);
    expect(() => planWord(world.ports, KEY, 'Promise noted')).toThrow('nothing in the sheet it could be about');
  });
});

describe('an invoice once more, asked for by a click', () => {
  const SITE = 'https://files.ourfirm.example';
  const copied = (): FakeWorld =>
    liveAt('2026-11-04 09:00', [
      { ...ACME, document: `${SITE}/1001.pdf` },
      { ...ACME, no: '1002', due: '2026-12-01', document: `${SITE}/1002.pdf` },
      { ...ACME, no: '1003', document: 'see folder' },
    ]);
  const mailOf = (world: FakeWorld): string => {
    const [{ id } = { id: '' }] = showReview(world.ports).lines;
    return showReminder(world.ports, id).mail?.text ?? '';
  };

  it('links to the document of the one that was chosen, asks for nothing, and completes no step', () => {
    const world = copied();
    const { message } = planWord(world.ports, KEY, 'Invoice copy', ['1002']);
    expect(message).toContain('waits in Review');
    expect(mailOf(world)).toContain(`Open the invoice: ${SITE}/1002.pdf`);
    expect(mailOf(world)).not.toContain('1001');
    planDay(world.ports);
    expect(mailOf(world)).toContain(`${SITE}/1002.pdf`);
    approveAndSend(world);
    expect(world.mails).toHaveLength(1);
    expect(found(world)).toEqual([]);
    planOn(world, '2026-11-12');
    expect(queue(world)).toEqual(['Friendly']);
  });

  it('is all that have a document where none is chosen, and none where the sheet links to none', () => {
    const world = copied();
    planWord(world.ports, KEY, 'Invoice copy');
    expect(mailOf(world)).toMatch(/1001\.pdf[\s\S]*1002\.pdf/);
    expect(mailOf(world)).not.toContain('1003');
    expect(() => planWord(copied().ports, KEY, 'Invoice copy', ['1003'])).toThrow('nothing in the sheet');
    expect(() => planWord(live().ports, KEY, 'Invoice copy')).toThrow('nothing in the sheet');
  });

  it('waits for a person once its document lies on a site that nobody confirmed', () => {
    const world = copied();
    planWord(world.ports, KEY, 'Invoice copy', ['1001']);
    const moved = { document: 'https://elsewhere.example/x.pdf' };
    replaceInvoices(world, [
      { ...ACME, ...moved },
      { ...ACME, no: '1002', ...moved },
      { ...ACME, no: '1003' },
    ]);
    approveAndSend(world);
    expect(world.mails).toEqual([]);
    planDay(world.ports);
    expect(
      showToday(world.ports)
        .stops.map(({ message }) => message)
        .join(' '),
    ).toContain('elsewhere.example');
  });
});
