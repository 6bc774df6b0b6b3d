// What a log says of money in that cannot be: a line decided twice or for more than it has, a mail about what was paid.
import { dayFromIso, plusBusinessDays } from '../../../receivables/day';
import { formatMoney } from '../../../receivables/money';
import type { LogEvent } from '../events';
import { closes } from '../payment-facts';
import { liveLines, type Payments, partKey } from '../payments';
import type { Reminder } from '../reminder';
import { type Finding, findingAt } from './finding';

/** Business days from its import in which a line that nobody decided about stops what it may be for. */
const DAYS_TO_DECIDE = 3;

/** What an entry about a line of the bank contradicts. @param isWhole whether no entry before it is missing */
export function judgeLine({ lines }: Payments, event: LogEvent, isWhole: boolean): Finding[] {
  const { decision } = event.facts;
  if (event.kind !== 'line-decided' || !decision) return [];
  const line = lines.get(decision.id);
  const about = `The bank line ${decision.id}`;
  if (!line) return isWhole ? [findingAt('line-unknown', event, `${about} was decided about, and never read.`)] : [];
  if (line.decision) return [findingAt('line-twice', event, `${about} was decided about twice.`)];
  const [currency = line.currency] = decision.parts.map((part) => part.currency);
  const money = currency === line.currency ? line.amount : line.original?.[1] === currency ? line.original[0] : 0;
  const put = decision.parts.reduce((sum, { amount }) => sum + amount, 0);
  const isMixed = decision.parts.some((part) => part.currency !== currency);
  if (!isMixed && (money >= 0 ? put <= money : put >= money)) return [];
  const message = `${about} of ${formatMoney(line.amount, line.currency)} was put on invoices with ${formatMoney(put, currency)}.`;
  return [findingAt('line-overspent', event, message)];
}

/** A mail about money that was accepted at the bank, or that somebody had still to decide about. */
export function againstMoney(payments: Payments, { facts }: Reminder, event: LogEvent): Finding[] {
  const { live, bases } = payments;
  const day = dayFromIso(event.at.slice(0, 10));
  if (live.size === 0 || day === null) return [];
  const accepted = new Map<string, number>();
  const undecided = new Map<string, string>();
  for (const { id, decision, readOn, candidates, proposal } of liveLines(payments)) {
    for (const part of decision?.parts ?? [])
      if (part.bookedOn === null) accepted.set(partKey(part), (accepted.get(partKey(part)) ?? 0) + closes(part));
    if (decision || plusBusinessDays(readOn, DAYS_TO_DECIDE) <= day) continue;
    for (const key of [...candidates, ...proposal.map((part) => part.key)]) undecided.set(key, id);
  }
  return facts.lines.flatMap(({ key, invoice, open, currency }) => {
    const base = bases.get(key);
    const most = Math.max(0, (base ?? 0) - (accepted.get(key) ?? 0));
    const name = invoice || key;
    const line = undecided.get(key);
    if (open > 0 && line !== undefined) {
      const message = `${event.reminder} asks ${facts.customer} for invoice ${name}, while nobody had decided whether the bank line ${line} is for it.`;
      return [findingAt('while-undecided', event, message)];
    }
    if (base === undefined || open <= most) return [];
    const message = `${event.reminder} asks ${facts.customer} for ${formatMoney(open, currency)} of invoice ${name}, of which ${formatMoney(most, currency)} was open by the payments accepted.`;
    return [findingAt('while-paid', event, message)];
  });
}
