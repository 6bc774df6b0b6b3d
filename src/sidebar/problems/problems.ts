// The Problems view: mails whose outcome is not known, mails that failed, what needs fixing, rows that could not be read.
import type { ProblemsView, ReminderLine } from '../../entry/sidebar-calls';
import { openReminder } from '../reminder/reminder';
import { ReviewState } from '../reminder/review-state';
import { button, confirmDialog, pill } from '../shell/controls';
import { type Child, el, focusOn } from '../shell/dom';
import { count, grouped, momentInWords } from '../shell/format';
import { pageKeys } from '../shell/keys';
import { problemList } from '../shell/problem-list';
import type { Shell } from '../shell/shell';
import { change } from '../today/today-sending';
import { dataCheckView } from './data-check';

/** How many rows are listed; who has more mends the first ones and looks again. */
const ROWS_SHOWN = 100;

/** Draws Problems. */
export async function problemsView(host: HTMLElement, shell: Shell): Promise<void> {
  const [problems] = await Promise.all([
    shell.load(host, 'Looking for problems…', problemsView, 'getProblems'),
    shell.today ? null : shell.refreshToday(),
  ]);
  if (!problems) return;
  const again = async (): Promise<void> => {
    await problemsView(host, shell);
    void shell.refreshToday();
    const heading = host.querySelector('h1');
    if (heading && host.isConnected && shell.focusIsLost()) focusOn(heading);
  };
  const sections = [
    ...unconfirmed(problems.unconfirmed, shell, again),
    ...failed(problems.failed, shell, again),
    ...needsFix(problems.needsFix, shell),
    ...unreadable(problems.rows, shell),
  ];
  const nothing = el('p', { class: 'empty' }, 'No problems. Every mail has its outcome and every row could be read.');
  host.replaceChildren(
    el(
      'div',
      { class: 'view-head' },
      el('h1', {}, 'Problems'),
      button('Look again', again, { kind: 'quiet', busy: 'Looking…' }),
    ),
    ...(sections.length > 0 ? sections : [nothing]),
    button('Data check', () => shell.openPage(dataCheckView, shell.backTo('problems'))),
  );
  pageKeys(host, shell, {
    items: '.problem-group .card-head .button, .problems .button',
    item: 'problem',
    enter: 'open it, or show its row',
    acts: { l: { words: 'look again', act: again } },
  });
}

function section(title: string, number: number, hint: string, ...children: Child[]): HTMLElement[] {
  if (number === 0) return [];
  const heading = el('h2', {}, title, ' ', el('span', { class: 'badge' }, grouped(number)));
  return [el('section', { class: 'problem-group' }, heading, el('p', { class: 'hint' }, hint), ...children)];
}

function card(line: ReminderLine, shell: Shell, ...children: Child[]): HTMLElement {
  const open = (): void =>
    openReminder(line.id, {
      shell,
      reviewState: new ReviewState(),
      back: () => shell.open('problems'),
      listName: 'problems',
    });
  return el(
    'article',
    { class: 'card', 'aria-label': line.customer },
    el(
      'div',
      { class: 'card-head' },
      el('h3', { title: line.customer }, line.customer),
      button('Open', open, { kind: 'quiet', name: `Open ${line.customer}` }),
    ),
    el('p', { class: 'muted' }, el('span', { class: 'figure' }, line.amounts), ` · ${line.stage}`),
    ...children,
  );
}

function unconfirmed(lines: ProblemsView['unconfirmed'], shell: Shell, again: () => Promise<void>): HTMLElement[] {
  const cards = lines.map((line) => {
    const queueAgain = (): Promise<boolean> => change(shell, again, 'resolveUnconfirmed', line.id, 'approved');
    const asks = (): Promise<boolean> =>
      confirmDialog(
        'Queue this mail again?',
        [`Only if ${line.reference} is not in your Sent folder: else ${line.customer} gets it twice.`],
        'Queue it again',
      );
    return card(
      line,
      shell,
      el('p', { class: 'wrap' }, `Started ${momentInWords(line.startedAt, shell.today?.today ?? '')}, to ${line.to}`),
      el('p', {}, 'Search your Sent folder for ', el('strong', { class: 'reference' }, line.reference), '.'),
      el(
        'div',
        { class: 'actions stacked' },
        button('It is in my Sent folder', () => change(shell, again, 'resolveUnconfirmed', line.id, 'sent'), {
          busy: 'Saving…',
        }),
        button('It is not there: queue again', queueAgain, { asks, busy: 'Saving…' }),
      ),
    );
  });
  const hint = 'The run ended before Gmail answered. Nothing more goes to these customers until you say what happened.';
  return section('Outcome not known', lines.length, hint, ...cards);
}

function failed(lines: ProblemsView['failed'], shell: Shell, again: () => Promise<void>): HTMLElement[] {
  const cards = lines.map((line) =>
    card(
      line,
      shell,
      el('p', { class: 'wrong' }, line.error),
      el('p', { class: 'muted' }, `Tried ${count(line.attempts, 'time')}. `),
      button('Try again', () => change(shell, again, 'retryFailed', line.id), {
        busy: 'Queuing…',
        name: `Try again to write to ${line.customer}`,
      }),
    ),
  );
  return section(
    'Failed',
    lines.length,
    'These mails did not leave. Trying again queues them for the next sending.',
    ...cards,
  );
}

function needsFix(lines: ReminderLine[], shell: Shell): HTMLElement[] {
  const cards = lines.map((line) => card(line, shell, el('p', {}, pill('To correct', 'warn'), ' ', line.why)));
  return section(
    'Needs fixing',
    lines.length,
    'Correct these in the sheet or the AR tabs; they are looked at again every hour.',
    ...cards,
  );
}

function unreadable(rows: ProblemsView['rows'], shell: Shell): HTMLElement[] {
  const more =
    rows.length > ROWS_SHOWN &&
    el('p', { class: 'muted' }, `And ${grouped(rows.length - ROWS_SHOWN)} more. Correct these, then look again.`);
  const hint = 'What could not be read is left out of the plan until then. All else is read.';
  return section('To put right in the sheet', rows.length, hint, problemList(rows.slice(0, ROWS_SHOWN), shell), more);
}
