// The book to look ahead in, read once for all pages that need it, and again when it is old or somebody asks.
import { button } from '../shell/controls';
import { callServer } from '../shell/server';
import type { Shell, View } from '../shell/shell';
import { skeleton } from '../shell/skeleton';
import { type Ahead, aheadOf } from './ahead-book';

/** So long what was read is shown again without asking. */
const FRESH_MS = 10 * 60_000;

let kept: { at: number; ahead: Ahead } | null = null;

function fresh(withWork: boolean): Ahead | null {
  if (!kept || Date.now() - kept.at > FRESH_MS || (withWork && kept.ahead.work === null)) return null;
  return kept.ahead;
}

/** What was read lately; null where that would have to be read. */
export function aheadIfRead(): Ahead | null {
  return fresh(false);
}

/**
 * What a view shows of the weeks to come, with a line while it is read; undefined where it could not be.
 * @param withWork whether it shows the work that waits
 */
export async function readAhead(
  host: HTMLElement,
  shell: Shell,
  again: View,
  withWork = false,
): Promise<Ahead | undefined> {
  const known = fresh(withWork);
  if (known) return known;
  const view = await shell.load(host, 'Reading the invoices…', again, 'getAhead', withWork);
  if (!view) return undefined;
  host.replaceChildren(skeleton('Working out the weeks to come…'));
  await afterDrawing();
  const ahead = aheadOf(view);
  kept = { at: Date.now(), ahead };
  return host.isConnected ? ahead : undefined;
}

/** The same beside a view that does not wait for it; null where it cannot be told, and nobody hears of it. */
export async function aheadIfAny(withWork = false): Promise<Ahead | null> {
  const known = fresh(withWork);
  if (known) return known;
  const answer = await callServer('getAhead', withWork);
  if (!answer.ok) return null;
  await afterDrawing();
  kept = { at: Date.now(), ahead: aheadOf(answer.value) };
  return kept.ahead;
}

/** Reads anew and draws the view again. */
export function readAgain(host: HTMLElement, shell: Shell, again: View): HTMLElement {
  return button(
    'Read again',
    async () => {
      kept = null;
      await again(host, shell);
    },
    { busy: 'Reading…' },
  );
}

/** After the browser has drawn what stands there: what follows takes a moment. */
function afterDrawing(): Promise<void> {
  return new Promise((resolve) => {
    window.setTimeout(resolve, 0);
  });
}
