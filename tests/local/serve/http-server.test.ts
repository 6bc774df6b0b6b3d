// The page's server: what it answers, and that no other site or machine name gets an answer.
import { request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../../../src/local/serve/http-server';
import type { SheetView } from '../../../src/local/serve/sheet-view';
import { demoSource, type PageState, Workbench, workingDay } from '../../../src/local/serve/workbench';

let server: Server;
let port = 0;
beforeAll(async () => {
  server = await listen(await Workbench.start(demoSource()), 0);
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

function ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<[number, string]> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { port, path, method, host: '127.0.0.1', headers: { host: `localhost:${port}`, ...headers } },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        answer.on('end', () => resolve([answer.statusCode ?? 0, text]));
      },
    );
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };

async function state(): Promise<PageState> {
  return JSON.parse((await ask('/api/state'))[1]) as PageState;
}

async function sheet(name: string): Promise<SheetView> {
  const id = (await state()).sheets.find((candidate) => candidate.name === name)?.id;
  return JSON.parse((await ask(`/api/sheet?id=${id}`))[1]) as SheetView;
}

describe('who is answered', () => {
  it('refuses a request under another machine name', async () => {
    expect((await ask('/api/state', { headers: { host: 'attacker.example' } }))[0]).toBe(403);
  });

  it('refuses a request from another site’s page, and from a sandboxed frame', async () => {
    for (const origin of ['https://attacker.example', 'null', 'http://localhost:1']) {
      expect((await ask('/api/state', { headers: { origin } }))[0]).toBe(403);
    }
  });

  it('takes changes only as JSON, which another site’s form cannot send', async () => {
    const [status] = await ask('/api/reset', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: {} });
    expect(status).toBe(415);
  });

  it('has no other files to give', async () => {
    for (const path of ['/../package.json', '/local.mjs', '/api/nothing', '/toString']) {
      expect((await ask(path))[0]).toBe(404);
    }
  });
});

describe('the demo at its start', () => {
  it('is set up with a full queue, and nothing was sent', async () => {
    const { mails, menus, sheets, clock } = await state();
    expect(mails).toEqual([]);
    expect(menus.flatMap((menu) => menu.items).length).toBeGreaterThan(1);
    expect(sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Invoices', 'Dashboard', 'AR Queue', 'AR Log']),
    );
    expect(workingDay(clock.slice(0, 10))).toBe(clock.slice(0, 10));
    const queue = await sheet('AR Queue');
    const waiting = queue.rows.slice(1).filter((row) => Object.values(row).some((cell) => cell.t !== '')).length;
    expect(waiting).toBeGreaterThanOrEqual(15);
    expect(waiting).toBeLessThanOrEqual(30);
  });

  it('shows all seven segments on the dashboard', async () => {
    const { rows } = await sheet('Dashboard');
    const counts = rows.slice(4, 11).map((row) => [row[6]?.t, Number(row[7]?.t)] as const);
    expect(counts.map(([name]) => name)).toEqual([
      'New',
      'Timely',
      'Timely large',
      'Delinquent SMB',
      'Delinquent large',
      'Doubtful SMB',
      'Doubtful large',
    ]);
    for (const [name, count] of counts) expect({ name, some: count > 0 }).toEqual({ name, some: true });
    // Two customers have a row that cannot be read: their segment is a sentence that says so.
    expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBe(38);
    expect(rows.slice(14).filter((row) => row[1]?.t.startsWith('⚠'))).toHaveLength(2);
  });
});

describe('working in it', () => {
  it('recalculates what depends on a cell that was typed', async () => {
    const before = (await sheet('Invoices')).rows[1];
    const paid = { sheet: 0, row: 1, column: 7, text: '100.00' };
    expect((await ask('/api/edit', { method: 'POST', headers: JSON_TYPE, body: paid }))[0]).toBe(200);
    const after = (await sheet('Invoices')).rows[1];
    const amount = Number(before?.[6]?.t.replace(/,/g, ''));
    expect(Number(after?.[8]?.t.replace(/,/g, ''))).toBeCloseTo(amount - 100, 2);
    expect(after?.[8]?.f).toBe('=G2-H2');
  });

  it('moves the clock and runs the hourly trigger for each full hour', async () => {
    const before = await state();
    const [, text] = await ask('/api/clock', { method: 'POST', headers: JSON_TYPE, body: { by: 'hour' } });
    const moved = JSON.parse(text) as { hours: number; ran: number };
    expect(moved.hours).toBe(1);
    expect(moved.ran).toBe(before.schedule ? 1 : 0);
    expect((await state()).clock > before.clock).toBe(true);
  });

  it('gives a sidebar call’s value, and refuses a function the sidebar may not call', async () => {
    const [status, text] = await ask('/api/call', {
      method: 'POST',
      headers: JSON_TYPE,
      body: { name: 'getToday', args: [] },
    });
    expect(status).toBe(200);
    expect((JSON.parse(text) as { value: { ok: boolean } }).value.ok).toBe(true);
    const [refused] = await ask('/api/call', {
      method: 'POST',
      headers: JSON_TYPE,
      body: { name: 'noSuchThing', args: [] },
    });
    expect(refused).toBe(422);
  });

  it('starts again at a reset', async () => {
    await ask('/api/reset', { method: 'POST', headers: JSON_TYPE, body: {} });
    expect((await state()).clock.endsWith('08:40')).toBe(true);
    expect((await sheet('Invoices')).rows[1]?.[8]?.t).toBe('0.00');
  });
});
