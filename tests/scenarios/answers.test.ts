// What customers say by the form, through the built bundle: taken within the hour, once, and never written into.
import { describe, expect, it } from 'vitest';
import { auditOf } from '../../src/dunning/history/audit/audit';
import { withAnswerLink } from '../../src/dunning/letter/answer/answer-field';
import type { StoredSheet } from '../../src/local/google-services/state';
import type { AnswersView } from '../../src/usecases/answers-page/view';
import type { LogPart } from '../../src/usecases/audit/view';
import type { TodayView } from '../../src/usecases/today/view';
import type { ReviewView } from '../../src/usecases/waiting/view';
import { killedEverywhere } from './killed';
import { Story, type StoryCell } from './story';

const FORM = 'https://docs.google.com/forms/d/e/1FAIpQLSc/viewform?usp=pp_url&entry.11=TOKEN&entry.12=x';
const LINES = [
  { no: 'A-1', customer: 'Acme Tools', due: '2026-10-30', amount: 500 },
  { no: 'B-1', customer: 'Berg Trading', due: '2026-10-28', amount: 700 },
  { no: 'C-1', customer: 'Coast Foods', due: '2026-10-29', amount: 90 },
];
const TAB = 'Form Responses 1';
const HEADERS = [
  'Timestamp',
  'Reference',
  'What would you like to tell us?',
  'On which day?',
  'Whom to write to?',
  'Else?',
];

/** Google's own tab, as linking a form makes it. */
function addForm(story: Story): void {
  const sheet: StoredSheet = { ...structuredClone(story.tab('Invoices')), id: 4_711, name: TAB, cells: new Map() };
  story.world.spreadsheet.sheets.push(sheet);
  story.rows(TAB, 1, [HEADERS]);
}

/** A row of the form. */
function answer(story: Story, row: number, cells: readonly StoryCell[]): void {
  story.rows(TAB, row, [cells]);
}

let known: Story | null = null;

/** A live workbook with a form whose three mails left on Wednesday 4 November. */
function sent(): Story {
  known ??= sentOnce();
  return known.twin();
}

function sentOnce(): Story {
  const story = new Story('2026-11-04 08:05', LINES).goLive();
  story.ask('saveSetting', 'Answer form', FORM);
  addForm(story);
  story.morning();
  return story;
}

/** The token in the mail to a customer, as its text part carries it. */
async function tokenOf(story: Story, customer: string): Promise<string> {
  const mail = (await story.mails()).find(({ to }) => to.some((one) => one.includes(customer)));
  const link = /Tell us in two clicks: (\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  expect(link.startsWith(FORM.split('TOKEN')[0] ?? '?')).toBe(true);
  expect(mail?.html).toContain(`<a href="${link.replace(/&/g, '&amp;')}"`);
  return new URL(link).searchParams.get('entry.11') ?? '';
}

const logged = (story: Story): string[] =>
  story
    .records('AR Log')
    .filter(({ Event }) => Event === 'answered')
    .map((row) => `${row['Customer']}: ${row['Note']}`);
const tabAsIs = (story: Story): string => JSON.stringify([...story.tab(TAB).cells].map(([at, row]) => [at, [...row]]));

describe('answers by the form, through the built bundle', () => {
  it('are noticed by the next hourly run though all else was quiet, once, and an hour later it is quiet again', async () => {
    const story = sent();
    const token = await tokenOf(story, 'acme-tools');
    story.at('2026-11-04 10:30').hour().at('2026-11-04 11:30').hour();
    answer(story, 2, ['2026-11-04', token, 'We will pay on this day', '2026-11-11', '', '']);
    const before = tabAsIs(story);
    story.at('2026-11-04 12:30').hour();
    expect(logged(story)).toEqual(['Acme Tools: They will pay on Wed 11 Nov: taken as a promise.']);
    expect(story.records('AR Promises')).toMatchObject([
      { Customer: 'Acme Tools', Invoice: 'A-1', 'Promised on': '2026-11-11', State: 'open', Amount: '' },
    ]);
    const heartbeat = (): string => JSON.parse(story.world.documentProperties['duesheet'] ?? '{}').heartbeat.did;
    story.at('2026-11-04 13:30').hour().at('2026-11-04 14:30').hour();
    expect(heartbeat()).toBe('Nothing changed.');
    // Sorted, copied, or looked at again: the same rows change nothing.
    answer(story, 3, ['2026-11-04', token, 'We will pay on this day', '2026-11-11', '', '']);
    story.at('2026-11-04 15:30').hour();
    expect(logged(story)).toHaveLength(1);
    expect(story.records('AR Promises')).toHaveLength(1);
    story.tab(TAB).cells.delete(2);
    expect(tabAsIs(story)).toBe(before);
    expect(story.records('AR Log').some((row) => JSON.stringify(row).includes(token))).toBe(false);
    expect(Object.keys(story.world.documentProperties)).toContain('duesheet.answers');
  });

  it('keep every mail back for two business days, and what is said to be paid for five', async () => {
    const story = sent();
    const [acme, berg] = [await tokenOf(story, 'acme-tools'), await tokenOf(story, 'berg')];
    answer(story, 2, ['2026-11-04', acme, 'Please write to somebody else', '', 'bob@acme-tools.example', '']);
    answer(story, 3, ['2026-11-04', berg, 'We have already paid', '', '', 'by cheque']);
    story.at('2026-11-04 16:30').hour();
    expect(logged(story)).toHaveLength(2);
    const mailed = async (): Promise<string[]> => (await story.mails()).slice(3).flatMap(({ to }) => to);
    for (const day of ['05', '06', '09', '11', '12', '16', '18', '24']) {
      story.at(`2026-11-${day} 09:00`).morning();
      const now = await mailed();
      if (day <= '06') expect(now).not.toContain('ap@acme-tools.example');
      if (day <= '11') expect(now).not.toContain('ap@berg-trading.example');
    }
    const { contradictions, duplicates, gaps } = auditOf(story.ask<LogPart>('getAudit'));
    expect([contradictions, duplicates, gaps]).toEqual([[], [], []]);
    expect(await mailed()).toEqual(expect.arrayContaining(['ap@acme-tools.example', 'ap@berg-trading.example']));
    expect(await mailed()).not.toContain('bob@acme-tools.example');
  });

  it('that came since the last run keep back what somebody sends by a click', async () => {
    const story = sent();
    story.at('2026-11-11 09:30').paymentsIn().hour();
    answer(story, 2, ['2026-11-11', await tokenOf(story, 'acme-tools'), 'We have already paid', '', '', '']);
    answer(story, 3, ['2026-11-11', await tokenOf(story, 'berg'), 'We will pay on this day', '2026-11-18', '', '']);
    expect(story.at('2026-11-11 09:40').approveAll()).toHaveLength(3);
    expect(story.send()).toMatchObject({ sent: 1, remaining: 0 });
    expect((await story.mails()).slice(3).flatMap(({ to }) => to)).toEqual(['ap@coast-foods.example']);
    expect(story.records('AR Promises').map((row) => row['Customer'])).toEqual(['Berg Trading']);
    story.at('2026-11-11 10:30').hour();
    expect(logged(story)).toHaveLength(2);
  });

  it('count once though a column of notes was typed beside them since; a second answer beside the first counts', async () => {
    const story = sent();
    const [acme, berg] = [await tokenOf(story, 'acme-tools'), await tokenOf(story, 'berg')];
    const [wrong, paid] = [
      ['2026-11-04', acme, 'Something is not right', '', '', 'two boxes were empty'],
      ['2026-11-04', berg, 'We have already paid', '', '', ''],
    ];
    answer(story, 2, wrong);
    answer(story, 3, paid);
    story.at('2026-11-04 16:30').hour();
    for (const { row } of story.ask<AnswersView>('getAnswers').answers) story.ask('rejectAnswer', row);
    answer(story, 1, [...HEADERS, 'Done by']);
    answer(story, 2, [...wrong, 'Ann']);
    answer(story, 3, [...paid, 'Ann']);
    story.at('2026-11-05 09:30').hour();
    expect(logged(story)).toHaveLength(2);
    expect(story.ask<AnswersView>('getAnswers')).toMatchObject({ fresh: 0, left: [] });
    answer(story, 4, [...wrong.slice(0, 5), 'two boxes were empty\nand one was wet']);
    story.at('2026-11-05 10:30').hour();
    expect(logged(story)).toHaveLength(3);
  });

  it('wait on the page for a person where they are no plain promise; forged ones are listed apart and change nothing', async () => {
    const story = sent();
    const [acme, berg, coast] = [
      await tokenOf(story, 'acme-tools'),
      await tokenOf(story, 'berg'),
      await tokenOf(story, 'coast'),
    ];
    answer(story, 2, ['2026-11-04', acme, 'We will pay on this day', '2026-12-24', '', 'Christmas']);
    answer(story, 3, ['2026-11-04', berg, 'Something is not right', '', '', 'two boxes were empty']);
    answer(story, 4, ['2026-11-04', coast, 'Please write to somebody else', '', 'eve@coast-foods.example', '']);
    answer(story, 5, [
      '2026-11-04',
      `${acme.slice(0, -1)}${acme.endsWith('0') ? '1' : '0'}`,
      'We have already paid',
      '',
      '',
      '',
    ]);
    const first = story.ask<AnswersView>('getAnswers');
    expect(first).toMatchObject({ fresh: 3, tabs: [TAB], form: FORM });
    story.ask('takeAnswers');
    const view = story.ask<AnswersView>('getAnswers');
    expect(view.fresh).toBe(0);
    expect(view.answers.map(({ customer, what, state }) => `${customer} ${what} ${state}`)).toEqual([
      'Acme Tools promise asked',
      'Berg Trading dispute asked',
      'Coast Foods contact asked',
    ]);
    expect(view.left.map(({ why }) => why)).toEqual(['Its reference was never in a mail of ours.']);
    const rowOf = (customer: string): string => view.answers.find((one) => one.customer === customer)?.row ?? '';
    story.ask('acceptAnswer', rowOf('Acme Tools'), { day: '2026-12-20' });
    expect(story.records('AR Promises')).toMatchObject([{ Customer: 'Acme Tools', 'Promised on': '2026-12-20' }]);
    story.ask('acceptAnswer', rowOf('Berg Trading'), { reason: 'Damaged', invoices: ['B-1'] });
    expect(story.records('AR Disputes')).toMatchObject([{ Invoice: 'B-1', Reason: 'Damaged' }]);
    story.ask('rejectAnswer', rowOf('Coast Foods'));
    const coastRow = story.records('AR Customers').find(({ Customer }) => Customer === 'Coast Foods');
    expect(coastRow?.['Email'] ?? '').not.toContain('eve@');
    expect(story.answer('acceptAnswer', rowOf('Coast Foods'), {})).toMatchObject({ ok: false, code: 'state-changed' });
    expect(story.ask<AnswersView>('getAnswers').answers.map(({ state }) => state)).toEqual([
      'accepted',
      'accepted',
      'rejected',
    ]);
  });

  it('wait for nobody once what they are about is paid', async () => {
    const story = sent();
    const [acme, berg] = [await tokenOf(story, 'acme-tools'), await tokenOf(story, 'berg')];
    answer(story, 2, ['2026-11-04', acme, 'Something is not right', '', '', '']);
    answer(story, 3, ['2026-11-04', berg, 'We have already paid', '', '', '']);
    story.at('2026-11-04 16:30').hour();
    story
      .change('Invoices', ({ Invoice }) => Invoice === 'A-1', 'Paid', 500)
      .at('2026-11-10 09:30')
      .hour();
    const today = story.ask<TodayView>('getToday');
    expect(today.waiting.answers).toBe(1);
    expect(today.alerts.map(({ code }) => code)).not.toContain('answers-wait');
    const { answers } = story.ask<AnswersView>('getAnswers');
    expect(answers.map(({ state, isLate }) => [state, isLate])).toEqual([
      ['asked', true],
      ['left', false],
    ]);
    // What else is open, they said nothing of.
    expect(story.answer('acceptAnswer', answers[1]?.row, {})).toMatchObject({ ok: false, code: 'nothing-open' });
  });

  it('turn red after two business days in which nobody decided about a dispute, and pause it all the same', async () => {
    const story = sent();
    answer(story, 2, ['2026-11-04', await tokenOf(story, 'acme-tools'), 'Something is not right', '', '', '']);
    story.at('2026-11-04 16:30').hour();
    const alerts = (): { code: string; tone: string }[] =>
      story.ask<TodayView>('getToday').alerts.filter(({ code }) => code === 'answers-wait');
    expect(alerts()).toEqual([]);
    expect(story.ask<TodayView>('getToday').waiting.answers).toBe(1);
    story.at('2026-11-09 09:00');
    expect(alerts()).toMatchObject([{ tone: 'bad' }]);
    story.at('2026-11-27 09:00').morning();
    const lines = story.ask<ReviewView>('getReview').lines.map(({ customer }) => customer);
    expect(lines).not.toContain('Acme Tools');
  });
});

describe('an hour that takes an answer and is killed', () => {
  it('takes it with the next one, once: one promise, one entry, and no mail meanwhile', async () => {
    const start = sent();
    answer(start, 2, [
      '2026-11-04',
      await tokenOf(start, 'acme-tools'),
      'We will pay on this day',
      '2026-11-11',
      '',
      '',
    ]);
    const killed = await killedEverywhere(
      start.at('2026-11-04 16:30'),
      (method) => !/get|find|format/i.test(method),
      (story) => story.hour(),
      async (story) => {
        story.at('2026-11-04 17:30').hour();
        expect(logged(story)).toHaveLength(1);
        expect(story.records('AR Promises').map((row) => row['Promised on'])).toEqual(['2026-11-11']);
        expect(await story.mails()).toHaveLength(3);
      },
    );
    expect(killed).toBeGreaterThan(3);
  });
});

describe('a click that sends and takes an answer, and is killed', () => {
  it('takes it with the next one, once, and mails nobody who answered and nobody twice', async () => {
    const start = sent();
    start.at('2026-11-11 09:30').paymentsIn().hour();
    const token = await tokenOf(start, 'acme-tools');
    answer(start, 2, ['2026-11-11', token, 'We will pay on this day', '2026-11-18', '', '']);
    start.at('2026-11-11 09:40').approveAll();
    const killed = await killedEverywhere(
      start,
      (method) => !/get|find|format/i.test(method),
      (story) => void story.send(),
      async (story) => {
        story.at('2026-11-11 10:30').hour();
        expect(logged(story)).toHaveLength(1);
        expect(story.records('AR Promises').map((row) => row['Promised on'])).toEqual(['2026-11-18']);
        const to = (await story.mails()).slice(3).flatMap((mail) => mail.to);
        expect(to).not.toContain('ap@acme-tools.example');
        expect(new Set(to).size).toBe(to.length);
      },
    );
    expect(killed).toBeGreaterThan(5);
  });
});

describe('mails without a form', () => {
  it('offer ready-made subjects to where answers go, each with the reference of the mail', async () => {
    const story = new Story('2026-11-04 08:05', LINES.slice(0, 1)).goLive();
    story.morning();
    const [mail] = await story.mails();
    const reference = /Ref (DS-\w{5})/.exec(mail?.text ?? '')?.[1] ?? '?';
    const subjects = [...(mail?.text ?? '').matchAll(/mailto:ann@ourfirm\.example\?subject=(\S+)/g)].map(
      ([, one = '']) => decodeURIComponent(one),
    );
    expect(subjects).toEqual([
      `Ref ${reference}: We will pay on this day:`,
      `Ref ${reference}: We have already paid`,
      `Ref ${reference}: Something is not right`,
      `Ref ${reference}: Please write to somebody else`,
    ]);
    expect(mail?.html).toContain('>We have already paid</a>');
  });
});

describe('texts of an older workbook', () => {
  it('that do not offer the form are named once it is set, and changed by a person alone', () => {
    const story = new Story('2026-11-04 08:05', LINES).goLive();
    const without = (): AnswersView['withoutLink'] => story.ask<AnswersView>('getAnswers').withoutLink;
    const isFriendly = (row: Record<string, string>): boolean =>
      row['Template'] === 'Friendly' && row['Language'] === 'en';
    const body = (): string => story.records('AR Templates').find(isFriendly)?.['Body'] ?? '';
    const before = body();
    story.change('AR Templates', isFriendly, 'Body', before.replace('{{answer link}}\n\n', ''));
    expect(without()).toEqual([]);
    story.ask('saveSetting', 'Answer form', FORM);
    story.morning();
    const [text, ...more] = without();
    expect([text?.name, text?.language, more]).toEqual(['Friendly', 'en', []]);
    const { alarms } = story.ask<TodayView>('getToday');
    expect(alarms.summary).toContain('1 text without the answer form');
    expect(body()).not.toContain('{{answer link}}');
    const change = { seen: { row: text?.row, seen: text?.seen }, cells: { Body: withAnswerLink(text?.body ?? '') } };
    story.ask('saveRules', 'AR Templates', [change]);
    expect(body()).toBe(before);
    expect(without()).toEqual([]);
  });
});
