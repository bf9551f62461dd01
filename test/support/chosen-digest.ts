import { ConsentStore } from '../../src/accounts/index.js';
import { digestMail } from '../../src/digests/index.js';
import { systemScope } from '../../src/platform/database/scope.js';
import { newId } from '../../src/platform/ids/uuid.js';
import { putMail } from '../../src/platform/mail/index.js';
import type { WiredService } from './wired-service.js';

/** Whom a digest is for, and the call in it. */
export interface ChosenFor {
  readonly user: string;
  readonly organisation: string;
  readonly clusters: readonly string[];
  readonly opportunity: string;
}

/** A digest with one invented call, chosen and about to be sent to somebody who wants it. @returns the id of its mail */
export async function putChosenDigest(
  { app, database }: Pick<WiredService, 'app' | 'database'>,
  { user, organisation, clusters, opportunity }: ChosenFor,
): Promise<string> {
  const digest = newId();
  const texts = { what: 'pilot', callQuote: 'a', recordQuote: 'b', facts: [], changed: false };
  const call = { opportunity, identifier: 'MADE-1', title: 'An invented call', url: null, form: 'open' };
  const chosen = { purpose: 'digest-weekly', textVersion: 'test', channel: 'page' } as const;
  return database.unitOfWork.run(systemScope(clusters), async (unit) => {
    await unit.manager.query(
      `insert into digest (id, user_id, organisation_id, clusters, week, language, state, items, due_at)
       values ($1, $2, $3, $4, '2026-W01', 'it', 'chosen', $5, now())`,
      [digest, user, organisation, clusters, JSON.stringify([{ ...call, ...texts }])],
    );
    await app.get(ConsentStore, { strict: false }).choose(unit, user, 'digest-', chosen);
    const content = { digest };
    await putMail(unit, digestMail, { to: { user }, content, cause: digest, clusters, organisation });
    const [put] = await unit.manager.query<{ id: string }[]>(
      'select id from mail_delivery where cause = $1',
      [digest],
    );
    return put?.id ?? '';
  });
}
