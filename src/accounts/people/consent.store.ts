import type { Unit } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';

/** How a choice reached us. */
export type ConsentChannel = 'invitation' | 'mail-link' | 'one-click' | 'page' | 'demonstration';

/** A choice as it stands. */
export interface StandingChoice {
  /** `digest-weekly`; null: nothing any more */
  readonly purpose: string | null;
  readonly textVersion: string;
  readonly channel: string;
  readonly givenAt: Date;
}

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

  /** What they said last, be it that they want nothing; null: they were never asked, or never answered. */
  async standing(unit: Unit, user: string, prefix: string): Promise<StandingChoice | null> {
    const [row] = await unit.manager.query<StandingChoice[]>(
      `select case when withdrawn_at is null then purpose end as purpose, text_version as "textVersion", channel,
         given_at as "givenAt"
       from consent where user_id = $1 and starts_with(purpose, $2) order by given_at desc, id desc limit 1`,
      [user, prefix],
    );
    return row ?? null;
  }

  /** Withdraws what stood, and writes down what they agree to now; null: nothing. Saying the same again changes nothing. */
  async choose(
    unit: Unit,
    user: string,
    prefix: string,
    chosen: {
      readonly purpose: string | null;
      /** what null is written down as, a choice that gives leave to nothing: `digest-never`; left out: it is not */
      readonly refusal?: string;
      readonly textVersion: string;
      readonly channel: ConsentChannel;
    },
  ): Promise<void> {
    const before = await this.standing(unit, user, prefix);
    const { purpose, refusal } = chosen;
    if (before ? before.purpose === purpose : (purpose ?? refusal) === undefined) return;
    await unit.manager.query(
      `update consent set withdrawn_at = now()
       where user_id = $1 and starts_with(purpose, $2) and withdrawn_at is null`,
      [user, prefix],
    );
    const written = purpose ?? refusal;
    if (written === undefined) return;
    await unit.manager.query(
      `insert into consent (id, user_id, purpose, text_version, channel, given_at, withdrawn_at)
       select $1, id, $3, $4, $5, now(), case when $6 then now() end from user_account where id = $2`,
      [newId(), user, written, chosen.textVersion, chosen.channel, purpose === null],
    );
  }
}
