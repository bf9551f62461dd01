import { systemScope } from '../../../src/platform/database/scope.js';
import { newId } from '../../../src/platform/ids/uuid.js';
import type { HttpService } from '../../support/http-service.js';
import type { Tenant } from './world.js';

/** Somebody who asked for the member's profile, with the canary in their name. */
export async function askedFor(
  { database }: HttpService,
  { cluster, canary, organisation }: Pick<Tenant, 'cluster' | 'canary' | 'organisation'>,
): Promise<string> {
  const [contact, invitation] = [newId(), newId()];
  await database.unitOfWork.run(systemScope([cluster]), async ({ manager }) => {
    await manager.query(
      `insert into contact (id, cluster_id, organisation_id, name, email, source) values ($1, $2, $3, $4, $5, 'self')`,
      [contact, cluster, organisation, `${canary} Rossi`, `${canary.toLowerCase()}@prova.example`],
    );
    await manager.query(
      `insert into invitation (id, cluster_id, organisation_id, contact_id, role, language, mail, ends_at)
       values ($1, $2, $3, $4, 'editor', 'it', 'waiting', now() + interval '30 days')`,
      [invitation, cluster, organisation, contact],
    );
  });
  return invitation;
}
