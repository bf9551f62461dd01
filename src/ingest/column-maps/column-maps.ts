import { Injectable } from '@nestjs/common';
import type { Unit } from '../../platform/database/unit-of-work.js';
import type { ColumnMap } from '../members/column-map.js';
import { ColumnMapStore, type SavedColumnMap } from './column-map.store.js';
import { columnMapNotFound, sourceName } from './source-name.js';

/** The column maps that a cluster keeps, one for each kind of file it gets. */
@Injectable()
export class ColumnMaps {
  constructor(private readonly store: ColumnMapStore) {}

  all(unit: Unit, clusterId: string): Promise<SavedColumnMap[]> {
    return this.store.all(unit, clusterId);
  }

  /** @throws {AppError} `ingest.column-map-not-found`, `ingest.source-name-invalid` */
  async find(unit: Unit, clusterId: string, source: string): Promise<SavedColumnMap> {
    const name = sourceName(source);
    const found = await this.store.find(unit, clusterId, name);
    if (found !== undefined) return found;
    const saved = await this.store.all(unit, clusterId);
    throw columnMapNotFound(
      name,
      saved.map((one) => one.source),
    );
  }

  /** @throws {AppError} `ingest.source-name-invalid` */
  save(unit: Unit, clusterId: string, source: string, map: ColumnMap): Promise<void> {
    return this.store.save(unit, clusterId, sourceName(source), map);
  }

  /** @throws {AppError} `ingest.column-map-not-found`, `ingest.source-name-invalid` */
  async remove(unit: Unit, clusterId: string, source: string): Promise<void> {
    const { source: name } = await this.find(unit, clusterId, source);
    await this.store.remove(unit, clusterId, name);
  }
}
