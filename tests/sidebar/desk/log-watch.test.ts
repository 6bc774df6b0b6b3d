// Following what others do, by a clock of its own: every half minute while the desk is looked at, and no further once nobody is.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchLog } from '../../../src/sidebar/desk/log-watch';

/** A page that is looked at or not, and a server that tells the end of its log and counts how often it was asked. */
class Place {
  looked = true;
  end = 7;
  asked = 0;
  moved = 0;
  private readonly heard = new Map<string, () => void>();

  constructor() {
    const runner = {
      withSuccessHandler: (tell: (answer: unknown) => void) => ({
        withFailureHandler: () => ({
          getLogEnd: () => {
            this.asked += 1;
            tell({ ok: true, value: { seq: this.end } });
          },
        }),
      }),
    };
    const hear = (event: string, act: () => void): unknown => this.heard.set(event, act);
    vi.stubGlobal('google', { script: { run: runner } });
    vi.stubGlobal('document', { addEventListener: hear, hasFocus: () => this.looked });
    vi.stubGlobal('window', { addEventListener: hear, setInterval });
    watchLog({ end: () => 7, isBusy: () => false, moved: () => (this.moved += 1) });
  }

  press(event: 'keydown' | 'focus'): void {
    this.heard.get(event)?.();
  }

  async pass(seconds: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(seconds * 1000);
  }
}

describe('the watch over the log', () => {
  let place: Place;
  beforeEach(() => {
    vi.useFakeTimers();
    place = new Place();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('asks once every half minute, and tells once what others did', async () => {
    await place.pass(29);
    expect(place.asked).toBe(0);
    await place.pass(61);
    expect([place.asked, place.moved]).toEqual([3, 0]);
    place.end = 8;
    await place.pass(60);
    expect([place.asked, place.moved]).toEqual([5, 1]);
  });

  it('asks nothing while another window is looked at, and at once on coming back', async () => {
    place.looked = false;
    await place.pass(300);
    expect(place.asked).toBe(0);
    place.looked = true;
    place.press('focus');
    await place.pass(0);
    expect(place.asked).toBe(1);
  });

  it('stops after ten minutes in which nobody does anything, and goes on with the next key', async () => {
    await place.pass(600);
    const asked = place.asked;
    expect(asked).toBe(19);
    await place.pass(1200);
    expect(place.asked).toBe(asked);
    place.press('keydown');
    await place.pass(30);
    expect(place.asked).toBe(asked + 1);
  });
});
