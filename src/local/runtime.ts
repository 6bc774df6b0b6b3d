// Runs the built script as Google would: each execution in a fresh context, with local services and nothing of Node.
import type { World } from './google-services/state';

/** How executions see the world: whose they are, when it is, what may go wrong. */
export interface ExecutionOptions {
  /** Address of the person (or trigger owner) it runs as. */
  user: string;
  /** `NONE`, `LIMITED`, `FULL` or `CUSTOM_FUNCTION`. */
  authMode: 'NONE' | 'LIMITED' | 'FULL' | 'CUSTOM_FUNCTION';
  /** The virtual clock at the start, epoch milliseconds; it runs on in real time from there, plus every `Utilities.sleep`. */
  now: number;
  /** The script's zone: what Date's own methods answer in. Default: `timeZone` of appsscript.json. */
  scriptZone?: string;
  /** True for a call that comes from an open editor: getUi works. */
  editorOpen: boolean;
  /** Called before every counted service call; may throw to play a kill (uncatchable) or an outage. */
  beforeCall?: (method: string, count: number) => void;
}

/** A script project: code, HTML files and manifest, as pushed. */
export interface Project {
  code: string;
  /** Name without extension to content. */
  html: Record<string, string>;
  manifest: { timeZone: string; oauthScopes?: string[] };
}

/** Declared here, defined with the services: see `runFunction`. */
export interface Runtime {
  readonly project: Project;
  readonly world: World;
  /** Calls a top-level function with plain arguments, as google.script.run does (Dates refused both ways, also nested). */
  callFromSidebar(name: string, args: unknown[], options: ExecutionOptions): unknown;
  /** Calls a top-level function without that check: menu items, triggers, `main` of a script. */
  call(name: string, args: unknown[], options: ExecutionOptions): unknown;
}
