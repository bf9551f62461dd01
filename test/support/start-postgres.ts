import './js-means-ts.cjs';
import { startTestServer } from './postgres-server.js';

/** Jest's global set-up; a default export because Jest asks for one. */
export default async function startPostgres(): Promise<void> {
  await startTestServer();
}
