// What holds for every view: names and roles for assistive technology, 300 px, double text size, one self-contained page.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsIn } from './accessibility';
import { contactNumber } from './fake/fake-audit';
import { LONG_NAMES, lineNumber } from './fake/fake-lines';
import type { Scenario } from './fake/fake-server';
import { sidebarHtml } from './page-source';
import { openPage, openTab, withBrowser } from './with-browser';

const open = withBrowser();
const problems = [
  { sheet: 'Invoices', row: 17, column: 'Due date', code: 'bad-date', message: "'31.02.2026' is text." },
];

function busy(): Scenario {
  const lines = Array.from({ length: 14 }, (_, at) => lineNumber(at));
  const states = ['planned', 'approved', 'approved', 'failed', 'unconfirmed', 'needs-fix', 'snoozed'] as const;
  for (const [at, line] of lines.entries()) line.state = states[at] ?? 'planned';
  return { lines, problems, setupQuestion: true, exported: [contactNumber(1)] };
}

function long(): Scenario {
  const amounts = '1,234,567,890.00 EUR, 1,200.00 GBP and 900,000,000 JPY';
  const lines = LONG_NAMES.map((customer, at) =>
    lineNumber(at * 3, { customer, amounts, look: customer, stage: customer }),
  );
  const email = `${'accounts-receivable.'.repeat(6)}@firm.example`;
  const stop = {
    code: 'not-sender',
    message: email,
    actions: [{ label: LONG_NAMES[0] ?? '', call: 'becomeSender' as const }],
  };
  const today = { company: LONG_NAMES[0], sender: { email, isYou: false, you: email, isOffered: true }, stops: [stop] };
  const row = {
    sheet: LONG_NAMES[1] ?? '',
    row: 17,
    column: LONG_NAMES[1] ?? '',
    code: 'bad',
    message: LONG_NAMES[1] ?? '',
  };
  const exported = LONG_NAMES.map((name, at) =>
    contactNumber(at, { customer: name, stage: name, invoices: name, note: name, approvedBy: email }),
  );
  return { lines, today, problems: [row], exported };
}

/** Each view in turn, the opened reminder and a dialog with them. */
async function eachView(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  for (const tab of ['Today', 'Review', 'Problems', 'More'] as const) {
    await openTab(page, tab);
    await look(tab);
  }
  for (const label of await page.locator('.entry-label').allTextContents()) {
    await openPage(page, label);
    await look(label);
  }
  await openTab(page, 'Review');
  await page.locator('.line-open').first().click();
  await page.locator('.reminder-head').waitFor();
  for (const fold of await page.locator('summary').all()) await fold.click();
  await look('reminder');
  await page.getByRole('button', { name: 'Edit this one' }).click();
  await look('edit');
}

function widths(page: Page): Promise<{ page: number; panel: number }> {
  return page.evaluate(() => {
    const panel = document.querySelector('main');
    return { page: document.documentElement.scrollWidth, panel: panel ? panel.scrollWidth : 0 };
  });
}

/** What is pressed or filled in and has neither a label nor a word of its own. */
function namelessControls(page: Page): Promise<string[]> {
  return page.locator('button, input, select, textarea, iframe').evaluateAll((controls) =>
    controls
      .filter((control) => {
        const labels = 'labels' in control && control.labels instanceof NodeList ? control.labels.length : 0;
        const own = control.getAttribute('aria-label') ?? control.getAttribute('title') ?? control.textContent ?? '';
        return labels === 0 && own.trim() === '';
      })
      .map((control) => control.outerHTML),
  );
}

describe('every view', () => {
  it('has no accessibility violation, a name for every control, and fits 300 px with text twice as large', async () => {
    const page = await open(busy());
    const textSize = (size: string): Promise<void> =>
      page.evaluate((given) => {
        document.documentElement.style.fontSize = given;
      }, size);
    await eachView(page, async (name) => {
      expect(await violationsIn(page), name).toEqual([]);
      expect(await namelessControls(page), name).toEqual([]);
      await textSize('200%');
      expect(await widths(page), name).toEqual({ page: 300, panel: 300 });
      await textSize('');
    });
  });

  it('has none in its dialog, its errors and its empty states', async () => {
    const dialog = await open({ lines: [], today: { switches: { live: false, automatic: false } } });
    await dialog.getByRole('button', { name: 'Go live…' }).click();
    expect(await violationsIn(dialog)).toEqual([]);
    const broken = await open({ lines: [], broken: { getToday: 'Exception' } });
    expect(await violationsIn(broken)).toEqual([]);
    const empty = await open({ lines: [] });
    for (const tab of ['Review', 'Problems'] as const) {
      await openTab(empty, tab);
      expect(await violationsIn(empty), tab).toEqual([]);
    }
  });

  it.each(['light', 'dark'] as const)(
    'has none on Today with everything on it, and in the list behind its alarms: %s',
    async (colorScheme) => {
      const alarms = {
        summary: 'To look at: mail of 1 customer comes back · 1 text missing',
        items: [
          {
            at: '',
            what: 'Mail comes back',
            customer: LONG_NAMES[0] ?? '',
            why: 'From ap@acme.example.',
            page: 'customer' as const,
            key: 'acme',
          },
          { at: '', what: 'Texts missing', customer: '', why: 'No text "Firm" in fr.', page: 'policy' as const },
        ],
      };
      const page = await open({
        lines: busy().lines,
        today: {
          alarms,
          later:
            '461 customers who never heard from you wait: 60 new ones a day, the last on Tue 24 Nov at the earliest.',
        },
      });
      await page.emulateMedia({ colorScheme });
      for (const fold of await page.locator('summary').all()) await fold.click();
      expect(await violationsIn(page)).toEqual([]);
      await page.getByRole('button', { name: 'To look at' }).click();
      await page.getByRole('button', { name: 'To Policy' }).waitFor();
      expect(await violationsIn(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
    },
  );

  it('fits 300 px with the longest names', async () => {
    const page = await open(long());
    await eachView(page, async (name) => expect(await widths(page), name).toEqual({ page: 300, panel: 300 }));
  });

  it('is reached along the tabs by the arrow keys', async () => {
    const page = await open({ lines: [] });
    await page.getByRole('tab', { name: 'Today' }).focus();
    for (const heading of ['Review', 'Problems', 'More']) {
      await page.keyboard.press('ArrowRight');
      await page.getByRole('heading', { name: heading, exact: true, level: 1 }).waitFor();
    }
    await page.keyboard.press('Home');
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Today');
  });
});

describe('the page', () => {
  const html = sidebarHtml();

  it('asks for nothing from outside and holds no template scriptlet', () => {
    expect(html).not.toMatch(/<\?/);
    expect(html).not.toMatch(/\b(?:src|href)="?https?:/i);
    expect(html).not.toMatch(/url\(|@import|\bfetch\(|XMLHttpRequest/);
    expect(html.match(/<\/script/gi)).toHaveLength(1);
  });

  it('never turns text into markup', () => {
    expect(html).not.toMatch(/\.(?:innerHTML|outerHTML)\s*=|insertAdjacentHTML|document\.write/);
  });
});
