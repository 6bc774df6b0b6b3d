// HtmlOutput: a page that a sidebar or dialog shows.
import { type MethodTable, named, serve } from './call';
import { fail } from './exception';
import type { Host } from './host';

interface OutputState {
  content: string;
  title: string;
  width: number | null;
  height: number | null;
  metaTags: { name: string; content: string }[];
}

const states = new WeakMap<object, OutputState>();
const META_NAMES = ['apple-mobile-web-app-capable', 'google-site-verification', 'mobile-web-app-capable', 'viewport'];

/** Escapes a text for HTML. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** The page's title and content, `null` for an object that is no HtmlOutput. */
export function outputOf(value: unknown): { title: string; content: string } | null {
  return typeof value === 'object' && value !== null ? (states.get(value) ?? null) : null;
}

/** A page. */
export class HtmlOutput {
  constructor(content: string) {
    states.set(this, { content, title: '', width: null, height: null, metaTags: [] });
  }
  #state(): OutputState {
    return states.get(this) ?? fail('Invalid HtmlOutput');
  }
  #set(change: Partial<OutputState>): this {
    Object.assign(this.#state(), change);
    return this;
  }
  getContent(): string {
    return this.#state().content;
  }
  setContent(content: string): this {
    return this.#set({ content });
  }
  append(content: string): this {
    return this.#set({ content: this.#state().content + content });
  }
  appendUntrusted(content: string): this {
    return this.append(escapeHtml(content));
  }
  clear(): this {
    return this.#set({ content: '' });
  }
  getTitle(): string {
    return this.#state().title;
  }
  setTitle(title: string): this {
    return this.#set({ title });
  }
  getWidth(): number | null {
    return this.#state().width;
  }
  setWidth(width: number | null): this {
    return this.#set({ width });
  }
  getHeight(): number | null {
    return this.#state().height;
  }
  setHeight(height: number | null): this {
    return this.#set({ height });
  }
  addMetaTag(name: string, content: string): this {
    if (!META_NAMES.includes(name)) fail(`The meta tag "${name}" is not allowed.`);
    return this.#set({ metaTags: [...this.#state().metaTags, { name, content }] });
  }
  getMetaTags(): object[] {
    return this.#state().metaTags.map((tag) => ({ getName: () => tag.name, getContent: () => tag.content }));
  }
  setFaviconUrl(_url: string): this {
    return this;
  }
  getFaviconUrl(): null {
    return null;
  }
  setSandboxMode(_mode: unknown): this {
    return this;
  }
  setXFrameOptionsMode(_mode: unknown): this {
    return this;
  }
}

const TABLE: MethodTable = {
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
  addMetaTag: '- S,S',
  getMetaTags: '- ',
  setFaviconUrl: '- S',
  getFaviconUrl: '- ',
  setSandboxMode: '- a',
  setXFrameOptionsMode: '- e',
};

/** Puts the calling rules around HtmlOutput. */
export function serveHtmlOutput(host: Host): void {
  serve(host, HtmlOutput.prototype, 'HtmlService.HtmlOutput', 'HtmlOutput', TABLE);
  named(HtmlOutput.prototype, 'HtmlOutput');
}
