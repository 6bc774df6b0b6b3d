// The weekly note beside its setting: how it would look now, who gets it, and one to oneself.
import { button } from '../shell/controls';
import { el } from '../shell/dom';
import { mailPreview } from '../shell/mail-preview';
import type { Shell } from '../shell/shell';

/** A button that shows the note as it is saved, with what can be done with it. */
export function weeklyNote(shell: Shell): HTMLElement {
  const place = el('div', { class: 'weekly-note', 'aria-live': 'polite' });
  const look = async (): Promise<void> => {
    const note = await shell.ask('getWeeklyNote');
    if (!note || !place.isConnected) return;
    const { to, refused, you, subject, html } = note;
    const preview = mailPreview(html);
    const send = async (): Promise<void> => {
      const result = await shell.ask('sendWeeklyNoteToMe');
      if (result) shell.say(result.message);
    };
    place.replaceChildren(
      el('p', {}, to.length === 0 ? 'Nobody gets it yet.' : `On Mondays it goes to ${to.join(', ')}.`),
      ...refused.map((sentence) => el('p', { class: 'wrong small' }, sentence)),
      el('p', { class: 'strong wrap', dir: 'auto' }, subject),
      preview.box,
      el(
        'div',
        { class: 'actions' },
        you === '' ? null : button('Send it to me now', send, { busy: 'Sending…' }),
        preview.other,
      ),
    );
  };
  return el(
    'div',
    {},
    el('div', { class: 'actions' }, button('Show the note', look, { kind: 'quiet', busy: 'Writing…' })),
    place,
  );
}
