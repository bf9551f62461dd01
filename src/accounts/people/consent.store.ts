import type { Unit } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';

/** How a choice reached us. */
export type ConsentChannel = 'invitation' | 'mail-link' | 'one-click' | 'page' | 'demonstration';

/** What people chose to hear about, with which wording they saw and how they said so. */
export class ConsentStore {
  /** The purpose they agreed to last, of those with that beginning: `digest-weekly`; null: none. */
  async current(unit: Unit, user: string, prefix: string): Promise<string | null> {
    const [row] = await unit.manager.query<{ purpose: string }[]>(
      `select purpose from consent where user_id = $1 and starts_with(purpose, $2) and withdrawn_at is null
       order by given_at desc limit 1`,
      [user, prefix],
    );
    return row?.purpose ?? null;
  }

  /** Withdraws what stood, and writes down what they agree to now; null: nothing. Saying the same again changes nothing. */
  async choose(
    unit: Unit,
    user: string,
    prefix: string,
    chosen: {
      readonly purpose: string | null;
      readonly textVersion: string;
      readonly channel: ConsentChannel;
    },
  ): Promise<void> {
    if ((await this.current(unit, user, prefix)) === chosen.purpose) return;
    await unit.manager.query(
      `update consent set withdrawn_at = now()
       where user_id = $1 and starts_with(purpose, $2) and withdrawn_at is null`,
      [user, prefix],
    );
    if (chosen.purpose === null) return;
    await unit.manager.query(
      `insert into consent (id, user_id, purpose, text_version, channel)
       select $1, id, $3, $4, $5 from user_account where id = $2`,
      [newId(), user, chosen.purpose, chosen.textVersion, chosen.channel],
    );
  }
}
