// A picture chosen from the computer, made as small as a mail needs it: the text of a PNG file, whatever it was.
import { field } from '../shell/controls';
import { el } from '../shell/dom';
import type { Shell } from '../shell/shell';

/** A logo stands so large at the head of a mail, twice over for fine screens. */
const WIDEST = 480;
const HIGHEST = 160;
/** AR Settings takes so many characters of it. */
const LONGEST = 40_000;
/** What nobody would call a small picture. */
const LARGEST_FILE = 10_000_000;

/**
 * A field that takes a PNG or JPEG file.
 * @param chosen gets the text of the PNG file made of it; nothing is saved yet
 */
export function pictureField(chosen: (text: string) => void, shell: Shell): HTMLElement {
  const input = el('input', { type: 'file', accept: 'image/png,image/jpeg' });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (!file) return;
    pngOf(file)
      .then(chosen)
      .catch((error: unknown) => shell.say(error instanceof Error ? error.message : String(error)));
  });
  return field('Choose a picture', input, 'PNG or JPEG. It is made small enough for a mail; then save it above.');
}

/** @throws Error with a sentence for the person, where the file is no picture or stays too large */
async function pngOf(file: File): Promise<string> {
  if (!/^image\/(png|jpeg)$/.test(file.type))
    throw new Error(`“${file.name}” is no PNG or JPEG picture. Save it as PNG first.`);
  if (file.size > LARGEST_FILE) throw new Error(`“${file.name}” has more than 10 MB. Choose a smaller picture.`);
  const picture = await createImageBitmap(file).catch(() => {
    throw new Error(`“${file.name}” cannot be read as a picture. Save it as PNG anew.`);
  });
  const fitting = Math.min(1, WIDEST / picture.width, HIGHEST / picture.height);
  for (const share of [1, 0.75, 0.5, 0.35, 0.25]) {
    const text = drawn(picture, fitting * share);
    if (text.length <= LONGEST) return text;
  }
  throw new Error(`“${file.name}” stays too large for a mail: choose a simpler picture, such as the logo alone.`);
}

function drawn(picture: ImageBitmap, scale: number): string {
  const canvas = el('canvas', {});
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}
