// HtmlOutput: a page that a sidebar or dialog shows.
import { Blob } from './blob';
import { utf8 } from './bytes';
import { type MethodTable, named, serve } from './call';
import { fail } from './exception';
import type { Host } from './host';

interface OutputState {
  content: string;
  title: string;
  width: number | null;
  height: number | null;
  metaTags: { name: string; content: string }[];
  favicon: string | null;
}

/** Makes a template of a text; filled in by the module that knows templates, which in turn needs this one. */
let makeTemplate: (content: string) => object = () => fail('No templates here');

/** Tells this module how templates are made. */
export function useTemplates(make: (content: string) => object): void {
  makeTemplate = make;
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
    states.set(this, { content, title: '', width: null, height: null, metaTags: [], favicon: null });
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
  setFaviconUrl(favicon: string): this {
    return this.#set({ favicon });
  }
  getFaviconUrl(): string | null {
    return this.#state().favicon;
  }
  getBlob(): Blob {
    return this.getAs('text/html');
  }
  getAs(type: string): Blob {
    return new Blob(utf8(this.#state().content), type, `${this.#state().title || 'Untitled'}.html`);
  }
  asTemplate(): object {
    return makeTemplate(this.#state().content);
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
  getBlob: '- ',
  getAs: '- S',
  asTemplate: '- ',
  setSandboxMode: '- a',
  setXFrameOptionsMode: '- e',
};

/** Puts the calling rules around HtmlOutput. */
export function serveHtmlOutput(host: Host): void {
  serve(host, HtmlOutput.prototype, 'HtmlService.HtmlOutput', 'HtmlOutput', TABLE);
  named(HtmlOutput.prototype, 'HtmlOutput');
}
