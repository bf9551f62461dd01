import type { Unit } from '../../platform/database/unit-of-work.js';
import { noteOfAnother, tooManyNotes } from './member-note.errors.js';
import type { MemberNote } from './member-note.js';

const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const columns = `id, organisation_id as "organisationId", step, text, due_on::text as "dueOn",
  ${instant('done_at')} as "doneAt", ${instant('written_at')} as "writtenAt"`;

/** What is written of a note; the rest is known. */
export interface WrittenNote extends Pick<MemberNote, 'id' | 'organisationId' | 'step' | 'text' | 'dueOn'> {
  readonly clusterId: string;
  readonly done: boolean;
}

/** So many notes a cluster keeps about one member. */
export const mostNotes = 200;

/** Notes of a cluster's staff about its members. */
export class MemberNoteStore {
  /**
   * Writes it, or writes it anew: the same id again replaces what stood there.
   *
   * @throws {AppError} `organisations.note-of-another` where the id is a note about somebody else,
   *   `organisations.too-many-notes`
   */
  async save(unit: Unit, note: WrittenNote): Promise<MemberNote> {
    await this.#mustFit(unit, note);
    const [row] = await unit.manager.query<MemberNote[]>(
      `insert into member_note as n (id, cluster_id, organisation_id, step, text, due_on, done_at, author)
       values ($1, $2, $3, $4, $5, $6, case when $7 then now() end, $8)
       on conflict (id) do update set step = excluded.step, text = excluded.text, due_on = excluded.due_on,
         done_at = case when $7 then coalesce(n.done_at, now()) end, version = n.version + 1
       where n.cluster_id = excluded.cluster_id and n.organisation_id = excluded.organisation_id
       returning ${columns}`,
      [
        note.id,
        note.clusterId,
        note.organisationId,
        note.step,
        note.text,
        note.dueOn,
        note.done,
        unit.scope.user ?? unit.scope.role,
      ],
    );
    if (!row) throw noteOfAnother(note.id);
    return row;
  }

  /** Two who write at once count each other. */
  async #mustFit(unit: Unit, { id, clusterId, organisationId }: WrittenNote): Promise<void> {
    await unit.manager.query(`select pg_advisory_xact_lock(hashtext('member-notes:' || $1 || $2))`, [
      clusterId,
      organisationId,
    ]);
    const [row] = await unit.manager.query<{ others: number }[]>(
      `select count(*)::int as others from member_note where cluster_id = $1 and organisation_id = $2 and id <> $3`,
      [clusterId, organisationId, id],
    );
    if ((row?.others ?? 0) >= mostNotes) throw tooManyNotes(mostNotes);
  }

  /** @returns whether there was one */
  async remove(unit: Unit, clusterId: string, organisationId: string, id: string): Promise<boolean> {
    const [, removed] = await unit.manager.query<[unknown[], number]>(
      'delete from member_note where id = $1 and cluster_id = $2 and organisation_id = $3',
      [id, clusterId, organisationId],
    );
    return removed > 0;
  }

  /** Of one member, what is to do first, then the newest. */
  async of(unit: Unit, clusterId: string, organisationId: string): Promise<MemberNote[]> {
    return unit.manager.query<MemberNote[]>(
      `select ${columns} from member_note where cluster_id = $1 and organisation_id = $2
       order by step is not null and done_at is null desc, written_at desc, id`,
      [clusterId, organisationId],
    );
  }

  /** The step that is to be taken next for each member that has one: the one due first. */
  async nextSteps(unit: Unit, clusterId: string): Promise<Map<string, MemberNote>> {
    const rows = await unit.manager.query<MemberNote[]>(
      `select distinct on (organisation_id) ${columns} from member_note
       where cluster_id = $1 and step is not null and done_at is null
       order by organisation_id, due_on nulls last, written_at, id`,
      [clusterId],
    );
    return new Map(rows.map((note) => [note.organisationId, note]));
  }
}
