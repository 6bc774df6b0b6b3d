// The page's server over the demo: what it shows, and what working in it does.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoSource, workingDay } from '../../../src/local/serve/workbench';
import { Client, JSON_TYPE } from './client';

let client: Client;
beforeAll(async () => {
  client = await Client.of(demoSource());
});
afterAll(() => client.close());

describe('the demo at its start', () => {
  it('is set up with a full queue, and nothing was sent', async () => {
    const { mails, menus, sheets, clock } = await client.state();
    expect(mails).toEqual([]);
    expect(menus.flatMap((menu) => menu.items).length).toBeGreaterThan(1);
    expect(sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Invoices', 'Dashboard', 'AR Queue', 'AR Log']),
    );
    expect(workingDay(clock.slice(0, 10))).toBe(clock.slice(0, 10));
    const queue = await client.sheet('AR Queue');
    const waiting = queue.rows.slice(1).filter((row) => Object.values(row).some((cell) => cell.t !== '')).length;
    expect(waiting).toBeGreaterThanOrEqual(15);
    expect(waiting).toBeLessThanOrEqual(30);
  });

  it('shows all seven segments on the dashboard', async () => {
    const { rows } = await client.sheet('Dashboard');
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
    // Each of its customers is counted in one of them; none has an error in the place of a segment.
    expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBe(40);
    const listed = rows.slice(14).filter((row) => row[0]?.t);
    expect(listed).toHaveLength(40);
    expect(listed.filter((row) => !counts.some(([name]) => name === row[1]?.t))).toEqual([]);
  });
});

describe('working in it', () => {
  it('recalculates what depends on a cell that was typed', async () => {
    const before = (await client.sheet('Invoices')).rows[1];
    const paid = { sheet: 0, row: 1, column: 7, text: '100.00' };
    expect((await client.ask('/api/edit', { method: 'POST', headers: JSON_TYPE, body: paid }))[0]).toBe(200);
    const after = (await client.sheet('Invoices')).rows[1];
    const amount = Number(before?.[6]?.t.replace(/,/g, ''));
    expect(Number(after?.[8]?.t.replace(/,/g, ''))).toBeCloseTo(amount - 100, 2);
    expect(after?.[8]?.f).toBe('=G2-H2');
  });

  it('runs the hourly trigger when the clock moves by an hour, and says what came of it', async () => {
    const before = await client.state();
    const [status, moved] = await client.post('/api/clock', { by: 'hour' });
    expect([status, moved['hours'], moved['ran']]).toEqual([200, 1, 1]);
    expect(moved['message']).toMatch(
      /^\w{3} \d+ \w+, 09:40: (nothing to do|.*\d (planned|cancelled)).*, \d+ wait for you\.$/,
    );
    expect((await client.state()).clock > before.clock).toBe(true);
  });

  it('runs the trigger on a day only when it may find something: on changes, at midnight, and before the clock rests', async () => {
    const [, moved] = await client.post('/api/clock', { by: 'day' });
    expect(moved['hours']).toBe(24);
    expect(moved['ran']).toBeGreaterThanOrEqual(3);
    expect(moved['ran']).toBeLessThanOrEqual(5);
    expect(moved['message']).toMatch(/^\w{3} \d+ \w+: .*\d+ wait for you\.$/);
    const [, today] = await client.post('/api/call', { name: 'getToday', args: [] });
    const { heartbeat, today: day } = (today['value'] as { value: { heartbeat: { at: string }; today: string } }).value;
    expect(heartbeat.at).toMatch(new RegExp(`^${day}.09:00`));
  });

  it('sends what was approved on the next day on which mails leave, once', async () => {
    const call = async (name: string, ...args: unknown[]) =>
      ((await client.post('/api/call', { name, args }))[1]['value'] as { value: unknown }).value;
    await call('confirmPayments', (await client.state()).clock.slice(0, 10));
    const { lines } = (await call('getReview')) as { lines: { id: string; channel: string; state: string }[] };
    const [line] = lines.filter(({ channel, state }) => channel === 'email' && state === 'planned');
    await call('setLive', true);
    await call('approveReminders', [line?.id]);
    const messages: unknown[] = [];
    // A weekend may lie between.
    for (let day = 0; day < 3; day += 1) messages.push((await client.post('/api/clock', { by: 'day' }))[1]['message']);
    expect(messages.join(' ')).toMatch(/\b1 mail sent/);
    expect((await client.state()).mails).toHaveLength(1);
  });

  it('says that nothing was planned where the hourly run is off', async () => {
    await client.post('/api/call', { name: 'setAutomatic', args: [false] });
    const [, moved] = await client.post('/api/clock', { by: 'day' });
    expect(moved['ran']).toBe(0);
    expect(moved['message']).toMatch(/^\w{3} \d+ \w+: the hourly run is off, so nothing was planned or sent\.$/);
  });

  it('gives a sidebar call’s value, and refuses a function the sidebar may not call', async () => {
    const [status, text] = await client.ask('/api/call', {
      method: 'POST',
      headers: JSON_TYPE,
      body: { name: 'getToday', args: [] },
    });
    expect(status).toBe(200);
    expect((JSON.parse(text) as { value: { ok: boolean } }).value.ok).toBe(true);
    expect((await client.post('/api/call', { name: 'noSuchThing', args: [] }))[0]).toBe(404);
  });

  it('starts again at a reset', async () => {
    await client.ask('/api/reset', { method: 'POST', headers: JSON_TYPE, body: {} });
    expect((await client.state()).clock.endsWith('08:40')).toBe(true);
    expect((await client.sheet('Invoices')).rows[1]?.[8]?.t).toBe('0.00');
  });
});
