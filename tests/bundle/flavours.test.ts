// Builds with capabilities beyond the usual: how they are asked for, what they add to the manifest, and that the usual one has none.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a script of the build, without types
import * as capabilities from '../../capabilities.mjs';
import { CAPABILITIES } from '../../src/sidebar/extras/capability-list';
import { distFile } from './dist';

const KNOWN = { replies: {}, attachments: {} };

describe('what is built in', () => {
  it('is said on the command line, with commas or several times; other words are for clasp', () => {
    expect(capabilities.wordsOf(['push', '--with', 'replies,attachments', '--watch'])).toMatchObject({
      push: true,
      names: ['replies', 'attachments'],
      rest: ['--watch'],
    });
    expect(capabilities.wordsOf(['--with=replies', '--with', 'attachments']).names).toEqual(['replies', 'attachments']);
    expect(capabilities.wordsOf([])).toMatchObject({ push: false, names: null, rest: [] });
    expect(() => capabilities.wordsOf(['push', '--with'])).toThrow('Say what to build in: --with replies.');
    expect(() => capabilities.wordsOf(['--with', '--plain'])).toThrow('Say what to build in');
  });

  it('is a name that is known, else the nearest is named and nothing is pushed', () => {
    expect(capabilities.checkedNames(['attachments', 'replies', 'replies'], KNOWN)).toEqual(['replies', 'attachments']);
    const refused = (name: string) => () => capabilities.checkedNames([name], KNOWN);
    expect(refused('reply')).toThrow(
      'There is no capability "reply". Did you mean replies? Nothing was built or pushed.',
    );
    expect(refused('atachment')).toThrow('Did you mean attachments?');
    expect(refused('bigquery')).toThrow('There are: replies, attachments.');
    expect(refused('constructor')).toThrow('There is no capability "constructor".');
  });

  it('may stand in duesheet.json, which is refused with its form where it cannot be read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'duesheet-flavour-'));
    const file = (text: string): unknown => {
      writeFileSync(join(folder, 'duesheet.json'), text);
      return capabilities.namesInFile(folder);
    };
    try {
      expect(capabilities.namesInFile(folder)).toEqual([]);
      expect(file('{ "with": ["replies"] }')).toEqual(['replies']);
      expect(file('{ "with": "replies, attachments" }')).toEqual(['replies', 'attachments']);
      expect(file('{}')).toEqual([]);
      for (const wrong of ['{', '{ "with": 7 }', '{ "with": [7] }'])
        expect(() => file(wrong)).toThrow('{ "with": ["replies"] }');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the manifest', () => {
  const manifest = JSON.parse(distFile('appsscript.json'));

  it('gets the scopes and services of what is built in, each once, behind its own', () => {
    const drive = { userSymbol: 'Drive', serviceId: 'drive', version: 'v3' };
    const specs = [CAPABILITIES.replies, { scopes: ['s1', manifest.oauthScopes[0]], services: [drive] }];
    const whole = capabilities.manifestWith(manifest, specs);
    expect(whole.oauthScopes).toEqual([...manifest.oauthScopes, ...CAPABILITIES.replies.scopes, 's1']);
    expect(whole.dependencies.enabledAdvancedServices).toEqual([
      ...manifest.dependencies.enabledAdvancedServices,
      drive,
    ]);
    expect(capabilities.manifestWith(manifest, [])).toEqual(manifest);
  });
});

describe('the usual build', () => {
  it('names no permission of a capability and has none of its code', () => {
    const scopes = Object.values(CAPABILITIES).flatMap((spec) => spec.scopes);
    // What only reads: nothing that a capability asks for can write, delete or send.
    expect(scopes).toEqual(expect.arrayContaining(['https://www.googleapis.com/auth/drive.readonly']));
    for (const scope of scopes) expect(scope).toMatch(/\.(readonly|metadata)$/);
    for (const file of ['Code.js', 'appsscript.json'] as const)
      expect(scopes.filter((scope) => distFile(file).includes(scope))).toEqual([]);
    expect(distFile('Code.js')).not.toMatch(/gmail\.(metadata|readonly)|startHistoryId|mailer-?\\?daemon|DriveApp/);
  });
});
