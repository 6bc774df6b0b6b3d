// The floors of each room: its subfolders from the lowest up. A file imports from its own floor and from those below it.
import type { SourceFile } from './source-files';

/**
 * Room to its floors, lowest first. A floor is a subfolder; `.` are the files of the room itself; a name that ends in `.ts`
 * is one of those files that stands on another floor than they do.
 */
export const FLOORS: Record<string, readonly string[]> = {
  receivables: ['.', 'terms', 'metrics', 'charges', 'cash', 'credit', 'forecast', 'figures'],
  sheet: ['.', 'vocabulary', 'read', 'detect', 'formulas', 'bank', 'replies', 'answers'],
  dunning: [
    'policy',
    'mail',
    'history',
    'answers',
    'payments',
    'letter',
    'approval',
    'decision',
    'segments',
    'lateness',
    'reminder',
    'going-live',
    'outlook',
    'weekly',
  ],
  workbook: ['tab-specs.ts', 'ports.ts', 'refusal.ts', 'state.ts', 'tabs', 'log', '.'],
  usecases: [
    ...[
      '.',
      'letters',
      'waiting',
      'data-check',
      'layout',
      'money',
      'answers',
      'figures',
      'planning',
      'agreements',
      'calls',
      'workbook-mode',
      'weekly-note',
      'sending',
      'explain',
      'review',
      'payments',
    ],
    ...[
      'customers',
      'policy-page',
      'answers-page',
      'replies',
      'find',
      'audit',
      'outlook',
      'figures-page',
      'today',
      'setup',
      'going-live',
      'imports',
      'settings',
      'formulas',
      'portfolio',
      'closing',
      'installation',
      'ahead',
    ],
  ],
  google: ['.'],
  entry: ['.'],
  sidebar: [
    ...[
      'shell',
      'expected',
      'ladders',
      'formulas',
      'imports',
      'rules',
      'extras',
      'setup',
      'customer',
      'reminder',
      'figures',
      'ahead',
      'texts',
      'policy',
      'calls',
      'customers',
      'answers',
      'sent',
      'risk',
      'today',
      'explain',
      'review',
    ],
    ...['audit', 'help', 'problems', 'payments', 'portfolio', 'closing', 'search', 'more', 'replay', 'desk', '.'],
  ],
};

/**
 * The floor a file stands on; -1 when the list knows none for it.
 * @example floorOf('src/sheet/read/read-dates.ts') // 2
 */
export function floorOf(path: string): number {
  const [, room = '', ...below] = path.split('/');
  const floors = FLOORS[room] ?? [];
  const [first = ''] = below;
  if (below.length > 1) return floors.indexOf(first);
  return floors.includes(first) ? floors.indexOf(first) : floors.indexOf('.');
}

/** The sentences about imports that run up to a later floor of the same room, types included. */
export function climbs(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, room, imports }) =>
    imports.flatMap(({ target }) =>
      target?.startsWith(`src/${room}/`) && floorOf(target) > floorOf(path) ? [`${path} climbs to ${target}`] : [],
    ),
  );
}
