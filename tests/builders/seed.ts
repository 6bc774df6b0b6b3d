// What random tests draw: the same cases in every run, so that a run says of a state what the run before said; others in a campaign.
import fc from 'fast-check';

/** The seed of every random test: `SEED=7 npm test` draws others, `npm run campaign` others each day. */
export const SEED = Number(process.env['SEED'] ?? 20_261_128);

fc.configureGlobal({ seed: SEED });
