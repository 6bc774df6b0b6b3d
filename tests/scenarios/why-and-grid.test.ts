// Through the built bundle: the menu, why for the row under the cursor, decisions made in the grid, what changed since yesterday.
import { describe, expect, it } from 'vitest';
import type { WhyView } from '../../src/usecases/explain/view';
import type { TodayView } from '../../src/usecases/today/view';
import type { ChangeResult } from '../../src/usecases/waiting/change-result';
import type { ReviewPageView, ReviewView } from '../../src/usecases/waiting/view';
import { Story, type StoryInvoice } from './story';

const INVOICES: StoryInvoice[] = [
  { no: '0000000000000000017', customer: 'Acme', due: '2026-11-02', amount: 500 },
  { no: '1001', customer: 'Bolt', due: '2026-11-02', amount: 900 },
  { no: '1002', customer: 'Cord', due: '2026-11-03', amount: 60 },
  { no: '1003', customer: 'Dune', due: '2026-11-02', amount: 75 },
];

/** A person clicks into a row, 1-based. */
function click(story: Story, tab: string, row: number): void {
  const { id } = story.tab(tab);
  story.world.spreadsheet.activeSheetId = id;
  story.world.screen.selection = { sheetId: id, row: row - 1, column: 0 };
}

/** A person chooses a menu item. */
function choose(story: Story, handler: string): void {
  story.runtime.call(handler, [], { user: story.user, authMode: 'FULL', now: story.moment(), editorOpen: true });
}

const decide = (story: Story, customer: string, word: string): Story =>
  story.change('AR Queue', (row) => row['Customer'] === customer, 'Decide', word);

const states = (story: Story): Record<string, string> =>
  Object.fromEntries(story.records('AR Queue').map((row) => [row['Customer'] ?? '', row['State'] ?? '']));

describe('why for the selected row', () => {
  it('explains an invoice in the sheet, on hold with its day, and its reminder in the queue', () => {
    const story = new Story('2026-11-04 09:00', INVOICES).goLive();
    story.add('AR Holds', { Customer: 'Bolt', Until: '2026-11-12', Reason: 'credit note' });
    click(story, 'Invoices', 2);
    expect(story.ask<WhyView>('getWhy')).toMatchObject({
      place: 'Invoices, row 2',
      invoice: { invoice: '0000000000000000017', decision: 'remind', waiting: { listsIt: true } },
    });
    click(story, 'Invoices', 3);
    const bolt = story.ask<WhyView>('getWhy').invoice;
    expect(bolt).toMatchObject({ invoice: '1001', decision: 'blocked', nextDate: '2026-11-13' });
    expect(bolt?.rules.find(({ holds }) => !holds)).toMatchObject({
      rule: 'Reminders are not paused',
      nextDate: '2026-11-13',
    });
    const row = 2 + story.records('AR Queue').findIndex((record) => record['Customer'] === 'Dune');
    click(story, 'AR Queue', row);
    expect(story.ask<WhyView>('getWhy').invoice?.invoice).toBe('1003');
    click(story, 'AR Holds', 2);
    expect(story.ask<WhyView>('getWhy').invoice?.invoice).toBe('1001');
  });

  it('says what to do where there is no invoice', () => {
    const story = new Story('2026-11-04 09:00', INVOICES).goLive();
    click(story, 'AR Templates', 4);
    expect(story.ask<WhyView>('getWhy')).toMatchObject({
      invoice: null,
      hint: expect.stringContaining('“AR Templates” holds no invoices. Select a row'),
    });
  });

  it('opens from the menu', () => {
    const story = new Story('2026-11-04 09:00', INVOICES).goLive();
    choose(story, 'openWhy');
    expect(story.world.screen.sidebar?.html).toContain('<body data-open="why">');
  });
});

describe('the menu of a workbook that nobody set up', () => {
  const items = (story: Story): string[] => {
    choose(story, 'onOpen');
    return story.world.screen.menus
      .flatMap((menu) => menu.items.map(({ handler }) => handler))
      .filter((name) => name !== '');
  };

  it.each([
    ['with invoices', INVOICES],
    ['without any', []],
  ])('leads to Set-up from every item, in a sheet %s', (_, invoices) => {
    const story = new Story('2026-11-04 09:00', invoices);
    const handlers = items(story);
    expect(handlers.length).toBeGreaterThan(10);
    // The desk opens Set-up by itself where Today is not ready.
    expect(story.ask<TodayView>('getToday').ready).toBe(false);
    for (const handler of handlers) {
      Object.assign(story.world.screen, { sidebar: null, dialog: null });
      choose(story, handler);
      const { sidebar, dialog } = story.world.screen;
      const opened = handler === 'openDesk' ? dialog?.html : sidebar?.html.includes('<body data-open="setup">');
      expect(opened, handler).toBeTruthy();
    }
    expect(story.world.screen.alerts).toEqual([]);
  });

  it('opens what each item says once it is set up', () => {
    const story = new Story('2026-11-04 09:00', INVOICES).goLive();
    for (const handler of items(story)) choose(story, handler);
    for (const [handler, view] of [
      ['openClosing', 'closing'],
      ['openInstallation', 'installation'],
      ['openLeaving', 'leaving'],
      ['openFormulas', 'formulas'],
      ['openSidebar', 'today'],
    ] as const) {
      choose(story, handler);
      expect(story.world.screen.sidebar?.html).toContain(`<body data-open="${view}">`);
    }
  });
});

describe('decisions in the grid', () => {
  it('are applied by the menu item, which says what they did and what it did not understand', () => {
    const story = new Story('2026-11-04 09:00', INVOICES).goLive();
    expect(Object.keys(states(story))).toHaveLength(3);
    decide(decide(decide(story, 'Acme', 'approve'), 'Bolt', 'not now'), 'Dune', 'aprove');
    choose(story, 'applyDecisions');
    const row = 2 + story.records('AR Queue').findIndex((record) => record['Customer'] === 'Dune');
    expect(story.world.screen.toasts).toEqual([
      `1 approved, 1 put off until Wed 11 Nov. 1 word not understood: "aprove" in row ${row}. Write approve, not now, treat as done or hold back.`,
    ]);
    expect(states(story)).toEqual({ Acme: 'approved', Bolt: 'snoozed', Dune: 'planned' });
  });

  it('are applied by the button, and what was approved leaves with the next sending', async () => {
    const story = new Story('2026-11-04 09:00', INVOICES).goLive();
    decide(story, 'Acme', 'approve');
    expect(story.ask<ChangeResult>('applyGrid')).toEqual({ changed: 1, message: '1 approved.' });
    story.send();
    expect((await story.mails()).map(({ to }) => to)).toEqual([['ap@acme.example']]);
  });

  it('count with the hourly run too', () => {
    const story = new Story('2026-11-04 09:00', INVOICES).goLive();
    story.ask('setLive', false);
    decide(story, 'Acme', 'treat as done').hour();
    expect(story.events('skipped')).toEqual(['2026-11-04 skipped Acme']);
  });
});

describe('since yesterday', () => {
  it('Today tells what is new, what was paid, and why', () => {
    const story = new Story('2026-11-04 09:00', INVOICES).goLive();
    const [first, ...rest] = INVOICES;
    story.at('2026-11-05 08:30').invoices([{ ...(first as StoryInvoice), paid: 500, paidOn: '2026-11-04' }, ...rest]);
    story.hour();
    const { summary, items } = story.ask<TodayView>('getToday').changes;
    expect(summary).toBe('Since yesterday: 1 new, 1 cancelled (paid)');
    expect(items.map(({ what, customer }) => `${what}: ${customer}`)).toEqual(
      expect.arrayContaining(['Cancelled (paid): Acme', 'New reminder: Cord']),
    );
  });
});

describe('the review', () => {
  it('lists overdue invoices without a reminder by reason, each with its row', () => {
    const story = new Story('2026-11-04 09:00', INVOICES).goLive();
    const { lines } = story.ask<ReviewView>('getReview');
    const { withoutReminder, groups } = story.ask<ReviewPageView>('getReviewPage', { without: true });
    expect(withoutReminder).toEqual([
      {
        reason: 'Waiting for the next step',
        invoices: 1,
        customers: 1,
        first: [
          expect.objectContaining({
            invoice: '1002',
            customer: 'Cord',
            sheet: 'Invoices',
            row: 4,
            nextDate: '2026-11-05',
          }),
        ],
      },
    ]);
    expect(groups).toMatchObject([{ name: 'look', total: 3, leaves: 'leaves when you press Send' }]);
    expect(lines.map(({ list }) => list)).toEqual(['look', 'look', 'look']);
  });
});
