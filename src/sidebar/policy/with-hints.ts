// The policy as it is shown: what the script says of it, and what the page finds by itself.
import { policyHints } from '../../dunning/policy/hints/policy-hints';
import type { PolicyView } from '../../entry/sidebar-calls';

/** A policy with what in it is probably not meant, or good to know, behind what stops reminders. */
export function withHints(view: PolicyView): PolicyView {
  const rows = view.segments
    .flatMap(({ steps }) => steps.map((stage) => ({ stage, row: stage.row })))
    .sort((a, b) => a.row - b.row);
  return { ...view, findings: [...view.findings, ...policyHints(rows, view.hints)] };
}
