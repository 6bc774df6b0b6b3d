// What is filed as a claim where a customer is insolvent: the sum, the day up to which, and the task for our own people.
import { type Day, dayFromIso, isoOf, shortDay } from '../../../receivables/day';
import type { Invoice } from '../../../receivables/invoice';
import { isOwed } from '../../../receivables/invoice-status';
import { addTo, formatTotals, type Totals } from '../../../receivables/money';
import { anchoredStepKey } from '../../history/history-state';
import { TASK } from '../../policy/channels';
import { ownStep } from '../../policy/policy';
import type { AnchoredStep } from '../anchored-steps';
import type { CustomerContext } from '../customer-context';
import type { Facts } from '../facts';
import { byDue, isHandedOver } from '../owed';
import { apart } from './whose-debt';

/** Courts and administrators name the day; where nobody filled it in, it is so many days after the opening. */
const DAYS_TO_FILE = 14;

/** What one customer owes from before an insolvency. */
export interface Claim {
  /** Who owes it. */
  key: string;
  /** Who was to pay it and is insolvent, where that is another: then nothing is filed against who owes it. '' otherwise. */
  payer: string;
  invoices: Invoice[];
  totals: Totals;
  /** The day of insolvency, and the day up to which it is filed. */
  since: Day;
  by: Day;
}

/**
 * What is to be filed, or to be asked of somebody else, because of an insolvency: neither handed over nor filed already.
 * @example claimsOf(facts)[0]?.totals // { EUR: 480000 }
 */
export function claimsOf(facts: Facts): Claim[] {
  const claims = new Map<string, Claim>();
  if (!isAnybodyInsolvent(facts.customers)) return [];
  for (const invoice of facts.invoices) {
    const { customerKey, debtorKey: key = customerKey } = invoice;
    const own = facts.customers.get(key);
    const isOwn = (own?.insolventSince ?? null) !== null;
    const who = isOwn ? own : facts.customers.get(customerKey);
    const since = who?.insolventSince ?? null;
    if (!who || since === null || !isOwed(invoice) || isHandedOver(facts, invoice)) continue;
    if (apart(facts, invoice)?.reasons[0]?.code !== 'insolvent') continue;
    const payer = isOwn ? '' : customerKey;
    if (isOwn && facts.history.completed.has(anchoredStepKey('claim', key, isoOf(since)))) continue;
    const by = who.claimBy ?? since + DAYS_TO_FILE;
    const id = `${key}\n${payer}`;
    const claim = claims.get(id) ?? { key, payer, invoices: [], totals: {}, since, by };
    claims.set(id, claim);
    claim.invoices.push(invoice);
    addTo(claim.totals, invoice.currency, invoice.open);
  }
  return [...claims.values()];
}

const insolvencies = new WeakMap<Facts['customers'], boolean>();

/** Whether there is anybody to look at; looked up once for all days of a look ahead. */
function isAnybodyInsolvent(customers: Facts['customers']): boolean {
  const known = insolvencies.get(customers);
  if (known !== undefined) return known;
  const found = [...customers.values()].some(({ insolventSince }) => insolventSince !== null);
  insolvencies.set(customers, found);
  return found;
}

/** What an allowance is proposed for, whatever formulas say: all that is open from before an insolvency; '' where nothing is. */
export function allowanceInWords(facts: Facts, invoices: readonly Invoice[]): string {
  const totals: Totals = {};
  for (const one of invoices)
    if (isOwed(one) && apart(facts, one)?.reasons[0]?.code === 'insolvent') addTo(totals, one.currency, one.open);
  return Object.keys(totals).length === 0 ? '' : `100 %, ${formatTotals(totals)}: insolvent`;
}

/** The task of filing a claim: it waits for the account owner from the day the insolvency is known. */
export function claimStep({ segment, facts: { asOf } }: CustomerContext, claim: Claim): AnchoredStep {
  const { since, by, totals } = claim;
  const day = shortDay(by, asOf);
  const row = ownStep({
    ...{ segment, anchor: 'claim', days: by - since, channel: TASK },
    ...{ template: CLAIM_TEXT, to: ['owner'], tone: 'neutral', minimumGap: 0 },
  });
  return {
    row,
    dueOn: since,
    steps: 1,
    subject: isoOf(since),
    invoices: [...claim.invoices].sort(byDue),
    look: by < asOf ? `claim not filed by ${day}` : `file it by ${day}`,
    reason: `Insolvent since ${shortDay(since, asOf)}: file ${formatTotals(totals)} as a claim by ${day}.`,
  };
}

/** The name of its text in AR Templates. */
const CLAIM_TEXT = 'Task claim';

/** Up to which day the claim of a task is filed; null for any other reminder. @example claimDay({ anchor: 'due', ... }) // null */
export function claimDay({ anchor, subject, days }: { anchor: string; subject: string; days: number }): Day | null {
  const since = anchor === 'claim' ? dayFromIso(subject) : null;
  return since === null ? null : since + days;
}
