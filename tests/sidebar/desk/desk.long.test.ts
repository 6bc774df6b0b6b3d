// Every page of the desk in a real browser, tried for what shuts people out.
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../accessibility';
import { DESK } from '../page';
import { withBrowser } from '../with-browser';

const open = withBrowser(DESK);

describe('the pages of the desk', () => {
  it('have no accessibility violation on any page of its navigation, nor where nothing waits', async () => {
    const page = await open({ lines: [] });
    await page.getByRole('heading', { name: 'Nothing waits for a decision' }).waitFor();
    expect(await violationsIn(page)).toEqual([]);
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await page.locator('main .view:not([aria-busy]) > *').first().waitFor();
      expect(await violationsIn(page), (await tab.textContent()) ?? '').toEqual([]);
    }
  });
});
