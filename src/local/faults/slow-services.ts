// Slow services: however long each call takes, mails leave in every hour, and in the end all of them have left once.
import { type Flow, hourThatSends } from './flows';
import { type Finding, judged } from './judge';
import { outboxOf } from './outbox';
import { settle } from './person';

/** Seconds a call takes at a bad hour of Google's. */
export const LATENCIES = [0.2, 0.5, 1, 1.4, 2, 3] as const;

/**
 * Lets the hour that sends run where each call takes so long, then the hours that follow.
 *
 * @param flows one of which sends
 * @param seconds a call takes
 */
export function trySlow(flows: readonly Flow[], seconds: number): Finding[] {
  const flow = hourThatSends(flows);
  const desk = flow.start.twin();
  desk.latency = seconds * 1000;
  flow.run(desk, () => ({}));
  const left = outboxOf(desk.world).length;
  const none: Finding[] = left > 0 ? [] : [{ wrong: 'stuck', what: 'no mail left in an hour in which some should' }];
  const after = settle(desk);
  return [...none, ...judged(desk.world, after)];
}
