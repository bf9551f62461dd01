import './js-means-ts.cjs';
import { stopTestServer } from './postgres-server.js';

/** Jest's global tear-down; a default export because Jest asks for one. */
export default async function stopPostgres(): Promise<void> {
  await stopTestServer();
}
