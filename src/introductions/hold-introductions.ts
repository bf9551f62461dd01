import type { HeldRecords, HeldTable, Leaving } from '../accounts/index.js';
import type { Unit } from '../platform/database/unit-of-work.js';
import { IntroductionStore } from './introduction.store.js';

/** Who goes takes their own words along; what the others wrote stays. */
export function holdIntroductions(held: HeldRecords): void {
  held.ofOrganisation(
    { ...words, where: side('sender') },
    {
      ...messages,
      where: `(side = 'sender' and ${side('sender')}) or (side = 'recipient' and ${side('recipient')})`,
    },
    { table: 'organisation_closing', where: 'organisation_id = $1', order: 7 },
  );
  held.ofPerson(
    {
      table: 'introduction_guest',
      where: 'lower(email) = $1',
      order: 7,
      only: requestStands,
      shown: { as: 'guestRequests', columns: 'introduction_id, name, email' },
    },
    // who asked, and how a guest was called, in requests that others have too
    {
      table: 'introduction',
      where: `created_by in ${account}`,
      order: 8,
      emptied: { key: 'id', columns: ['created_by'] },
      shown: { as: 'requests', columns: 'id, subject, role, purpose, channel, state, created_at, sent_at' },
    },
    {
      table: 'introduction',
      where: `id in ${asGuest}`,
      order: 8,
      emptied: { key: 'id', columns: ['recipient_name'] },
    },
    {
      ...words,
      where: `introduction_id in (select id from introduction where created_by in ${account})`,
      order: 9,
      shown: { as: 'requestWords', columns: 'introduction_id, parts' },
    },
    {
      ...messages,
      where: `author in ${account} or (author is null and side = 'recipient' and introduction_id in ${asGuest})`,
      order: 9,
      shown: { as: 'requestMessages', columns: 'introduction_id, at, side, text' },
    },
    { table: 'introduction_link', where: `introduction_id in ${asGuest}`, order: 9, only: requestStands },
  );
  held.onLink(guestOfLink);
  held.addressedIn('select email from introduction_guest');
  held.keptFor(terms);
}

/** A guest's link went to the guest alone; others' go to whoever speaks for an organisation at that moment. */
async function guestOfLink(unit: Unit, token: string): Promise<Leaving | undefined> {
  const store = new IntroductionStore();
  const id = await store.byLink(unit, token);
  const introduction = id === undefined ? undefined : await store.find(unit, id);
  const guest = introduction?.channel === 'guest' ? await store.guest(unit, introduction.id) : undefined;
  return (
    introduction &&
    guest && { name: guest.name, email: guest.email.toLowerCase(), language: introduction.language }
  );
}

const side = (which: string): string =>
  `introduction_id in (select id from introduction where ${which}_organisation_id = $1)`;
const requestStands = 'exists (select from introduction i where i.id = r.introduction_id)';
const account = '(select id from user_account where email = $1)';
const asGuest = '(select introduction_id from introduction_guest where lower(email) = $1)';

const words = {
  table: 'introduction_words',
  order: 7,
  only: requestStands,
} as const satisfies Partial<HeldTable>;
const messages = {
  table: 'introduction_message',
  order: 7,
  only: requestStands,
} as const satisfies Partial<HeldTable>;

/** Requests end by the clock: one that nobody touched for so long is over, or was never sent. */
const pastGuests = `(changed_at < now() - interval '12 months'
  or (state = 'draft' and changed_at < now() - interval '90 days'))`;

/** The same terms stand in docs/privacy/retention.md. */
const terms: Readonly<Record<string, string>> = {
  guestsNamed: `update introduction set recipient_name = null where recipient_name is not null and ${pastGuests}`,
  guestsOfRequests: `delete from introduction_guest where introduction_id in
    (select id from introduction where ${pastGuests})`,
  requestLinksEnded: `delete from introduction_link where ends_at < now() - interval '1 day'`,
  requestsPast: `delete from introduction where changed_at < now() - interval '24 months'`,
};
