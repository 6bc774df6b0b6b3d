// HtmlService: pages from texts and files, for the sidebar.
import { type MethodTable, named, serve } from './call';
import { fail } from './exception';
import type { Host } from './host';

interface Page {
  content: string;
  title: string;
  width: number | null;
  height: number | null;
}

const pages = new WeakMap<object, Page>();

/** The page with its title and size, `null` for an object that is no HtmlOutput. */
export function outputOf(value: unknown): Readonly<Page> | null {
  return typeof value === 'object' && value !== null ? (pages.get(value) ?? null) : null;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A page. */
export class HtmlOutput {
  constructor(content: string) {
    pages.set(this, { content, title: '', width: null, height: null });
  }
  #page(): Page {
    return pages.get(this) ?? fail('Invalid HtmlOutput');
  }
  #set(change: Partial<Page>): this {
    Object.assign(this.#page(), change);
    return this;
  }
  getContent(): string {
    return this.#page().content;
  }
  setContent(content: string): this {
    return this.#set({ content });
  }
  append(content: string): this {
    return this.#set({ content: this.#page().content + content });
  }
  appendUntrusted(content: string): this {
    return this.append(escapeHtml(content));
  }
  clear(): this {
    return this.#set({ content: '' });
  }
  getTitle(): string {
    return this.#page().title;
  }
  setTitle(title: string): this {
    return this.#set({ title });
  }
  getWidth(): number | null {
    return this.#page().width;
  }
  setWidth(width: number | null): this {
    return this.#set({ width });
  }
  getHeight(): number | null {
    return this.#page().height;
  }
  setHeight(height: number | null): this {
    return this.#set({ height });
  }
}

const OUTPUT: MethodTable = {
  getContent: '- ',
  setContent: '- s',
  append: '- s',
  appendUntrusted: '- s',
  clear: '- ',
  getTitle: '- ',
  setTitle: '- s',
  getWidth: '- ',
  setWidth: '- n?',
  getHeight: '- ',
  setHeight: '- n?',
};

/** Makes HtmlService for an execution. */
export function createHtmlService(host: Host): object {
  serve(host, HtmlOutput.prototype, 'HtmlService.HtmlOutput', 'HtmlOutput', OUTPUT);
  named(HtmlOutput.prototype, 'HtmlOutput');
  const file = (name: string): string => {
    const bare = name.replace(/\.html$/, '');
    for (const key of [name, bare, `${bare}.html`]) if (Object.hasOwn(host.html, key)) return host.html[key] ?? '';
    return fail(`No HTML file named ${name} was found.`);
  };
  const service = {
    createHtmlOutput: (content = ''): HtmlOutput => new HtmlOutput(content),
    createHtmlOutputFromFile: (name: string): HtmlOutput => new HtmlOutput(file(name)),
  };
  serve(host, service, 'HtmlService', 'HtmlService', { createHtmlOutput: '- |s', createHtmlOutputFromFile: '- S' });
  return Object.assign(service, { toString: () => 'HtmlService' });
}
