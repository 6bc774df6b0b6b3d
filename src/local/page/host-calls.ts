// Calls from the page to the local server, and the shapes of what it answers.

export type { MailLine, MailView } from '../serve/mail-view';
export type { CellView, SheetView } from '../serve/sheet-view';
export type { PageState } from '../serve/workbench';

/** Reads from the server. @throws Error with its sentence */
export async function read<T>(path: string): Promise<T> {
  return answered<T>(await fetch(path));
}

/** Asks the server to do something. @throws Error with its sentence */
export async function ask<T>(path: string, body: Record<string, unknown> = {}): Promise<T> {
  const headers = { 'Content-Type': 'application/json' };
  return answered<T>(await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function answered<T>(response: Response): Promise<T> {
  const value = (await response.json()) as T & { error?: string };
  if (!response.ok) throw new Error(value.error ?? 'The local server did not answer.');
  return value;
}

/** An element of the page by id. @throws Error when the page has none, which is a mistake in the page */
export function part<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no part ${id}.`);
  return found as T;
}

/** A new element with a text and attributes. */
export function element(name: string, text = '', attributes: Record<string, string> = {}): HTMLElement {
  const made = document.createElement(name);
  if (text !== '') made.textContent = text;
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}
