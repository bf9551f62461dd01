import type { Unit } from '../../platform/database/unit-of-work.js';
import { newToken, tokenHash } from '../../platform/ids/secret-token.js';
import { newId } from '../../platform/ids/uuid.js';
import { putMail } from '../../platform/mail/index.js';
import type { User } from '../users/user.js';
import { signInLinkMail } from './sign-in-link-mail.js';

export const linkMinutes = 15;

/** Links that sign in once. The token is in the mail alone: it is made when the mail is, and only its hash is kept. */
export class SignInLinkStore {
  /**
   * Decides that a link is to be mailed. It takes as long, and leaves as much behind among the mails, where nobody has
   * that address.
   */
  async ask(unit: Unit, email: string): Promise<void> {
    const id = newId();
    const [asker] = await unit.manager.query<{ user: string }[]>(
      `insert into sign_in_link (id, user_id, token_hash, ends_at)
       select $1, id, $3, now() + interval '${linkMinutes} minutes' from user_account
       where email = $2 and disabled_at is null returning user_id as user`,
      [id, email, tokenHash(newToken())],
    );
    await putMail(unit, signInLinkMail, {
      to: { user: asker?.user ?? newId() },
      content: { link: id },
      cause: id,
    });
  }

  /** A link to be mailed, with a new token and its time beginning now; undefined where it was used or nobody asked. */
  async takeForMail(unit: Unit, id: string): Promise<{ user: User; token: string } | undefined> {
    const token = newToken();
    const [user] = await unit.manager.query<User[]>(
      `with taken as (update sign_in_link set token_hash = $2, ends_at = now() + interval '${linkMinutes} minutes'
         where id = $1 and used_at is null and created_at > now() - interval '1 hour' returning user_id)
       select id, email, name, language, demo from user_account
       where id = (select user_id from taken) and disabled_at is null`,
      [id, tokenHash(token)],
    );
    return user && { user, token };
  }

  /** Whose link it is, which is used up with this; undefined where it is none, was used or is too old. */
  async use(unit: Unit, token: string): Promise<User | undefined> {
    const [user] = await unit.manager.query<User[]>(
      `with used as (update sign_in_link set used_at = now()
         where token_hash = $1 and used_at is null and ends_at > now() returning user_id)
       select id, email, name, language, demo from user_account
       where id = (select user_id from used) and disabled_at is null`,
      [tokenHash(token)],
    );
    if (!user) return undefined;
    // whoever has got in needs none of the others that were asked for
    await unit.manager.query(
      'update sign_in_link set used_at = now() where user_id = $1 and used_at is null',
      [user.id],
    );
    return user;
  }
}
