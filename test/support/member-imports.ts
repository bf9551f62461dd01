import { Global, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { type Cluster, ClusterStore } from '../../src/accounts/index.js';
import { IngestModule } from '../../src/ingest/ingest.module.js';
import {
  ImportMembers,
  type ImportMembersOptions,
  type MemberImportReport,
} from '../../src/ingest/members/import-members.js';
import { Clock, SystemClock } from '../../src/platform/clock/clock.js';
import { type Scope, systemScope } from '../../src/platform/database/scope.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { newId } from '../../src/platform/ids/uuid.js';
import { openTestDatabase, type TestDatabase } from './database.js';

/** Member imports on a database of their own, with two clusters: ours and theirs. */
export class MemberImportsUnderTest {
  readonly ours = newId();
  readonly theirs = newId();
  readonly officer: Scope = { role: 'officer', clusters: [this.ours], user: 'officer' };
  readonly stranger: Scope = { role: 'officer', clusters: [this.theirs], user: 'stranger' };

  private constructor(
    readonly database: TestDatabase,
    readonly app: INestApplicationContext,
  ) {}

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

  run(text: string, options: ImportMembersOptions = {}, cluster = 'ours'): Promise<MemberImportReport> {
    const scope = cluster === 'theirs' ? this.stranger : this.officer;
    return this.app.get(ImportMembers).run(scope, request(text, cluster), options);
  }

  preview(text: string): Promise<MemberImportReport> {
    return this.app.get(ImportMembers).preview(this.officer, request(text, 'ours'));
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

function request(text: string, cluster: string) {
  return { bytes: Buffer.from(text), file: 'soci.csv', cluster };
}

function onTestDatabase(database: TestDatabase) {
  @Global()
  @Module({
    providers: [
      { provide: UnitOfWork, useValue: database.unitOfWork },
      { provide: Clock, useClass: SystemClock },
    ],
    exports: [UnitOfWork, Clock],
  })
  class PlatformOfTest {}

  @Module({ imports: [PlatformOfTest, IngestModule] })
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
