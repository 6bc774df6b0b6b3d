// Policy, settings and forecast in a real browser: what is shown, saved and refused; 300 px, double text, much and nothing.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { countsOf } from '../../../src/dunning/policy/channels';
import { violationsIn } from '../accessibility';
import { LONG_NAMES } from '../fake/fake-lines';
import { dayOf, HINTS, segmentOf, settingOf } from '../fake/fake-rules';
import type { Scenario } from '../fake/fake-server';
import { callNames, lastArgs } from '../page';
import { openPage, withBrowser } from '../with-browser';

const open = withBrowser();
const PAGES = ['Policy', 'Settings', 'Next 30 days'] as const;

async function opened(label: (typeof PAGES)[number], scenario: Partial<Scenario> = {}): Promise<Page> {
  const page = await open({ lines: [], ...scenario });
  await openPage(page, label);
  return page;
}

async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    document.querySelector<HTMLButtonElement>('.day-toggle')?.click();
  });
}

const [LONG = ''] = LONG_NAMES;
const MUCH: Partial<Scenario> = {
  policy: {
    segments: Array.from({ length: 40 }, (_, at) => segmentOf(at === 0 ? LONG : `Segment ${at}`, 13)),
    findings: LONG_NAMES.map((message) => ({ severity: 'warning', code: 'x', row: 2, message })),
  },
  forecast: {
    days: Array.from({ length: 30 }, (_, at) => dayOf(`2026-12-${String(at + 1).padStart(2, '0')}`, 250, 40, 10)),
    crowded: LONG_NAMES.map((customer) => ({ customer, days: ['2026-11-23', '2026-11-25', '2026-11-27'] })),
    crowdedCount: 300,
    fixes: LONG_NAMES.map((message) => ({ customer: message, message })),
    fixesCount: 60,
  },
  settings: {
    groups: [{ title: 'Calendar', settings: [settingOf(LONG, LONG, { meaning: LONG, fault: LONG })] }],
    calendar: {
      coming: LONG_NAMES.map((name, row) => ({ from: '2026-12-24', until: '2027-01-02', name, kind: 'quiet', row })),
      note: LONG,
    },
  },
};
const NOTHING: Partial<Scenario> = {
  policy: { segments: [], findings: [] },
  forecast: {
    days: [],
    crowded: [],
    crowdedCount: 0,
    fixes: [],
    fixesCount: 0,
    busiest: '',
    totals: { ...countsOf(() => 0), customers: 0 },
  },
  settings: { groups: [], calendar: { coming: [], note: '' } },
};

describe('the pages about rules', () => {
  it.each(PAGES)('%s: fits 300 px with too much and the longest names, also at double text size', async (label) => {
    const page = await opened(label, MUCH);
    await unfold(page);
    expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth)).toBe(300);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth)).toBe(300);
  });

  it.each(PAGES)('%s: has no accessibility violation, and names every control', async (label) => {
    const page = await opened(label);
    await unfold(page);
    expect(await violationsIn(page)).toEqual([]);
  });

  it.each(PAGES)('%s: stands with nothing in it', async (label) => {
    const page = await opened(label, NOTHING);
    expect(await page.locator('.page h2').count()).toBe(1);
  });
});

describe('Policy', () => {
  it('tells what is off first, and leads to the row', async () => {
    const page = await opened('Policy');
    expect(await page.getByRole('heading', { name: 'What to correct' }).count()).toBe(1);
    expect(await page.getByText('1 error').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Show row 14 of AR Policy' }).click();
    expect(await lastArgs(page, 'showRow')).toEqual(['AR Policy', 14]);
  });

  it('says that nothing is off, and keeps what is good to know behind a fold', async () => {
    const hints = { ...HINTS, country: '' };
    const page = await opened('Policy', { policy: { findings: [], hints, segments: [segmentOf('Timely', 1)] } });
    expect(await page.getByRole('heading', { name: 'Nothing to correct' }).count()).toBe(1);
    expect(await page.getByText('Your own country is not set in AR Settings').isVisible()).toBe(false);
    await page.getByText('1 thing good to know').click();
    expect(await page.getByText('Your own country is not set in AR Settings').isVisible()).toBe(true);
  });

  it('draws the stages of a segment when it is opened, off ones marked', async () => {
    const page = await opened('Policy', MUCH);
    expect(await page.locator('.ladder li').count()).toBe(0);
    await page.locator('summary', { hasText: 'of Segment 7' }).click();
    await page.locator('.ladder li').first().waitFor();
    expect(await page.locator('.ladder li').count()).toBe(13);
    expect(await page.locator('.ladder li.off').textContent()).toContain('off');
  });
});

describe('Settings', () => {
  it('shows the weekly note, says who does not get it, and sends it to oneself', async () => {
    const setting = settingOf('Weekly note to', 'boss@elsewhere.example');
    const page = await opened('Settings', {
      settings: { groups: [{ title: 'Sending', settings: [setting] }] },
      note: { to: [], refused: ['boss@elsewhere.example gets no note: it is not at your own domain.'] },
    });
    await page.getByRole('heading', { name: 'Sending' }).click();
    await page.getByRole('button', { name: 'Show the note' }).click();
    await page.getByText('Nobody gets it yet.').waitFor();
    expect(await page.getByText('it is not at your own domain.').isVisible()).toBe(true);
    expect(await page.locator('.weekly-note iframe').getAttribute('srcdoc')).toContain('Nothing is open.');
    await page.getByRole('button', { name: 'Send it to me now' }).click();
    await page.getByText('The note went to ann@ourfirm.example, and to nobody else.').waitFor();
    expect(await violationsIn(page)).toEqual([]);
    expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth)).toBe(300);
  });

  it('saves one setting by itself, offering it only once something was changed', async () => {
    const page = await opened('Settings');
    await page.getByRole('heading', { name: 'Company and mails' }).click();
    await page.getByLabel('Company', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Save Company' }).isVisible()).toBe(false);
    await page.getByLabel('Company', { exact: true }).fill('Southgate');
    await page.getByRole('button', { name: 'Save Company' }).click();
    await page.getByText('Company is "Southgate" now.').waitFor();
    expect(await lastArgs(page, 'saveSetting')).toEqual(['Company', 'Southgate']);
    expect(await page.getByRole('button', { name: 'Save Company' }).isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  });

  it('keeps what was typed, and the keyboard there, when it is refused', async () => {
    const page = await opened('Settings', {
      refused: { saveSetting: 'Country was not saved: "Atlantis" is no country.' },
    });
    await page.getByRole('heading', { name: 'Calendar' }).click();
    await page.getByLabel('Country', { exact: true }).fill('Atlantis');
    await page.keyboard.press('Enter');
    await page.getByText('Country was not saved').waitFor();
    expect(await page.getByLabel('Country', { exact: true }).inputValue()).toBe('Atlantis');
    expect(await page.getByRole('button', { name: 'Save Country' }).isVisible()).toBe(true);
  });

  it('takes a picture for the logo, made small, and says it where the file is none', async () => {
    const page = await opened('Settings');
    await page.getByRole('heading', { name: 'Company and mails' }).click();
    const file = page.getByLabel('Choose a picture');
    await file.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
    await page.getByText('“notes.txt” is no PNG or JPEG picture.').waitFor();
    const jpeg = await page.evaluate(() => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 1800, height: 300 });
      canvas.getContext('2d')?.fillRect(0, 0, 900, 300);
      return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
    });
    await file.setInputFiles({ name: 'logo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(jpeg, 'base64') });
    await page.getByRole('button', { name: 'Save Logo' }).click();
    await page.waitForFunction(() => document.querySelector('[role="status"]')?.textContent !== '');
    const [name, text] = (await lastArgs(page, 'saveSetting')) as [string, string];
    expect(name).toBe('Logo');
    const png = Buffer.from(text.replace('data:image/png;base64,', ''), 'base64');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([480, 80]);
    expect(text.length).toBeLessThan(40_000);
  });

  it('brings the steps of a ladder whose name stands in the cell already', async () => {
    const page = await opened('Settings');
    await page.getByRole('button', { name: 'Bring its steps into AR Policy' }).click();
    await page.getByText('How firm is').waitFor();
    expect(await lastArgs(page, 'saveSetting')).toEqual(['How firm', 'usual']);
  });

  it('takes a change back', async () => {
    const page = await opened('Settings');
    await page.getByRole('heading', { name: 'Languages' }).click();
    await page.getByLabel('Default language', { exact: true }).selectOption('de');
    await page.getByRole('button', { name: 'Undo the change of Default language' }).click();
    expect(await page.getByLabel('Default language', { exact: true }).inputValue()).toBe('en');
    expect(await callNames(page)).not.toContain('saveSetting');
  });

  it('opens a group in which something cannot be read, and says what', async () => {
    const page = await opened('Settings');
    expect(await page.getByText('"many" is not an amount').isVisible()).toBe(true);
    expect(await page.getByLabel('Mails per day', { exact: true }).inputValue()).toBe('many');
  });

  it('leads to Set-up for the columns', async () => {
    const page = await opened('Settings');
    await page.getByRole('heading', { name: 'Columns of the sheet' }).click();
    await page.getByRole('button', { name: 'Change them under Set-up' }).click();
    await page.getByRole('heading', { name: 'Set-up', exact: true, level: 2 }).waitFor();
  });

  it('adds a quiet period and shows it among the days to come', async () => {
    const page = await opened('Settings');
    await page.getByRole('heading', { name: 'Calendar' }).click();
    await page.getByRole('button', { name: 'Add quiet period' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Choose the first day');
    await page.getByLabel('From', { exact: true }).fill('2027-02-01');
    await page.getByLabel('Until').fill('2027-02-05');
    await page.getByLabel('Name').fill('Stocktaking');
    await page.getByRole('button', { name: 'Add quiet period' }).click();
    await page.locator('.quiet-list').getByText('Stocktaking').waitFor();
    expect(await lastArgs(page, 'addQuietPeriod')).toEqual(['2027-02-01', '2027-02-05', 'Stocktaking']);
    expect(await page.locator('.quiet-list').getByText('Mon 1 Feb 2027 to Fri 5 Feb 2027').count()).toBe(1);
  });
});

describe('Next 30 days', () => {
  it('warns on top of customers who hear too often, with the days', async () => {
    const page = await opened('Next 30 days');
    await page.getByRole('heading', { name: 'Next 30 days', exact: true }).waitFor();
    const warning = page.locator('.question').first();
    expect(await warning.textContent()).toContain('1 customer would hear from you more than twice in a week');
    expect(await warning.textContent()).toContain('Mon 23 Nov, Wed 25 Nov, Fri 27 Nov');
  });

  it('opens a day to show who is contacted, some at a time', async () => {
    const page = await opened('Next 30 days', MUCH);
    const day = page.getByRole('button', { name: 'Tue 1 Dec' });
    await day.click();
    expect(await day.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('.day-contacts:visible li').count()).toBe(25);
    for (const left of ['75', '50', '25']) await page.getByRole('button', { name: `Show 25 more of ${left}` }).click();
    expect(await page.locator('.day-contacts:visible li').count()).toBe(100);
    expect(await page.getByText('and 200 more.').isVisible()).toBe(true);
    await day.click();
    expect(await page.locator('.day-contacts:visible').count()).toBe(0);
  });

  it('looks further ahead when asked', async () => {
    const page = await opened('Next 30 days');
    await page.getByLabel('Look ahead').selectOption('60');
    await page.getByText('91 mails').waitFor();
    expect(await lastArgs(page, 'getForecast')).toEqual([60]);
    expect(await page.getByLabel('Look ahead').inputValue()).toBe('60');
  });
});
