// The functions of the server that the sidebar calls: names, arguments and answers are those of the entry.
import type * as entry from '../../entry/sidebar-calls';
import type { Result } from '../../entry/sidebar-calls';

type Entry = typeof entry;

/** What only the command line and the clock of the local page ask for. */
type OfOthers = 'getReview' | 'previewPlan' | 'runHour';
/** The name of a server function. */
export type CallName = Exclude<
  { [N in keyof Entry]: Entry[N] extends (...given: never[]) => Result<unknown> ? N : never }[keyof Entry],
  OfOthers
>;
/** The arguments of a server function. */
export type CallArguments<N extends CallName> = Entry[N] extends (...given: infer A) => unknown ? A : never;
/** What a server function gives when all went well. */
export type CallValue<N extends CallName> = Entry[N] extends (...given: never[]) => Result<infer T> ? T : never;
/** Every server function by name, giving what it gives when all went well. */
export type SidebarCalls = { [N in CallName]: (...given: CallArguments<N>) => CallValue<N> };
