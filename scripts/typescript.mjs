/**
 * Lets Node run the TypeScript of scripts/, bench/ and test/proofs/ as it stands, without a build:
 *
 *     node --import ./scripts/typescript.mjs bench/run.ts
 *
 * The compiler and its settings are those of the tests (SWC, jest.config.mjs). Types are not checked here;
 * `npm run check` does that.
 */
import { register } from 'node:module';

process.setSourceMapsEnabled(true);
register('./typescript-hooks.mjs', import.meta.url);
