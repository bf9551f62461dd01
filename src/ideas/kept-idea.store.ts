import type { Unit } from '../platform/database/unit-of-work.js';
import type { IdeaAudience, WantedIdea } from './kept-idea.js';

/** Whose an idea is. */
export interface IdeaOwner {
  readonly user: string;
  readonly organisation: string | null;
  readonly cluster: string;
}

export interface IdeaRow {
  readonly id: string;
  readonly organisation: string | null;
  readonly title: string;
  readonly text: string;
  readonly audience: IdeaAudience;
  /** ids of clusters that read it masked */
  readonly clusters: string[];
  readonly keptAt: Date;
  readonly changedAt: Date;
}

export interface SharedIdeaRow {
  readonly id: string;
  readonly from: string;
  readonly title: string;
  readonly text: string;
  readonly at: Date;
}

const columns = `i.id, i.organisation_id as organisation, i.title, i.text, i.audience, i.kept_at as "keptAt",
  i.changed_at as "changedAt"`;

/** Kept ideas, and what other clusters read of them. Reading is by row-level security; writing is the service's own. */
export class KeptIdeaStore {
  /** One's own, what was changed last first. @param unit in the service's scope */
  async own(unit: Unit, { user, cluster }: IdeaOwner): Promise<IdeaRow[]> {
    return unit.manager.query<IdeaRow[]>(
      `select ${columns}, coalesce((select array_agg(s.cluster_id order by s.cluster_id) from shared_idea s
           where s.idea_id = i.id), '{}') as clusters
       from kept_idea i where i.user_id = $1 and i.cluster_id = $2 order by i.changed_at desc, i.id`,
      [user, cluster],
    );
  }

  /** Those of others that the scope's clusters may read whole: its members' and its officers'. */
  async ofCluster(unit: Unit, most: number): Promise<IdeaRow[]> {
    return unit.manager.query<IdeaRow[]>(
      `select ${columns}, '{}'::uuid[] as clusters from kept_idea i
       where i.cluster_id = any ($1::uuid[]) and i.user_id is distinct from $2::uuid and i.audience <> 'private'
       order by i.changed_at desc, i.id limit $3`,
      [unit.scope.clusters, unit.scope.user ?? null, most],
    );
  }

  /** Those that other clusters show to the scope's. */
  async fromSisters(unit: Unit, most: number): Promise<SharedIdeaRow[]> {
    return unit.manager.query<SharedIdeaRow[]>(
      `select idea_id as id, from_cluster_id as "from", title, text, shared_at as at from shared_idea
       where cluster_id = any ($1::uuid[]) order by shared_at desc, idea_id limit $2`,
      [unit.scope.clusters, most],
    );
  }

  /** Clusters with an agreement in force with the scope's. */
  async sisters(unit: Unit): Promise<string[]> {
    const [row] = await unit.manager.query<{ ids: string[] }[]>('select sister_clusters() as ids');
    return row?.ids ?? [];
  }

  async count(unit: Unit, user: string): Promise<number> {
    const [row] = await unit.manager.query<{ count: number }[]>(
      'select count(*)::int as count from kept_idea where user_id = $1',
      [user],
    );
    return row?.count ?? 0;
  }

  /** Keeps it, or keeps it anew. @returns false where the id is somebody else's */
  async save(
    unit: Unit,
    owner: IdeaOwner,
    idea: WantedIdea & { readonly id: string },
    now: Date,
  ): Promise<boolean> {
    const rows = await unit.manager.query<unknown[]>(
      `insert into kept_idea as i (id, user_id, organisation_id, cluster_id, title, text, audience, kept_at, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
       on conflict (id) do update set title = excluded.title, text = excluded.text, audience = excluded.audience,
         changed_at = excluded.changed_at
       where i.user_id = excluded.user_id and i.cluster_id = excluded.cluster_id returning id`,
      [idea.id, owner.user, owner.organisation, owner.cluster, idea.title, idea.text, idea.audience, now],
    );
    return rows.length > 0;
  }

  /** What other clusters read of it from now on: exactly these. */
  async share(
    unit: Unit,
    { id, cluster }: { readonly id: string; readonly cluster: string },
    masked: { readonly title: string; readonly text: string; readonly clusters: readonly string[] },
    now: Date,
  ): Promise<void> {
    await unit.manager.query('delete from shared_idea where idea_id = $1', [id]);
    await unit.manager.query(
      `insert into shared_idea (idea_id, cluster_id, from_cluster_id, title, text, shared_at)
       select $1, c, $2, $3, $4, $5 from unnest($6::uuid[]) as c`,
      [id, cluster, masked.title, masked.text, now, masked.clusters],
    );
  }

  /** @returns whether there was one of theirs */
  async remove(unit: Unit, { user }: IdeaOwner, id: string): Promise<boolean> {
    const [, removed] = await unit.manager.query<[unknown[], number]>(
      'delete from kept_idea where id = $1 and user_id = $2',
      [id, user],
    );
    return removed > 0;
  }
}
