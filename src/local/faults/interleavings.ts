// One to three actions of people and second executions between the calls of a flow: drawn by seed, shrunk where one fails.
import { drawFrom } from '../demo/random';
import type { Desk, Watch } from './desk';
import { type Action, drawnEdit, drawnEditOfKeptLog } from './edits';
import type { Flow } from './flows';
import { type Finding, judged, peopleToldNot } from './judge';
import { mailOf } from './outbox';
import { settle, type Undo } from './person';
import { drawnExecution } from './second-executions';

/** An action before the n-th call of a flow. */
interface Placed {
  n: number;
  action: Action;
}

/** What one seed stands for. */
export interface Interleaving {
  seed: number;
  flow: Flow;
  placed: Placed[];
}

/** A book to work on: its flows, how many calls each makes, and the versions that can be restored. */
export interface Ground {
  customers: number;
  flows: readonly { flow: Flow; calls: number }[];
  versions: readonly Desk[];
  /** Whether its log is long, and what it comes to is kept in a hidden tab. */
  hasKeptLog: boolean;
}

/** What a seed stands for. The same seed is the same every time. */
export function drawn(seed: number, { customers, flows, versions, hasKeptLog }: Ground): Interleaving {
  const draw = drawFrom(seed);
  const { flow, calls } = flows[draw.whole(0, flows.length - 1)] ?? { flow: undefined, calls: 0 };
  if (!flow) throw new Error('There is no flow to interrupt.');
  const edited = (): Action =>
    hasKeptLog && draw.whole(0, 3) === 0 ? drawnEditOfKeptLog(draw) : drawnEdit(draw, customers, versions);
  const placed = Array.from({ length: draw.whole(1, 3) }, () => ({
    n: draw.whole(1, calls),
    action: draw.whole(0, 2) === 0 ? drawnExecution(draw) : edited(),
  }));
  return { seed, flow, placed: placed.sort((a, b) => a.n - b.n) };
}

/** @example inWords(one) // 'the hour that sends, seed 17: before call 40 sort AR Log by column 1 down' */
export function inWords({ flow, seed, placed }: Interleaving): string {
  return `${flow.name}, seed ${seed}: ${placed.map(({ n, action }) => `before call ${n} ${action.name}`).join('; ')}`;
}

/** Does it, lets it be over and judges what follows. */
export function tryInterleaving({ flow, placed }: Interleaving): Finding[] {
  const desk = flow.start.twin();
  const undo: Undo = [];
  const findings: Finding[] = [];
  let call = 0;
  const watch = (): Watch => {
    // Whom the tabs forbid to mail at the moment at which this execution takes the lock.
    let forbidden = new Set<string>();
    return {
      beforeCall(method) {
        call += 1;
        for (const { n, action } of placed) if (n === call) action.act(desk, undo);
        if (method === 'Lock.tryLock') forbidden = peopleToldNot(desk.world);
      },
      afterCall(method) {
        const mail = method.startsWith('Gmail') ? mailOf(desk.world.mails.at(-1) ?? NOTHING) : null;
        const name = [...forbidden].find((one) => mail?.to.includes(one.toLowerCase().replace(/ /g, '-')));
        if (name) findings.push({ wrong: 'unwanted', what: `${name} was mailed in a batch begun after the mark` });
      },
    };
  };
  flow.run(desk, watch);
  const after = settle(desk, undo);
  return [...findings, ...judged(desk.world, after, { takesRows: placed.some(({ action }) => action.takesRows) })];
}

const NOTHING = { id: '', threadId: '', from: '', raw: '', at: 0 };

/** The fewest actions that still fail. */
export function shrunk(failing: Interleaving): { least: Interleaving; findings: Finding[] } {
  for (const left of failing.placed) {
    const placed = failing.placed.filter((one) => one !== left);
    if (placed.length > 0 && tryInterleaving({ ...failing, placed }).length > 0) return shrunk({ ...failing, placed });
  }
  return { least: failing, findings: tryInterleaving(failing) };
}
