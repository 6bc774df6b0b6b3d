// Worlds that were looked at: where two faults leave the same behind, the same follows, and it is judged once.
import { digestOf } from '../world-copy';
import type { Desk } from './desk';

/** What was looked at. */
export type Seen = Set<string>;

/** Whether a desk is as one that was looked at; it counts as looked at from now on. */
export function wasSeen(desk: Desk, seen: Seen): boolean {
  const world = `${desk.now} ${digestOf(desk.world)}`;
  if (seen.has(world)) return true;
  seen.add(world);
  return false;
}
