// Promises that are no longer open, with the events that say so: kept, partly kept or broken.
import { formatTotals } from '../../receivables/money';
import { customerEvent, type NewEvent } from '../history/events';
import type { Facts } from './facts';
import { type PromiseStanding, promiseStandings } from './promises';

/** A promise whose row says open, and is not. */
export interface EndedPromise extends Pick<PromiseStanding, 'id' | 'promise' | 'state'> {
  event: NewEvent;
}

/**
 * Promises that ended by what came in, by their day or by a debit that came back, as far as their rows do not say so yet.
 * @param facts promises as read, history with what each covered
 */
export function endedPromises(facts: Facts, actor: string): EndedPromise[] {
  const ended = promiseStandings(facts).filter(({ promise, state }) => promise.state !== state);
  return ended.map(({ id, promise, state, customerKey, received }) => {
    const came = Object.keys(received).length > 0 ? ` ${formatTotals(received)} came in.` : '';
    const customer = { key: customerKey, name: facts.customers.get(customerKey)?.name ?? '' };
    const said =
      state === 'cancelled'
        ? 'The instalment falls away: an earlier one of the plan was missed.'
        : `The promise is ${state}.${came}`;
    const event = customerEvent('promise-ended', customer, actor, said, {
      code: state,
      promise: { id, lines: [] },
    });
    return { id, promise, state, event };
  });
}
