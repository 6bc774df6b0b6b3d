// Printing one page out of the sidebar: everything else stays off the paper.
import { el } from './dom';

/** What a letter consists of; nothing else comes onto the paper, whatever the text of a letter holds. */
const PRINTED = /^(ARTICLE|ADDRESS|P|H1|TABLE|THEAD|TBODY|TR|TH|TD|BR|B|STRONG|DIV|IMG|UL|LI|H2)$/;
/** What tells how it looks. */
const KEPT = ['class', 'style', 'lang', 'align', 'colspan', 'rowspan', 'alt', 'dir'];
/** Of pictures only those that are in the page: nothing is fetched. */
const PUT_IN = 'data:image/png;base64,';

/**
 * Opens the browser's print dialog over a page. It stands in a shadow of its own, apart from the sidebar's looks, and is
 * gone again once the dialog is closed: a window of its own is not open to a sidebar everywhere.
 * @param html the page as a document, its looks in its head
 * @param addressee the address as it was completed by hand, a line each
 */
export function printPage(html: string, addressee: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const looks = [...page.head.querySelectorAll('style')].map(({ textContent }) => el('style', {}, textContent));
  const host = el('div', { class: 'print-page' });
  const root = host.attachShadow({ mode: 'open' });
  root.append(...looks, ...copies(page.body));
  root.querySelector('address')?.replaceChildren(addressee);
  const title = document.title;
  const done = (): void => {
    host.remove();
    document.documentElement.classList.remove('printing');
    document.title = title;
  };
  document.querySelector('.print-page')?.remove();
  document.body.append(host);
  document.documentElement.classList.add('printing');
  // What a browser proposes as the name of a file.
  document.title = page.title;
  window.addEventListener('afterprint', done, { once: true });
  window.print();
}

/** The address as it stands on a page. */
export function addresseeOn(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').querySelector('address')?.textContent ?? '';
}

function copies(from: Node): Node[] {
  return [...from.childNodes].flatMap((node): Node[] => {
    if (node instanceof Text) return [document.createTextNode(node.data)];
    return node instanceof Element ? copyOf(node) : [];
  });
}

function copyOf(element: Element): Node[] {
  // A link is its address on paper.
  if (element.tagName === 'A') return copies(element);
  if (!PRINTED.test(element.tagName)) return [];
  const picture = element.getAttribute('src') ?? '';
  if (element.tagName === 'IMG' && !picture.startsWith(PUT_IN)) return [];
  const copy = document.createElement(element.tagName);
  for (const name of KEPT) {
    const value = element.getAttribute(name);
    if (value !== null) copy.setAttribute(name, value);
  }
  if (picture.startsWith(PUT_IN)) copy.setAttribute('src', picture);
  copy.append(...copies(element));
  return [copy];
}
