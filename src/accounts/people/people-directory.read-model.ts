import type { Unit } from '../../platform/database/unit-of-work.js';
import {
  MailDirectory,
  serviceBrand,
  type Addressee,
  type Brand,
  type Recipient,
} from '../../platform/mail/index.js';
import { isMailAddress } from '../users/mail-address.js';
import { addressMark, isErasedMark } from './address-mark.read-model.js';
import { RemovalLinkStore } from './removal/removal-link.store.js';

/** Who gets a mail, and in whose name it comes: as accounts, contacts and clusters are when it is sent. */
export class PeopleDirectory extends MailDirectory {
  readonly #links = new RemovalLinkStore();

  async find(unit: Unit, recipient: Recipient): Promise<Addressee | null> {
    const person = await this.#person(unit, recipient);
    if (!person || !isMailAddress(person.address)) return null;
    const mark = await addressMark(unit, person.address);
    const isOut =
      (await isErasedMark(unit, mark)) && !('address' in recipient && (await isToBeTold(unit, mark)));
    return isOut ? null : { ...person, mark };
  }

  async leave(unit: Unit, { address, name }: Addressee, language: 'en' | 'it'): Promise<string> {
    return `/remove-me#${await this.#links.make(unit, { email: address.toLowerCase(), name, language })}`;
  }

  async brand(unit: Unit, cluster: string | null, language: 'en' | 'it'): Promise<Brand> {
    if (cluster === null) return serviceBrand;
    const [row] = await unit.manager.query<{ name: string; sender: string | null; colour: string | null }[]>(
      `select case $2 when 'it' then c.name_it else c.name_en end as name, s.sender_name as sender, s.colour
       from cluster c left join cluster_setting s on s.cluster_id = c.id where c.id = $1`,
      [cluster, language],
    );
    if (!row) return serviceBrand;
    return {
      ...serviceBrand,
      name: `${row.name} · Tessera`,
      senderName: row.sender ?? `${row.name} (Tessera)`,
      colour: row.colour ?? serviceBrand.colour,
    };
  }

  async #person(unit: Unit, recipient: Recipient): Promise<Omit<Addressee, 'mark'> | null> {
    if ('address' in recipient) return { name: recipient.name, address: recipient.address, language: null };
    const [row] = await unit.manager.query<Omit<Addressee, 'mark'>[]>(
      'user' in recipient
        ? 'select name, email as address, language from user_account where id = $1 and disabled_at is null'
        : 'select name, email as address, null as language from contact where id = $1',
      ['user' in recipient ? recipient.user : recipient.contact],
    );
    return row ?? null;
  }
}

/** Whoever was removed gets one mail about it, to the address that nobody else writes to any more. */
async function isToBeTold(unit: Unit, mark: Buffer): Promise<boolean> {
  const [row] = await unit.manager.query<{ found: boolean }[]>(
    `select exists (select from removal where tell_mark = $1 and undo_until > now()) as found`,
    [mark],
  );
  return row?.found ?? false;
}
