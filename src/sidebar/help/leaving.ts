// Leaving Duesheet: what goes, what stays, what a person removes by hand; nothing happens before it is confirmed.
import { button, confirmDialog } from '../shell/controls';
import { el } from '../shell/dom';
import type { Shell } from '../shell/shell';

/** Draws the page. */
export async function leavingView(host: HTMLElement, shell: Shell): Promise<void> {
  const view = await shell.load(host, 'Looking what is here…', leavingView, 'getLeaving');
  if (!view) return;
  const leave = async (): Promise<void> => {
    const result = await shell.ask('leaveWorkbook');
    if (!result) return;
    await shell.refreshToday();
    await leavingView(host, shell);
    shell.say(result.message);
    shell.rescueFocus();
  };
  const asks = (): Promise<boolean> =>
    confirmDialog(
      'Take Duesheet off this workbook?',
      [
        'From then on nothing is planned or sent here, in anybody’s name.',
        'Your tabs, formulas and mails stay as they are.',
      ],
      'Leave',
      'Stay',
    );
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Leave Duesheet')),
    view.isHere
      ? el('p', { class: 'hint' }, 'Nothing happens before you press the button and confirm.')
      : el(
          'p',
          { class: 'all-well good' },
          'Duesheet remembers nothing in this workbook, and no hourly run of yours is installed.',
        ),
    ...(view.isHere ? [part('What goes', view.goes)] : []),
    part('What stays', view.stays),
    part('To remove the rest, by hand', view.byHand),
    ...(view.isHere ? [el('p', { class: 'help' }, button('Leave…', leave, { asks, busy: 'Leaving…' }))] : []),
  );
}

function part(title: string, sentences: readonly string[]): HTMLElement {
  return el(
    'section',
    { class: 'problem-group' },
    el('h3', {}, title),
    el('ul', { class: 'sentences' }, ...sentences.map((sentence) => el('li', {}, sentence))),
  );
}
