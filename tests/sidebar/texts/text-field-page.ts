// A text to write in by itself: what is put into it is read back as it would be stored.
import { textField } from '../../../src/sidebar/texts/text-field';

const field = textField('Text', 'several', () => undefined);
const host = document.createElement('div');
host.className = 'view';
host.append(field.element);
document.querySelector('#duesheet')?.append(Object.assign(document.createElement('main'), { textContent: '' }));
document.querySelector('main')?.append(host);

/** What a text is stored as after it was shown. */
function shownAndRead(text: string): string {
  field.set(text);
  return field.value();
}

Object.assign(window, { shownAndRead });
