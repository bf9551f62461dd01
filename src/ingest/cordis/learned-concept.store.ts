import { bulkInsert } from '../../platform/database/bulk-insert.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import type { ConceptRow } from './cordis-rows.js';

/** Keeps the EuroSciVoc classes that projects were given, the vocabulary's open-ended part. */
export class LearnedConceptStore {
  /** Adds classes and corrects labels; the same again changes nothing. @returns how many were written */
  save(unit: Unit, concepts: readonly ConceptRow[]): Promise<number> {
    const rows = concepts.map(({ code, label, path }) => ({ code, label, path }));
    const target = {
      table: 'concept',
      columns: ['code', 'label', 'path'],
      conflict: `on conflict (code) do update
        set label = excluded.label, path = coalesce(excluded.path, concept.path)
        where (concept.label, concept.path)
          is distinct from (excluded.label, coalesce(excluded.path, concept.path))`,
    };
    return bulkInsert(unit, target, rows);
  }
}
