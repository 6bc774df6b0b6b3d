// Building elements: text always goes in as text, never as markup.

/** What may stand inside an element; empty values leave nothing behind. */
export type Child = Node | string | null | undefined | false;

/** Attributes by name; `false`, null and undefined leave the attribute out, `true` sets it empty. */
export type Attributes = Record<string, string | number | boolean | null | undefined>;

/**
 * Makes an element with attributes and children.
 * @param tag the element's name
 * @param attributes by name, as in HTML (`class`, `aria-label`)
 * @param children elements and texts, in order
 * @example el('p', { class: 'muted' }, 'Nothing waits.')
 */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(
    ...children.filter(
      (child): child is Node | string => child !== null && child !== undefined && child !== false && child !== '',
    ),
  );
  return element;
}

/**
 * Makes an element of a drawing.
 * @param tag the element's name
 * @param attributes by name, as in SVG
 * @example svg('path', { d: 'M0 0H10' })
 */
export function svg(tag: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

let lastId = 0;

/** An id that no other element has. @example freshId('date') // 'date-1' */
export function freshId(stem: string): string {
  lastId += 1;
  return `${stem}-${lastId}`;
}

/** Brings the keyboard to an element that is not a control itself, such as a heading. */
export function focusOn(element: HTMLElement): void {
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1');
  element.focus();
}

/** Marks a part as holding words nobody has saved yet, or takes the mark away; who leaves it is asked first. */
export function markUnsaved(part: HTMLElement, unsaved: boolean): void {
  part.toggleAttribute('data-unsaved', unsaved);
}
