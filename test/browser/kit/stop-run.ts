import '../../support/js-means-ts.cjs';
import { started } from './start-run.js';

/** Jest's global tear-down of the browser tests; a default export because Jest asks for one. */
export default async function stopRun(): Promise<void> {
  await started.run?.stop();
}
