// The weekly note through the built bundle: once a week wherever the run is killed, and a quiet hour stays quiet.
import { describe, expect, it } from 'vitest';
import { killedEverywhere } from './killed';
import { Story } from './story';

const LINES = [
  { no: 'A-1', customer: 'Acme Tools', due: '2026-10-30', amount: 500 },
  { no: 'B-1', customer: 'Berg Trading', due: '2026-11-20', amount: 90 },
];

/** A live workbook on a Friday that wants a note, its Monday begun: what is planned waits for review. */
function monday(): Story {
  const story = new Story('2026-11-06 08:05', LINES).goLive();
  story.ask('saveSetting', 'Weekly note to', 'lead@ourfirm.example');
  story.at('2026-11-09 06:30').hour();
  story.at('2026-11-09 07:30').hour();
  return story;
}

const notes = async (story: Story): Promise<number> =>
  (await story.allMails()).filter(({ to }) => to.includes('lead@ourfirm.example')).length;

const did = (story: Story): string => JSON.parse(story.world.documentProperties['duesheet'] ?? '{}').heartbeat.did;

describe('the weekly note, through the built bundle', () => {
  it('wakes a quiet Monday once, and the hours after it are quiet again', async () => {
    const story = monday();
    expect(did(story)).toBe('Nothing changed.');
    story.at('2026-11-09 08:30').hour();
    expect(did(story)).toContain('The weekly note left.');
    story.at('2026-11-09 09:30').hour();
    story.at('2026-11-09 10:30').hour();
    expect(did(story)).toBe('Nothing changed.');
    story.at('2026-11-10 08:30').hour();
    expect(await notes(story)).toBe(1);
  });

  it('leaves at most once, wherever the run is killed, and the next one goes on', async () => {
    let left = 0;
    const killed = await killedEverywhere(
      monday(),
      (method) => /(setValues|flush|Messages\.send|setProperties|tryLock)$/.test(method),
      (story) => story.at('2026-11-09 08:30').hour(),
      async (story, n) => {
        story.at('2026-11-09 09:30').hour();
        story.at('2026-11-09 10:30').hour();
        expect(await notes(story), `killed before call ${n}`).toBeLessThanOrEqual(1);
        left += await notes(story);
        expect(did(story), `killed before call ${n}`).toBe('Nothing changed.');
      },
    );
    expect(killed).toBeGreaterThan(5);
    expect(left).toBeGreaterThan(2);
  }, 60_000);
});
