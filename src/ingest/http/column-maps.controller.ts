import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../../accounts/index.js';
import type { Scope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ColumnMaps } from '../column-maps/column-maps.js';
import { importNotFound } from '../import.errors.js';
import { toColumnMap } from '../members/column-map.js';
import {
  ColumnMapListResponse,
  ColumnMapParam,
  ColumnMapResponse,
  fromSaveColumnMapRequest,
  SaveColumnMapRequest,
  toColumnMapResponse,
} from './column-map.dto.js';

@ApiTags('imports')
@Controller('column-maps')
export class ColumnMapsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scope: CurrentScope,
    private readonly maps: ColumnMaps,
  ) {}

  /** The column maps that the asker's cluster keeps, one for each kind of file it imports. */
  @Get()
  async list(): Promise<ColumnMapListResponse> {
    const scope = this.scope.ofCaller();
    const saved = await this.unitOfWork.run(scope, (unit) => this.maps.all(unit, clusterOf(scope)));
    return { items: saved.map(toColumnMapResponse) };
  }

  /** Keeps a column map, in place of the one that stood for the same kind of file. */
  @Put(':source')
  async save(
    @Param() { source }: ColumnMapParam,
    @Body() body: SaveColumnMapRequest,
  ): Promise<ColumnMapResponse> {
    const map = toColumnMap(fromSaveColumnMapRequest(body), 'the map');
    const scope = this.scope.ofCaller();
    return this.unitOfWork.run(scope, async (unit) => {
      await this.maps.save(unit, clusterOf(scope), source, map);
      return toColumnMapResponse(await this.maps.find(unit, clusterOf(scope), source));
    });
  }

  /** Forgets a column map. What was imported with it stays. */
  @Delete(':source')
  @HttpCode(204)
  async remove(@Param() { source }: ColumnMapParam): Promise<void> {
    const scope = this.scope.ofCaller();
    await this.unitOfWork.run(scope, (unit) => this.maps.remove(unit, clusterOf(scope), source));
  }
}

/** @throws {AppError} `ingest.import-not-found` where the asker has no cluster */
function clusterOf(scope: Scope): string {
  const [own] = scope.clusters;
  if (own === undefined) throw importNotFound('of no cluster');
  return own;
}
