// A history of its own to try things on: what happens in the copy never reaches the original.
import type { History } from '../history/history-state';

/**
 * A copy that shares nothing that a fold changes in place.
 * @example copyHistory(history).completed !== history.completed // true
 */
export function copyHistory(history: History): History {
  return {
    reminders: new Map(history.reminders),
    waiting: new Map(history.waiting),
    doubles: [...history.doubles],
    completed: copied(history.completed, (stages) => [...stages]),
    lastContact: new Map(history.lastContact),
    firstContact: new Map(history.firstContact),
    contacts: copied(history.contacts, (contacts) => [...contacts]),
    lastAsked: new Map(history.lastAsked),
    lastOpen: new Map(history.lastOpen),
    firstDue: new Map(history.firstDue),
    segments: new Map(history.segments),
    replied: new Map(history.replied),
    bounced: new Map(history.bounced),
    threads: history.threads,
    talks: history.talks,
    noticed: history.noticed,
    handedOver: new Map(history.handedOver),
    traces: history.traces,
    moved: history.moved,
    cameFrom: history.cameFrom,
    renamed: history.renamed,
    inProcess: history.inProcess,
    keptAddresses: history.keptAddresses,
    insolvent: history.insolvent,
    assigned: history.assigned,
    promises: new Map(history.promises),
    answers: history.answers,
    payments: history.payments,
    askFirst: new Set(history.askFirst),
    headsUp: new Set(history.headsUp),
    calmOn: history.calmOn,
    episodes: copied(history.episodes, (episode) => ({ ...episode, keys: new Set(episode.keys) })),
    recipients: [...history.recipients],
    acceptedOn: history.acceptedOn,
    silenced: history.silenced,
    aliases: history.aliases,
  };
}

function copied<V>(map: ReadonlyMap<string, V>, copy: (value: V) => V): Map<string, V> {
  return new Map([...map].map(([key, value]) => [key, copy(value)]));
}
