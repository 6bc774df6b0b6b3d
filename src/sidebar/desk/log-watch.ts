// Following what others do: one look at the end of the log when the desk gets the focus and every half minute while it has it.
import { callServer } from '../shell/server';

const EVERY_MS = 30_000;

/** Nobody at work any more: a desk left open asks no further. */
const IDLE_MS = 600_000;

/** What the watch needs to know. */
export interface Watched {
  /** The last entry of the log that is in hand; 0 where nothing was read yet. */
  end: () => number;
  /** Whether something of our own is under way, which moves the end. */
  isBusy: () => boolean;
  /** Others wrote something down. */
  moved: () => void;
}

/**
 * Begins to look.
 * @returns looks once more, now
 */
export function watchLog({ end, isBusy, moved }: Watched): () => Promise<void> {
  let active = Date.now();
  let seen = 0;
  let isLooking = false;
  const look = async (): Promise<void> => {
    if (isLooking || isBusy() || end() === 0) return;
    isLooking = true;
    const answer = await callServer('getLogEnd');
    isLooking = false;
    // What we did ourselves meanwhile is followed already.
    if (!answer.ok || isBusy() || answer.value.seq === end() || answer.value.seq === seen) return;
    seen = answer.value.seq;
    moved();
  };
  for (const event of ['keydown', 'pointerdown', 'wheel'])
    document.addEventListener(
      event,
      () => {
        active = Date.now();
      },
      { passive: true },
    );
  window.addEventListener('focus', () => {
    active = Date.now();
    void look();
  });
  window.setInterval(() => {
    if (document.hasFocus() && Date.now() - active < IDLE_MS) void look();
  }, EVERY_MS);
  return look;
}
