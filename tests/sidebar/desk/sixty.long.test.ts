// Sixty reminders approved by the key alone, each server call taking a second: how long a person waits, how many calls it takes.
import { expect, it } from 'vitest';
import { lineNumber } from '../fake/fake-lines';
import { callNames, DESK } from '../page';
import { withBrowser } from '../with-browser';

const open = withBrowser(DESK);

it('takes under 60 s of waiting and fewer calls than reminders, a second a call', async () => {
  const lines = Array.from({ length: 100 }, (_, at) => lineNumber(at)).filter(({ list }) => list !== 'by-hand');
  const page = await open({ lines: lines.slice(0, 60), delay: 1000 });
  const head = page.locator('.reader-head h1');
  let waited = 0;
  for (let at = 0; at < 60; at += 1) {
    const from = Date.now();
    await head.waitFor();
    waited += Date.now() - from;
    await page.keyboard.press('a');
    // A glance at each: nobody approves what was not looked at.
    await page.waitForTimeout(400);
  }
  const approved = () => page.evaluate(() => window.scenario.lines.filter(({ state }) => state === 'approved').length);
  await expect.poll(approved, { timeout: 20_000 }).toBe(60);
  const calls = await callNames(page);
  expect(waited).toBeLessThan(60_000);
  expect(calls.length).toBeLessThan(60);
});
