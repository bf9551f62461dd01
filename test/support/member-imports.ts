import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { type Cluster, ClusterReadModel, ClusterStore } from '../../src/accounts/index.js';
import { ColumnMaps } from '../../src/ingest/column-maps/column-maps.js';
import { ImportRunStore } from '../../src/ingest/import-run.store.js';
import { IngestModule } from '../../src/ingest/ingest.module.js';
import {
  ImportMembers,
  type ImportMembersOptions,
  type MemberImportReport,
  type MemberImportRequest,
} from '../../src/ingest/members/import-members.js';
import { MemberPlanning } from '../../src/ingest/members/member-planning.js';
import { WriteMembers } from '../../src/ingest/members/write-members.js';
import { SystemClock } from '../../src/platform/clock/clock.js';
import { type Scope, systemScope } from '../../src/platform/database/scope.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { SpooledFile } from '../../src/platform/files/spooled-file.js';
import { newId } from '../../src/platform/ids/uuid.js';
import { openTestDatabase, type TestDatabase } from './database.js';
import { InlineMemberFileReader } from './inline-member-file-reader.js';
import { PlatformParts } from './platform-parts.js';
import { spooled } from './spooled.js';

/** Member imports on a database of their own, with two clusters: ours and theirs. */
export class MemberImportsUnderTest {
  readonly ours = newId();
  readonly theirs = newId();
  readonly officer: Scope = { role: 'officer', clusters: [this.ours], user: 'officer' };
  readonly stranger: Scope = { role: 'officer', clusters: [this.theirs], user: 'stranger' };

  /** as wired, but for the process that reads files: one start each is too slow for so many */
  readonly members: ImportMembers;

  private constructor(
    readonly database: TestDatabase,
    readonly app: INestApplicationContext,
  ) {
    this.members = new ImportMembers(
      app.get(UnitOfWork),
      app.get(ClusterReadModel),
      app.get(MemberPlanning),
      app.get(WriteMembers),
      app.get(ImportRunStore),
      new InlineMemberFileReader(),
      app.get(ColumnMaps),
    );
  }

  static async open(): Promise<MemberImportsUnderTest> {
    const database = await openTestDatabase();
    const app = await NestFactory.createApplicationContext(onTestDatabase(database), { logger: false });
    const opened = new MemberImportsUnderTest(database, app);
    await database.unitOfWork.run(systemScope([opened.ours, opened.theirs]), (unit) =>
      app.get(ClusterStore).save(unit, [cluster(opened.ours, 'ours'), cluster(opened.theirs, 'theirs')]),
    );
    return opened;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.close();
  }

  run(
    text: string | Uint8Array,
    options: ImportMembersOptions = {},
    cluster = 'ours',
  ): Promise<MemberImportReport> {
    const scope = cluster === 'theirs' ? this.stranger : this.officer;
    return this.importing(text, (content) => this.members.run(scope, request(content, cluster), options));
  }

  /** The same of a kind of file, with a map or the one that is saved. */
  runOf(
    text: string,
    {
      cluster,
      dryRun,
      ...how
    }: Pick<MemberImportRequest, 'source' | 'map' | 'cluster'> & ImportMembersOptions,
  ): Promise<MemberImportReport> {
    const scope = cluster === 'theirs' ? this.stranger : this.officer;
    return this.importing(text, (content) =>
      this.members.run(scope, { ...request(content, cluster), ...how }, { dryRun }),
    );
  }

  preview(text: string | Uint8Array): Promise<MemberImportReport> {
    return this.importing(text, (content) => this.members.preview(this.officer, request(content, 'ours')));
  }

  private async importing<T>(
    text: string | Uint8Array,
    work: (content: SpooledFile) => Promise<T>,
  ): Promise<T> {
    const content = await spooled(text);
    try {
      return await work(content);
    } finally {
      await content.close();
    }
  }

  query<T>(sql: string, scope: Scope = systemScope([this.ours, this.theirs])): Promise<T[]> {
    return this.database.unitOfWork.run(scope, (unit) => unit.manager.query<T[]>(sql));
  }

  async asOwner(sql: string): Promise<void> {
    const owner = new pg.Client({ ...this.database.owner });
    await owner.connect();
    await owner.query(sql);
    await owner.end();
  }

  /** Every fact that stands, with its version. */
  everything(): Promise<unknown[]> {
    const tables = ['organisation', 'organisation_record', 'membership', 'evidence'];
    return Promise.all(
      tables.map((table) =>
        this.query(`select to_jsonb(t) - 'created_at' as row from ${table} t order by id`),
      ),
    );
  }

  /** The same without versions and runs: what undo must restore. */
  async facts(): Promise<string> {
    return JSON.stringify(await this.everything()).replace(
      /"(version|import_run_id)": ?("[^"]*"|\d+|null),?/g,
      '',
    );
  }
}

export const verdictsOf = ({ plan }: MemberImportReport): string[] => plan.rows.map(({ verdict }) => verdict);

function request(content: SpooledFile, cluster: string) {
  return { content, file: 'soci.csv', cluster };
}

function onTestDatabase(database: TestDatabase) {
  @Module({ imports: [PlatformParts.on(database, new SystemClock()), IngestModule] })
  class Application {}
  return Application;
}

function cluster(id: string, slug: string): Cluster {
  return {
    id: id as Cluster['id'],
    slug,
    nameEn: slug,
    nameIt: slug,
    ecosystems: [],
    technologyAreas: [],
    networks: null,
    pilots: [],
    memberCount: null,
    memberCountSource: null,
    city: null,
    nuts: null,
    url: null,
    organisationId: null,
  };
}
