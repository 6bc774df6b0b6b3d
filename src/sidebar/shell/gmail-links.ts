// Links into Gmail: the search for a mail that left, and the window for a new one, filled in for those who want to write themselves.
import { el } from './dom';

/** A link to Gmail's search for a reference, which stands in each mail. @param reference `DS-7F3K2` */
export function gmailSearch(reference: string): HTMLElement {
  const query = encodeURIComponent(`"Ref ${reference}"`);
  const href = `https://mail.google.com/mail/#search/${query}`;
  return el('a', { href, target: '_blank', rel: 'noopener noreferrer', class: 'button quiet' }, 'Look for it in Gmail');
}

/** What the window begins with. */
export interface Composed {
  to: string;
  cc?: string;
  subject?: string;
  body?: string;
}

/** Browsers and Gmail take addresses of some 8,000 characters; a longer text is cut at the end of a line. */
const MOST_CHARACTERS = 7_000;

/**
 * The address of Gmail's window for a new mail.
 * @example composeAddress({ to: 'ap@example.com', subject: 'Invoice 7' }).href // 'https://mail.google.com/mail/?view=cm&fs=1&to=ap%40example.com&su=Invoice%207'
 */
export function composeAddress({ to, cc = '', subject = '', body = '' }: Composed): { href: string; isCut: boolean } {
  const fields = [
    ['to', to],
    ['cc', cc],
    ['su', subject],
  ].filter(([, value]) => value !== '');
  const start = [
    'https://mail.google.com/mail/?view=cm&fs=1',
    ...fields.map(([name, value = '']) => `${name}=${encoded(value)}`),
  ];
  const room = MOST_CHARACTERS - start.join('&').length - '&body='.length;
  const lines = body.split('\n');
  const kept: string[] = [];
  let used = 0;
  for (const line of lines) {
    const width = encoded(`${line}\n`).length;
    if (used + width > room) break;
    used += width;
    kept.push(line);
  }
  const text = kept.join('\n');
  return {
    href: [...start, ...(text === '' ? [] : [`body=${encoded(text)}`])].join('&'),
    isCut: kept.length < lines.length,
  };
}

/** Half a letter outside the basic plane cannot be encoded: it becomes the sign for that. */
function encoded(text: string): string {
  return encodeURIComponent(
    text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'),
  );
}

/** The link, and what a person should know of it. */
export function composeLink(mail: Composed): HTMLElement[] {
  const { href, isCut } = composeAddress(mail);
  const cut = isCut ? ' The text is too long for a link: its end is left out, and stands under Plain text.' : '';
  return [
    el('a', { href, target: '_blank', rel: 'noopener noreferrer', class: 'button quiet' }, 'Write it yourself'),
    el(
      'p',
      { class: 'hint' },
      `Opens Gmail in a new window. Duesheet does not see whether you send it: note it here yourself.${cut}`,
    ),
  ];
}
