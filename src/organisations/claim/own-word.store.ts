import type { Unit } from '../../platform/database/unit-of-work.js';
import { newId, stableId } from '../../platform/ids/uuid.js';
import type { StoredEvidenceState } from '../evidence.js';
import { foldLegalName } from '../fold-legal-name.js';
import type { ClaimField, CompetenceDetails } from './profile-line.js';
import type { FactValue } from './read-fact.js';
import type { ClaimedProfile } from './profile-lines.read-model.js';

/** What organisations themselves are called as a source. */
export const ownSource = 'self';

/** A text that an organisation may speak of. */
export interface StandingText {
  readonly id: string;
  readonly kind: 'profile' | 'competence';
  readonly source: string;
  readonly competence: CompetenceDetails;
}

/** What the organisation says of facts: the value that is right, or null where what is stated is wrong. */
export type FactChanges = ReadonlyMap<ClaimField, FactValue | null>;

export interface NewText {
  readonly kind: 'profile' | 'competence';
  readonly text: string;
  readonly language: 'en' | 'it' | null;
  readonly competence: CompetenceDetails | null;
  /** calendar date */
  readonly today: string;
}

const columnOf: Readonly<Record<Exclude<ClaimField, 'ecosystems'>, string>> = {
  legalName: 'legal_name',
  shortName: 'short_name',
  country: 'country',
  city: 'city',
  nuts: 'nuts',
  type: 'type',
  url: 'url',
  languages: 'languages',
  sme: 'sme',
  employees: 'employees',
  site: 'site',
};

/** What an organisation says of itself, as one of its clusters keeps it. Needs the service's scope over that cluster. */
export class OwnWordStore {
  /** Keeps facts in the organisation's own record. @param legalName as it is called now; a record needs one */
  async saveFacts(
    unit: Unit,
    of: ClaimedProfile,
    { changes, legalName, today }: { changes: FactChanges; legalName: string; today: string },
  ): Promise<void> {
    if (changes.size === 0) return;
    const id = stableId('own-record', of.cluster, of.organisation);
    await unit.manager.query(
      `insert into organisation_record (id, organisation_id, cluster_id, source, legal_name, folded_name, observed_on)
       values ($1, $2, $3, '${ownSource}', $4, $5, $6) on conflict (id) do nothing`,
      [id, of.organisation, of.cluster, legalName, foldLegalName(legalName), today],
    );
    for (const [field, value] of changes) await this.#saveFact(unit, id, field, value);
    await unit.manager.query(
      'update organisation_record set observed_on = $2, version = version + 1 where id = $1',
      [id, today],
    );
  }

  async #saveFact(unit: Unit, id: string, field: ClaimField, value: FactValue | null): Promise<void> {
    const denied = value === null ? 'array_append(array_remove(denied, $2), $2)' : 'array_remove(denied, $2)';
    await unit.manager.query(`update organisation_record set denied = ${denied} where id = $1`, [id, field]);
    if (field === 'ecosystems') {
      const written = Array.isArray(value) ? value.join('; ') : null;
      await unit.manager.query(
        `update organisation_record set extra = case when $2::text is null then extra - 'ecosystems'
           else jsonb_set(extra, '{ecosystems}', to_jsonb($2::text)) end where id = $1`,
        [id, written],
      );
      return;
    }
    const none = field === 'languages' ? [] : null;
    await unit.manager.query(`update organisation_record set ${columnOf[field]} = $2 where id = $1`, [
      id,
      value ?? none,
    ]);
    if (field === 'legalName' && typeof value === 'string')
      await unit.manager.query('update organisation_record set folded_name = $2 where id = $1', [
        id,
        foldLegalName(value),
      ]);
  }

  /** A text of this profile that it may still decide on. */
  async text(unit: Unit, of: ClaimedProfile, id: string): Promise<StandingText | undefined> {
    const [row] = await unit.manager.query<StandingText[]>(
      `select id, kind, source, json_build_object('kind', competence_kind, 'trlFrom', trl_from, 'trlTo', trl_to,
         'basis', basis) as competence
       from evidence where id = $1 and organisation_id = $2 and cluster_id = $3 and state <> 'rejected'
         and kind in ('profile', 'competence') for update`,
      [id, of.organisation, of.cluster],
    );
    return row;
  }

  async decide(unit: Unit, id: string, state: StoredEvidenceState, today: string): Promise<void> {
    await unit.manager.query(
      `update evidence set state = $2, decided_at = now(), date = case when $2 = 'confirmed' then $3::date else date end,
         version = version + 1 where id = $1`,
      [id, state, today],
    );
  }

  /** Changes a competence line of the organisation's own in place. */
  async rewrite(unit: Unit, id: string, { text, language, competence, today }: NewText): Promise<void> {
    await unit.manager.query(
      `update evidence set text = $2, language = $3, date = $4, state = 'confirmed', decided_at = now(),
         competence_kind = $5, trl_from = $6, trl_to = $7, basis = $8, version = version + 1 where id = $1`,
      [
        id,
        text,
        language,
        today,
        competence?.kind ?? null,
        competence?.trlFrom ?? null,
        competence?.trlTo ?? null,
        competence?.basis ?? null,
      ],
    );
  }

  async add(unit: Unit, of: ClaimedProfile, text: NewText): Promise<string> {
    const id = newId();
    const { kind, language, competence, today } = text;
    await unit.manager.query(
      `insert into evidence (id, organisation_id, cluster_id, kind, source, text, language, date, state, decided_at,
         competence_kind, trl_from, trl_to, basis)
       values ($1, $2, $3, $4, '${ownSource}', $5, $6, $7, 'confirmed', now(), $8, $9, $10, $11)`,
      [
        id,
        of.organisation,
        of.cluster,
        kind,
        text.text,
        language,
        today,
        competence?.kind ?? null,
        competence?.trlFrom ?? null,
        competence?.trlTo ?? null,
        competence?.basis ?? null,
      ],
    );
    return id;
  }

  /** How many competence lines of its own it has there. */
  async count(unit: Unit, of: ClaimedProfile): Promise<number> {
    const [row] = await unit.manager.query<{ count: number }[]>(
      `select count(*)::int as count from evidence where organisation_id = $1 and cluster_id = $2
         and source = '${ownSource}' and kind = 'competence' and state <> 'rejected'`,
      [of.organisation, of.cluster],
    );
    return row?.count ?? 0;
  }

  /** @returns false where the organisation is in no such project */
  async disown(unit: Unit, organisation: string, project: string): Promise<boolean> {
    const [row] = await unit.manager.query<{ found: boolean }[]>(
      'select exists (select from participation where organisation_id = $1 and project_id = $2) as found',
      [organisation, project],
    );
    if (!row?.found) return false;
    await unit.manager.query(
      'insert into disowned_project (organisation_id, project_id) values ($1, $2) on conflict do nothing',
      [organisation, project],
    );
    return true;
  }

  /**
   * Enters keys in the registry where they are free and nothing else is known. One that another organisation has is
   * kept in the own record alone: staff may find that both are the same, nothing decides so by itself.
   */
  async saveKeys(
    unit: Unit,
    of: ClaimedProfile,
    { pic, vatNumber }: { readonly pic: string | null; readonly vatNumber: string | null },
  ): Promise<void> {
    if (pic !== null)
      await unit.manager.query(
        `update organisation set pic = $2 where id = $1 and pic is null
           and not exists (select from organisation where pic = $2)`,
        [of.organisation, pic],
      );
    if (vatNumber !== null)
      await unit.manager.query(
        'update organisation set vat_number = $2 where id = $1 and vat_number is null',
        [of.organisation, vatNumber],
      );
    const stated = { ...(pic === null ? {} : { pic }), ...(vatNumber === null ? {} : { vatNumber }) };
    await unit.manager.query(
      `update organisation_record set extra = extra || $2::jsonb, version = version + 1
       where id = $1 and not extra @> $2::jsonb`,
      [stableId('own-record', of.cluster, of.organisation), JSON.stringify(stated)],
    );
  }
}
