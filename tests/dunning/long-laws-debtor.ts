// Whose debt it is, in a long story: the laws of insolvency, assignment, direct debit, kinds of debtor and small sums.
import type { DunningSettings } from '../../src/dunning/decision/facts';
import type { ReminderFacts } from '../../src/dunning/history/events';
import type { PolicyRow } from '../../src/dunning/policy/policy';
import { type Day, plusBusinessDays } from '../../src/receivables/day';
import type { Invoice } from '../../src/receivables/invoice';
import { toMinor } from '../../src/receivables/money';
import { askedOf } from '../builders/dunning-facts';
import { type Account, HOLIDAYS } from './long-laws-book';

/** Whether an invoice is from before an insolvency, was assigned, or is our own group's. */
export function standsApart(
  { customer: { insolventSince, assignedTo, isOwnCompany } }: Account,
  { issued }: Invoice,
): boolean {
  return isOwnCompany || assignedTo !== '' || (insolventSince !== null && (issued ?? 0) <= insolventSince);
}

/** Whether a stage may be passed without ever being done. */
export function mayBePassed(
  { customer }: Account,
  row: PolicyRow,
  settings: Pick<DunningSettings, 'callMinimums'>,
): boolean {
  if (row.purpose === 'hold notice') return customer.creditHold !== 'yes' || customer.kind === 'public body';
  // A WhatsApp message that nobody agreed to is a call, and a call about too small a sum is passed.
  const isPassedWhenSmall = Object.keys(settings.callMinimums).length > 0;
  if (row.channel === 'whatsapp') return customer.kind === 'consumer' || isPassedWhenSmall;
  return row.channel === 'call' && isPassedWhenSmall;
}

/** The law that the task of filing a claim breaks, a clause; '' where it breaks none. */
export function brokenClaimLaw({ customer, invoices }: Account, { channel, to, cc, lines }: ReminderFacts): string {
  const { insolventSince: since, owner } = customer;
  if (since === null) return 'a claim against somebody who is solvent';
  if (channel !== 'task') return `a claim by ${channel}`;
  if ([...to, ...cc].some((one) => one !== owner)) return 'a claim that others than the owner read';
  const late = lines.find(({ key }) => (invoices.find((one) => one.key === key)?.issued ?? since) > since);
  return late ? `${late.invoice} came after the insolvency and is claimed` : '';
}

/** The laws that a contact breaks, each a clause. */
export function brokenDebtorLaws(
  today: Day,
  account: Account,
  facts: ReminderFacts,
  settings: Pick<DunningSettings, 'callMinimums' | 'minimums' | 'invoicesConsumers' | 'nextStep'>,
): string[] {
  const { customer, invoices } = account;
  const broken: string[] = [];
  const never = (isSo: boolean, what: string): void => {
    if (isSo) broken.push(what);
  };
  const isPerson = customer.kind === 'consumer' || customer.kind === 'sole trader';
  never(customer.kind === 'consumer' && !settings.invoicesConsumers, 'a consumer is contacted unasked');
  never(customer.kind === 'consumer' && facts.channel === 'whatsapp', 'a consumer gets a WhatsApp message');
  never(customer.kind === 'consumer' && facts.tone === 'final' && facts.sending === 'auto', 'a final one goes unread');
  never(isPerson && [...facts.to, ...facts.cc].some((one) => one.startsWith('cfo@')), 'somebody else reads it');
  never(customer.isOwnCompany, 'a company of our own group is contacted');
  never(facts.purpose === 'hold notice' && customer.creditHold !== 'yes', 'a hold is announced that is none');
  never(facts.tone === 'final' && settings.nextStep === '', 'a final reminder threatens with nothing that was chosen');
  never(customer.kind === 'public body' && facts.purpose === 'hold notice', 'a public body gets a hold notice');
  for (const line of facts.lines) {
    const invoice = invoices.find(({ key }) => key === line.key);
    if (!invoice) continue;
    never(standsApart(account, invoice), `${line.invoice} is not ours to ask for`);
    if (facts.anchor === 'month' || line.open <= 0 || line.disputed >= line.open) continue;
    const due = invoice.due ?? today;
    never(
      customer.paymentMethod !== '' && invoice.status !== 'returned' && plusBusinessDays(due, 5, HOLIDAYS) >= today,
      `the debit of ${line.invoice} is on its way`,
    );
    never(
      customer.kind === 'public body' && due < today && (invoice.issued ?? 0) + 30 >= today,
      `${line.invoice} is within its 30 days`,
    );
  }
  if (facts.anchor === 'month') return broken;
  // A call about a missed promise is worth the time by all that is overdue, not by what was promised alone.
  const overdue = (currency: string): number =>
    invoices
      .filter((one) => one.currency === currency && one.open > 0 && one.due !== null && one.due < today)
      .reduce((sum, { key, open }) => (facts.lines.some((line) => line.key === key) ? sum : sum + open), 0);
  const isEnough = (minimums: Readonly<Record<string, number>>, besides: (currency: string) => number): boolean =>
    Object.entries(askedOf(facts)).some(
      ([currency, sum]) => sum + besides(currency) >= toMinor(minimums[currency] ?? minimums[''] ?? 0, currency),
    );
  const none = (): number => 0;
  never(!isEnough(settings.minimums, none), 'too little is asked for');
  never(
    facts.channel === 'call' && !isEnough(settings.callMinimums, facts.anchor === 'promise' ? overdue : none),
    'too little is asked for to call',
  );
  return broken;
}
