// HtmlService: pages from texts and files, and templates with scriptlets.
import { named, serve } from './call';
import { SandboxMode, XFrameOptionsMode } from './enums';
import { fail } from './exception';
import type { Host } from './host';
import { escapeHtml, HtmlOutput, serveHtmlOutput, useTemplates } from './html-output';

/** Whether the end of some HTML lies inside a script element, where other escaping is due. */
function insideScript(html: string): boolean {
  const open = html.toLowerCase().lastIndexOf('<script');
  return open >= 0 && html.toLowerCase().indexOf('</script', open) < 0;
}

function escapeFor(before: string, value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  if (!insideScript(before)) return escapeHtml(text);
  const code = (character: string) => `\\x${(character.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`;
  return text
    .replace(/\\/g, '\\\\')
    .replace(/["'<>&/]/g, code)
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r');
}

/** The JavaScript of a template: texts and the scriptlets between them. */
function templateCode(template: string): string {
  let code = '';
  let at = 0;
  for (const match of template.matchAll(/<\?(!=|=)?([\s\S]*?)\?>/g)) {
    code += `$out.raw(${JSON.stringify(template.slice(at, match.index))});\n`;
    const [whole, kind, script = ''] = match;
    if (kind === undefined) code += `${script}\n`;
    else code += `$out.${kind === '=' ? 'escaped' : 'raw'}(${script.trim().replace(/;$/, '')}\n);\n`;
    at = match.index + whole.length;
  }
  return `${code}$out.raw(${JSON.stringify(template.slice(at))});`;
}

/** A template; properties set on it are in scope of its scriptlets. */
export class HtmlTemplate {
  readonly #source: string;
  constructor(source: string) {
    this.#source = source;
  }
  getRawContent(): string {
    return this.#source;
  }
  getCode(): string {
    return templateCode(this.#source);
  }
  getCodeWithComments(): string {
    return templateCode(this.#source);
  }
  evaluate(): HtmlOutput {
    let html = '';
    const out = {
      raw(value: unknown) {
        html += value === null || value === undefined ? '' : String(value);
      },
      escaped(value: unknown) {
        html += escapeFor(html, value);
      },
    };
    const scope = { ...this, $out: out, output: { append: out.escaped } };
    new Function('$scope', `with ($scope) {\n${templateCode(this.#source)}\n}`)(scope);
    return new HtmlOutput(html);
  }
}

/** Makes HtmlService for an execution. */
export function createHtmlService(host: Host): object {
  serveHtmlOutput(host);
  useTemplates((content) => new HtmlTemplate(content));
  serve(host, HtmlTemplate.prototype, 'HtmlService.HtmlTemplate', 'HtmlTemplate', {
    getRawContent: '- ',
    getCode: '- ',
    getCodeWithComments: '- ',
    evaluate: '- ',
  });
  named(HtmlTemplate.prototype, 'HtmlTemplate');
  const file = (name: string): string => {
    const bare = name.replace(/\.html$/, '');
    for (const key of [name, bare, `${bare}.html`]) if (Object.hasOwn(host.html, key)) return host.html[key] ?? '';
    return fail(`No HTML file named ${name} was found.`);
  };
  const text = (given: unknown) =>
    typeof given === 'string' ? given : String((given as { getDataAsString(): string }).getDataAsString());
  const service = {
    createHtmlOutput: (content: unknown = ''): HtmlOutput => new HtmlOutput(text(content)),
    createHtmlOutputFromFile: (name: string): HtmlOutput => new HtmlOutput(file(name)),
    createTemplate: (content: unknown): HtmlTemplate => new HtmlTemplate(text(content)),
    createTemplateFromFile: (name: string): HtmlTemplate => new HtmlTemplate(file(name)),
    getUserAgent: (): null => null,
  };
  serve(host, service, 'HtmlService', 'HtmlService', {
    createHtmlOutput: '- |s|e',
    createHtmlOutputFromFile: '- S',
    createTemplate: '- S|e',
    createTemplateFromFile: '- S',
    getUserAgent: '- ',
  });
  return Object.assign(service, { SandboxMode, XFrameOptionsMode, toString: () => 'HtmlService' });
}
