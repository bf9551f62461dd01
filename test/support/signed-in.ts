import { CreateUser, UserStore, type Grant } from '../../src/accounts/index.js';
import { SessionStore, staffLife } from '../../src/accounts/sessions/session.store.js';
import { systemScope } from '../../src/platform/database/scope.js';
import { newId } from '../../src/platform/ids/uuid.js';
import type { WiredService } from './wired-service.js';

/** A new person with that role, signed in with both factors. @returns what their browser sends as its cookie */
export async function signedIn({ app, database }: WiredService, grant: Grant): Promise<string> {
  const input = {
    name: 'Ada Bianchi',
    language: 'it',
    password: null,
    grants: [grant],
    demo: false,
  } as const;
  const { id } = await app.get(CreateUser).create('test', { ...input, email: `${newId()}@prova.example` });
  return `sid=${await openSession({ app, database }, id)}`;
}

/** Somebody with an account signs in with both factors. @returns the token of the session */
export async function openSession(
  { app, database }: Pick<WiredService, 'app' | 'database'>,
  id: string,
): Promise<string> {
  return database.unitOfWork.run(systemScope(), async (unit) => {
    const user = await app.get(UserStore).byId(unit, id);
    if (!user) throw new Error(`no account ${id}`);
    const session = { user: user.id, factors: 2, via: 'password', device: 'test', life: staffLife } as const;
    return (await new SessionStore().open(unit, session)).token;
  });
}
