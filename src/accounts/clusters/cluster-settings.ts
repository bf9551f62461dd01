import { Injectable } from '@nestjs/common';

import { systemScope, type Scope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { readableColour } from '../../platform/mail/index.js';
import { AuditTrail } from '../audit-trail.store.js';
import { badCluster, clusterNotFound } from '../account.errors.js';
import type { Cluster } from '../cluster.js';
import { ClusterReadModel } from '../cluster.read-model.js';
import { ClusterStore } from '../cluster.store.js';
import { namedText } from '../create-cluster.js';
import { ClusterSettingStore, type ClusterLogo, type ClusterSetting } from './cluster-setting.store.js';
import { readPicture } from './picture.js';

/** What staff set of their own cluster, names included. */
export interface ClusterSettings extends ClusterSetting {
  readonly cluster: Cluster;
}

export type WantedSettings = Omit<ClusterSetting, 'hasLogo'> & Pick<Cluster, 'nameEn' | 'nameIt'>;

/** Largest logo, in bytes and in pixels a side. */
export const largestLogo = 200 * 1024;
const widestLogo = 2_000;
const longestSender = 80;

/** How a cluster looks and works: read by its people, set by its staff. */
@Injectable()
export class ClusterSettingsOfOwn {
  readonly #store = new ClusterSettingStore();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
    private readonly clusterStore: ClusterStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws {AppError} `accounts.cluster-not-found` where none, or more than one, is theirs */
  async own(scope: Scope, slug: string | undefined): Promise<Cluster> {
    return this.unitOfWork.run(scope, async (unit) => {
      if (slug !== undefined) return this.clusters.ownBySlug(unit, slug);
      const own = (await this.clusters.all(unit)).filter(({ id }) => scope.clusters.includes(id));
      if (own[0] === undefined || own.length > 1) throw clusterNotFound('', own);
      return own[0];
    });
  }

  async read(scope: Scope, slug: string | undefined): Promise<ClusterSettings> {
    const cluster = await this.own(scope, slug);
    return this.unitOfWork.run(scope, async (unit) => ({
      cluster,
      ...(await this.#store.of(unit, cluster.id)),
    }));
  }

  /** @throws {AppError} `accounts.bad-cluster`, naming the field */
  async change(scope: Scope, slug: string | undefined, wanted: WantedSettings): Promise<void> {
    const { nameEn, nameIt, ...setting } = checked(wanted);
    const cluster = await this.own(scope, slug);
    await this.#as(scope, cluster.id, async (unit) => {
      await this.clusterStore.save(unit, [{ ...cluster, nameEn, nameIt }]);
      await this.#store.save(unit, cluster.id, setting);
      await this.audit.record(unit, 'cluster.settings-changed', {}, { cluster: cluster.id });
    });
  }

  /** The first cluster's in the scope that has one, or of the one named. */
  async logo(scope: Scope, slug: string | undefined): Promise<ClusterLogo | null> {
    const cluster = await this.own(scope, slug);
    return this.unitOfWork.run(scope, (unit) => this.#store.logo(unit, cluster.id));
  }

  /** @param bytes null: from now on without @throws {AppError} `accounts.bad-cluster` */
  async setLogo(scope: Scope, slug: string | undefined, bytes: Buffer | null): Promise<void> {
    const logo = bytes === null ? null : toLogo(bytes);
    const cluster = await this.own(scope, slug);
    await this.#as(scope, cluster.id, async (unit) => {
      await this.#store.setLogo(unit, cluster.id, logo);
      await this.audit.record(
        unit,
        'cluster.logo-changed',
        { bytes: bytes?.length ?? 0 },
        { cluster: cluster.id },
      );
    });
  }

  #as<T>({ user }: Scope, cluster: string, work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.unitOfWork.run({ ...systemScope([cluster]), ...(user === undefined ? {} : { user }) }, work);
  }
}

function checked(wanted: WantedSettings): WantedSettings {
  const { colour, timeZone, senderName, languages } = wanted;
  if (colour !== null && readableColour(colour).toLowerCase() !== colour.toLowerCase())
    throw badCluster(
      'colour',
      colour,
      `white text cannot be read on it at 4.5 to 1; take ${readableColour(colour)} or a darker one`,
    );
  if (timeZone !== 'UTC' && !Intl.supportedValuesOf('timeZone').includes(timeZone))
    throw badCluster('timeZone', timeZone, 'no such time zone; write one like Europe/Rome');
  if (senderName !== null && (senderName.length > longestSender || /["<>@\\,;:]/u.test(senderName)))
    throw badCluster(
      'senderName',
      senderName,
      `write a name without " < > @ \\ , ; : in at most ${longestSender} characters`,
    );
  return {
    ...wanted,
    nameEn: namedText('nameEn', wanted.nameEn),
    nameIt: namedText('nameIt', wanted.nameIt),
    senderName: senderName === null ? null : namedText('senderName', senderName),
    patronSaint: wanted.patronSaint === null ? null : dayOfYear(wanted.patronSaint),
    languages: [...new Set(languages)],
    closedOn: [...new Set(wanted.closedOn)].sort(),
  };
}

function dayOfYear(day: string): string {
  // a leap year, so that 29 February is a day
  const date = new Date(`2024-${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(5, 10) !== day)
    throw badCluster('patronSaint', day, 'no such day; write month and day, 12-07');
  return day;
}

function toLogo(bytes: Buffer): ClusterLogo {
  if (bytes.length > largestLogo)
    throw badCluster('logo', `${bytes.length} bytes`, `larger than ${largestLogo / 1024} kB`);
  const picture = readPicture(bytes);
  if (!picture) throw badCluster('logo', 'the file', 'it is no PNG, JPEG or WebP picture');
  const { type, width, height } = picture;
  if (width < 1 || height < 1 || width > widestLogo || height > widestLogo)
    throw badCluster('logo', `${width} × ${height}`, `it has more than ${widestLogo} pixels a side, or none`);
  return { bytes, type };
}
