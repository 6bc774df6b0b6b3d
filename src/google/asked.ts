// What a page asks for, checked before a use case sees it: a wrong kind of value is refused with a sentence, and nothing is done.
import * as v from 'valibot';
import type { Result } from '../usecases/result';
import type { Ports } from '../workbook/ports';
import { Refusal } from '../workbook/refusal';
import { googlePorts } from './ports';
import { toResult } from './result';

/** A cell holds 50,000 characters; nothing longer can have been meant. */
const MOST_CHARACTERS = 50_000;

/** A text: an id, a key, words, an ISO day. */
export const aText = v.string();
/** A text that may be left out. */
export const aTextIfAny = v.nullish(aText, '');
/** Yes or no. The texts "true" and "false" are neither: going live is never a matter of what a text may mean. */
export const aFlag = v.boolean();
/** A row of a sheet or a number of days. */
export const aNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Texts in a list. */
export const aList = v.array(aText);
/** A list that may be left out. */
export const aListIfAny = v.nullish(aList, []);

type Schemas = v.TupleItems;

/**
 * Runs a use case with what a page gave.
 * @param given the arguments as they came
 * @param schemas what each must be; a value that may be left out has its default there
 * @param act the use case: the ports first, then the arguments
 * @returns its value, or a refusal: its own, or `bad-request` where an argument is of another kind
 * @example asked([id], [aText], showReminder)
 */
export function asked<const S extends Schemas, T>(
  given: { readonly [K in keyof S]: unknown },
  schemas: S,
  act: (ports: Ports, ...given: v.InferOutput<v.TupleSchema<S, undefined>>) => T,
): Result<T> {
  return toResult(() => {
    const read = v.safeParse(v.tuple(schemas), given);
    if (!read.success) throw refusalOf(read.issues[0]);
    if (isTooLong(read.output)) throw new Refusal('too-long', 'A cell holds 50,000 characters: shorten this text.');
    return act(googlePorts(), ...read.output);
  });
}

/** Whether a text stands anywhere in it that no cell can hold. */
function isTooLong(given: unknown): boolean {
  if (typeof given === 'string') return given.length > MOST_CHARACTERS;
  return typeof given === 'object' && given !== null && Object.values(given).some(isTooLong);
}

function refusalOf({ path }: v.BaseIssue<unknown>): Refusal {
  const place = (path ?? []).map(({ key }) => (typeof key === 'number' ? `no. ${key + 1}` : String(key))).join(', ');
  return new Refusal(
    'bad-request',
    `Duesheet could not use what this page sent (${place}), so nothing was done. Close the sidebar, open it again from the menu Duesheet, and try once more.`,
  );
}
