import type { Unit } from '../../platform/database/unit-of-work.js';
import type { AskState } from './same-idea.js';

export interface RoundRow {
  readonly id: string;
  readonly clusterId: string;
  readonly title: string;
  readonly shared: string[];
  readonly sides: number;
  readonly clusters: number;
  readonly askedAt: Date;
  readonly board: string | null;
}

export interface AskRow {
  readonly round: string;
  readonly idea: string;
  readonly shared: string[];
  readonly state: AskState;
  readonly answeredAt: Date | null;
}

/** Whose an idea is; for the service alone. */
export interface AuthorRow {
  readonly idea: string;
  readonly user: string;
  readonly organisation: string | null;
  readonly cluster: string;
  readonly userName: string;
}

export interface QuestionRow extends RoundRow {
  readonly idea: string;
  readonly ideaTitle: string;
  readonly own: string[];
  readonly state: AskState;
}

const round = `r.id, r.cluster_id as "clusterId", r.title, r.shared, r.sides, r.clusters, r.asked_at as "askedAt",
  r.consortium_id as board`;

const question = `select ${round}, a.idea_id as idea, i.title as "ideaTitle", a.shared as own, a.state
  from idea_ask a join same_idea r on r.id = a.same_idea_id join kept_idea i on i.id = a.idea_id`;

/** Whether the cluster that asked may still read the idea: one that is no longer shown to it is not asked about. */
const stillShown = `((i.cluster_id = a.cluster_id and i.audience <> 'private')
  or exists (select from shared_idea s where s.idea_id = i.id and s.cluster_id = a.cluster_id))`;

/** Alike ideas whose authors were asked. Officers read their cluster's; all else is the service's own. */
export class SameIdeaStore {
  /** The last asked first. */
  async rounds(unit: Unit, most: number): Promise<RoundRow[]> {
    return unit.manager.query<RoundRow[]>(
      `select ${round} from same_idea r where r.cluster_id = any ($1::uuid[]) order by r.asked_at desc, r.id limit $2`,
      [unit.scope.clusters, most],
    );
  }

  /** Holds it until the transaction ends. */
  async hold(unit: Unit, id: string): Promise<RoundRow | null> {
    const [row] = await unit.manager.query<RoundRow[]>(
      `select ${round} from same_idea r where r.id = $1 and r.cluster_id = any ($2::uuid[]) for update`,
      [id, unit.scope.clusters],
    );
    return row ?? null;
  }

  async asks(unit: Unit): Promise<AskRow[]> {
    return unit.manager.query<AskRow[]>(
      `select same_idea_id as round, idea_id as idea, shared, state, answered_at as "answeredAt" from idea_ask
       where cluster_id = any ($1::uuid[]) order by asked_at, idea_id`,
      [unit.scope.clusters],
    );
  }

  /** @param unit in the service's scope */
  async authors(unit: Unit, ideas: readonly string[]): Promise<AuthorRow[]> {
    return unit.manager.query<AuthorRow[]>(
      `select i.id as idea, i.user_id as "user", i.organisation_id as organisation, i.cluster_id as cluster,
         u.name as "userName"
       from kept_idea i join user_account u on u.id = i.user_id where i.id = any ($1::uuid[]) order by i.id`,
      [ideas],
    );
  }

  async addRound(unit: Unit, row: Omit<RoundRow, 'board'>): Promise<void> {
    await unit.manager.query(
      `insert into same_idea (id, cluster_id, title, shared, sides, clusters, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [row.id, row.clusterId, row.title, row.shared, row.sides, row.clusters, row.askedAt],
    );
  }

  /** @returns whether nobody of that cluster had asked about it before */
  async ask(
    unit: Unit,
    { id, clusterId, askedAt }: Pick<RoundRow, 'id' | 'clusterId' | 'askedAt'>,
    { idea, shared }: { readonly idea: string; readonly shared: readonly string[] },
  ): Promise<boolean> {
    const rows = await unit.manager.query<unknown[]>(
      `insert into idea_ask (same_idea_id, idea_id, cluster_id, shared, state, asked_at)
       values ($1, $2, $3, $4, 'asked', $5) on conflict (cluster_id, idea_id) do nothing returning 1`,
      [id, idea, clusterId, shared, askedAt],
    );
    return rows.length > 0;
  }

  /** What one person is asked, the last first. @param unit in the service's scope */
  async questions(unit: Unit, user: string, most: number): Promise<QuestionRow[]> {
    return unit.manager.query<QuestionRow[]>(
      `${question}
       where i.user_id = $1 and ${stillShown} order by a.asked_at desc, a.idea_id limit $2`,
      [user, most],
    );
  }

  /** @param unit in the service's scope @returns null where the idea or the round is gone, or the idea no longer shown */
  async question(unit: Unit, roundId: string, idea: string): Promise<QuestionRow | null> {
    const [row] = await unit.manager.query<QuestionRow[]>(
      `${question}
       where a.same_idea_id = $1 and a.idea_id = $2 and ${stillShown}`,
      [roundId, idea],
    );
    return row ?? null;
  }

  /** @param unit in the service's scope @returns false where that person was not asked, or shows the idea no longer */
  async answer(
    unit: Unit,
    asked: { readonly round: string; readonly idea: string; readonly user: string },
    state: AskState,
    now: Date,
  ): Promise<boolean> {
    const [, changed] = await unit.manager.query<[unknown[], number]>(
      `update idea_ask a set state = $4, answered_at = $5 from kept_idea i
       where a.same_idea_id = $1 and a.idea_id = $2 and i.id = a.idea_id and i.user_id = $3
         and ${stillShown}`,
      [asked.round, asked.idea, asked.user, state, now],
    );
    return changed > 0;
  }

  async opened(unit: Unit, id: string, board: string): Promise<void> {
    await unit.manager.query('update same_idea set consortium_id = $2 where id = $1', [id, board]);
  }
}
