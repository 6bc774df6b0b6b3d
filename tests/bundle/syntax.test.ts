// The bundle keeps to what Apps Script's engine has: no outside name but Google's services, no syntax after ES2020.
import { describe, expect, it } from 'vitest';
import { distFile } from './dist';
import { forbiddenNames, newerSyntax } from './syntax';

const code = distFile('Code.js');

// Both scans of the bundle one after the other: what was read of it is kept for the second.
describe('the bundle', () => {
  it('is none newer than ES2020, no private name and no class field', () => {
    expect(newerSyntax(code)).toEqual([]);
  });

  it('has no outside names but the language and our services, or asks for them with typeof', () => {
    expect(forbiddenNames(code)).toEqual([]);
  });
});

describe('outside names', () => {
  it('never include GmailApp, MailApp, UrlFetchApp or DriveApp, whose scopes we do not ask for', () => {
    expect(code).not.toMatch(/\b(GmailApp|MailApp|UrlFetchApp|DriveApp|DocumentApp)\b/);
  });

  const banned =
    'URL URLSearchParams TextEncoder TextDecoder setTimeout setInterval queueMicrotask fetch crypto process Buffer window ' +
    'document navigator performance structuredClone atob btoa require global Intl BigInt UrlFetchApp';

  it.each(banned.split(' '))('the scan finds %s', (name) => {
    expect(forbiddenNames(`function f() { return ${name}.a; }`)).toEqual([`${name}, line 1`]);
    expect(forbiddenNames(`var a = { ${name} };`)).toEqual([`${name}, line 1`]);
    expect(forbiddenNames(`const a = globalThis.${name};`)).toEqual([`${name}, line 1`]);
    expect(forbiddenNames(`new ${name}(1)`)).toEqual([`${name}, line 1`]);
  });

  it('the scan lets guarded, own and member names be', () => {
    const texts = [
      'typeof crypto',
      'const a = typeof Intl === "undefined" ? null : new Intl.NumberFormat();',
      'if (typeof Intl === "object") { new Intl.NumberFormat(); }',
      'const c = typeof globalThis === "object" && "crypto" in globalThis ? globalThis.crypto : void 0;',
      'function d() { if (typeof Intl === "undefined") return null; try { return new Intl.NumberFormat(); } catch (e) {} }',
      'const b = { fetch: 1, URL() {} }; b.fetch; b.URL;',
      'function f(process) { const { window: w } = process; return w; }',
      'var a = (() => { var URL = 1; return URL; })();',
      '// fetch\nvar a = "fetch";',
    ];
    expect(texts.flatMap(forbiddenNames)).toEqual([]);
    expect(forbiddenNames('const a = typeof Intl === "object" ? 1 : 2; Intl.b;')).toEqual(['Intl, line 1']);
    expect(forbiddenNames('function a() { Intl.b; if (typeof Intl === "undefined") return; }')).toEqual([
      'Intl, line 1',
    ]);
  });
});

describe('syntax', () => {
  it.each([
    ['a ??= b', '??='],
    ['a ||= b', '||='],
    ['class A { static b = 1 }', 'class field'],
    ['class A { b = 1 }', 'class field'],
    ['class A { static {} }', 'static block'],
    ['class A { #b() {} }', 'private name'],
    ['1n', 'BigInt literal'],
    ['1_000', 'numeric separator'],
    ['import("a")', 'import()'],
    ['/a/v', 'regex flag'],
    ['"a".replaceAll("b", "c")', 'replaceAll()'],
    ['[1].at(-1)', 'at()'],
  ])('the scan finds %s', (text, what) => {
    expect(newerSyntax(text)).toEqual([`${what}, line 1`]);
  });

  it.each([
    'a?.b',
    'a?.[0]',
    'a?.()',
    'a ?? b',
    '"a".matchAll(/b/g)',
    'export_ = async () => { for await (const a of b); }',
  ])('the scan lets %s of ES2020 be', (text) => {
    expect(newerSyntax(text)).toEqual([]);
  });

  it('has optional chaining as it was written, not a ladder of conditions', () => {
    expect(code).toMatch(/\w\?\.\w/);
    expect(code).not.toMatch(/\bvar _a\d*[,;]/);
  });
});
