// Calls from the page to the local server, and the shapes of what it answers.
import { TOKEN_HEADER } from '../serve/token';

export type { MailLine, MailView } from '../serve/mail-view';
export type { CellView, ChartView, SheetView } from '../serve/sheet-view';
export type { ClockMoved, PageState } from '../serve/workbench';

/** What the server wrote into this page at its start; the sidebar's frame cannot read it. */
function token(): Record<string, string> {
  return { [TOKEN_HEADER]: document.querySelector<HTMLMetaElement>('meta[name="duesheet-token"]')?.content ?? '' };
}

/** Reads from the server. @throws Error with its sentence */
export async function read<T>(path: string): Promise<T> {
  return (await answered(await fetch(path, { headers: token() }))).json() as Promise<T>;
}

/** Reads a file from the server. @throws Error with its sentence */
export async function readFile(path: string): Promise<Blob> {
  return (await answered(await fetch(path, { headers: token() }))).blob();
}

/** Asks the server to do something. @throws Error with its sentence */
export async function ask<T>(path: string, body: Record<string, unknown> = {}): Promise<T> {
  const headers = { 'Content-Type': 'application/json', ...token() };
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await answered(response)).json() as Promise<T>;
}

async function answered(response: Response): Promise<Response> {
  if (response.ok) return response;
  const { error } = (await response.json()) as { error?: string };
  throw new Error(error ?? 'The local server did not answer.');
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
