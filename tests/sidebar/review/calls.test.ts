// The page Calls in a real browser: the next call loads itself, an outcome is taken back, the list goes to paper, nobody waits.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { lineNumber } from '../fake/fake-lines';
import { lastArgs } from '../page';
import { openTab, withBrowser } from '../with-browser';

const open = withBrowser();
const call = (number: number, customer: string) => lineNumber(number, { channel: 'call', list: 'by-hand', customer });

async function openCalls(page: Page): Promise<void> {
  await openTab(page, 'More');
  await page.locator('.entry', { hasText: 'Whom to call today' }).click();
}

describe('Calls', () => {
  it('shows one call at a time; the next loads itself, and Undo brings the last one back', async () => {
    const page = await open({ lines: [call(1, 'Acme'), call(2, 'שלום בע״מ')] });
    await openCalls(page);
    await page.locator('.call-head', { hasText: 'Acme' }).waitFor();
    expect(await page.locator('.call-phone').getAttribute('href')).toBe('tel:+4930123456');
    await page.getByRole('button', { name: 'Left a message' }).click();
    await page.locator('.call-head', { hasText: 'שלום' }).waitFor();
    expect(await lastArgs(page, 'recordOutcome')).toEqual(['r-1', 'left a message', '', {}, 'r-2']);
    await page.locator('.status').getByRole('button', { name: 'Undo' }).click();
    await page.locator('.call-head', { hasText: 'Acme' }).waitFor();
  });

  it('asks before it changes whom we speak to', async () => {
    const page = await open({ lines: [call(1, 'Acme')] });
    await openCalls(page);
    await page.getByRole('button', { name: 'Wrong person…' }).click();
    await page.getByLabel('Name').fill('Ben Ode');
    await page.getByRole('button', { name: 'Record' }).click();
    await page.getByRole('dialog').getByText('Contact: Anna Weber → Ben Ode').waitFor();
    await page.getByRole('button', { name: 'Change and record' }).click();
    await page.getByText('No call waits.').waitFor();
    expect((await lastArgs(page, 'changeContact'))?.[1]).toEqual({ contact: 'Ben Ode' });
  });

  it('says why nobody is to be called where no call waits', async () => {
    const page = await open({ lines: [lineNumber(1)] });
    await openCalls(page);
    await page.getByText('Calls come here when a step of AR Policy is a call.').waitFor();
  });
});

describe('a call', () => {
  it('shows the columns that the team chose beside each invoice, and takes another choice', async () => {
    const page = await open({ lines: [call(1, 'Acme')] });
    await openCalls(page);
    await page.locator('.call-invoice', { hasText: 'Product' }).getByText('Frames').waitFor();
    await page.getByRole('button', { name: 'Columns…' }).click();
    expect(await page.getByLabel('Product').isChecked()).toBe(true);
    await page.getByLabel('Delivery').check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Beside each invoice: Product, Delivery.').waitFor();
    expect(await lastArgs(page, 'saveSetting')).toEqual(['Columns on call cards', 'Product\nDelivery']);
  });

  it('leads from what one may hear to its text, and back to the same call', async () => {
    const page = await open({ lines: [call(1, 'Acme'), call(2, 'Beta')] });
    await openCalls(page);
    await page.getByRole('button', { name: 'Later, next call' }).click();
    await page.locator('.call-head', { hasText: 'Beta' }).waitFor();
    await page.getByText('We did not get the invoice.').click();
    await page.getByText('Send a copy.').waitFor();
    await page.getByRole('button', { name: 'Change: We did not get the invoice.' }).click();
    await page.getByRole('heading', { name: 'Objection no invoice' }).waitFor();
    expect((await lastArgs(page, 'getText'))?.[0]).toBe('Objection no invoice');
    await page.keyboard.press('Escape');
    await page.locator('.call-head', { hasText: 'Beta' }).waitFor();
  });

  it('takes something new that was heard: it gets a name, and its text is opened', async () => {
    const page = await open({ lines: [call(1, 'Acme')] });
    await openCalls(page);
    await page.getByRole('button', { name: 'Add what you hear' }).click();
    await page.getByRole('button', { name: 'Write it' }).click();
    await page.getByRole('alert').getByText('Give it a name of a few words.').waitFor();
    await page.getByLabel('In a few words').fill('price too high');
    await page.getByRole('button', { name: 'Write it' }).click();
    await page.getByRole('heading', { name: 'Objection price too high' }).waitFor();
    await page.getByRole('textbox', { name: 'A good answer' }).waitFor();
  });
});
