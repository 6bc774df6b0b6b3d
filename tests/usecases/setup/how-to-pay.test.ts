// How to pay is asked for until mails say it: in Set-up, at going live, under Today and Problems; and who would pay to the wrong account waits.
import { describe, expect, it } from 'vitest';
import { goLive, showGoingLive } from '../../../src/usecases/going-live/go-live';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { showProblems, showReminder } from '../../../src/usecases/review/show-reminders';
import { saveSetting } from '../../../src/usecases/settings/save-setting';
import { applySetup, showSetup } from '../../../src/usecases/setup/set-up';
import { showToday } from '../../../src/usecases/today/show-today';
import { becomeSender } from '../../../src/usecases/workbook-mode/take-over';
import { setLive } from '../../../src/usecases/workbook-mode/workbook-mode';
import { type FakeWorld, fakeWorld } from '../../builders/fake-workbook';
import { CHOICE, type InvoiceLine, invoiceCells, payments, records } from '../../builders/our-firm';

const EURO: InvoiceLine = { no: '1001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 };
const CROWNS: InvoiceLine = { no: '1002', customer: 'Bolt Works', due: '2026-11-01', amount: 9000, currency: 'SEK' };
const IBAN = 'DE89 3704 0044 0532 0130 00';
const ASKED = 'Mails do not say how to pay in EUR and SEK.';

/** A workbook whose set-up did not say how customers pay. */
function world(...lines: InvoiceLine[]): FakeWorld {
  const made = fakeWorld({ Invoices: invoiceCells(lines) });
  made.at('2026-11-06 09:00');
  const { noPayment: _, ...choice } = CHOICE;
  applySetup(made.ports, choice);
  return made;
}

const alerts = ({ ports }: FakeWorld): string[] =>
  showToday(ports).alerts.flatMap(({ code, message }) => (code === 'no-payment-details' ? [message] : []));
const problems = ({ ports }: FakeWorld): string[] =>
  showProblems(ports).rows.flatMap(({ code, message }) => (code === 'no-payment-details' ? [message] : []));
const mails = (one: FakeWorld): Record<string, string> =>
  Object.fromEntries(records(one, 'AR Queue').map((row) => [String(row['Customer']), String(row['State'])]));

describe('how customers pay', () => {
  it('is asked for under Today and Problems and at going live, and keeps nobody from going live', () => {
    const one = world(EURO, CROWNS);
    expect(alerts(one)).toEqual([expect.stringContaining(ASKED)]);
    expect(problems(one)).toEqual([expect.stringContaining(ASKED)]);
    becomeSender(one.ports);
    expect(showGoingLive(one.ports, null).dryRun.notes.join(' ')).toContain(ASKED);
    expect(setLive(one.ports, true).message).toMatch(/^Live: approved reminders go out.* EUR and SEK\./);
    const other = world(EURO, CROWNS);
    becomeSender(other.ports);
    payments(other, '2026-11-05');
    expect(goLive(other.ports).message).toContain(ASKED);
    expect(mails(one)).toEqual({ 'Acme Tools': 'planned', 'Bolt Works': 'planned' });
  });

  it('is asked for no more once somebody says that mails need none', () => {
    const one = world(EURO, CROWNS);
    saveSetting(one.ports, 'Payment details in mails', 'not needed');
    expect([...alerts(one), ...problems(one)]).toEqual([]);
    becomeSender(one.ports);
    expect(setLive(one.ports, true).message).toBe('Live: approved reminders go out to customers from now on.');
  });

  it('holds back mails in a currency without it as soon as another has it, until it has it too', () => {
    const one = world(EURO, CROWNS);
    saveSetting(one.ports, 'IBAN: EUR', IBAN);
    expect(mails(one)).toEqual({ 'Acme Tools': 'planned', 'Bolt Works': 'needs-fix' });
    const [held] = showProblems(one.ports).needsFix;
    expect(held?.why).toContain('Fill in IBAN: SEK or Payment instructions: SEK');
    saveSetting(one.ports, 'Payment instructions: SEK', 'Bankgiro 5050-1055');
    expect(mails(one)).toEqual({ 'Acme Tools': 'planned', 'Bolt Works': 'planned' });
    expect([...alerts(one), ...problems(one)]).toEqual([]);
    saveSetting(one.ports, 'Payment instructions: SEK', '');
    expect(mails(one)['Bolt Works']).toBe('needs-fix');
    saveSetting(one.ports, 'Payment details in mails', 'not needed');
    expect(mails(one)['Bolt Works']).toBe('planned');
  });
});

describe('set-up', () => {
  const choice = { sheet: 'Invoices', headerRow: 1, company: 'Our Firm', senderName: 'Ann', replyTo: '' };
  const account = { holder: 'Our Firm Ltd', iban: IBAN, bic: 'COBADEFFXXX', instructions: '' };

  function saved(one: FakeWorld, payment: Record<string, typeof account>, noPayment = false) {
    const { fields } = showSetup(one.ports, '', 0);
    const columns = Object.fromEntries(fields.map(({ field, header }) => [field, header]));
    return applySetup(one.ports, { ...choice, columns, payment, noPayment });
  }

  it('asks for each currency of the invoices and shows again what was said', () => {
    const one = world(EURO, CROWNS);
    const empty = { holder: '', iban: '', bic: '', instructions: '' };
    expect(showSetup(one.ports, '', 0)).toMatchObject({
      payment: [
        { currency: 'EUR', ...empty },
        { currency: 'SEK', ...empty },
      ],
      noPayment: false,
    });
    saved(one, { EUR: account, SEK: { ...empty, instructions: 'Bankgiro 5050-1055' } });
    expect(showSetup(one.ports, '', 0).payment).toEqual([
      { currency: 'EUR', ...account },
      { currency: 'SEK', ...empty, instructions: 'Bankgiro 5050-1055' },
    ]);
    expect(alerts(one)).toEqual([]);
    saved(one, { EUR: empty, SEK: empty }, true);
    expect(showSetup(one.ports, '', 0)).toMatchObject({ noPayment: true });
  });

  it('takes no account number that is none, and then changes nothing', () => {
    const one = world(EURO);
    expect(() => saved(one, { EUR: { ...account, iban: 'DE98 3704 0044 0532 0130 00' } })).toThrow(
      'IBAN: EUR cannot be taken: the check digits',
    );
    expect(showSetup(one.ports, '', 0).payment[0]?.holder).toBe('');
  });

  it('leaves what is set as it is where it was not asked', () => {
    const one = world(EURO);
    saved(one, { EUR: account });
    const columns = Object.fromEntries(showSetup(one.ports, '', 0).fields.map(({ field, header }) => [field, header]));
    applySetup(one.ports, { ...choice, columns });
    expect(showSetup(one.ports, '', 0).payment).toEqual([{ currency: 'EUR', ...account }]);
  });

  it('is what the mail in Review says, code and all', () => {
    const one = world(EURO);
    saved(one, { EUR: account });
    planDay(one.ports);
    const { mail } = showReminder(one.ports, String(records(one, 'AR Queue')[0]?.['Reminder']));
    expect(mail?.text).toContain(`Our Firm Ltd\nIBAN: ${IBAN}\nBIC: COBADEFFXXX\nReference to quote: RF`);
    expect(mail?.html).toMatch(/<img src="data:image\/png;base64,[^"]{3000,}"/);
    expect(mail?.html).not.toContain('cid:');
  });
});
