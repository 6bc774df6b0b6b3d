// What follows a change: it is said, and the page is drawn again.
import type { ChangeResult } from '../../entry/sidebar-calls';
import type { Shell } from '../shell/shell';

/**
 * Waits for a change, says what it did and draws the page again.
 * @returns whether the server did it
 * @example done(shell, again, shell.ask('rejectAnswer', row))
 */
export async function done(
  shell: Shell,
  again: () => Promise<void>,
  asked: Promise<ChangeResult | undefined>,
): Promise<boolean> {
  const result = await asked;
  if (!result) return false;
  shell.say(result.message);
  await again();
  return true;
}
