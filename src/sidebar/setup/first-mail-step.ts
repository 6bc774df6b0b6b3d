// The first one: the first reminder that waits as it will look, a test of it to your own mailbox, its approval, and going live.
import type { ReminderView, TodayView } from '../../entry/sidebar-calls';
import { button } from '../shell/controls';
import { type Child, el } from '../shell/dom';
import { mailPreview } from '../shell/mail-preview';
import type { Shell } from '../shell/shell';
import { askingButton, mayGoLive } from '../today/ask-to-go-live';
import { goLiveLabel } from '../today/next-step';

/** The first mail that waits: one that is to be read first, else any; null where none waits, undefined where that cannot be told. */
export async function firstMail(shell: Shell): Promise<ReminderView | null | undefined> {
  const page = await shell.ask('getReviewPage', { lines: 1, opened: 1 });
  if (!page) return undefined;
  const opened = page.opened.find(({ mail }) => mail !== null);
  if (opened) return opened;
  const line = page.groups.filter(({ name }) => name !== 'calls').flatMap(({ lines }) => lines)[0];
  return line ? shell.ask('getReminder', line.id) : null;
}

/** What the step needs of the page. */
export interface FirstMailContext {
  shell: Shell;
  /** The first reminder that waits; null where none does. */
  reminder: ReminderView | null;
  /** Told what was done: a test left, it was approved. */
  said: (message: string) => void;
}

/** The parts of the step: the mail, a test of it to oneself, its approval, and going live. */
export function firstMailParts({ shell, reminder, said }: FirstMailContext): Child[] {
  const mail = reminder?.mail;
  const end = el('div', { class: 'actions stacked' });
  let isTested = false;
  const draw = (): void => {
    const { today } = shell;
    const asked = reminder && mail && reminder.state !== 'approved' ? testAndApproval(reminder) : [];
    const steps = asked.length === 0 && today && mayGoLive(today) ? [liveButton(shell, today)] : asked;
    const kind = steps.length > 0 ? 'plain' : 'primary';
    end.replaceChildren(
      ...steps,
      button('Done: to Today', () => shell.open('today'), { kind }),
    );
  };
  const testAndApproval = (first: ReminderView): HTMLElement[] => {
    const test = async (): Promise<void> => {
      const result = await shell.ask('sendTest', first.id);
      if (!result) return;
      isTested = true;
      draw();
      said(result.message);
    };
    const approve = async (): Promise<void> => {
      const result = await shell.ask('approveReminders', [first.id]);
      if (!result) return;
      if (result.changed > 0) first.state = 'approved';
      await shell.refreshToday();
      draw();
      said(result.message);
    };
    const [forMe, forThem] = [isTested ? 'plain' : 'primary', isTested ? 'primary' : 'plain'] as const;
    return [
      button(isTested ? 'Send it once more' : 'Send it to me', test, { kind: forMe, busy: 'Sending…' }),
      button('Approve it', approve, { kind: forThem, busy: 'Approving…' }),
    ];
  };
  draw();
  if (!reminder || !mail) return [el('p', { class: 'empty' }, NONE_WAITS), end];
  const preview = mail.html ? mailPreview(mail.html) : null;
  return [
    el('p', { class: 'muted' }, `The first that waits: ${reminder.customer}, ${reminder.amounts}. ${ONLY_YOU}`),
    el(
      'div',
      { class: 'run-mail' },
      el('div', { class: 'card-head' }, el('p', { class: 'subject' }, mail.subject), preview?.other),
      preview ? preview.box : el('pre', {}, mail.text),
    ),
    end,
  ];
}

const ONLY_YOU = 'A test goes to you alone. Once approved, it leaves to the customer when the workbook is live.';

const NONE_WAITS =
  'No mail waits today: the first ones are written on the next business day on which a step is due, and wait under Review.';

function liveButton(shell: Shell, today: TodayView): HTMLElement {
  const done = (said: string): void => {
    shell.open('today');
    shell.say(said);
  };
  return askingButton(shell, today, { label: goLiveLabel(today), kind: 'primary', done });
}
