// Texts that do not offer the form: said on the page Answers, and mended where a person says so.
import { withAnswerLink } from '../../dunning/letter/answer/answer-field';
import type { AnswersView } from '../../entry/sidebar-calls';
import { button, confirmDialog } from '../shell/controls';
import { el } from '../shell/dom';
import { count } from '../shell/format';
import type { Shell } from '../shell/shell';

const TAB = 'AR Templates';

/** The note with its button; nothing where every text offers the form. */
export function withoutLink(
  { withoutLink: texts }: AnswersView,
  shell: Shell,
  again: () => Promise<void>,
): HTMLElement[] {
  if (texts.length === 0) return [];
  const names = texts.map(({ name, language }) => `${name} (${language})`).join(', ');
  const asks = (): Promise<boolean> =>
    confirmDialog(
      'Add the answer link?',
      [`${names}: each gets the field {{answer link}} above its closing. Nothing else of them changes.`],
      'Add it',
    );
  const add = async (): Promise<void> => {
    const changes = texts.map(({ row, seen, body }) => ({
      seen: { row, seen },
      cells: { Body: withAnswerLink(body) },
    }));
    const saved = await shell.ask('saveRules', TAB, changes);
    if (!saved) return;
    await again();
    const undo = async (): Promise<void> => {
      if (!(await shell.ask('saveRules', TAB, saved.undo))) return;
      shell.say('Your texts are as they were.');
      await again();
    };
    shell.say(saved.message, saved.undo.length > 0 ? { label: 'Undo', press: undo } : undefined);
  };
  const many = texts.length === 1 ? '1 text does' : `${texts.length} texts do`;
  const whose = texts.length === 1 ? 'it' : 'one of them';
  return [
    el(
      'section',
      { class: 'note' },
      el(
        'p',
        { class: 'wrap' },
        `${many} not offer the form, so whoever gets ${whose} cannot answer by a click: ${names}.`,
      ),
      button(`Add the link to ${count(texts.length, 'text')}…`, add, { asks, busy: 'Adding…' }),
    ),
  ];
}
