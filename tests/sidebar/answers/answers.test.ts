// The page Answers in a browser: what waits is accepted, changed or rejected; forged ones stand apart; the form's link is checked.
import { expect, it } from 'vitest';
import { violationsIn } from '../accessibility';
import { lastArgs } from '../page';
import { openPage, withBrowser } from '../with-browser';

const open = withBrowser();

it('takes what came in as it opens, and lets a person accept, change and reject what waits', async () => {
  const page = await open({ lines: [], answers: { fresh: 1 } });
  await openPage(page, 'Answers');
  await page.getByText('1 answer taken.').waitFor();
  const acme = page.getByRole('article', { name: 'Acme Tools: Will pay on Thu 24 Dec' });
  await acme.getByRole('button', { name: 'Change' }).click();
  await page.getByLabel('Promised for').fill('2026-12-18');
  await page.getByLabel('Invoice').selectOption('INV-1002');
  await page.getByRole('button', { name: 'Note the promise' }).click();
  await page.getByText('Accepted r1 {"day":"2026-12-18","invoices":["INV-1002"]}.').waitFor();
  const berg = page.getByRole('article', { name: 'Berg Trading: Something is not right' });
  expect(await berg.getByText('waits too long').count()).toBe(1);
  await berg.getByRole('button', { name: 'Accept' }).click();
  await page.getByLabel('What is disputed?').fill('');
  await page.getByRole('button', { name: 'Note the dispute' }).click();
  await page.getByText('Say what is disputed, so that others know.').waitFor();
  await page.getByLabel('What is disputed?').fill('Damaged');
  await page.getByRole('button', { name: 'Note the dispute' }).click();
  await page.getByText('Accepted r2 {"reason":"Damaged"}.').waitFor();
  const coast = page.getByRole('article', { name: 'Coast Foods: Write to somebody else' });
  await coast.getByRole('button', { name: 'Reject' }).click();
  await page.getByText('Rejected r3.').waitFor();
  expect(await page.getByText('Waits for you').count()).toBe(0);
  await page.getByText('Changed nothing: 1').click();
  await page.getByText('row 7 of Form Responses 1: Its reference was never in a mail of ours.').waitFor();
  expect(await violationsIn(page)).toEqual([]);
});

it('says how the form is made, and saves no link that has no place for the reference', async () => {
  const text = {
    ...{ name: 'Friendly', language: 'en', row: 4, seen: 'Friendly | en' },
    subject: 'S',
    body: 'Pay now.',
  };
  const page = await open({ lines: [], answers: { answers: [], left: [], withoutLink: [text] } });
  await openPage(page, 'Answers');
  await page
    .getByText('1 text does not offer the form, so whoever gets it cannot answer by a click: Friendly (en).')
    .waitFor();
  await page.getByRole('button', { name: 'Add the link to 1 text…' }).click();
  await page.getByRole('button', { name: 'Add it', exact: true }).click();
  await expect
    .poll(() => lastArgs(page, 'saveRules'))
    .toEqual([
      'AR Templates',
      [{ seen: { row: 4, seen: 'Friendly | en' }, cells: { Body: 'Pay now.\n\n{{answer link}}' } }],
    ]);
  await page.getByText('No form is set up yet.').waitFor();
  const link = page.getByLabel('Pre-filled link of the form');
  await link.fill('https://docs.google.com/forms/d/e/1FA/viewform?entry.1=hello');
  await page.getByRole('button', { name: 'Save the link' }).click();
  await page.getByText('Not saved: the link has no field with the word TOKEN').waitFor();
  expect(await violationsIn(page)).toEqual([]);
});
