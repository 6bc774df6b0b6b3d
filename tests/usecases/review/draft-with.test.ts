// Another text for one mail: which texts are offered, the draft each makes, and what a closed dispute lets it say.
import { describe, expect, it } from 'vitest';
import { showCustomer } from '../../../src/usecases/customers/show-customer';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { draftWith } from '../../../src/usecases/review/draft-with';
import { approveReminders, editReminder } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { showReminder } from '../../../src/usecases/review/show-reminders';
import { sendStep } from '../../../src/usecases/sending/send';
import { day, type FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, payments, records, replaceInvoices } from '../../builders/our-firm';

const ACME: InvoiceLine = { no: '1001', customer: 'Acme Tools', due: '2026-10-20', amount: 1200 };
const OLDER: InvoiceLine = { no: '1000', customer: 'Acme Tools', due: '2026-10-12', amount: 900 };

const live = (...lines: InvoiceLine[]): FakeWorld => liveAt('2026-11-16 09:00', lines.length > 0 ? lines : [ACME]);

/** The id of what waits. */
function waiting(world: FakeWorld): string {
  const [line] = showReview(world.ports).lines;
  if (!line) throw new Error('nothing waits');
  return line.id;
}

/** Sets a cell of the customer's row in AR Customers. */
function ofCustomer(world: FakeWorld, header: string, value: string): void {
  const [headers = [], row] = world.cells('AR Customers');
  if (row) row[headers.indexOf(header)] = value;
  planDay(world.ports);
}

/** Adds a dispute that was closed on the 5th: five business days before the 12th. */
function closedDispute(world: FakeWorld, no: string, outcome: string, resolved = '2026-11-05'): void {
  const [headers = []] = world.cells('AR Disputes');
  const values: Record<string, unknown> = {
    Invoice: no,
    Customer: 'Acme Tools',
    Reason: 'short delivery',
    Opened: day('2026-11-02'),
    Resolved: day(resolved),
    Outcome: outcome,
  };
  world.cells('AR Disputes').push(headers.map((header) => (values[String(header)] ?? '') as never));
  planDay(world.ports);
}

describe('the texts of a mail', () => {
  const textsOf = (world: FakeWorld) => showReminder(world.ports, waiting(world)).mail?.texts;

  it('are the mails in its language, with the policy’s chosen; no call sheets, messages or notes', () => {
    const texts = textsOf(live());
    expect(texts).toMatchObject({ policy: 'Friendly', chosen: 'Friendly' });
    expect(texts?.names).toEqual(
      expect.arrayContaining(['Part payment', 'Dispute closed', 'Hold notice', 'Old balance']),
    );
    expect(texts?.names.filter((name) => /^(Call|Task|WhatsApp|Heads-up)/.test(name))).toEqual([]);
  });

  it('include one that a person added, and leave one out that AR Policy only calls with', () => {
    const world = live();
    const [headers = []] = world.cells('AR Templates');
    const add = (name: string): void => {
      world
        .cells('AR Templates')
        .push(
          headers.map((header) => ({ Template: name, Language: 'en', Subject: 'S', Body: 'B' })[String(header)] ?? ''),
        );
    };
    add('Our own');
    add('Our call');
    const [columns = [], ...rows] = world.cells('AR Policy');
    const call = rows.find((row) => row[columns.indexOf('Channel')] === 'call');
    if (call) call[columns.indexOf('Template')] = 'Our call';
    const names = textsOf(world)?.names;
    expect(names).toContain('Our own');
    expect(names).not.toContain('Our call');
  });

  it('are those of the customer’s language', () => {
    const world = live();
    ofCustomer(world, 'Language', 'German');
    const { subject, body } = draftWith(world.ports, waiting(world), 'Hold notice');
    expect(`${subject} ${body}`).toMatch(/Bestellungen|Aufträge/);
    const texts = world.cells('AR Templates');
    const [headers = []] = texts;
    const at = texts.findIndex(
      (row) => row[headers.indexOf('Template')] === 'Hold notice' && row[headers.indexOf('Language')] === 'de',
    );
    texts.splice(at, 1);
    expect(() => draftWith(world.ports, waiting(world), 'Hold notice')).toThrow(
      'no mail "Hold notice" in language "de"',
    );
  });
});

describe('the draft of another text', () => {
  it.each(['Hold notice', 'Old balance', 'Firm'])('writes names out and leaves sums to be filled in: %s', (text) => {
    const world = live();
    ofCustomer(world, 'Contact', 'Anna Weber');
    const { subject, body } = draftWith(world.ports, waiting(world), text);
    expect(body).toContain('Dear Anna Weber,');
    expect(body).toContain('{{invoices}}');
    expect(`${subject}${body}`).not.toContain('1,200.00');
  });

  it('tells what came in of a part payment', () => {
    const world = live({ ...ACME, paid: 500, paidOn: '2026-11-12' });
    const id = waiting(world);
    const draft = draftWith(world.ports, id, 'Part payment');
    expect(draft.body).toContain('Thank you for your payment of {{received}}, which reached us on {{received date}}.');
    editReminder(world.ports, id, { to: 'ap@acme-tools.example', cc: '', ...draft, text: 'Part payment' });
    const { mail } = showReminder(world.ports, id);
    expect(mail?.subject).toBe('Our Firm Ltd: thank you for your part payment');
    expect(mail?.text).toContain('This leaves 700.00 EUR open.');
    expect(mail?.text).toContain('your payment of 500.00 EUR, which reached us on 12 November 2026');
  });

  it('stores nothing, and writes nothing into the workbook', () => {
    const world = live();
    const id = waiting(world);
    const before = JSON.stringify(['AR Log', 'AR Queue', 'Invoices'].map((tab) => world.cells(tab)));
    draftWith(world.ports, id, 'Hold notice');
    expect(JSON.stringify(['AR Log', 'AR Queue', 'Invoices'].map((tab) => world.cells(tab)))).toBe(before);
    expect(showReminder(world.ports, id).mail).toMatchObject({ edited: false });
  });

  it('is refused with a sentence where a name is unknown or says nothing here', () => {
    const world = live();
    const texts = world.cells('AR Templates');
    const [headers = []] = texts;
    const hold = texts.find((row) => row[0] === 'Hold notice' && row[headers.indexOf('Language')] === 'en');
    if (hold) hold[headers.indexOf('Body')] = 'Owed: {{totl}}';
    const id = waiting(world);
    expect(() => draftWith(world.ports, id, 'Hold notice')).toThrow('totl');
    expect(() => draftWith(world.ports, id, 'Promise missed')).toThrow('{{promised date}}');
    expect(() => draftWith(world.ports, id, 'Nothing like it')).toThrow('no mail "Nothing like it"');
    expect(() => draftWith(world.ports, id, 'Call firm')).toThrow('no mail "Call firm"');
  });
});

describe('a mail saved in another text', () => {
  it('keeps its stage, names the text, and goes out as written', () => {
    const world = live();
    const id = waiting(world);
    const draft = draftWith(world.ports, id, 'hold notice');
    editReminder(world.ports, id, { to: 'ap@acme-tools.example', cc: '', ...draft, text: 'Hold notice' });
    expect(showReminder(world.ports, id).mail?.texts).toMatchObject({ policy: 'Friendly', chosen: 'Hold notice' });
    expect(records(world, 'AR Queue')[0]?.['Template']).toBe('Hold notice');
    expect(records(world, 'AR Log').slice(-1)[0]?.['Note']).toBe(
      'Edited by hand, beginning from the text "Hold notice".',
    );
    approveReminders(world.ports, [id]);
    expect(sendStep(world.ports, { unattended: false })).toMatchObject({ sent: 1 });
    expect(showCustomer(world.ports, 'acme tools').history[0]?.what).toMatch(/^Sent \(New \d \(friendly\)\)$/);
  });

  it('says the sums of the day it is sent, after a part payment', () => {
    const world = live();
    const id = waiting(world);
    const draft = draftWith(world.ports, id, 'Hold notice');
    editReminder(world.ports, id, { to: 'ap@acme-tools.example', cc: '', ...draft, text: 'Hold notice' });
    replaceInvoices(world, [{ ...ACME, paid: 500 }]);
    planDay(world.ports);
    expect(showReminder(world.ports, id).mail?.text).toContain('and 700.00 EUR is still unpaid.');
  });

  it('is no other text where the policy’s own was chosen again', () => {
    const world = live();
    const id = waiting(world);
    const draft = draftWith(world.ports, id, 'Friendly');
    editReminder(world.ports, id, { to: 'ap@acme-tools.example', cc: '', ...draft, text: 'Friendly' });
    expect(records(world, 'AR Log').slice(-1)[0]?.['Note']).toBe('Edited by hand.');
  });
});

describe('"Dispute closed"', () => {
  const draft = (world: FakeWorld) => draftWith(world.ports, waiting(world), 'Dispute closed');

  it('tells the outcome that stands in AR Disputes, of the invoice that was disputed', () => {
    const world = live(OLDER, ACME);
    closedDispute(world, '1001', 'accepted: credited 100.00 EUR');
    const { subject, body } = draft(world);
    expect(subject).toBe('Our Firm Ltd: outcome of your query on invoice 1001');
    expect(body).toContain('This is the outcome:\nWe agree with you: credited 100.00 EUR');
    expect(body).toContain('Could you please pay {{total}} by {{reply by}}?');
    expect(body).toContain('This does not change the original due date.');
  });

  it('tells what a person wrote into the cell as it stands', () => {
    const world = live();
    closedDispute(world, '1001', 'You get a new delivery on Friday');
    expect(draft(world).body).toContain('This is the outcome:\nYou get a new delivery on Friday');
  });

  it('tells the outcome of the dispute closed last', () => {
    const world = live();
    closedDispute(world, '1001', 'the second', '2026-11-06');
    closedDispute(world, '1001', 'the first', '2026-11-04');
    expect(draft(world).body).toContain('the second');
  });

  it('is told in the customer’s language', () => {
    const world = live();
    ofCustomer(world, 'Language', 'de');
    closedDispute(world, '1001', 'rejected: vollständig geliefert');
    expect(draft(world).body).toContain('Die Rechnung bleibt, wie sie ist: vollständig geliefert');
  });

  it('says nothing of a dispute of another invoice, of another customer, or of one that is not closed yet', () => {
    const world = live();
    closedDispute(world, '9999', 'not ours');
    closedDispute(world, '1001', 'not yet', '2026-12-01');
    const rows = world.cells('AR Disputes');
    const last = rows[rows.length - 1];
    // A dispute whose end is still to come keeps the invoice stopped, so it is put onto another invoice.
    if (last) last[0] = '9998';
    planDay(world.ports);
    expect(draft(world).body).not.toMatch(/outcome/);
  });

  it('tells a new date that was agreed, beside the invoice in every mail, once that day has passed', () => {
    const world = live();
    closedDispute(world, '1001', 'accepted');
    const [headers = []] = world.cells('AR Disputes');
    const [row = []] = world.cells('AR Disputes').slice(-1);
    row[headers.indexOf('New date')] = day('2026-11-20');
    planDay(world.ports);
    expect(showReview(world.ports).lines).toEqual([]);
    world.at('2026-11-24 09:00');
    payments(world, '2026-11-24');
    planDay(world.ports);
    const { mail, why } = showReminder(world.ports, waiting(world));
    expect(mail?.text).toContain('new date agreed: 20 Nov 2026');
    expect(mail?.text).toContain('was due on 20 October 2026');
    expect(why).toContain('New date agreed: Fri 20 Nov');
  });

  it('moves no due date: of one that changed in the sheet meanwhile it says nothing', () => {
    const world = live();
    const first = waiting(world);
    approveReminders(world.ports, [first]);
    sendStep(world.ports, { unattended: false });
    closedDispute(world, '1001', 'accepted: new date', '2026-11-16');
    const next = '2026-11-24 09:00';
    world.at(next);
    payments(world, next);
    planDay(world.ports);
    expect(draft(world).body).toContain('does not change the original due date');
    replaceInvoices(world, [{ ...ACME, due: '2026-11-10' }]);
    planDay(world.ports);
    expect(draft(world).body).not.toMatch(/due date/);
  });
});

describe('the texts that nobody but a person chooses', () => {
  it('take a message back by the day of the last one', () => {
    const world = live();
    approveReminders(world.ports, [waiting(world)]);
    sendStep(world.ports, { unattended: false });
    world.at('2026-11-24 09:00');
    payments(world, '2026-11-24 09:00');
    planDay(world.ports);
    expect(draftWith(world.ports, waiting(world), 'Apology').body).toMatch(/Please disregard our message of \d+ Nov/);
  });

  it('note no promise that nobody made', () => {
    const world = live();
    expect(() => draftWith(world.ports, waiting(world), 'Promise noted')).toThrow('promised date');
  });
});
