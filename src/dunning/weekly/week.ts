// The week of a receivables team: what was done and came in, what is promised, what waits for whom, what needs a person.
import { addUnder } from '../../receivables/cash/grouped';
import type { Day } from '../../receivables/day';
import { addTo, type Totals } from '../../receivables/money';
import type { DecisionContext } from '../decision/customer-context';
import type { InvoiceDecision } from '../decision/decide';
import { nameOf } from '../decision/owed';
import { isPastDeadline, lateByCause } from '../lateness/why-late';
import { agreedPayments } from '../outlook/agreed-payments';
import { cameIn, type MoneyView, moneyOf, withWeekAgo } from '../outlook/open-money';
import { unchasedOf } from '../outlook/unchased';
import { CHANNELS, type Channel, isSentByUs } from '../policy/channels';
import type { DisputeReason } from '../policy/dispute-reasons';
import type { NEEDS } from './note-language';

const WEEK = 7;

/** What customers promised for the days to come. */
export interface PromisedPart {
  customer: string;
  on: Day;
  totals: Totals;
}

/** Overdue money by who has to settle what keeps it; minor units. */
export interface WaitingPart {
  /** '' where no reason is known. */
  department: string;
  currency: string;
  amount: number;
  invoices: number;
}

/** The week. */
export interface Week {
  /** The seven days that are over, both included. */
  from: Day;
  to: Day;
  /** Today, by currency in alphabetical order. */
  money: MoneyView[];
  /** Mails, calls and tasks of those days. */
  done: [channel: Channel, number: number][];
  /** Null where the sheet has no dates of payment. */
  came: Totals | null;
  /** For the seven days from today on, in their order. */
  promised: PromisedPart[];
  waiting: WaitingPart[];
  needs: Record<(typeof NEEDS)[number], number>;
  unchased: { customers: number; totals: Totals };
}

/**
 * The week before a day, and what is ahead of it.
 * @param context of the day
 * @param decisions of the day
 * @param reasons of AR Reasons
 * @param stops how many things keep every mail from leaving
 * @example weekOf(context, decide(facts).decisions, USUAL_REASONS, 0).came // { EUR: 3420000 }
 */
export function weekOf(
  context: DecisionContext,
  decisions: readonly InvoiceDecision[],
  reasons: readonly DisputeReason[],
  stops: number,
): Week {
  const { facts } = context;
  const { asOf, history } = facts;
  const [from, to] = [asOf - WEEK, asOf - 1];
  const left = unchasedOf(decisions, facts);
  const unchased: Totals = {};
  for (const { totals } of left)
    for (const [currency, minor] of Object.entries(totals)) addTo(unchased, currency, minor);
  const done = new Map<Channel, number>();
  for (const contacts of history.contacts.values())
    for (const { on, channel } of contacts) if (on >= from && on <= to) done.set(channel, (done.get(channel) ?? 0) + 1);
  const waiting = [...history.waiting.values()];
  const count = (is: (one: (typeof waiting)[number]) => boolean): number => waiting.filter(is).length;
  // One row for several invoices is one dispute.
  const disputes = new Map(facts.disputes.map((dispute) => [dispute.row, dispute]));
  return {
    ...{ from, to, money: withWeekAgo(moneyOf(decisions, left), facts) },
    done: (Object.keys(CHANNELS) as Channel[]).flatMap((channel): Week['done'] => {
      const number = done.get(channel);
      return number ? [[channel, number]] : [];
    }),
    came: cameIn(facts, from, to),
    promised: promisedIn(context, asOf, asOf + WEEK - 1),
    waiting: lateByCause(context, reasons).flatMap(({ currency, parts }) =>
      parts.map((part) => ({ ...part, currency })),
    ),
    needs: {
      stops,
      review: count(({ state, facts: { channel } }) => state === 'planned' && isSentByUs(channel)),
      byHand: count(
        ({ state, facts: { channel } }) => (state === 'planned' || state === 'approved') && !isSentByUs(channel),
      ),
      needsFix: count(({ state }) => state === 'needs-fix'),
      failed: count(({ state }) => state === 'failed'),
      unconfirmed: count(({ state }) => state === 'unconfirmed'),
      deadlines: [...disputes.values()].filter((dispute) => isPastDeadline(dispute, asOf)).length,
    },
    unchased: { customers: left.length, totals: unchased },
  };
}

function promisedIn({ facts }: DecisionContext, from: Day, to: Day): PromisedPart[] {
  const agreed = agreedPayments(facts);
  const parts = new Map<string, PromisedPart[]>();
  for (const { key, customerKey, currency } of facts.invoices)
    for (const { on, amount } of agreed.get(key) ?? []) {
      if (on < from || on > to) continue;
      const known = parts.get(customerKey)?.find((part) => part.on === on);
      const part = known ?? { customer: nameOf(facts, customerKey), on, totals: {} };
      if (!known) addUnder(parts, customerKey, part);
      addTo(part.totals, currency, amount);
    }
  return [...parts.values()].flat().sort((a, b) => a.on - b.on || (a.customer < b.customer ? -1 : 1));
}
