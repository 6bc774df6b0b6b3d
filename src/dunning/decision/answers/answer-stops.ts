// What answers by the form stop: everything to the customer for two business days, and the invoices that are said to be paid or disputed.
import { addUnder } from '../../../receivables/cash/grouped';
import { type Day, shortDay } from '../../../receivables/day';
import type { Invoice } from '../../../receivables/invoice';
import { type Answer, isAsked, pauses } from '../../history/answers';
import type { Facts } from '../facts';
import { type Verdict, verdict } from '../reasons';

/** What answers say of the customers and invoices of a day. */
export interface AnswerStops {
  /** Why nothing is said to a customer; null where nothing stops it. */
  customer(customerKey: string): Verdict | null;
  /** Why nothing is asked for an invoice; null where nothing stops it. */
  stop(invoice: Invoice): Verdict | null;
  /** What a person has to know before a reminder of it leaves, in a few words each. */
  look(invoice: Invoice): string[];
}

const NOTHING: AnswerStops = { customer: () => null, stop: () => null, look: () => [] };

/**
 * Prepares what answers stop on a day.
 * @example answerStops(facts).stop(invoice)?.reasons[0]?.code // 'held'
 */
export function answerStops({ history, asOf }: Pick<Facts, 'history' | 'asOf'>): AnswerStops {
  if (history.answers.size === 0) return NOTHING;
  const byCustomer = new Map<string, Answer[]>();
  const byInvoice = new Map<string, Answer[]>();
  for (const answer of history.answers.values()) {
    if (answer.takenOn > asOf) continue;
    addUnder(byCustomer, answer.customerKey, answer);
    for (const key of answer.keys) addUnder(byInvoice, key, answer);
  }
  return {
    customer: (key) => {
      const until = Math.max(0, ...(byCustomer.get(key) ?? []).map(({ quietTo }) => quietTo ?? 0));
      if (until < asOf) return null;
      const message = () =>
        `They answered by the form (page Answers); nothing is sent up to and including ${shortDay(until, asOf)}.`;
      return verdict('blocked', 'replied', message, until + 1);
    },
    stop: ({ key }) => {
      for (const answer of byInvoice.get(key) ?? []) {
        const found = stopOf(answer, asOf);
        if (found) return found;
      }
      return null;
    },
    look: ({ key, customerKey }) =>
      (byCustomer.get(customerKey) ?? []).flatMap((answer) => {
        const isAbout = answer.keys.includes(key) || answer.what === 'contact' || answer.what === 'other';
        return isAsked(answer) && isAbout ? [inShort(answer, asOf)] : [];
      }),
  };
}

function stopOf(answer: Answer, asOf: Day): Verdict | null {
  if (!pauses(answer, asOf)) return null;
  const { what, on, until } = answer;
  const said = shortDay(on, asOf);
  if (what === 'dispute' || until === null) {
    const message = () =>
      `They said on ${said} that something is not right; nothing is asked for until you accept or reject that on the page Answers.`;
    return verdict('blocked', 'held', message);
  }
  const message = () =>
    `They said on ${said} that it is paid; nothing is asked for up to and including ${shortDay(until, asOf)}.`;
  return verdict('blocked', 'held', message, until + 1);
}

function inShort({ what, day, on }: Answer, asOf: Day): string {
  if (what === 'promise')
    return day === null ? 'they would like to pay later' : `they would like to pay on ${shortDay(day, asOf)}`;
  if (what === 'paid') return `they said on ${shortDay(on, asOf)} that it is paid`;
  return what === 'contact' ? 'they named another contact' : 'they answered by the form';
}
