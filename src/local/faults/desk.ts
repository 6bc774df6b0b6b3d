// A workbook with people in it, each of whose service calls can be watched and broken; what is done again gives the very same.
import { builtProject, builtServices } from '../built-project';
import type { World } from '../google-services/state';
import { createRuntime, ExecutionKilled, type ExecutionOptions, type Project, type Runtime } from '../runtime';
import { copyOf } from '../world-copy';

/** Who sends, and a colleague with the same workbook open. */
export const ANN = 'ann@ourfirm.example';
export const BOB = 'bob@ourfirm.example';

/** An execution as somebody starts it: the trigger fires, or a page calls a function. */
export interface Start {
  name: string;
  args?: unknown[];
  user?: string;
  /** The trigger: no editor is open. */
  isTrigger?: true;
}

/** The trigger fires. */
export const TRIGGER: Start = { name: 'onHour', args: [{}], isTrigger: true };

/** How an execution ended; `raw` is an exception that nobody put into words. */
export type Ended =
  | { kind: 'value'; value: unknown }
  | { kind: 'refused'; code: string; message: string }
  | { kind: 'raw'; message: string }
  | { kind: 'killed' };

/** What listens to the service calls of one execution, and may throw in them. */
export type Watch = Pick<ExecutionOptions, 'beforeCall' | 'afterCall'>;

let built: { project: Project; services: string } | null = null;
const scripts = new Map<string, Project>();

function parts(): { project: Project; services: string } {
  built ??= { project: builtProject(), services: builtServices() };
  return built;
}

/** The desk at which everything happens. */
export class Desk {
  /** The virtual clock, epoch milliseconds. */
  now = 0;
  /** How long each service call takes, in milliseconds. */
  latency = 0;
  private ids = 0;
  private readonly runtime: Runtime;

  constructor(readonly world: World) {
    this.runtime = this.runtimeOf(parts().project);
  }

  private runtimeOf(project: Project): Runtime {
    return createRuntime(project, this.world, { servicesCode: parts().services });
  }

  /** A second desk that goes on from here, apart from this one. */
  twin(): Desk {
    const twin = new Desk(copyOf(this.world));
    twin.now = this.now;
    twin.latency = this.latency;
    twin.ids = this.ids;
    return twin;
  }

  private options(user: string, editorOpen: boolean, watch: Watch): ExecutionOptions {
    const id = () => {
      this.ids += 1;
      return `${this.ids.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
    };
    return {
      ...{ user, editorOpen, now: this.now, authMode: 'FULL', scriptZone: 'Etc/UTC' },
      ...{ repeatable: { clock: () => 0, id }, callTakes: () => this.latency },
      ...watch,
    };
  }

  /** Runs an execution to its end, whatever that is. */
  run({ name, args = [], user = ANN, isTrigger }: Start, watch: Watch = {}): Ended {
    const options = this.options(user, !isTrigger, watch);
    try {
      if (isTrigger) return { kind: 'value', value: this.runtime.call(name, args, options) };
      const answer = this.runtime.callFromSidebar(name, args, options) as
        | { ok: true; value: unknown }
        | { ok: false; code: string; message: string };
      if (answer.ok) return { kind: 'value', value: answer.value };
      const { code, message } = answer;
      return code === 'unexpected' ? { kind: 'raw', message } : { kind: 'refused', code, message };
    } catch (error) {
      if (error instanceof ExecutionKilled) return { kind: 'killed' };
      return { kind: 'raw', message: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Calls a function of the sidebar as somebody whom nothing disturbs. @throws Error with its sentence when it is refused */
  ask<T>(name: string, ...args: unknown[]): T {
    const ended = this.run({ name, args });
    if (ended.kind === 'value') return ended.value as T;
    throw new Error(`${name}: ${'message' in ended ? ended.message : 'killed'}`);
  }

  /** What a person does to the spreadsheet with mouse and keyboard, written as a script; `book` is the spreadsheet. */
  edit(body: string): void {
    const known = scripts.get(body);
    const project = known ?? {
      code: `function main() { const book = SpreadsheetApp.getActive(); ${body} }`,
      html: {},
      manifest: { timeZone: 'Etc/UTC' },
    };
    scripts.set(body, project);
    this.runtimeOf(project).call('main', [], this.options(ANN, true, {}));
  }
}
