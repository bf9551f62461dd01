import { Injectable } from '@nestjs/common';

import { AuditTrail, ClusterReadModel, type Cluster } from '../../accounts/index.js';
import { OpportunityReadModel, OpportunityStore, type OpportunityId } from '../../opportunities/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Scope, systemScope } from '../../platform/database/scope.js';
import { type Unit, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';
import { Taxonomy } from '../../taxonomy/index.js';
import { handCallNotFound, ofNoCluster, regionUnknown, tooManyHandCalls } from './hand-call.errors.js';
import { addedBy, fromHandRecord, toHandRecord, type HandCall } from './hand-call.js';
import { proposeHandCall, type ProposedHandCall } from './propose-hand-call.js';
import { RegionNames } from './region-names.js';

/** A call that a cluster added, as it stands. */
export interface StoredHandCall {
  readonly id: OpportunityId;
  readonly identifier: string;
  readonly call: HandCall;
  /** in their country's language, in the order of the codes */
  readonly regionNames: readonly string[];
  readonly withdrawn: boolean;
  /** ISO instant */
  readonly statedAt: string;
}

/** More than any cluster follows at a time. */
const mostOfCluster = 500;

/**
 * Calls that officers add by hand: seen and ranked by everybody like any other, changed by the cluster that added them.
 */
@Injectable()
export class HandCalls {
  readonly #regions: RegionNames;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly clusters: ClusterReadModel,
    private readonly opportunities: OpportunityReadModel,
    private readonly store: OpportunityStore,
    private readonly audit: AuditTrail,
    taxonomy: Taxonomy,
  ) {
    this.#regions = new RegionNames(taxonomy);
  }

  /** What a pasted text says, to be looked at. Nothing of it is kept. */
  propose(text: string): ProposedHandCall {
    return proposeHandCall(text, (sentence) => this.#regions.within(sentence));
  }

  /** Those of the asker's cluster, withdrawn ones too, the newest first. */
  async list(scope: Scope): Promise<StoredHandCall[]> {
    return this.unitOfWork.run(scope, async (unit) => this.#ofCluster(unit, await this.#cluster(unit)));
  }

  /** @throws {AppError} `ingest.region-unknown`, `ingest.too-many-hand-calls`, `ingest.of-no-cluster` */
  async add(scope: Scope, call: HandCall): Promise<StoredHandCall> {
    const known = { ...call, regions: this.#codes(call.regions) };
    const cluster = await this.unitOfWork.run(scope, async (unit) => {
      const own = await this.#cluster(unit);
      const standing = await this.#ofCluster(unit, own);
      if (standing.filter(({ withdrawn }) => !withdrawn).length >= mostOfCluster)
        throw tooManyHandCalls(mostOfCluster);
      return own;
    });
    const identifier = `${cluster.slug}-${newId().replaceAll('-', '').slice(-8)}`.toUpperCase();
    return this.#say(scope, cluster, { identifier, call: known, withdrawn: false }, 'call.added-by-hand');
  }

  /** @throws {AppError} `ingest.hand-call-not-found`, `ingest.region-unknown`, `ingest.of-no-cluster` */
  async change(scope: Scope, id: string, call: HandCall): Promise<StoredHandCall> {
    const known = { ...call, regions: this.#codes(call.regions) };
    const { cluster, stored } = await this.#find(scope, id);
    return this.#say(scope, cluster, { ...stored, call: known }, 'call.changed-by-hand');
  }

  /** Takes it out of every list, or puts it back. Throws as `change` does. */
  async withdraw(scope: Scope, id: string, withdrawn: boolean): Promise<StoredHandCall> {
    const { cluster, stored } = await this.#find(scope, id);
    return this.#say(scope, cluster, { ...stored, withdrawn }, 'call.withdrawn-by-hand');
  }

  /** Written by the service itself, because calls are everybody's; that it was asked for, in the asker's own name. */
  async #say(
    scope: Scope,
    cluster: Cluster,
    said: Pick<StoredHandCall, 'identifier' | 'call' | 'withdrawn'>,
    action: string,
  ): Promise<StoredHandCall> {
    const observedAt = this.clock.now().toISOString();
    const origin = { cluster: cluster.slug, observedAt, ...said };
    await this.unitOfWork.run(systemScope([cluster.id]), (unit) =>
      this.store.save(unit, [toHandRecord(said.call, origin)], null),
    );
    return this.unitOfWork.run(scope, async (unit) => {
      await this.audit.record(unit, action, { cluster: cluster.id, withdrawn: said.withdrawn });
      const all = await this.#ofCluster(unit, cluster);
      const found = all.find(({ identifier }) => identifier === said.identifier);
      if (!found) throw handCallNotFound(said.identifier);
      return found;
    });
  }

  async #find(scope: Scope, id: string): Promise<{ cluster: Cluster; stored: StoredHandCall }> {
    return this.unitOfWork.run(scope, async (unit) => {
      const cluster = await this.#cluster(unit);
      const stored = (await this.#ofCluster(unit, cluster)).find((each) => each.id === id);
      if (!stored) throw handCallNotFound(id);
      return { cluster, stored };
    });
  }

  async #ofCluster(unit: Unit, cluster: Cluster): Promise<StoredHandCall[]> {
    const said = await this.opportunities.saidBy(unit, 'by-hand');
    return said
      .filter(({ record }) => addedBy(record) === cluster.slug)
      .map(({ id, record }) => {
        const call = fromHandRecord(record);
        return {
          id,
          identifier: record.identifier,
          call,
          regionNames: call.regions.map((code) => this.#regions.name(code)),
          withdrawn: record.statedStatus === 'withdrawn',
          statedAt: record.observedAt,
        };
      });
  }

  async #cluster(unit: Unit): Promise<Cluster> {
    const own = (await this.clusters.all(unit)).filter(({ id }) => unit.scope.clusters.includes(id));
    if (own[0] === undefined || own.length > 1) throw ofNoCluster();
    return own[0];
  }

  #codes(regions: readonly string[]): string[] {
    const codes = regions.map((text) => {
      const code = this.#regions.find(text);
      if (code === undefined) throw regionUnknown(text);
      return code;
    });
    return [...new Set(codes)];
  }
}
