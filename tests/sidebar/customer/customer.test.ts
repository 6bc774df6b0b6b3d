// The card of a customer, the search, promises and disputes, and outcomes of calls, in a real browser at 300 px.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../accessibility';
import { HOSTILE_NAME, LONG_NAMES, lineNumber } from '../fake/fake-lines';
import type { Scenario } from '../fake/fake-server';
import { callNames, lastArgs, listReadings } from '../page';
import { openPage, openReminder, withBrowser } from '../with-browser';

const open = withBrowser();
async function openSearch(scenario: Partial<Scenario> = {}): Promise<Page> {
  const page = await open({ lines: [lineNumber(3)], ...scenario });
  await openPage(page, 'Customers');
  await page.locator('.found-customers, .empty').first().waitFor();
  return page;
}

async function openCard(scenario: Partial<Scenario> = {}): Promise<Page> {
  const page = await openSearch(scenario);
  await page.locator('.found-customers button').first().click();
  await page.locator('.marks').waitFor();
  return page;
}

async function openPromises(scenario: Partial<Scenario> = {}): Promise<Page> {
  const page = await open({ lines: [], ...scenario });
  await openPage(page, 'Promises and disputes');
  await page.locator('.problem-group').first().waitFor();
  return page;
}

const widths = (page: Page): Promise<number[]> =>
  page.evaluate(() => [document.documentElement.scrollWidth, document.querySelector('main')?.scrollWidth ?? 0]);

describe('the search for customers', () => {
  it('shows those with the most overdue first, and finds by Enter', async () => {
    const page = await openSearch();
    expect(await page.locator('.found-customers .entry-label').first().textContent()).toBe('Alder & Finch Bakery');
    await page.getByLabel('Name, number, address or invoice').fill('elbe');
    await page.keyboard.press('Enter');
    await page.getByText('Found for “elbe”.').waitFor();
    expect(await page.locator('.found-customers .entry').allTextContents()).toEqual([
      'Elbe Maschinenbau GmbHInvoice INV-2026-0009 · 900.00 GBP open, nothing overdue · bob@firm.example',
    ]);
  });

  it('says helpfully that nobody is called so', async () => {
    const page = await openSearch({ customers: [] });
    expect(await page.locator('.empty').textContent()).toContain('There are no customers yet');
  });
});

describe('the card of a customer', () => {
  it('shows balances by currency, what stops reminders and what ends it, and what waits', async () => {
    const page = await openCard();
    const text = (await page.locator('main').textContent()) ?? '';
    for (const part of [
      '12,200.00 EUR',
      '900.00 GBP',
      'They replied on Thu 19 Nov',
      'It ends by itself on that day',
      'A mail waits',
    ])
      expect(text).toContain(part);
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toBe('Alder & Finch Bakery');
  });

  it('records a promise by keyboard, with the amount as people write it', async () => {
    const page = await openCard();
    await page.getByRole('button', { name: 'Promised…' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Promised for').fill('2026-11-27');
    await page.getByLabel('Amount (optional)').fill('1.234,50');
    await page.getByLabel('Currency').selectOption('GBP');
    await page.getByRole('button', { name: 'Note the promise' }).click();
    await page.getByText('Promised.', { exact: true }).waitFor();
    expect(await lastArgs(page, 'recordPromise')).toEqual([
      { customerKey: 'alder', promisedOn: '2026-11-27', amount: 1234.5, currency: 'GBP', invoices: [], note: '' },
    ]);
    expect(await callNames(page)).toContain('getToday');
  });

  it('does not record an amount that can be read in two ways, or a day that has passed', async () => {
    const page = await openCard();
    await page.getByRole('button', { name: 'Promised…' }).click();
    await page.getByLabel('Amount (optional)').fill('1.234');
    await page.getByRole('button', { name: 'Note the promise' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('two ways');
    await page.getByLabel('Amount (optional)').fill('');
    await page.getByLabel('Promised for').fill('2026-11-20');
    await page.getByRole('button', { name: 'Note the promise' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('today or a later day');
    expect(await callNames(page)).not.toContain('recordPromise');
  });

  it('agrees a payment plan in equal instalments, of which any may be changed first', async () => {
    const page = await openCard();
    await page.getByRole('button', { name: 'Instalments…' }).click();
    expect(await page.getByLabel('Sum').inputValue()).toBe('18310.40');
    await page.getByLabel('Sum').fill('1000');
    await page.getByLabel('The first on').fill('2026-11-30');
    await page.getByLabel('Instalments', { exact: true }).focus();
    await page.getByLabel('Instalment 3: day').fill('2027-02-15');
    expect(await violationsIn(page)).toEqual([]);
    expect(await widths(page)).toEqual([300, 300]);
    await page.getByRole('button', { name: 'Agree the plan' }).click();
    await page.getByText('Agreed.', { exact: true }).waitFor();
    expect(await lastArgs(page, 'recordPlan')).toEqual([
      {
        customerKey: 'alder',
        invoice: '',
        currency: 'EUR',
        instalments: [
          { on: '2026-11-30', amount: 333.33 },
          { on: '2026-12-30', amount: 333.33 },
          { on: '2027-02-15', amount: 333.34 },
        ],
        note: '',
        approvedBy: '',
      },
    ]);
  });

  it('prints the hand-over file with every part of it', async () => {
    const page = await openCard();
    const printed = page.evaluate(
      () =>
        new Promise<string>((told) => {
          window.print = () => told(document.querySelector('.print-page')?.shadowRoot?.textContent ?? '');
        }),
    );
    await page.getByRole('button', { name: 'Hand-over file' }).click();
    const text = await printed;
    for (const said of [
      'Hand-over file: Alder & Finch Bakery',
      'PO-77',
      '32 days late',
      'Collect GmbH, reference 4711',
    ])
      expect(text).toContain(said);
    for (const said of ['Came in since', 'two boxes short', 'partly kept', 'no answer']) expect(text).toContain(said);
  });

  it('closes a small form by Escape without leaving the card, and opens one at a time', async () => {
    const page = await openCard();
    await page.getByRole('button', { name: 'Pause…' }).click();
    await page.getByRole('button', { name: 'Disputes…' }).click();
    expect(await page.getByLabel('Reason', { exact: true }).count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await page.locator('.marks .inline-form').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Disputes…');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Customers' }).waitFor();
  });

  it.each([
    ['They replied…', 'Note the reply', 'markReplied', ['alder', '']],
    ['Bounced…', 'Note the bounce', 'markBounced', ['alder', 'accounts@alder-finch.example']],
    ['Hand over…', 'Hand over', 'handOver', ['alder', [], '']],
  ])('notes "%s" in two clicks', async (mark, submit, call, args) => {
    const page = await openCard();
    await page.getByRole('button', { name: mark }).click();
    await page.locator('.marks').getByRole('button', { name: submit, exact: true }).click();
    await page.getByRole('status').locator('p').waitFor();
    expect(await lastArgs(page, call)).toEqual(args);
  });

  it('lifts, resolves and allows again where it says what ends it', async () => {
    const page = await openCard({ card: { doNotContact: false } });
    await page.getByRole('button', { name: 'End the pause' }).click();
    await page.getByText('no longer paused').waitFor();
    expect(await lastArgs(page, 'liftHold')).toEqual([2, 'Alder | visit']);
    await page.getByRole('button', { name: 'Resolve…' }).click();
    await page.getByLabel('What was decided (optional)').fill('credited 100.00');
    const apology = page.getByLabel('Plan the mail “Apology” too');
    expect(await apology.isVisible()).toBe(false);
    await page.getByLabel('Outcome').selectOption('accepted');
    await apology.check();
    await page.getByRole('button', { name: 'Resolve', exact: true }).click();
    await page.getByText('The dispute is resolved.').waitFor();
    expect(await lastArgs(page, 'resolveDispute')).toEqual([
      4,
      'INV-2026-0001 | Alder',
      'accepted',
      'credited 100.00',
      '',
    ]);
    expect(await lastArgs(page, 'planWord')).toEqual(['alder', 'Apology']);
  });

  it('plans thanks for a promise with its day as a calendar entry, where both are ticked', async () => {
    const page = await openCard();
    await page.getByRole('button', { name: 'Promised…' }).click();
    const calendar = page.getByLabel('With the day as a calendar entry (.ics)');
    expect(await calendar.isVisible()).toBe(false);
    await page.getByLabel('Plan the mail “Promise noted” too').check();
    await calendar.check();
    await page.getByRole('button', { name: 'Note the promise' }).click();
    await page.getByText('“Promise noted” waits in Review.').waitFor();
    expect(await lastArgs(page, 'planWord')).toEqual(['alder', 'Promise noted', [], true]);
  });

  it('changes only what was changed of the contact, notes of several lines included', async () => {
    const page = await openCard();
    await page.getByRole('button', { name: 'Contact…' }).click();
    await page.getByLabel('Phone').fill('+44 20 7946 1111');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Changed in AR Customers.').waitFor();
    expect(await lastArgs(page, 'changeContact')).toEqual(['alder', { phone: '+44 20 7946 1111' }]);
  });

  it('takes back what may be taken back, with a reason', async () => {
    const page = await openCard();
    await page.getByText('History (6 events)').click();
    expect(await page.getByRole('button', { name: 'Take back…' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Take back…' }).click();
    await page.getByRole('button', { name: 'Take back', exact: true }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Say why');
    expect(await callNames(page)).not.toContain('voidReminder');
    await page.getByLabel('Why').fill('went to the wrong contact');
    await page.getByRole('button', { name: 'Take back', exact: true }).click();
    await page.getByText('Taken back for Alder & Finch Bakery').waitFor();
    expect(await lastArgs(page, 'voidReminder')).toEqual(['r-1', 'went to the wrong contact']);
    expect(await page.getByRole('button', { name: 'Take back…' }).count()).toBe(0);
  });

  it('draws 500 invoices and 100 events a part at a time', async () => {
    const page = await openCard({ cardInvoices: 500, cardEvents: 240 });
    const rows = page.getByRole('list', { name: 'Open invoices' }).locator('> li');
    expect(await rows.count()).toBe(20);
    await page.getByRole('button', { name: 'Show 20 more of 480' }).click();
    expect(await rows.count()).toBe(40);
    await page.getByText('History (240 events)').click();
    expect(await page.getByText('140 older events in AR Log.').isVisible()).toBe(true);
  });

  it('is readable with nothing on it', async () => {
    const page = await openCard({
      cardInvoices: 0,
      cardEvents: 0,
      card: {
        balances: [],
        running: [],
        waiting: null,
        facts: [],
        changes: null,
        history: [],
        canHandOver: false,
        id: '',
      },
    });
    expect(await page.locator('main').textContent()).toContain('Nothing is open.');
    expect(await page.getByRole('button', { name: 'Hand over…' }).count()).toBe(0);
  });

  it('never takes a customer’s words for markup', async () => {
    const page = await openCard({ card: { name: HOSTILE_NAME, facts: [{ label: 'Notes', value: HOSTILE_NAME }] } });
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toBe(HOSTILE_NAME);
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(await page.evaluate(() => window.pwned)).toBeUndefined();
  });

  it('opens from a reminder and leads back to it, or to the list once something changed', async () => {
    const page = await open({ lines: [lineNumber(3)] });
    await openReminder(page, 'r-3');
    await page.getByRole('button', { name: 'Open the customer’s card: Donnelly Print Works' }).click();
    await page.locator('.marks').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.reminder-head').waitFor();
    await page.getByRole('button', { name: 'Open the customer’s card: Donnelly Print Works' }).click();
    await page.getByRole('button', { name: 'End the pause' }).click();
    await page.getByText('no longer paused').waitFor();
    await page.getByRole('button', { name: 'Back to Review' }).click();
    await page.getByRole('heading', { name: 'Review', level: 1 }).waitFor();
    expect(await listReadings(page)).toHaveLength(2);
  });
});

describe('promises and disputes', () => {
  it('say who waits for whom, late disputes marked', async () => {
    const page = await openPromises();
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toContain('since Fri 20 Nov: the deadline has passed');
    expect(text).toContain('Received: 2,000.00 EUR, last on Thu 12 Nov');
    expect(await page.locator('.agreement .pill').allTextContents()).toEqual(['Late', 'Partly kept', 'Open']);
  });

  it('are ended here', async () => {
    const page = await openPromises();
    await page.getByRole('button', { name: 'Cancel the promise' }).click();
    await page.getByText('The promise is cancelled').waitFor();
    expect(await lastArgs(page, 'cancelPromise')).toEqual([3, 'Elbe | 27']);
    await page.getByRole('button', { name: 'Resolve…' }).click();
    expect(await page.getByLabel('New date', { exact: true }).isVisible()).toBe(false);
    await page.getByLabel('Give them a new date').check();
    await page.getByLabel('New date', { exact: true }).fill('2026-12-14');
    await page.getByRole('button', { name: 'Resolve', exact: true }).click();
    await page.getByText('No dispute is open.').waitFor();
    expect(await lastArgs(page, 'resolveDispute')).toEqual([4, 'INV-2026-0001 | Alder', 'rejected', '', '2026-12-14']);
  });

  it('lead to the customer’s card and back', async () => {
    const page = await openPromises();
    await page.getByRole('button', { name: 'Open the card of Elbe Maschinenbau GmbH' }).click();
    await page.locator('.marks').waitFor();
    await page.getByRole('button', { name: 'Back to Promises' }).click();
    await page.getByRole('heading', { name: 'Promises and disputes' }).waitFor();
  });

  it('say helpfully that there are none', async () => {
    const page = await openPromises({ promises: { promises: [], disputes: [] } });
    expect(await page.locator('.empty').allTextContents()).toEqual(['No dispute is open.', 'No promise is open.']);
  });
});

describe('the outcome of a call', () => {
  const call = (): Partial<Scenario> => ({ lines: [lineNumber(8)] });

  it('is one click where nothing belongs to it', async () => {
    const page = await open({ lines: [], ...call() });
    await openReminder(page, 'r-8');
    await page.getByRole('button', { name: 'Not reached' }).click();
    await page.locator('.empty').waitFor();
    expect(await lastArgs(page, 'recordOutcome')).toEqual(['r-8', 'no answer', '']);
  });

  it.each([
    ['Promised…', 'promised', { on: '2026-11-30', amount: null, currency: '', invoices: [] }],
    ['Will call back…', 'will call back', { on: '2026-11-24' }],
    ['Paid already…', 'paid', { on: '' }],
  ])('is two clicks for "%s", with a day that mostly fits', async (label, outcome, details) => {
    const page = await open({ lines: [], ...call() });
    await openReminder(page, 'r-8');
    await page.getByRole('button', { name: label }).click();
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await page.locator('.empty').waitFor();
    expect(await lastArgs(page, 'recordOutcome')).toEqual(['r-8', outcome, '', details]);
  });

  it('"disputes" asks for a reason first', async () => {
    const page = await open({ lines: [], ...call() });
    await openReminder(page, 'r-8');
    await page.getByRole('button', { name: 'Disputes…' }).click();
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Say what is disputed');
    await page.getByLabel('What is disputed?').fill('never delivered');
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await page.locator('.empty').waitFor();
    expect((await lastArgs(page, 'recordOutcome'))?.slice(0, 3)).toEqual(['r-8', 'disputes', '']);
  });
});

describe('a WhatsApp message', () => {
  it('opens filled in', async () => {
    const page = await open({ lines: [lineNumber(4, { channel: 'whatsapp' })] });
    await openReminder(page, 'r-4');
    const link = page.getByRole('link', { name: 'Open in WhatsApp' });
    expect(await link.getAttribute('href')).toBe('https://wa.me/442079460000?text=Hello');
    expect(await link.getAttribute('rel')).toContain('noopener');
  });
});

describe('each of these pages', () => {
  const long: Partial<Scenario> = {
    customers: LONG_NAMES.map((name, at) => ({
      key: `k${at}`,
      name,
      id: name,
      overdue: '1,234,567,890.00 EUR, 1,200.00 GBP and 900,000,000 JPY',
      open: '',
      match: `Invoice ${name}`,
      owner: name,
    })),
    card: {
      name: LONG_NAMES[1] ?? '',
      id: LONG_NAMES[1] ?? '',
      facts: [{ label: 'Owner', value: `${'accounts-receivable.'.repeat(6)}@firm.example` }],
      currencies: ['EUR', 'GBP', 'JPY'],
    },
  };

  async function each(
    scenario: Partial<Scenario>,
    look: (page: Page, name: string) => Promise<void>,
    large: boolean,
  ): Promise<void> {
    const enlarge = async (page: Page): Promise<void> => {
      if (large)
        await page.evaluate(() => {
          document.documentElement.style.fontSize = '200%';
        });
    };
    const page = await openSearch(scenario);
    await enlarge(page);
    await look(page, 'search');
    await page.locator('.found-customers button').first().click();
    await page.locator('.marks').waitFor();
    await look(page, 'card');
    for (const label of ['They replied…', 'Promised…', 'Disputes…', 'Pause…', 'Bounced…', 'Contact…']) {
      await page.locator('.marks').getByRole('button', { name: label }).click();
      await look(page, label);
    }
    await page.getByText(/^History/).click();
    await page.getByRole('button', { name: 'Take back…' }).click();
    await look(page, 'history');
    const promises = await openPromises(scenario);
    await enlarge(promises);
    await look(promises, 'promises');
  }

  it('has no serious accessibility violation', async () => {
    await each({}, async (page, name) => expect(await violationsIn(page), name).toEqual([]), false);
  });

  it('fits 300 px with the longest names', async () => {
    await each(
      long,
      async (page, name) => {
        expect(await widths(page), name).toEqual([300, 300]);
      },
      false,
    );
  });

  it('fits 300 px with text twice as large', async () => {
    await each(
      {},
      async (page, name) => {
        expect(await widths(page), name).toEqual([300, 300]);
      },
      true,
    );
  });
});
