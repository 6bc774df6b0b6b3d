// A person at work in a spreadsheet: calls into the built project as that person, at the virtual clock's time.
import { builtProject, builtServices, callableFunctions, customFunctions } from './built-project';
import { HostFailure } from './failure';
import { customFunctionCaller } from './formulas/custom-functions';
import { type FormulaValue, isBlock, toJson } from './formulas/values';
import { WorkbookFormulas } from './formulas/workbook-formulas';
import type { World } from './google-services/state';
import { wallTime } from './google-services/wall-clock';
import type { Project } from './project';
import { createRuntime, type ExecutionOptions, type Runtime } from './runtime';
import { dayIn, wallClock } from './wall-clock';

/** The address the local person has; a reserved name, so that no mail could reach anybody. */
export const LOCAL_USER = 'you@example.com';

/** The answer of a sidebar call: a value, or a sentence with a stable code. */
type Answer<T> = { ok: true; value: T } | { ok: false; code: string; message: string };

/** A workbook with the add-on in it, and one person using it. */
export interface Session {
  readonly world: World;
  readonly runtime: Runtime;
  readonly formulas: WorkbookFormulas;
  readonly user: string;
  /** The virtual clock, epoch milliseconds. */
  now: number;
  /** The as-of day for formulas while there is no AS_OF range. */
  asOf: string | null;
  /** Today in the sheet's zone, `YYYY-MM-DD`. */
  today(): string;
  /**
   * Calls a function as the sidebar does and gives its value.
   *
   * @throws HostFailure with the answer's code and sentence
   */
  ask<T>(name: string, ...args: unknown[]): T;
  /**
   * Calls a function as the sidebar does and gives the raw answer.
   *
   * @throws HostFailure `not-found` for a name that the built project does not declare, or that is private
   */
  callFromSidebar(name: string, args: unknown[]): unknown;
  /**
   * Calls a menu item (editor open) or a trigger (editor closed).
   *
   * @throws HostFailure `not-found` as above
   */
  run(name: string, args: unknown[], how: { editorOpen: boolean; authMode?: ExecutionOptions['authMode'] }): unknown;
}

/**
 * Opens a workbook with the built project.
 *
 * @param start the clock's first instant, the as-of day for formulas when there is no AS_OF range, and another build than that in dist/
 */
export function openSession(world: World, start: { now: number; asOf?: string; project?: Project }): Session {
  const project = start.project ?? builtProject();
  // Formula cells are calculated by the page's own formulas before every call, so the services take them as they stand.
  const runtime = createRuntime(project, world, { servicesCode: builtServices(), evaluateFormula: () => null });
  const options = (editorOpen: boolean, authMode: ExecutionOptions['authMode'] = 'FULL'): ExecutionOptions => ({
    user: LOCAL_USER,
    authMode,
    now: session.now,
    editorOpen,
  });
  const today = () => dayIn(session.now, world.spreadsheet.timeZone);
  const callCustom = customFunctionCaller(runtime, () => options(true, 'CUSTOM_FUNCTION'));
  const custom = customFunctions(project.code);
  const callable = callableFunctions(project.code);
  // A context has many more global functions than the project's, `eval` among them.
  const known = (name: string): string => {
    if (callable.has(name)) return name;
    throw new HostFailure('not-found', `The add-on has no function "${name}" that a page may call.`);
  };
  const session: Session = {
    world,
    runtime,
    user: LOCAL_USER,
    now: start.now,
    asOf: start.asOf ?? null,
    today,
    formulas: new WorkbookFormulas({
      world,
      custom,
      callCustom,
      wallNow: () => wallTime(wallClock(session.now, world.spreadsheet.timeZone)),
      asOf: () => session.asOf ?? today(),
    }),
    callFromSidebar: (name, args) => runtime.callFromSidebar(known(name), args, options(true)),
    run: (name, args, how) => runtime.call(known(name), args, options(how.editorOpen, how.authMode)),
    ask<T>(name: string, ...args: unknown[]): T {
      const answer = session.callFromSidebar(name, args) as Answer<T> | null | undefined;
      if (typeof answer !== 'object' || answer === null || !('ok' in answer)) {
        throw new HostFailure('no-answer', `${name} gave no answer that can be read.`);
      }
      if (!answer.ok) throw new HostFailure(answer.code, answer.message);
      return answer.value;
    },
  };
  return session;
}

/** A formula's value as rows of cells for JSON. Example: rowsOf('x') is [['x']]. */
export function rowsOf(value: FormulaValue): (string | number | boolean)[][] {
  return (isBlock(value) ? value : [[value]]).map((row) => row.map(toJson));
}
