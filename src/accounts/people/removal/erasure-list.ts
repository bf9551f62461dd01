import { Injectable } from '@nestjs/common';

import { UnitOfWork, type Unit } from '../../../platform/database/unit-of-work.js';
import { systemScope } from '../../../platform/database/scope.js';
import { foreignErasures, noErasureList } from '../../account.errors.js';
import { AuditTrail } from '../../audit-trail.store.js';
import { ClusterReadModel } from '../../cluster.read-model.js';
import { addressMark, isErasedMark } from '../address-mark.read-model.js';
import { ErasedReadModel, type Erased } from './erased.read-model.js';
import { HeldRecords } from './held-records.js';
import { OrganisationMarks } from './organisation-marks.read-model.js';
import { Removals } from './removals.js';

/** What a replay did. */
export interface Replayed {
  /** marks in the list */
  readonly listed: number;
  /** of those, how many the restored database did not know */
  readonly added: number;
  readonly people: number;
  readonly organisations: number;
}

const title = 'tessera erasures';
const line = /^([0-9a-f]{64}) (\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)$/;

/**
 * The list of those who were erased, to be kept outside the database, and replayed on a backup that was made before: it
 * holds one-way marks and days, no name and no address, and fits the database that it came from and its backups alone.
 */
@Injectable()
export class ErasureList {
  readonly #read = new ErasedReadModel();
  readonly #marks = new OrganisationMarks();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly removals: Removals,
    private readonly held: HeldRecords,
    private readonly audit: AuditTrail,
  ) {}

  async write(): Promise<string> {
    return this.unitOfWork.run(systemScope(), async (unit) => {
      const all = await this.#read.all(unit);
      const lines = all.map(({ mark, at }) => `${mark} ${at.toISOString()}`);
      return [`${title} ${await this.#read.fingerprint(unit)}`, ...lines, ''].join('\n');
    });
  }

  /**
   * Takes out again whoever a restored backup brought back. A second time changes nothing.
   *
   * @throws {AppError} `accounts.no-erasure-list`, naming the line; `accounts.foreign-erasures`: of another database
   */
  async replay(text: string): Promise<Replayed> {
    const { fingerprint, erased } = readList(text);
    const clusters = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    const everywhere = systemScope(clusters.map(({ id }) => id));
    const { added, people, organisations } = await this.unitOfWork.run(everywhere, async (unit) => {
      if ((await this.#read.fingerprint(unit)) !== fingerprint) throw foreignErasures();
      return {
        added: await this.#read.add(unit, erased),
        people: await this.#peopleBack(unit),
        organisations: await this.#organisationsBack(unit),
      };
    });
    for (const email of people) await this.removals.personAgain(email);
    for (const organisation of organisations) await this.removals.organisationAgain(organisation);
    const done = { listed: erased.length, added, people: people.length, organisations: organisations.length };
    await this.unitOfWork.run(systemScope(), (unit) => this.audit.record(unit, 'erasures.replayed', done));
    return done;
  }

  async #peopleBack(unit: Unit): Promise<string[]> {
    const back: string[] = [];
    for (const email of await this.#read.addresses(unit, this.held.addresses))
      if (await isErasedMark(unit, await addressMark(unit, email))) back.push(email);
    return back;
  }

  async #organisationsBack(unit: Unit): Promise<string[]> {
    const all = await this.#read.organisations(unit);
    const removed = await this.#marks.removed(
      unit,
      all.map(({ keys }) => keys),
    );
    return [...new Set(all.flatMap(({ id }, at) => (removed.has(at) ? [id] : [])))];
  }
}

function readList(text: string): { readonly fingerprint: string; readonly erased: Erased[] } {
  const [first = '', ...lines] = text.replace(/\n$/, '').split('\n');
  const fingerprint = new RegExp(`^${title} ([0-9a-f]{16})$`).exec(first)?.[1];
  if (fingerprint === undefined) throw noErasureList(1);
  const erased = lines.map((one, at) => {
    const [, mark, day] = line.exec(one) ?? [];
    if (mark === undefined || day === undefined) throw noErasureList(at + 2);
    return { mark, at: new Date(day) };
  });
  return { fingerprint, erased };
}
