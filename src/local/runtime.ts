// Runs the built script as Google would: each execution in a fresh context, with local services and nothing of Node.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { carried, localCopy } from './crossing';
import { type Execution, ExecutionKilled, startExecution } from './execution';
import type { FormulaHook } from './formulas/draft-formulas';
import type { Host } from './google-services/host';
import type { Installed, Outcome } from './google-services/install';
import { releaseAll } from './google-services/lock';
import type { StoredValue, World } from './google-services/state';
import type { ExecutionOptions, Project } from './project';

export type { ExecutionOptions, Project } from './project';
export { ExecutionKilled };

/** What a custom function gave: rows of cells that spill, or the message of its error. */
export type FormulaOutcome = { kind: 'value'; rows: StoredValue[][] } | { kind: 'error'; message: string };

/** A project in a world, ready to be called. */
export interface Runtime {
  readonly project: Project;
  readonly world: World;
  /** Calls a top-level function with plain arguments, as google.script.run does (Dates refused both ways, also nested). */
  callFromSidebar(name: string, args: unknown[], options: ExecutionOptions): unknown;
  /** Calls a top-level function without that check: menu items, triggers, `main` of a script. */
  call(name: string, args: unknown[], options: ExecutionOptions): unknown;
  /**
   * Calls a custom function as a formula does, in AuthMode CUSTOM_FUNCTION: a cell as its value, a range as rows of
   * cells, `undefined` for an argument left out.
   */
  callFormula(
    name: string,
    args: (StoredValue | StoredValue[][] | undefined)[],
    options: Omit<ExecutionOptions, 'authMode' | 'editorOpen'> & Partial<ExecutionOptions>,
  ): FormulaOutcome;
}

/** What a runtime may be given besides project and world. */
export interface RuntimeSettings {
  /** Text of the services' script; default: the file `google-services.js` beside the running one. */
  servicesCode?: string;
  /** Works out formula cells instead of the built-in functions. */
  evaluateFormula?: FormulaHook;
}

const compiledServices = new Map<string, vm.Script>();
const compiledProjects = new WeakMap<Project, vm.Script>();

/** The code of a project is large: it is compiled once, however many workbooks it runs in. */
function projectScript(project: Project): vm.Script {
  const known = compiledProjects.get(project);
  if (known) return known;
  const script = new vm.Script(project.code, { filename: 'Code.gs' });
  compiledProjects.set(project, script);
  return script;
}

function servicesScript(code: string | undefined): vm.Script {
  const key = code ?? '';
  let script = compiledServices.get(key);
  if (!script) {
    const text = code ?? readFileSync(fileURLToPath(new URL('./google-services.js', import.meta.url)), 'utf8');
    script = new vm.Script(`(function () {\n${text}\nreturn __services;\n})()`, { filename: 'google-services.js' });
    compiledServices.set(key, script);
  }
  return script;
}

/** An error of the project as an Error of this realm, its name and message kept. */
function surfaced(outcome: { name: string; message: string; stack: string }): Error {
  const error = new Error(outcome.message);
  error.name = outcome.name;
  if (outcome.stack) error.stack = outcome.stack;
  return error;
}

function contextError(error: unknown): Error {
  const like = (typeof error === 'object' && error !== null ? error : {}) as {
    name?: unknown;
    message?: unknown;
    stack?: unknown;
  };
  return surfaced({
    name: typeof like.name === 'string' ? like.name : 'Error',
    message: typeof like.message === 'string' ? like.message : String(error),
    stack: typeof like.stack === 'string' ? like.stack : '',
  });
}

/**
 * Makes a project callable in a world. It keeps a script from Node as Google does, so that a script that works here
 * works there; it is no sandbox for hostile code: whoever tries may find an object of this realm that leads out.
 * @throws SyntaxError when the project's code does not parse
 * @example createRuntime(project, freshWorld()).call('main', [], { user, authMode: 'FULL', now: 0, editorOpen: true })
 */
export function createRuntime(project: Project, world: World, settings: RuntimeSettings = {}): Runtime {
  const services = servicesScript(settings.servicesCode);
  const code = projectScript(project);

  function enterContext(host: Host): Installed {
    // An object without a prototype: `this.constructor` of an object of this realm would lead out of the context.
    const context = vm.createContext(Object.create(null), { name: 'apps-script', microtaskMode: 'afterEvaluate' });
    const installer = services.runInContext(context) as { install(scope: object, host: Host): Installed };
    const installed = installer.install(vm.runInContext('globalThis', context), host);
    code.runInContext(context);
    const waiting = (outcome: Outcome): Outcome => {
      if (outcome.kind !== 'waiting') return outcome;
      vm.runInContext('0', context);
      return installed.settled() ?? { kind: 'value', value: undefined };
    };
    return {
      ...installed,
      call: (name, json) => waiting(installed.call(name, json)),
      callFormula: (name, args) => waiting(installed.callFormula(name, args)),
    };
  }

  /** Runs something in a fresh context and brings the execution to its end: committed, or dropped when it was killed. */
  function execute(options: ExecutionOptions, run: (installed: Installed) => Outcome): Outcome {
    const execution: Execution = startExecution(project, world, options, settings.evaluateFormula);
    let outcome: Outcome;
    try {
      outcome = run(enterContext(execution.host));
    } catch (error) {
      outcome = { kind: 'thrown', error, ...contextParts(error) };
    } finally {
      releaseAll(execution.host);
    }
    execution.checkTime();
    const end = execution.ended();
    if (end) {
      // Where the server refuses what was written, the execution is at its end all the same.
      if (end instanceof ExecutionKilled && end.keepsWritten) committed(execution);
      throw end;
    }
    if (options.authMode !== 'CUSTOM_FUNCTION') execution.host.draft.commit();
    return outcome;
  }

  function committed({ host }: Execution): void {
    try {
      host.draft.commit();
    } catch {
      // Nobody is left who could hear of it.
    }
  }

  function contextParts(error: unknown) {
    const { name, message, stack } = contextError(error);
    return { name, message, stack: stack ?? '' };
  }

  function resultOf(name: string, outcome: Outcome): unknown {
    if (outcome.kind === 'value') return outcome.value;
    if (outcome.kind === 'thrown') throw surfaced(outcome);
    throw new Error(`Script function not found: ${name}`);
  }

  return {
    project,
    world,
    call(name, args, options) {
      const json = JSON.stringify(args.map((arg) => arg ?? null));
      return localCopy(
        resultOf(
          name,
          execute(options, (installed) => installed.call(name, json)),
        ),
      );
    },
    callFromSidebar(name, args, options) {
      if (name.endsWith('_')) throw new Error(`Script function not found: ${name}`);
      const json = JSON.stringify(args.map((arg, i) => carried(arg, `argument ${i + 1}`)));
      return carried(
        resultOf(
          name,
          execute(options, (installed) => installed.call(name, json)),
        ),
        'result',
      );
    },
    callFormula(name, args, options) {
      try {
        const given: ExecutionOptions = { ...options, authMode: 'CUSTOM_FUNCTION', editorOpen: false };
        const outcome = execute(given, (installed) => installed.callFormula(name, args));
        if (outcome.kind === 'missing') return { kind: 'error', message: `Unknown function: '${name}'.` };
        return { kind: 'value', rows: localCopy(resultOf(name, outcome)) as StoredValue[][] };
      } catch (error) {
        return { kind: 'error', message: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}
