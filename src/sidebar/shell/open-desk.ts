// The button that opens the desk, a dialog as wide as this screen lets it be.
import { button } from './controls';
import type { Shell } from './shell';

/** The button. The script cannot know the size of the screen: the page tells it. */
export function openDeskButton(shell: Shell): HTMLButtonElement {
  const open = (): Promise<unknown> => shell.ask('openDesk', window.screen.availWidth, window.screen.availHeight);
  return button('Open the desk', open, { kind: 'quiet', busy: 'Opening…' });
}
