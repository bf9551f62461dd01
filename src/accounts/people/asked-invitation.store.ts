import type { Unit } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';
import { putMail } from '../../platform/mail/index.js';
import { invitationMail } from './invitation-mail.js';
import type { NewInvitation } from './invitation.store.js';

/** Somebody who asked by themselves to look after a profile. */
export type AskedInvitation = Omit<NewInvitation, 'source' | 'role'>;

const days = 30;

/** More than that wait for no cluster: whoever floods fills nobody's list. */
const mostWaiting = 100;

/** Invitations that nobody sent: asked for by whoever has an address at an organisation's own domain. */
export class AskedInvitationStore {
  /**
   * @param id    the same again changes nothing
   * @param state `due`: its mail may be written; `waiting`: for an officer
   * @returns false where it waits already, or too many do
   */
  async add(
    unit: Unit,
    { id, state, ...asked }: AskedInvitation & { readonly id: string; readonly state: 'due' | 'waiting' },
  ): Promise<boolean> {
    const { cluster, organisation, name, email, language } = asked;
    if (state === 'waiting' && (await this.#isEnough(unit, cluster, organisation, email))) return false;
    // who is known already keeps the name that they are known by: it was not they who typed this one, perhaps
    const [known] = await unit.manager.query<{ id: string }[]>(
      `insert into contact (id, cluster_id, organisation_id, name, email, source) values ($1, $2, $3, $4, $5, 'self')
       on conflict (cluster_id, organisation_id, email) do update set email = excluded.email returning id`,
      [newId(), cluster, organisation, name, email],
    );
    await unit.manager.query(
      `insert into invitation (id, cluster_id, organisation_id, contact_id, role, language, mail, ends_at)
       values ($1, $2, $3, $4, 'editor', $5, $6, now() + interval '${days} days') on conflict (id) do nothing`,
      [id, cluster, organisation, known?.id ?? '', language, state],
    );
    return true;
  }

  /** The mail goes out. @returns of whom; undefined where nobody waits under that id */
  async approve(unit: Unit, id: string): Promise<{ cluster: string; organisation: string } | undefined> {
    const [rows] = await unit.manager.query<
      [{ cluster: string; organisation: string; contact: string; language: 'en' | 'it' }[], number]
    >(
      `update invitation set mail = 'due', ends_at = now() + interval '${days} days' where id = $1 and mail = 'waiting'
       returning cluster_id as cluster, organisation_id as organisation, contact_id as contact, language`,
      [id],
    );
    const [found] = rows;
    if (!found) return undefined;
    const { cluster, organisation, contact, language } = found;
    await putMail(unit, invitationMail, {
      to: { contact },
      language,
      content: { invitation: id },
      cause: id,
      clusters: [cluster],
      organisation,
    });
    return { cluster, organisation };
  }

  /** It is forgotten, with whoever asked, where nothing else is known of them. */
  async decline(unit: Unit, id: string): Promise<{ cluster: string; organisation: string } | undefined> {
    const [rows] = await unit.manager.query<
      [{ cluster: string; organisation: string; contact: string }[], number]
    >(
      `delete from invitation where id = $1 and mail = 'waiting'
       returning cluster_id as cluster, organisation_id as organisation, contact_id as contact`,
      [id],
    );
    const [found] = rows;
    if (!found) return undefined;
    await unit.manager.query(
      `delete from contact c where id = $1 and source = 'self' and noticed_at is null
         and not exists (select from invitation i where i.contact_id = c.id)`,
      [found.contact],
    );
    return { cluster: found.cluster, organisation: found.organisation };
  }

  async #isEnough(unit: Unit, cluster: string, organisation: string, email: string): Promise<boolean> {
    const [row] = await unit.manager.query<{ waiting: number; same: number }[]>(
      `select count(*)::int as waiting,
         count(*) filter (where i.organisation_id = $2 and c.email = $3)::int as same
       from invitation i join contact c on c.id = i.contact_id where i.cluster_id = $1 and i.mail = 'waiting'`,
      [cluster, organisation, email],
    );
    return (row?.same ?? 0) > 0 || (row?.waiting ?? 0) >= mostWaiting;
  }
}
