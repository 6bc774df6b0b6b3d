// Every service call of every flow broken in every way, and what follows once the fault is over.
import { BREAKS, type Break, brokenAt, type Side } from './breaks';
import type { Desk, Watch } from './desk';
import { callsOf, type Flow } from './flows';
import { type Finding, judged } from './judge';
import { settle } from './person';
import { type Seen, wasSeen } from './seen';

/** One broken call. */
export interface BrokenCall {
  flow: Flow;
  /** Counted from 1 over all executions of the flow. */
  n: number;
  side: Side;
  break: Break;
}

/** All broken calls of a flow, or every k-th of them. */
export function* brokenCalls(flow: Flow, every: number): Generator<BrokenCall> {
  const calls = callsOf(flow);
  let at = 0;
  for (let n = 1; n <= calls; n += 1) {
    for (const side of ['before', 'after'] as const) {
      for (const one of BREAKS) {
        if (at % every === 0) yield { flow, n, side, break: one };
        at += 1;
      }
    }
  }
}

/** In words. @example inWords(call) // 'the hour that sends: call 31 (Gmail.Users.Messages.send) killed before' */
export function inWords({ flow, n, side, break: { name } }: BrokenCall): string {
  return `${flow.name}: ${side} call ${n}: ${name}`;
}

/** Breaks a call, lets the fault be over and judges what follows. */
export function tryBroken(call: BrokenCall, seen: Seen): Finding[] {
  const desk = call.flow.start.twin();
  let passed = 0;
  // The flow may be several executions: calls are counted over all of them.
  const watch = (): Watch => {
    const { beforeCall, afterCall } = brokenAt(call.n - passed, call.side, call.break);
    return {
      beforeCall: (method, count) => {
        passed += 1;
        beforeCall?.(method, count);
      },
      afterCall,
    };
  };
  call.flow.run(desk, watch);
  return verdict(desk, call.flow, seen);
}

function verdict(desk: Desk, { sends }: Flow, seen: Seen): Finding[] {
  if (wasSeen(desk, seen)) return [];
  const after = settle(desk);
  const stops = after.firstStops.map(
    (code): Finding => ({ wrong: 'stuck', what: `a fault of Google alone stops everything: ${code}` }),
  );
  // The hour after a fault sends what was approved; only what may have left already waits for an answer.
  const left = after.firstStates.find((state) => sends && state !== 'unconfirmed');
  const idle: Finding[] = left ? [{ wrong: 'stuck', what: `still ${left} after an hour in which nothing failed` }] : [];
  return [...stops, ...idle, ...judged(desk.world, after)];
}
