// Send yourself the first one: the first reminder that waits, as it will look, and a test of it to your own mailbox.
import type { ReminderView } from '../../entry/sidebar-calls';
import { mailPreview } from '../reminder/mail-preview';
import { button } from '../shell/controls';
import { type Child, el } from '../shell/dom';
import type { Shell } from '../shell/shell';

/** The first mail that waits: one that is to be read first, else any; null where none waits, undefined where that cannot be told. */
export async function firstMail(shell: Shell): Promise<ReminderView | null | undefined> {
  const page = await shell.ask('getReviewPage', { lines: 1, opened: 1 });
  if (!page) return undefined;
  const opened = page.opened.find(({ mail }) => mail !== null);
  if (opened) return opened;
  const line = page.groups.filter(({ name }) => name !== 'calls').flatMap(({ lines }) => lines)[0];
  return line ? shell.ask('getReminder', line.id) : null;
}

/**
 * The parts of the step.
 * @param sent told once a test left
 */
export function firstMailParts(shell: Shell, reminder: ReminderView | null, sent: (said: string) => void): Child[] {
  const toToday = (kind: 'primary' | 'plain'): HTMLElement =>
    button('Done: to Today', () => shell.open('today'), { kind });
  const mail = reminder?.mail;
  if (!reminder || !mail)
    return [
      el(
        'p',
        { class: 'empty' },
        'No mail waits today: the first ones are written on the next business day on which a step is due, and wait under Review.',
      ),
      el('div', { class: 'actions stacked' }, toToday('primary')),
    ];
  const preview = mail.html ? mailPreview(mail.html) : null;
  const end = el('div', { class: 'actions stacked' });
  const test = async (): Promise<void> => {
    const result = await shell.ask('sendTest', reminder.id);
    if (!result) return;
    end.replaceChildren(toToday('primary'), again('plain'));
    sent(result.message);
  };
  const again = (kind: 'primary' | 'plain'): HTMLElement =>
    button(kind === 'primary' ? 'Send it to me' : 'Send it once more', test, { kind, busy: 'Sending…' });
  end.append(again('primary'), toToday('plain'));
  return [
    el(
      'p',
      { class: 'muted' },
      `The first that waits: ${reminder.customer}, ${reminder.amounts}. Only you get it now.`,
    ),
    el(
      'div',
      { class: 'run-mail' },
      el('div', { class: 'card-head' }, el('p', { class: 'subject' }, mail.subject), preview?.other),
      preview ? preview.box : el('pre', {}, mail.text),
    ),
    end,
  ];
}
