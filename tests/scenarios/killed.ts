// Doing something again and again, each time killed before the next service call, and looking at what that leaves behind.
import { digestOf } from '../../src/local/world-copy';
import { repeatably } from './repeatable';
import type { Story } from './story';

/**
 * Does something again and again, each time killed before the next service call, until it comes to its end. What a kill
 * leaves behind is looked at once for each world: where two kills leave the same, the same follows.
 *
 * @param start goes on from here each time
 * @param counts which calls are killed
 * @param act what is done
 * @param after looks at a killed story
 * @param always looks after each kill, whatever it leaves behind
 * @returns how often it was killed
 */
export async function killedEverywhere(
  start: Story,
  counts: (method: string) => boolean,
  act: (story: Story) => void,
  after: (story: Story, n: number) => void | Promise<void>,
  always = false,
): Promise<number> {
  const seen = new Set<string>();
  for (let n = 1; ; n += 1) {
    const story = start.twin();
    if (!isKilledAt(story, n, counts, act)) return n - 1;
    const world = `${story.moment()} ${digestOf(story.world)}`;
    if (always || !seen.has(world)) await after(story, n);
    seen.add(world);
  }
}

function isKilledAt(
  story: Story,
  n: number,
  counts: (method: string) => boolean,
  act: (story: Story) => void,
): boolean {
  let count = 0;
  const isThere = (method: string): boolean => {
    count += counts(method) ? 1 : 0;
    return count === n;
  };
  return repeatably(() => story.isKilled(isThere, () => act(story)));
}
