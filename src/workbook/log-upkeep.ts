// What is done to the log as a whole: words of it are erased, closed years move into tabs of their own. Its chain stays whole.
import { partsForCells } from '../dunning/history/cell-parts';
import { digest } from '../dunning/history/digest';
import { contentOf, erasuresIn } from '../dunning/history/event-chain';
import { type EventWords, erasedText } from '../dunning/history/event-text';
import type { NewEvent, SealedEvent } from '../dunning/history/events';
import { forgetKept } from './log/log-checkpoint';
import type { WorkbookSession } from './session';
import { rowOfEvent } from './tabs/log-rows';
import { copyIntoYears, readLogTabs, takeOut } from './tabs/log-tabs';

/**
 * Erases words of events: written down first, so that the log is whole wherever the run ends.
 * @param left of each event what may stay
 * @param event what is written down of it; part by part, where there is much
 * @param silenced addresses nobody may write to any more
 */
export function eraseWords(
  { log, tabs, ports }: WorkbookSession,
  left: readonly { event: SealedEvent; words: EventWords }[],
  event: NewEvent,
  silenced: [salt: string, digest: string][],
): void {
  const erasures = erasuresIn(log.readWhole().events);
  // What is kept of the log holds the words too.
  forgetKept(tabs);
  const changed = left.map(({ event: old, words }) => {
    const text = erasedText(old, words, contentOf(old, erasures));
    const { facts: _, salt: _salt, was: _was, ...shown } = { customer: '', to: '', note: '', ...words };
    return { ...old, ...shown, text };
  });
  const parts = partsForCells(changed.map(({ seq, text }): [number, string] => [seq, digest(text)]));
  const events = (parts.length > 0 ? parts : [[]]).map((erased, index) => ({
    ...event,
    facts: { ...event.facts, erased, ...(index === 0 && silenced.length > 0 ? { silenced } : {}) },
  }));
  log.append(events);
  ports.workbook.flush();
  log.letGo();
  const { rows } = readLogTabs(tabs);
  for (const one of changed) {
    const place = rows.get(one.hash);
    if (place) tabs.writeRows(place.spec, place.row, [rowOfEvent(one)]);
  }
  log.letGo();
}

/**
 * Moves the events of closed years into tabs of their own, which are read as before.
 * @param year the first year that stays
 * @returns how many events moved, by year
 */
export function moveYearsBefore({ log, tabs, ports }: WorkbookSession, year: number): Map<number, number> {
  const { closed, events } = log.readWhole();
  const old = events.filter(({ at }) => Number(at.slice(0, 4)) < year);
  const moved = copyIntoYears(
    tabs,
    old.filter(({ hash }) => !closed.has(hash)),
  );
  // First they stand in both: a run that ends here loses nothing, and the next one goes on.
  ports.workbook.flush();
  log.letGo();
  takeOut(tabs, new Set(old.map(({ hash }) => hash)));
  log.letGo();
  return moved;
}
