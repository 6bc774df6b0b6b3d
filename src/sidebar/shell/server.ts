// Asking the server: one promise per call of google.script.run, which never rejects and never shows a raw exception.
import type { Result } from '../../entry/sidebar-calls';
import type { CallArguments, CallName, CallValue } from './calls';

/** The part of `google.script.run` that is used: handlers first, then the function by name. */
interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
}

declare const google: { script: { run: Runner } };

const UNREACHABLE =
  'Duesheet could not reach the sheet. Check your connection and try again; if it keeps happening, close this sidebar ' +
  'and open it again from the Duesheet menu.';
const WRONG_ACCOUNT =
  'Duesheet could not reach the sheet, because Google refused this account. If you are signed in with several Google ' +
  'accounts, open the sheet in a window with only the one you use for it.';
const UNREADABLE =
  'Duesheet could not read the answer of the sheet. Close this sidebar and open it again from the Duesheet menu.';

function failure(error: unknown): Result<never> {
  const text = error instanceof Error ? error.message : String(error);
  const refused = /PERMISSION_DENIED|authoriz/i.test(text);
  return { ok: false, code: 'unreachable', message: refused ? WRONG_ACCOUNT : UNREACHABLE };
}

function isResult(answer: unknown): answer is Result<never> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  if (answer.ok === true) return 'value' in answer;
  return answer.ok === false && 'message' in answer && typeof answer.message === 'string';
}

/**
 * Calls a server function and gives its answer; what goes wrong on the way becomes an answer too.
 * @param name the function
 * @param args its arguments: texts, numbers, booleans and plain objects only
 * @returns the value, or a code and a sentence: `unreachable`, `unreadable-answer`, or what the server said
 * @example const answer = await callServer('getReminder', 'r-17')
 */
export function callServer<N extends CallName>(name: N, ...args: CallArguments<N>): Promise<Result<CallValue<N>>> {
  return new Promise((resolve) => {
    const onAnswer = (answer: unknown): void =>
      resolve(isResult(answer) ? answer : { ok: false, code: 'unreadable-answer', message: UNREADABLE });
    try {
      const runner = google.script.run
        .withSuccessHandler(onAnswer)
        .withFailureHandler((error) => resolve(failure(error)));
      const run: unknown = Reflect.get(runner, name);
      if (typeof run === 'function') run.apply(runner, args);
      else resolve(failure(new Error(`no function ${name}`)));
    } catch (error) {
      resolve(failure(error));
    }
  });
}
