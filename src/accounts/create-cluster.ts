import { Injectable } from '@nestjs/common';

import type { Scope } from '../platform/database/scope.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { newId } from '../platform/ids/uuid.js';
import { badCluster, clusterExists } from './account.errors.js';
import { AuditTrail } from './audit-trail.store.js';
import type { Cluster, ClusterId } from './cluster.js';
import { ClusterReadModel } from './cluster.read-model.js';
import { ClusterStore } from './cluster.store.js';

/** What is said of a new cluster; what is not said is null. */
export interface NewCluster {
  /** 2 to 20 lower-case letters, digits and hyphens, from a letter to a letter or digit */
  readonly slug: string;
  readonly nameEn: string;
  readonly nameIt: string;
  /** codes of the S3 ecosystems */
  readonly ecosystems: readonly string[];
  readonly city: string | null;
  readonly url: string | null;
}

const longestName = 200;
const longestUrl = 2_000;

/** Takes a cluster in: a new tenant, with no members yet. */
@Injectable()
export class CreateCluster {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly store: ClusterStore,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @param scope of the operator
   * @throws {AppError} `accounts.bad-cluster`, `accounts.cluster-exists`
   */
  async run(scope: Scope, input: NewCluster): Promise<Cluster> {
    const cluster = toCluster(input);
    return this.unitOfWork.run(scope, async (unit) => {
      const before = await this.clusters.all(unit);
      if (before.some(({ slug }) => slug === cluster.slug)) throw clusterExists(cluster.slug);
      await this.store.save(unit, [cluster]);
      const stored = await this.clusters.bySlug(unit, cluster.slug);
      // Somebody else made it meanwhile: the store kept their id, and what we wrote over it is undone by the error.
      if (stored.id !== cluster.id) throw clusterExists(cluster.slug);
      await this.audit.record(unit, 'cluster.created', { cluster: cluster.id });
      return stored;
    });
  }
}

function toCluster(input: NewCluster): Cluster {
  if (!/^[a-z](?=.{1,19}$)[a-z0-9-]*[a-z0-9]$/.test(input.slug))
    throw badCluster(
      'slug',
      input.slug,
      'give 2 to 20 lower-case letters, digits and hyphens, a letter first',
    );
  return {
    id: newId() as ClusterId,
    slug: input.slug,
    nameEn: namedText('name-en', input.nameEn),
    nameIt: namedText('name-it', input.nameIt),
    ecosystems: [...new Set(input.ecosystems)],
    technologyAreas: [],
    networks: null,
    pilots: [],
    memberCount: null,
    memberCountSource: null,
    city: input.city === null ? null : namedText('city', input.city),
    nuts: null,
    url: input.url === null ? null : page(input.url),
    organisationId: null,
  };
}

/** A name as people write it. @throws {AppError} `accounts.bad-cluster`, naming the field */
export function namedText(field: string, value: string): string {
  const text = value.normalize('NFC').trim();
  if (text === '') throw badCluster(field, value, 'it is empty; write it out');
  if (text.length > longestName) throw badCluster(field, value, `longer than ${longestName} characters`);
  if (/[\p{Cc}\p{Cf}]/u.test(text))
    throw badCluster(field, value, 'it holds control characters; leave them out');
  return text;
}

function page(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const usable = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  if (!usable || value.length > longestUrl)
    throw badCluster('url', value, 'give a web address that begins with https:// or http://');
  return url.href;
}
