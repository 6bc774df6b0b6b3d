// Who is answered and what a call reaches: only the page this server gave out, and only functions of the project.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtProject, callableFunctions } from '../../../src/local/built-project';
import { freshWorld } from '../../../src/local/google-services/fresh-world';
import { TOKEN_HEADER } from '../../../src/local/serve/token';
import { Workbench } from '../../../src/local/serve/workbench';
import { topLevelFunctions } from '../../bundle/functions';
import { Client, emptySource, JSON_TYPE } from './client';

let client: Client;
beforeAll(async () => {
  client = await Client.of(emptySource());
});
afterAll(() => client.close());

describe('who is answered', () => {
  it('refuses a request under another machine name', async () => {
    expect((await client.ask('/api/state', { headers: { host: 'attacker.example' } }))[0]).toBe(403);
  });

  it('refuses a request from another site’s page, and from a sandboxed frame', async () => {
    for (const origin of ['https://attacker.example', 'null', 'http://localhost:1']) {
      expect((await client.ask('/api/state', { headers: { origin } }))[0]).toBe(403);
    }
  });

  it('takes changes only as JSON, which another site’s form cannot send', async () => {
    const [status] = await client.ask('/api/reset', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: {},
    });
    expect(status).toBe(415);
  });

  it('has no other files to give', async () => {
    for (const path of ['/../package.json', '/local.mjs', '/api/nothing', '/toString']) {
      expect((await client.ask(path))[0]).toBe(404);
    }
  });
});

describe('the token of the page', () => {
  it.each([['/api/state'], ['/api/sheet?id=0'], ['/api/mail?id=1'], ['/api/eml?id=1'], ['/api/nothing']])(
    'must come with a read of %s',
    async (path) => {
      for (const wrong of ['', 'guessed', `${client.token}x`, client.token.slice(1)]) {
        const [status, text] = await client.ask(path, { headers: { [TOKEN_HEADER]: wrong } });
        expect([status, JSON.parse(text)]).toEqual([403, { error: 'Open the page anew: it is not of this start.' }]);
      }
    },
  );

  it.each(['edit', 'select', 'menu', 'call', 'close-sidebar', 'clock', 'reset'])(
    'must come with a change by /api/%s, which does nothing without it',
    async (name) => {
      const before = await client.state();
      const body = { name: 'setLive', args: [true], by: 'day', handler: 'openSidebar', sheet: 0, row: 0, column: 0 };
      const headers = { ...JSON_TYPE, [TOKEN_HEADER]: '' };
      const [status] = await client.ask(`/api/${name}`, {
        method: 'POST',
        headers,
        body: { ...body, text: 'changed' },
      });
      expect(status).toBe(403);
      expect(await client.state()).toEqual(before);
    },
  );

  it('is long, and another one at every start', async () => {
    expect(client.token.length).toBeGreaterThanOrEqual(32);
    const other = await Client.of(emptySource());
    other.close();
    expect(other.token.length).toBeGreaterThanOrEqual(32);
    expect(other.token).not.toBe(client.token);
  });
});

describe('what a call reaches', () => {
  it('is every function that the built project declares for others, and no private one', () => {
    const { code } = builtProject();
    const declared = topLevelFunctions('Code.js', code, false).map(({ name }) => name);
    expect(callableFunctions(code)).toEqual(new Set(declared));
    expect(
      callableFunctions('function f() {}\nasync function g(a) {}\n  function inner() {}\nfunction h_() {}'),
    ).toEqual(new Set(['f', 'g']));
  });

  const ESCAPE = 'this.constructor.constructor("return process")().version';

  it.each([
    ['eval', ['1 + 1']],
    ['eval', [ESCAPE]],
    ['Function', [`return ${ESCAPE}`]],
    ['constructor', ['a']],
    ['toString', []],
    ['hasOwnProperty', ['eval']],
    ['__defineGetter__', ['x', 'y']],
    ['__proto__', []],
    ['parseInt', ['7']],
    ['Date', []],
    ['SpreadsheetApp', []],
    ['__duesheet', []],
    ['__duesheet.runHour', []],
    ['runHour_', []],
    ['runHour;eval', []],
    ['', []],
    ['noSuchThing', []],
  ])('never %s(%j): only what the built project declares', async (name, args) => {
    expect(await client.post('/api/call', { name, args })).toEqual([
      404,
      { error: `The add-on has no function "${name}" that a page may call.` },
    ]);
  });

  it('refuses a menu handler that is in no menu shown, even a function of the project', async () => {
    for (const handler of ['eval', 'constructor', 'setLive', 'openSidebar_', '']) {
      const [status, answer] = await client.post('/api/menu', { handler });
      expect([status, answer]).toEqual([404, { error: 'This menu item does not exist.' }]);
    }
  });

  it('refuses a function of a menu that is none of the project, whoever put it there', async () => {
    const world = freshWorld();
    const bench = await Workbench.start(emptySource(world));
    world.screen.menus.push({ caption: 'Strange', items: [{ caption: 'Run', handler: 'eval' }] });
    bench.menu('eval');
    expect((await bench.state()).messages).toEqual(['The add-on has no function "eval" that a page may call.']);
  });
});

describe('a request that is not as it should be', () => {
  const sentence = /^[A-Z][^\n{}]*\.$/;

  async function refused(path: string, raw: string): Promise<[number, string]> {
    const [status, text] = await client.ask(path, { method: 'POST', headers: JSON_TYPE, raw });
    const { error } = JSON.parse(text) as { error: string };
    expect(error).toMatch(sentence);
    return [status, error];
  }

  it.each(['nonsense', '{', 'null', '7', '"text"', '[]', '[1]'])(
    'is answered with a sentence when it is %s',
    async (raw) => {
      expect(await refused('/api/call', raw)).toEqual([400, 'The request is not JSON that can be read here.']);
    },
  );

  it('is answered with a sentence when it is nested without end', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    expect((await refused('/api/call', `{"name":"getToday","args":${deep}}`))[0]).toBe(400);
  });

  it('is answered with a sentence when it is larger than any sheet’s', async () => {
    expect(await refused('/api/call', JSON.stringify({ name: 'x'.repeat(6_000_000) }))).toEqual([
      413,
      'The request is too large.',
    ]);
  });

  it('cannot change what objects inherit', async () => {
    const own = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    await client.ask('/api/call', {
      method: 'POST',
      headers: JSON_TYPE,
      raw: `{"name":"getToday","args":[${own}],${own.slice(1)}`,
    });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect((await client.post('/api/call', { name: 'getToday', args: [] }))[0]).toBe(200);
  });

  it.each([
    ['/api/call', { name: { toString: 1 } }],
    ['/api/call', {}],
    ['/api/menu', { handler: ['openSidebar'] }],
    ['/api/edit', { sheet: 0, row: 1, column: 1, text: { toString: 1 } }],
    ['/api/edit', { sheet: 0, row: 1.5, column: 1, text: 'x' }],
    ['/api/edit', { sheet: 0, row: '1', column: 1, text: 'x' }],
    ['/api/select', { sheet: 0, row: null, column: 1 }],
    ['/api/clock', { by: 'year' }],
  ])('is refused with a sentence: %s %j', async (path, body) => {
    expect((await refused(path, JSON.stringify(body)))[0]).toBe(400);
  });

  it('is answered with a sentence when its address cannot be read', async () => {
    const [status, text] = await client.ask('//', {});
    expect([status, (JSON.parse(text) as { error: string }).error]).toEqual([400, 'This address cannot be read.']);
  });
});
