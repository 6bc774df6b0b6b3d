// Rows that could not be read: where, why, and a way to see them in the grid.
import type { ProblemView } from '../../entry/sidebar-calls';
import { button } from './controls';
import { el } from './dom';
import type { Shell } from './shell';

/**
 * A list of rows with what is wrong in them.
 * @param problems in the order of the sheet
 * @param shell asks the server to show a row
 */
export function problemList(problems: ProblemView[], shell: Shell): HTMLElement {
  return el('ul', { class: 'problems' }, ...problems.map((problem) => el('li', {}, ...problemParts(problem, shell))));
}

function problemParts({ sheet, row, column, message }: ProblemView, shell: Shell): HTMLElement[] {
  const place = [sheet, row > 0 ? `row ${row}` : '', column].filter((part) => part !== '').join(', ');
  const parts: HTMLElement[] = [el('p', { class: 'place' }, place), el('p', {}, message)];
  if (row > 0) {
    const show = async (): Promise<void> => {
      const result = await shell.ask('showRow', sheet, row);
      if (result) shell.say(result.message);
    };
    parts.push(button('Show row', show, { kind: 'quiet', name: `Show row ${row} of ${sheet}` }));
  }
  return parts;
}
