// What was approved is what leaves: text, recipients, payment instructions, reply-to and mailbox of an approved mail.
import { describe, expect, it } from 'vitest';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders, retryFailed } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { runHour } from '../../../src/usecases/sending/run-hour';
import { sendStep } from '../../../src/usecases/sending/send';
import { showToday } from '../../../src/usecases/today/show-today';
import { confirmDetails } from '../../../src/usecases/workbook-mode/confirm-details';
import { becomeSender } from '../../../src/usecases/workbook-mode/take-over';
import { MailRefused } from '../../../src/workbook/ports';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, payments, records } from '../../builders/our-firm';

const LINES: InvoiceLine[] = ['Acme Tools', 'Beta Works'].map((customer, index) => ({
  no: `100${index}`,
  customer,
  due: '2026-11-01',
  amount: 1200,
}));

function approved(): { world: FakeWorld; ids: string[] } {
  const world = liveAt('2026-11-06 09:00', LINES);
  planDay(world.ports);
  const ids = showReview(world.ports).lines.map(({ id }) => id);
  approveReminders(world.ports, ids);
  return { world, ids };
}

const send = (world: FakeWorld) => sendStep(world.ports, { unattended: false });

/** Writes into a row of one of our tabs, as a person would. */
function type(world: FakeWorld, tab: string, key: string, header: string, value: string): void {
  const [headers = [], ...rows] = world.cells(tab);
  const row = rows.find(([first]) => first === key);
  if (row) row[headers.indexOf(header)] = value;
  else world.cells(tab).push(headers.map((one, index) => (index === 0 ? key : one === header ? value : '')));
}

const returned = (world: FakeWorld): string[] =>
  records(world, 'AR Log')
    .filter((row) => row['Event'] === 'returned')
    .map((row) => String(row['Note']));

describe('a mail that was approved', () => {
  it.each([
    ['AR Templates', 'Friendly', 'Body', 'Pay at https://elsewhere.example', 'The text is another'],
    [
      'AR Settings',
      'Payment instructions: EUR',
      'Value',
      'GB33 BUKB 2020 1555 5555 55',
      'payment instructions for EUR',
    ],
    ['AR Settings', 'Blind copy', 'Value', 'someone@elsewhere.example', 'It would now go to others'],
    ['AR Settings', 'Reply-to', 'Value', 'someone@elsewhere.example', 'Reply-to is another'],
    ['AR Settings', 'Sender name', 'Value', 'Somebody Else', 'Name or signature'],
  ])('goes back to review when %s, %s, is changed before it leaves', (tab, key, header, value, said) => {
    const { world } = approved();
    type(world, tab, key, header, value);
    world.at('2026-11-06 10:00');
    // Payment details are confirmed first.
    confirmDetails(world.ports, value);
    expect(send(world)).toMatchObject({ sent: 0, backToReview: 2 });
    runHour(world.ports);
    expect(world.mails).toHaveLength(0);
    expect(returned(world).join()).toContain(said);
    expect(showReview(world.ports).lines.map(({ state }) => state)).toEqual(['planned', 'planned']);
  });

  it('leaves unchanged on Monday what was approved on Friday', () => {
    const { world } = approved();
    world.at('2026-11-09 10:00');
    payments(world, '2026-11-09');
    expect(send(world)).toMatchObject({ sent: 2 });
    expect(returned(world)).toEqual([]);
  });

  it('goes back to review when somebody else sends by now', () => {
    const { world } = approved();
    world.user('bob@ourfirm.example');
    becomeSender(world.ports);
    expect(send(world)).toMatchObject({ sent: 0, backToReview: 2 });
    expect(returned(world)[0]).toContain('another mailbox');
  });

  it('stays bound to what the person saw when it is only tried again', () => {
    const { world, ids } = approved();
    world.refuse = new MailRefused('refused', 'Gmail refused the mail.');
    send(world);
    world.refuse = null;
    type(world, 'AR Templates', 'Friendly', 'Body', 'Pay at https://elsewhere.example');
    for (const id of ids) retryFailed(world.ports, id);
    expect(send(world)).toMatchObject({ sent: 0, backToReview: 2 });
  });

  it('costs no more than four calls a mail', () => {
    const { world } = approved();
    const marks: number[] = [];
    world.before = (call) => {
      if (call === 'mailer.send') marks.push(Object.values(world.calls).reduce((sum, count) => sum + count, 0));
    };
    send(world);
    expect((marks[1] ?? 0) - (marks[0] ?? 0)).toBeLessThanOrEqual(4);
  });
});

describe('a blind copy', () => {
  function liveWith(written: string): FakeWorld {
    const world = liveAt('2026-11-06 09:00', LINES);
    type(world, 'AR Settings', 'Blind copy', 'Value', written);
    planDay(world.ports);
    approveReminders(
      world.ports,
      showReview(world.ports).lines.map(({ id }) => id),
    );
    return world;
  }

  it('goes to the addresses of AR Settings, and each counts as a recipient', () => {
    const world = liveWith('boss@ourfirm.example; archive@ourfirm.example');
    expect(send(world)).toMatchObject({ sent: 2 });
    const raw = Buffer.from(world.mails[0]?.raw ?? '', 'base64url').toString('latin1');
    expect(raw).toMatch(/^Bcc: boss@ourfirm\.example,\r\n archive@ourfirm\.example\r$/m);
    expect(showToday(world.ports).budget.used).toBe(6);
  });

  it('that cannot be read keeps no mail back, and is told', () => {
    const world = liveWith('boss at ourfirm');
    expect(send(world)).toMatchObject({ sent: 2 });
    expect(Buffer.from(world.mails[0]?.raw ?? '', 'base64url').toString('latin1')).not.toMatch(/^Bcc/m);
    expect(
      showToday(world.ports)
        .problems.first.map(({ message }) => message)
        .join(),
    ).toContain('Blind copy');
  });
});
