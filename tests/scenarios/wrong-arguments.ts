// Functions of the script called with what they were not made for: the answer is a sentence, and a refusal leaves nothing behind.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { digestOf } from '../../src/local/world-copy';
import { RAW } from '../builders/raw-words';
import { topLevelFunctions } from '../bundle/functions';
import { Story } from './story';

const ENTRY = join(import.meta.dirname, '../../src/entry');

/** The functions of entry files whose name begins so, with how many arguments they take. */
export function functionsOf(prefix: string): { name: string; takes: number }[] {
  return readdirSync(ENTRY)
    .filter((file) => file.startsWith(prefix))
    .flatMap((file) => topLevelFunctions(file, readFileSync(join(ENTRY, file), 'utf8'), true))
    .map(({ name, parameters }) => ({ name, takes: parameters.length }));
}

/** A workbook that waits for review. */
export function waitingStory(): Story {
  return new Story('2026-11-04 09:00', [
    { no: '1001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 },
    { no: '2001', customer: 'Beta Works', due: '2026-10-01', amount: 700 },
  ]).goLive();
}

/** Calls a sidebar function: what it says is fit for a person, and where it refuses, the workbook is as it was. */
export function expectSentence(start: Story, name: string, args: readonly unknown[]): void {
  const story = start.twin();
  const before = digestOf(story.world);
  const answer = story.answer(name, ...args);
  const where = `${name}(${JSON.stringify(args)?.slice(0, 200)})`;
  if (answer.ok) return;
  expect(answer.code, `${where}: ${answer.message}`).not.toBe('unexpected');
  expect(answer.message, where).not.toMatch(RAW);
  expect(answer.message, where).toMatch(/^\S.*[.!?]$/s);
  expect(digestOf(story.world), where).toBe(before);
}
