// A stage by post: planned among what a person does, shown as a page, recorded once it was posted, never sent by itself.
import { describe, expect, it } from 'vitest';
import { withHints } from '../../../src/sidebar/policy/with-hints';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { showPolicy } from '../../../src/usecases/policy-page/show-policy';
import { applyGrid } from '../../../src/usecases/review/apply-grid';
import { draftWith } from '../../../src/usecases/review/draft-with';
import { recordOutcome } from '../../../src/usecases/review/record-outcome';
import { showReview } from '../../../src/usecases/review/review-lines';
import { showReminder } from '../../../src/usecases/review/show-reminders';
import { sendStep } from '../../../src/usecases/sending/send';
import { showToday } from '../../../src/usecases/today/show-today';
import { setAutomatic } from '../../../src/usecases/workbook-mode/workbook-mode';
import { afterCalls, CALL } from '../../builders/customer-calls';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, payments, records } from '../../builders/our-firm';

const ACME: InvoiceLine = { no: '1001', customer: 'Acme', due: '2026-10-26', amount: 1200 };

const row = (
  stage: number,
  days: number,
  channel: string,
  template: string,
  sending = 'review',
): (string | number)[] => [
  ...['New', stage, 'due', days, channel, template, 'billing', '', sending, 3, 'firm', 'yes', '', ''],
];

/** A letter waits on Wed 4 Nov, behind a call that was answered. */
function posting(sending = 'review'): { world: FakeWorld; id: string } {
  const world = liveAt('2026-10-28 09:00', [ACME]);
  world.cells('AR Policy').splice(1);
  world
    .cells('AR Policy')
    .push(['New', 1, 'due', 2, ...CALL], row(2, 9, 'letter', 'Final', sending), row(3, 27, 'email', 'Firm'));
  afterCalls(world, '2026-11-04 09:00');
  planDay(world.ports);
  return { world, id: String(records(world, 'AR Queue')[0]?.['Reminder']) };
}

function plannedOn(world: FakeWorld, day: string): void {
  world.at(`${day} 09:00`);
  payments(world, day);
  planDay(world.ports);
}

describe('a letter', () => {
  it('stands among what a person does by hand', () => {
    const { world } = posting();
    expect(showReview(world.ports).lines).toMatchObject([
      { channel: 'letter', list: 'by-hand', customer: 'Acme', state: 'planned', leaves: '' },
    ]);
    expect(showToday(world.ports).waiting).toMatchObject({ toReview: 0, callsAndTasks: 1 });
  });

  it('is shown as a page with our firm, the customer and the account', () => {
    const { world, id } = posting();
    const { mail, canEdit, whatsApp } = showReminder(world.ports, id);
    expect(mail?.html).toMatch(/<p class="from">[^<]+<\/p>/);
    expect(mail?.html).toMatch(/<address class="to">Acme/);
    expect(mail?.html).toContain('1001');
    expect({ canEdit, whatsApp }).toEqual({ canEdit: false, whatsApp: null });
  });

  it('is addressed as AR Customers says, with the country where that is another than ours', () => {
    const { world, id } = posting();
    const [headers = [], acme = []] = world.cells('AR Customers');
    const say = (header: string, value: string): void => {
      acme[headers.indexOf(header)] = value;
    };
    say('Contact', 'Anna Weber');
    say('Country', 'Austria');
    say('Postal address', '1 Mill Lane \r\n\n1010 Wien');
    const addressee = (): string | undefined =>
      /<address class="to">([^<]*)</.exec(showReminder(world.ports, id).mail?.html ?? '')?.[1];
    expect(addressee()).toBe('Acme\nAnna Weber\n1 Mill Lane\n1010 Wien\nAustria');
    say('Postal address', '1 Mill Lane\n1010 Wien\nÖsterreich');
    expect(addressee()).toBe('Acme\nAnna Weber\n1 Mill Lane\n1010 Wien\nÖsterreich');
    const settings = world.cells('AR Settings').find(([name]) => name === 'Country');
    if (settings) settings[1] = 'AT';
    say('Postal address', '1 Mill Lane\n1010 Wien');
    expect(addressee()).toBe('Acme\nAnna Weber\n1 Mill Lane\n1010 Wien');
  });

  it.each(['done', 'answered'])('counts as a contact once it is recorded as %s', (outcome) => {
    const { world, id } = posting();
    expect(recordOutcome(world.ports, id, outcome, '').message).toBe(`Recorded: ${outcome}.`);
    expect(records(world, 'AR Log').at(-1)).toMatchObject({ Event: 'done', Reminder: id });
    plannedOn(world, '2026-11-05');
    expect(records(world, 'AR Queue')).toEqual([]);
    plannedOn(world, '2026-11-24');
    expect(records(world, 'AR Queue')).toMatchObject([{ Stage: 'step 3 of 3, firm', Channel: 'email' }]);
  });

  it('brings a promise that came back by letter at once', () => {
    const { world, id } = posting();
    const { message } = recordOutcome(world.ports, id, 'promised', '', { on: '2026-11-12' });
    expect(message).toMatch(/^Recorded: promised\. /);
  });

  it('never leaves by itself, whatever the policy and the grid say', () => {
    const { world, id } = posting('auto');
    setAutomatic(world.ports, true);
    planDay(world.ports);
    expect(records(world, 'AR Queue')).toMatchObject([{ Reminder: id, State: 'planned' }]);
    const [headers = [], first = []] = world.cells('AR Queue');
    first[headers.indexOf('Decide')] = 'approve';
    applyGrid(world.ports);
    sendStep(world.ports, { unattended: false });
    expect(world.mails).toEqual([]);
    expect(records(world, 'AR Queue')).toMatchObject([{ Reminder: id, State: 'approved' }]);
  });

  it('is treated as done by a word in the grid', () => {
    const { world } = posting();
    const [headers = [], first = []] = world.cells('AR Queue');
    first[headers.indexOf('Decide')] = 'treat as done';
    expect(applyGrid(world.ports).message).toBe('1 treated as done.');
    expect(records(world, 'AR Queue')).toEqual([]);
  });

  it('is written in the text of its stage, and in no other by a click', () => {
    const { world, id } = posting();
    expect(() => draftWith(world.ports, id, 'Firm')).toThrow('Only a mail can be written in another text.');
  });

  it('may use every text that a mail may use, and needs it in the customers’ languages', () => {
    const { world } = posting('auto');
    const codes = withHints(showPolicy(world.ports)).findings.map(({ code, message }) => `${code}: ${message}`);
    expect(codes).toContain('auto-by-hand: New, step 2: auto has no effect here: a person does it anyway.');
    expect(codes.filter((finding) => finding.startsWith('no-template'))).toEqual([]);
    const rows = world.cells('AR Policy');
    rows.push(row(4, 30, 'letter', 'Nothing of that name'));
    expect(showPolicy(world.ports).findings).toContainEqual(
      expect.objectContaining({ severity: 'error', code: 'no-template' }),
    );
  });
});
