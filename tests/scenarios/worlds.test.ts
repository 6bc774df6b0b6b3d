// A live workbook taken over from an earlier story is the one that would have been made, and belongs to its story alone.
import { describe, expect, it, vi } from 'vitest';
import { digestOf } from '../../src/local/world-copy';
import { repeatably } from './repeatable';
import { Story, type StoryInvoice, type StoryOptions } from './story';

const LINES: StoryInvoice[] = [
  { no: '0001001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 },
  { no: '0002001', customer: 'Beta Works', due: '2026-11-01', amount: 700, currency: 'GBP' },
];

const begun = (at = '2026-11-04 09:00', options: StoryOptions = {}): Story => new Story(at, LINES, options);

/** Goes live and says how many executions that took. */
function executions(story: Story): number {
  const calls = vi.spyOn(story.runtime, 'callFromSidebar');
  story.goLive();
  return calls.mock.calls.length;
}

describe('going live from a beginning that was gone through before', () => {
  it('takes no execution and leads to the very same workbook, properties, log, triggers and counted calls', () => {
    const at = '2026-11-04 09:10';
    const long = repeatably(() => begun(at).goLiveStepByStep());
    repeatably(() => begun(at).goLive());
    const copied = begun(at);
    expect(executions(copied)).toBe(0);
    expect(digestOf(copied.world)).toBe(digestOf(long.world));
    expect(copied.world.calls).toEqual(long.world.calls);
  });

  it('goes on to the very same mails', () => {
    const at = '2026-11-04 09:20';
    const goOn = (story: Story): string =>
      repeatably(() => {
        story.approveAll();
        story.send();
        return digestOf(story.at('2026-11-11 10:00').hour().morning().world);
      });
    repeatably(() => begun(at).goLive());
    const long = repeatably(() => begun(at).goLiveStepByStep());
    const copied = begun(at).goLive();
    expect(goOn(copied)).toBe(goOn(long));
    expect(copied.world.mails.length).toBeGreaterThan(2);
  });

  it('leaves the world, the spreadsheet and the sheets the objects that they were', () => {
    begun().goLive();
    const story = begun();
    const { world } = story;
    const { spreadsheet } = world;
    const invoices = story.tab('Invoices');
    story.goLive();
    expect([story.world, story.world.spreadsheet, story.tab('Invoices')]).toEqual([world, spreadsheet, invoices]);
    expect(story.world).toBe(world);
    expect(story.world.spreadsheet).toBe(spreadsheet);
    expect(story.tab('Invoices')).toBe(invoices);
  });

  it('shares nothing with the story it was taken over from', () => {
    const first = begun().goLive();
    const before = digestOf(begun().goLive().world);
    const [queued] = [...(first.tab('AR Queue').cells.get(1)?.values() ?? [])];
    expect(queued).toBeDefined();
    if (queued) queued.value = { kind: 'text', value: 'changed in place' };
    first.tab('Invoices').cells.clear();
    first.world.mailQuota['ann@ourfirm.example'] = 0;
    expect(digestOf(begun().goLive().world)).toBe(before);
  });
});

describe('going live step by step', () => {
  it.each<[string, () => Story]>([
    ['another moment', () => begun('2026-11-04 09:01')],
    ['another zone of the sheet', () => begun('2026-11-04 09:00', { sheetZone: 'Asia/Tokyo' })],
    ['another zone of the script', () => begun('2026-11-04 09:00', { scriptZone: 'Asia/Tokyo' })],
    ['another person', () => begun('2026-11-04 09:00', { sender: 'bob@ourfirm.example' })],
    ['another invoice', () => begun().invoices(LINES.slice(1))],
    ['another cell', () => begun().rows('Invoices', 9, [['a note']])],
  ])('is what %s takes', (_, other) => {
    begun().goLive();
    expect(executions(other())).toBeGreaterThan(3);
  });

  it('is what a story takes that is killed on the way', () => {
    begun().goLive();
    const story = begun();
    const killed = story.isKilled(
      (method) => method.endsWith('flush'),
      () => story.goLive(),
    );
    expect(killed).toBe(true);
  });
});
