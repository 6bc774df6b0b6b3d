// The settings of what mails look like: a colour and a logo, kept in the tab itself, so that nothing is fetched from anywhere.
import { further, longText, type Setting, text } from './setting';

/** A cell holds 50,000 characters; a mail with a larger picture is slow to open on a telephone. */
const LONGEST_LOGO = 40_000;

/** Six hexadecimal digits in small letters; '' for the usual colour. */
export const COLOUR: Setting<string> = further(
  text({
    name: 'Colour of mails',
    group: 'Company and mails',
    initial: '',
    meaning: 'The colour of the line and the button in mails, like #1f4e79; empty: dark blue.',
    moves: 'next mail',
    refused: (typed) => (typed === '' ? '' : colourFault(typed)),
  }),
  (typed) => {
    const fault = typed === '' ? '' : colourFault(typed);
    return { value: fault === '' ? typed.toLowerCase() : '', fault };
  },
);

function colourFault(typed: string): string {
  return /^#[0-9a-f]{6}$/i.test(typed) ? '' : `"${typed}" is no colour; write it like #1f4e79`;
}

/** A PNG file in base64; '' for none. */
export const LOGO: Setting<string> = further(
  longText({
    name: 'Logo',
    group: 'Company and mails',
    initial: '',
    meaning:
      'A small PNG picture at the head of mails, as its text in base64 (data:image/png;base64,...); empty: your firm’s name.',
    moves: 'next mail',
    longest: LONGEST_LOGO,
    refused: (typed) => logoOf(typed).fault,
  }),
  logoOf,
);

function logoOf(typed: string): { value: string; fault: string } {
  const png = typed.replace(/^data:image\/png;base64,/, '').replace(/\s+/g, '');
  if (png === '') return { value: '', fault: '' };
  // Every PNG file begins with the same eight bytes.
  const isPng = /^iVBORw0KGgo[0-9A-Za-z+/]+={0,2}$/.test(png);
  if (!isPng) return { value: '', fault: 'this is not the text of a PNG picture, which begins with iVBORw0KGgo' };
  if (png.length > LONGEST_LOGO) return { value: '', fault: 'the picture is too large: 30 KB at most' };
  return { value: png, fault: '' };
}
