import type { HeldRecords } from '../../accounts/index.js';

/** People whom boards name: contacts of Part A, guests, and what was said to offers. */
export function holdSeats(held: HeldRecords): void {
  held.ofOrganisation(
    { table: 'seat_offer', where: 'organisation_id = $1', order: 8, only: seatStands },
    {
      table: 'seat_party',
      where: 'seat_id in (select id from consortium_seat where organisation_id = $1)',
      order: 8,
      only: seatStands,
    },
  );
  held.ofMember({ table: 'consortium_seat', once: 'consortium_id' });
  held.ofPerson(
    {
      table: 'seat_party',
      where: isContact,
      order: 8,
      emptied: { key: 'seat_id', columns: ['contact_name', 'contact_email'] },
      shown: { as: 'seatContacts', columns: 'seat_id, contact_name, contact_email, filled_by, filled_at' },
    },
    {
      table: 'guest_link',
      where: `seat_id in (select seat_id from seat_party where filled_by = 'guest' and (${isContact}))`,
      order: 9,
      emptied: { key: 'id', columns: ['words'] },
      shown: { as: 'guestAnswers', columns: 'seat_id, answer, words, answered_at' },
    },
    {
      table: 'seat_offer',
      where: 'answered_by in (select id::text from user_account where email = $1)',
      order: 9,
      emptied: { key: 'id', columns: ['words', 'question', 'answered_by'] },
      shown: { as: 'seatAnswers', columns: 'seat_id, state, words, question, answered_at' },
    },
  );
  held.addressedIn('select contact_email as email from seat_party');
  held.keptFor(terms);
}

const seatStands = 'exists (select from consortium_seat s where s.id = r.seat_id)';

/** A contact without an address, called as somebody of that organisation is. */
const sameName = `(select from consortium_seat s where s.id = seat_id and (
    exists (select from contact c where c.email = $1 and c.organisation_id = s.organisation_id
      and lower(c.name) = lower(contact_name))
    or exists (select from user_account u join role_grant g on g.user_id = u.id
      where u.email = $1 and g.organisation_id = s.organisation_id and lower(u.name) = lower(contact_name))))`;

const isContact = `lower(contact_email) = $1 or (contact_email is null and exists ${sameName})`;

/** Boards that are over for a year, and those that nobody touched for two. */
const pastBoards = `(select id from consortium where changed_at < now() - interval '24 months'
  or (state in ('funded', 'not-funded', 'dropped') and changed_at < now() - interval '12 months'))`;

/** The same terms stand in docs/privacy/retention.md. */
const terms: Readonly<Record<string, string>> = {
  seatContacts: `update seat_party set contact_name = null, contact_email = null
    where coalesce(contact_name, contact_email) is not null and consortium_id in ${pastBoards}`,
  seatWords: `update seat_offer set words = null, question = null, reply = null
    where coalesce(words, question, reply) is not null and consortium_id in ${pastBoards}`,
  guestLinks: `delete from guest_link where ends_at < now() - interval '12 months' or consortium_id in ${pastBoards}`,
};
