import type { Unit } from '../../platform/database/unit-of-work.js';
import { newToken, tokenHash } from '../../platform/ids/secret-token.js';
import { newId } from '../../platform/ids/uuid.js';
import type { ClaimedProfile } from '../claim/profile-lines.read-model.js';
import type { CompetenceDetails } from '../claim/profile-line.js';
import type { ProjectRole } from '../evidence.js';
import { linkDays, type InterviewLine, type InterviewStep } from './interview.js';

/** What an interview's lines have as their source. */
export const interviewSource = 'interview';

export interface InterviewRow extends ClaimedProfile {
  readonly id: string;
  readonly step: InterviewStep | null;
  readonly roles: ProjectRole[];
  readonly exclusions: string[];
  readonly lines: string[];
  readonly startedAt: Date;
  readonly toldAt: Date | null;
  readonly answeredAt: Date | null;
}

/** A line as it is kept: read, and in which language it is. */
export interface WrittenLine {
  readonly text: string;
  readonly language: 'en' | 'it' | null;
  readonly competence: CompetenceDetails;
  /** calendar date */
  readonly today: string;
}

const columns = `id, cluster_id as cluster, organisation_id as organisation, step, roles, exclusions, lines,
  started_at as "startedAt", told_at as "toldAt", answered_at as "answeredAt"`;

/** Interviews and their lines. Needs the service's scope over the cluster. */
export class InterviewStore {
  /** The one under way, or the last that the member was asked about. */
  async newest(
    unit: Unit,
    of: ClaimedProfile,
    state: 'under-way' | 'told',
  ): Promise<InterviewRow | undefined> {
    const [row] = await unit.manager.query<InterviewRow[]>(
      `select ${columns} from interview where cluster_id = $1 and organisation_id = $2
         and told_at is ${state === 'told' ? 'not null' : 'null'} order by told_at desc nulls first limit 1`,
      [of.cluster, of.organisation],
    );
    return row;
  }

  /** The one under way, which nobody else changes until this transaction ends; begins it where there is none. */
  async hold(unit: Unit, of: ClaimedProfile, now: Date): Promise<InterviewRow> {
    // one statement: between an insert that finds one and a look at it, somebody else may have told the member
    const [row] = await unit.manager.query<InterviewRow[]>(
      `insert into interview (id, cluster_id, organisation_id, author, started_at) values ($1, $2, $3, $4, $5)
       on conflict (cluster_id, organisation_id) where told_at is null
         do update set started_at = interview.started_at
       returning ${columns}`,
      [newId(), of.cluster, of.organisation, unit.scope.user ?? null, now],
    );
    if (!row) throw new Error('an interview was neither begun nor found');
    return row;
  }

  async find(unit: Unit, id: string): Promise<InterviewRow | undefined> {
    const [row] = await unit.manager.query<InterviewRow[]>(`select ${columns} from interview where id = $1`, [
      id,
    ]);
    return row;
  }

  /** In the order in which they were written. */
  async lines(unit: Unit, { lines }: Pick<InterviewRow, 'lines'>): Promise<InterviewLine[]> {
    return unit.manager.query<InterviewLine[]>(
      `select id, text as statement, date::text as date, competence_kind as kind, trl_from as "trlFrom",
         trl_to as "trlTo", basis,
         case state when 'unconfirmed' then 'open' when 'rejected' then 'refused' else 'right' end as verdict
       from evidence where id = any ($1::uuid[]) and source = '${interviewSource}'
       order by array_position($1::uuid[], id)`,
      [lines],
    );
  }

  /**
   * Writes a line, or writes it anew: the same id again replaces what stood there.
   *
   * @returns false where the id is something else, or the member has decided on it
   */
  async saveLine(
    unit: Unit,
    { id, organisation, cluster, lines }: InterviewRow,
    line: string,
    { text, language, today, competence: { kind, trlFrom, trlTo, basis } }: WrittenLine,
  ): Promise<boolean> {
    const rows = await unit.manager.query<unknown[]>(
      `insert into evidence as e (id, organisation_id, cluster_id, kind, source, text, language, date, state,
         competence_kind, trl_from, trl_to, basis)
       values ($1, $2, $3, 'competence', '${interviewSource}', $4, $5, $6, 'unconfirmed', $7, $8, $9, $10)
       on conflict (id) do update set text = excluded.text, language = excluded.language, date = excluded.date,
         competence_kind = excluded.competence_kind, trl_from = excluded.trl_from, trl_to = excluded.trl_to,
         basis = excluded.basis, version = e.version + 1
       where e.id = any ($11::uuid[]) and e.state = 'unconfirmed' returning id`,
      [line, organisation, cluster, text, language, today, kind, trlFrom, trlTo, basis, lines],
    );
    if (rows.length > 0 && !lines.includes(line))
      await unit.manager.query('update interview set lines = lines || $2::uuid where id = $1', [id, line]);
    return rows.length > 0;
  }

  /** @returns whether there was one */
  async removeLine(unit: Unit, { id, lines }: InterviewRow, line: string): Promise<boolean> {
    const [, removed] = await unit.manager.query<[unknown[], number]>(
      `delete from evidence where id = $1 and id = any ($2::uuid[]) and state = 'unconfirmed'`,
      [line, lines],
    );
    await unit.manager.query('update interview set lines = array_remove(lines, $2::uuid) where id = $1', [
      id,
      line,
    ]);
    return removed > 0;
  }

  async saveProgress(
    unit: Unit,
    id: string,
    { step, roles }: { readonly step: InterviewStep; readonly roles: readonly ProjectRole[] },
  ): Promise<void> {
    await unit.manager.query('update interview set step = $2, roles = $3 where id = $1', [
      id,
      step,
      [...new Set(roles)],
    ]);
  }

  async saveExclusions(unit: Unit, id: string, exclusions: readonly string[]): Promise<void> {
    await unit.manager.query('update interview set exclusions = $2 where id = $1', [id, exclusions]);
  }

  async told(unit: Unit, id: string, now: Date): Promise<void> {
    await unit.manager.query('update interview set told_at = $2 where id = $1', [id, now]);
  }

  async answered(unit: Unit, id: string): Promise<Date | null> {
    await unit.manager.query('update interview set answered_at = now() where id = $1', [id]);
    return (await this.find(unit, id))?.answeredAt ?? null;
  }

  /** @returns the token of the link that answers; only its hash is kept, and an earlier one ends */
  async newLink(unit: Unit, id: string): Promise<string> {
    const token = newToken();
    await unit.manager.query(
      `update interview set token_hash = $2, link_ends_at = now() + interval '${linkDays} days' where id = $1`,
      [id, tokenHash(token)],
    );
    return token;
  }

  async byLink(unit: Unit, token: string): Promise<InterviewRow | undefined> {
    const [row] = await unit.manager.query<InterviewRow[]>(
      `select ${columns} from interview where token_hash = $1 and link_ends_at > now() for update`,
      [tokenHash(token)],
    );
    return row;
  }
}
