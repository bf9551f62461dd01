import { UserStore } from '../../src/accounts/index.js';
import { SessionStore, staffLife } from '../../src/accounts/sessions/session.store.js';
import { systemScope } from '../../src/platform/database/scope.js';
import { HttpClient } from './http-client.js';
import type { HttpService } from './http-service.js';

/** A browser in which somebody has just signed in with two factors. */
export async function signedIn({ app, database, address }: HttpService, user: string): Promise<HttpClient> {
  const { token } = await database.unitOfWork.run(systemScope(), async (unit) => {
    const found = await app.get(UserStore).byId(unit, user);
    if (!found) throw new Error(`no account ${user}`);
    const session = {
      user: found.id,
      factors: 2,
      via: 'password',
      device: 'proof',
      life: staffLife,
    } as const;
    return new SessionStore().open(unit, session);
  });
  const client = new HttpClient(address);
  client.setCookie('sid', token);
  return client;
}
