// Policy and texts on the desk and in the sidebar: a step and a text changed, refused, taken back; chips; older languages; axe.
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { defaultTemplates } from '../../../src/dunning/letter/default-templates';
import { olderThan } from '../../../src/sidebar/texts/older';
import { violationsIn } from '../accessibility';
import { LONG_NAMES } from '../fake/fake-lines';
import type { Scenario } from '../fake/fake-server';
import { callNames, DESK, lastArgs } from '../page';
import { openPage, withBrowser } from '../with-browser';

const open = withBrowser();
const openDesk = withBrowser(DESK);
const openField = withBrowser(fileURLToPath(new URL('text-field-page.ts', import.meta.url)));

async function textOf(page: Page): Promise<void> {
  await page.locator('.text-list .entry').first().click();
  await page.locator('.text-sides').first().waitFor();
}

async function openedText(scenario: Partial<Scenario> = {}): Promise<Page> {
  const page = await openDesk({ lines: [], ...scenario });
  await page.getByRole('tab', { name: 'Texts' }).click();
  await page.locator('.text-list').waitFor();
  await textOf(page);
  return page;
}

const shown = (page: Page): Promise<string> =>
  page.locator('.text-written').evaluate((part) => (part as HTMLElement).innerText);

describe('a text that is shown', () => {
  it('is read back letter by letter: every text that ships, in every language', async () => {
    const page = await openField({ lines: [] });
    const shipped = defaultTemplates().flatMap(({ subject, body }) => [subject, body]);
    const read = await page.evaluate((texts) => {
      const shownAndRead: unknown = Reflect.get(window, 'shownAndRead');
      return texts.map((text) => (typeof shownAndRead === 'function' ? String(shownAndRead(text)) : ''));
    }, shipped);
    expect(shipped.length).toBeGreaterThan(200);
    expect(read.filter((text, at) => text !== shipped[at])).toEqual([]);
  });
});

describe('Texts', () => {
  it('shows a text with chips and folds, never a mark, filled for a customer beside it', async () => {
    const page = await openedText();
    expect(await shown(page)).not.toMatch(/\{\{|\}\}/);
    expect(await page.getByText('only when something is disputed').count()).toBe(1);
    expect(await page.locator('.text-preview .subject').textContent()).toBe('Northgate Supplies Ltd: invoice LR-1');
    expect(await violationsIn(page)).toEqual([]);
  });

  it('writes what was typed between chips, puts a field in by click, and takes it back', async () => {
    const page = await openedText();
    const body = page.getByRole('textbox', { name: 'Text', exact: true });
    expect(await page.getByRole('button', { name: 'Save this text' }).isVisible()).toBe(false);
    await body.click({ position: { x: 4, y: 4 } });
    await page.keyboard.press('Home');
    await page.keyboard.type('Hello ');
    await page.getByRole('button', { name: 'Put in: customer’s name' }).click();
    await page.keyboard.type('!');
    await page.getByRole('button', { name: 'Save this text' }).click();
    await page.getByRole('button', { name: 'Undo', exact: true }).waitFor();
    const [tab, [change]] = (await lastArgs(page, 'saveRules')) as [
      string,
      [{ seen: unknown; cells: Record<string, string> }],
    ];
    expect(tab).toBe('AR Templates');
    expect(change.seen).toEqual({ row: 2, seen: 'Friendly | en' });
    expect(change.cells['Body']).toMatch(
      /^Hello \{\{customer\}\}!\{\{greeting\}\}\n\nCould you please pay \{\{total\}\}/,
    );
    expect(change.cells['Body']).toContain(
      '{{#disputed}}\nWhat is in dispute ({{disputed}}) is left out.\n\n{{/disputed}}\nKind regards',
    );
    expect(await page.getByRole('tab', { name: 'German older' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText('Taken back.').waitFor();
    expect(await shown(page)).not.toContain('Hello');
  });

  it('names a field nobody knows before anything is saved', async () => {
    const page = await openedText();
    const body = page.getByRole('textbox', { name: 'Text', exact: true });
    await body.click({ position: { x: 4, y: 4 } });
    await page.keyboard.type('{{contcat}} ');
    await page.getByRole('textbox', { name: 'Subject' }).click();
    expect(await page.locator('.chip.unknown').textContent()).toContain('contcat?');
    await page.getByRole('button', { name: 'Save this text' }).click();
    await page.getByRole('alert').getByText('There is no placeholder “contcat”.').waitFor();
    expect(await callNames(page)).not.toContain('saveRules');
  });

  it('does not write over what somebody wrote meanwhile: both are shown, and a person says which stays', async () => {
    const page = await openedText({ refused: { saveRules: 'AR Templates was changed meanwhile.' } });
    await page.getByRole('textbox', { name: 'Text', exact: true }).click({ position: { x: 4, y: 4 } });
    await page.keyboard.type('Mine ');
    await page.evaluate(() => {
      window.fake.scenario.writtenMeanwhile = 'Theirs {{total}}';
    });
    await page.getByRole('button', { name: 'Save this text' }).click();
    await page.getByRole('heading', { name: 'Somebody changed this text meanwhile' }).waitFor();
    expect(await page.getByRole('alert').textContent()).toBe('AR Templates was changed meanwhile.');
    expect(await page.getByRole('textbox', { name: 'Text in the tab now' }).textContent()).toContain(
      'Theirs amount due',
    );
    expect(await page.getByRole('textbox', { name: 'Text', exact: true }).textContent()).toContain('Mine');
    await page.evaluate(() => {
      window.fake.scenario.refused = {};
    });
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByRole('button', { name: 'Undo', exact: true }).waitFor();
    expect(await lastArgs(page, 'saveRules')).toMatchObject([
      'AR Templates',
      [{ seen: { seen: 'Friendly | en by hand' } }],
    ]);
  });

  it('fits 300 px with the longest names, at double text size', async () => {
    const page = await open({ lines: [], customer: LONG_NAMES[0] ?? '' });
    await openPage(page, 'Texts');
    await textOf(page);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll<HTMLElement>('.optional-case')) fold.click();
      document.documentElement.style.fontSize = '200%';
    });
    expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth)).toBe(300);
  });
});

describe('a language', () => {
  it('is older where another one was changed since, and never where none was', () => {
    const changes: [string, string][] = [
      ['Firm (en)', '2026-11-27 08:02:00'],
      ['Firm (fr)', '2026-11-20 08:02:00'],
    ];
    expect(olderThan('Firm', ['en', 'de', 'fr'], changes).map(([one, other]) => `${one} ${other}`)).toEqual([
      'de en',
      'fr en',
    ]);
    expect(olderThan('Final', ['en', 'de'], changes)).toEqual([]);
  });
});

describe('Policy', () => {
  const openedStep = async (scenario: Partial<Scenario> = {}): Promise<Page> => {
    const page = await openDesk({ lines: [], ...scenario });
    await page.getByRole('tab', { name: 'Policy' }).click();
    await page.locator('.ladder-of').first().waitFor();
    // The picture leads to its step, as its line does.
    await page.locator('.ladder-of').first().locator('[data-step="Timely|due|2"].timeline-mark').click({ force: true });
    await page.locator('.step-text .preview').waitFor();
    return page;
  };

  it('shows the mail of a step filled, warns while it is written, and writes what was changed', async () => {
    const page = await openedStep();
    expect(await page.getByText('As Alder & Finch Ltd would get it').count()).toBe(1);
    expect(await page.locator('.step-findings').textContent()).toContain('Minimum gap "seven" cannot be read');
    await page.getByLabel('Days', { exact: true }).fill('2');
    expect(await page.locator('.step-findings').textContent()).toContain('not after step 1');
    await page.getByLabel('Days', { exact: true }).fill('14');
    await page.getByLabel('Who approves it').selectOption('auto');
    expect(await violationsIn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save this step' }).click();
    await page.getByRole('button', { name: 'Undo', exact: true }).waitFor();
    expect(await lastArgs(page, 'saveRules')).toEqual([
      'AR Policy',
      [{ seen: { row: 3, seen: 'Timely | 2' }, cells: { Days: '14', Sending: 'auto' } }],
    ]);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('step-line');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText('Taken back.').waitFor();
  });

  it('keeps what was written where the check finds an error, and says it beside the step', async () => {
    const message = 'Timely, step 2: Template is empty.';
    const page = await openedStep({ rulesFindings: [{ severity: 'error', code: 'no-template', row: 3, message }] });
    await page.getByLabel('Days', { exact: true }).fill('14');
    await page.getByRole('button', { name: 'Save this step' }).click();
    await page.locator('.step-findings').getByText(message).waitFor();
    expect(await page.getByLabel('Days', { exact: true }).inputValue()).toBe('14');
  });

  it('switches a step off, and adds one between others', async () => {
    const page = await openedStep();
    await page.getByRole('button', { name: 'Switch this step off' }).click();
    await page.getByRole('button', { name: 'Switch it off', exact: true }).click();
    await page.getByRole('button', { name: 'Undo', exact: true }).waitFor();
    expect(await lastArgs(page, 'saveRules')).toMatchObject(['AR Policy', [{ cells: { Active: 'no' } }]]);
    await page.getByRole('button', { name: 'Add a step for Timely' }).click();
    await page.locator('.step-add').getByLabel('Days', { exact: true }).fill('30');
    await page.getByRole('button', { name: 'Add this step' }).click();
    await page.waitForFunction(() => window.fake.calls.filter(({ name }) => name === 'saveRules').length === 2);
    const [, changes] = (await lastArgs(page, 'saveRules')) as [string, { cells: Record<string, string> }[]];
    expect(changes.map(({ cells }) => cells['Stage'])).toEqual(['5', '6', '7']);
    expect(changes[0]?.cells).toMatchObject({
      Segment: 'Timely',
      Days: '30',
      Template: 'Friendly',
      'Minimum gap': '7',
    });
  });
});

describe('two languages beside each other', () => {
  async function beside(): Promise<Page> {
    const page = await openDesk({ lines: [] });
    await page.setViewportSize({ width: 1100, height: 700 });
    await page.getByRole('tab', { name: 'Texts' }).click();
    await page.locator('.text-list').waitFor();
    await textOf(page);
    return page;
  }
  const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

  it('stand in the desk where there is room, the one that fell behind at the right', async () => {
    const page = await beside();
    expect(await column(page, 'English').count()).toBe(1);
    await column(page, 'German').getByText('German is older than English').waitFor();
    expect(await column(page, 'English').getByText('is older than').count()).toBe(0);
    expect(await violationsIn(page)).toEqual([]);
  });

  it('are saved each by itself: what is being written beside stays', async () => {
    const page = await beside();
    const write = async (name: string, words: string): Promise<void> => {
      const box = column(page, name).getByRole('textbox', { name: 'Text', exact: true });
      await box.click({ position: { x: 4, y: 4 } });
      await page.keyboard.press('Home');
      await page.keyboard.type(words);
    };
    await write('English', 'Not yet. ');
    await write('German', 'Nun. ');
    await column(page, 'German').getByRole('button', { name: 'Save this text' }).click();
    await page.getByText('Saved.').waitFor();
    const [, [change] = []] = (await lastArgs(page, 'saveRules')) as [string, { cells: { Body: string } }[]];
    expect(change?.cells.Body).toMatch(/^Nun\. /);
    expect(await column(page, 'English').getByRole('textbox', { name: 'Text', exact: true }).innerText()).toMatch(
      /^Not yet\. /,
    );
    await column(page, 'English').getByText('English is older than German').waitFor();
    expect(await column(page, 'German').getByText('is older than').count()).toBe(0);
  });
});
