// Erasing personal details in a real browser: what is asked before, from the page and from a customer's card.
import { describe, expect, it } from 'vitest';
import { callNames } from '../page';
import { openPage, withBrowser } from '../with-browser';

const open = withBrowser();
const OLD = [
  { key: 'jane doe', name: 'Jane Doe', last: '2023-05-04' },
  { key: 'beta', name: 'Beta Works', last: '2022-01-31' },
];

describe('Personal details', () => {
  it('lists whose were kept long enough, and erases them after a question', async () => {
    const page = await open({ lines: [], erasable: OLD });
    await openPage(page, 'Personal details');
    expect(await page.locator('.plain-list li').count()).toBe(2);
    await page.getByRole('button', { name: 'Erase the details of 2 customers' }).click();
    expect(await callNames(page)).not.toContain('erasePersons');
    expect(await page.getByRole('dialog').textContent()).toContain('cannot be undone');
    await page.getByRole('button', { name: 'Erase', exact: true }).click();
    await page.getByText('Nobody’s details have to be erased.').waitFor();
  });

  it('says so when there are none', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Personal details');
    expect(await page.locator('.page').textContent()).toContain('Nobody’s details have to be erased.');
  });
});
