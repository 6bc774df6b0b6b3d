// The list of calls on paper: what stands in a line, and room to write beside all of it.
import { describe, expect, it } from 'vitest';
import { lineNumber } from '../fake/fake-lines';
import { openPage, withBrowser } from '../with-browser';

const open = withBrowser();

describe('the printed list of calls', () => {
  it('keeps a number and a currency in one piece, and leaves room to write beside the invoices', async () => {
    const page = await open({
      lines: [lineNumber(3, { list: 'by-hand', channel: 'call', amounts: '31,507.90 GBP and 12.00 EUR' })],
    });
    await openPage(page, 'Calls');
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await page.getByRole('button', { name: 'Print the list' }).click();
    await page.locator('.print-page').waitFor({ state: 'attached' });
    const paper = await page.evaluate(() => {
      const root = document.querySelector('.print-page')?.shadowRoot;
      return {
        heads: [...(root?.querySelectorAll('th') ?? [])].map(({ textContent }) => textContent),
        text: root?.querySelector('.call')?.textContent ?? '',
        rows: root?.querySelector('.said')?.getAttribute('rowspan'),
      };
    });
    expect(paper.heads).toEqual(['Customer', 'Asked for', 'Why', 'What came of it']);
    expect(paper.text).toContain('31,507.90\u00a0GBP and 12.00\u00a0EUR');
    expect(paper.rows).toBe('2');
  });
});
