// The four files that are pushed: how large, which scopes, and that menu and triggers name functions that exist.
import { readdirSync } from 'node:fs';
import vm from 'node:vm';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { defaultTemplates } from '../../src/dunning/letter/default-templates';
import * as sidebarCalls from '../../src/entry/sidebar-calls';
import { nodesOf } from '../architecture/names';
import { sourcesBelow } from '../architecture/source-files';
import { bareContext, DIST, distFile } from './dist';

describe('dist', () => {
  it('holds the four files that are pushed and nothing else', () => {
    expect(readdirSync(DIST).sort()).toEqual(['Code.js', 'appsscript.json', 'desk.html', 'sidebar.html']);
  });

  // The script is pushed readable, as people of the team may look at what runs in their sheet. Minifying it would hardly quicken its
  // loading, which npm run bench measures and holds to 45 ms.
  it('has a readable script that does not grow unnoticed', () => {
    expect(Buffer.byteLength(distFile('Code.js'))).toBeLessThan(1800 * 1024);
  });
});

describe('the manifest', () => {
  it('asks for the five scopes of the design, V8 and the advanced Gmail service, and for nothing else', () => {
    const scope = (name: string) => `https://www.googleapis.com/auth/${name}`;
    expect(JSON.parse(distFile('appsscript.json'))).toEqual({
      timeZone: 'Etc/UTC',
      runtimeVersion: 'V8',
      exceptionLogging: 'STACKDRIVER',
      dependencies: { enabledAdvancedServices: [{ userSymbol: 'Gmail', serviceId: 'gmail', version: 'v1' }] },
      oauthScopes: [
        scope('spreadsheets.currentonly'),
        scope('script.container.ui'),
        scope('script.scriptapp'),
        scope('gmail.send'),
        scope('userinfo.email'),
      ],
    });
  });
});

describe.each(['sidebar.html', 'desk.html'] as const)('the page %s', (name) => {
  const html = distFile(name);
  const inside = (tag: string) => new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(html)?.[1] ?? '';

  it('has the texts that the script fills AR Templates with, and the script has none of them', () => {
    const shipped = /<template id="texts">([^<]*)<\/template>/.exec(distFile('sidebar.html'))?.[1];
    expect(JSON.parse(shipped ?? '')).toEqual(defaultTemplates());
    const opening =
      defaultTemplates()
        .find(({ template }) => template === 'Friendly')
        ?.body.split('\n')[2] ?? '';
    expect(opening.length).toBeGreaterThan(20);
    expect(distFile('Code.js')).not.toContain(opening);
  });

  it('has nothing that Google would take for a template', () => {
    expect(html).not.toContain('<?');
  });

  it('has its looks and its script inside', () => {
    expect(inside('style')).toMatch(/\{[^}]*font/);
    expect(inside('script').length).toBeGreaterThan(10_000);
    expect(html).not.toContain('/*STYLE*/');
    expect(html).not.toContain('/*SCRIPT*/');
  });

  it('fetches nothing from anywhere', () => {
    const outside = html.replace(inside('script'), '').replace(inside('style'), '');
    expect(outside).not.toMatch(/<link\b/i);
    expect(outside).not.toMatch(/\b(src|href|action|poster|srcset)\s*=/i);
    expect(inside('style')).not.toMatch(/@import|@font-face|url\((?!\s*["']?data:)/i);
    expect(inside('script')).not.toMatch(
      /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts)\s*\(/,
    );
    expect(inside('script')).not.toMatch(
      /["'`](https?:)?\/\/[\w.-]+\.\w+[^"'`]*\.(js|css|png|svg|woff2?|jpg|gif|ico)\b/,
    );
  });

  it('has one script, whose text can neither end it nor hide its end', () => {
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<\/script/g)).toHaveLength(1);
    expect(inside('script')).not.toContain('<!--');
    expect(() => new vm.Script(inside('script'))).not.toThrow();
  });
});

describe('names handed to Google as text', () => {
  /** Handlers are the last text of `addItem`, and the text of `newTrigger`. */
  const handlers = sourcesBelow('src/google').flatMap(({ path, tree }) =>
    [...nodesOf(tree)].flatMap((node) => {
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
      const method = node.expression.name.text;
      if (method !== 'addItem' && method !== 'newTrigger') return [];
      return [{ path, method, handler: textOf(node.arguments.at(-1), tree) }];
    }),
  );

  it('are there for the menu and for the trigger', () => {
    expect(handlers.filter(({ method }) => method === 'addItem').length).toBeGreaterThanOrEqual(2);
    expect(handlers.filter(({ method }) => method === 'newTrigger').length).toBeGreaterThanOrEqual(1);
  });

  it.each(handlers)('$method names the function $handler, which exists', ({ handler }) => {
    expect(vm.runInContext(`typeof ${handler}`, bareContext())).toBe('function');
  });

  it('are there for every call of the sidebar', () => {
    const context = bareContext();
    const calls = Object.keys(sidebarCalls);
    expect(calls.length).toBeGreaterThan(60);
    expect(calls.filter((name) => vm.runInContext(`typeof ${name}`, context) !== 'function')).toEqual([]);
  });
});

/** The text of a string, also behind a constant of the same file. */
function textOf(node: ts.Node | undefined, tree: ts.SourceFile): string {
  if (!node) return '';
  if (ts.isStringLiteralLike(node)) return node.text;
  const constant = [...nodesOf(tree)].find(
    (one) => ts.isVariableDeclaration(one) && one.name.getText(tree) === node.getText(tree) && one.initializer,
  );
  return constant && ts.isVariableDeclaration(constant) ? textOf(constant.initializer, tree) : node.getText(tree);
}
