// What is known while a log is replayed.
import type { History } from '../history-state';
import type { Stops } from '../stops';

/** What the entries so far tell; null where they do not. */
export interface Known {
  history: History;
  stops: Stops;
  isLive: boolean | null;
  isAutomatic: boolean | null;
  /** '' when nobody sends. */
  sender: string | null;
}
