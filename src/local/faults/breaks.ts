// How a service call can fail: the execution is killed, or the call throws what Google throws, before or after its work.
import { ExecutionKilled } from '../execution';
import type { Watch } from './desk';

/** Where it happens: before the call does its work, or after. */
export type Side = 'before' | 'after';

/** A way to fail. */
export interface Break {
  name: string;
  /** Whether what follows in the same execution fails too: a limit that is reached, a permission that is gone. */
  stays: boolean;
  /** What is thrown in a call of a method. */
  error(method: string, side: Side): Error;
}

/** Google's words for a call that did not come back. */
const timedOut = (method: string): string =>
  method.startsWith('Gmail')
    ? 'API call to gmail.users.messages.send failed with error: Service Gmail timed out while accessing: rate limit'
    : 'Service Spreadsheets timed out while accessing document with id 1aLocal.';

/**
 * Gmail refuses before it sends. Once a mail has left, its words may still speak of a limit, but then with those of a
 * connection that broke: nothing of what they say is certain.
 */
const ofGmail = (method: string, side: Side, words: string): string => {
  if (!method.startsWith('Gmail')) return words;
  return `API call to gmail.users.messages.send failed with error: ${side === 'before' ? words : `Backend error: ${words}`}`;
};

const LIMIT = 'Service invoked too many times for one day: email.';
const DENIED = 'You do not have permission to call this service. Required permissions: https://www.googleapis.com/auth';

/** All of them. Google promises neither that unflushed cells reach the sheet when an execution ends, nor that they do not. */
export const BREAKS: readonly Break[] = [
  { name: 'killed, unflushed cells dropped', stays: false, error: () => new ExecutionKilled('killed') },
  { name: 'killed, unflushed cells kept', stays: false, error: () => new ExecutionKilled('killed', true) },
  {
    name: 'throws',
    stays: false,
    error: () => new Error("We're sorry, a server error occurred. Please wait a bit and try again."),
  },
  { name: 'times out', stays: false, error: (method) => new Error(timedOut(method)) },
  { name: 'limit reached', stays: true, error: (method, side) => new Error(ofGmail(method, side, LIMIT)) },
  { name: 'permission gone', stays: true, error: (method, side) => new Error(ofGmail(method, side, DENIED)) },
];

/**
 * Breaks the n-th call of an execution.
 *
 * @param n counted from 1
 * @example desk.run(start, brokenAt(3, 'after', BREAKS[0]))
 */
export function brokenAt(n: number, side: Side, { stays, error }: Break): Watch {
  let call = 0;
  let service = '';
  const fail = (method: string, now: Side): void => {
    const isIt = call === n && now === side;
    if (isIt) [service = ''] = method.split('.');
    const follows = stays && call > n && now === 'before' && service !== '' && method.startsWith(service);
    // A lock that is not given back is given back by the end of the execution.
    if (isIt || follows) throw error(method, isIt ? side : 'before');
  };
  return {
    beforeCall: (method) => {
      call += 1;
      fail(method, 'before');
    },
    afterCall: (method) => fail(method, 'after'),
  };
}
