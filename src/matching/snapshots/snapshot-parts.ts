import { Injectable } from '@nestjs/common';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids/uuid.js';
import type { Audience } from './audience.js';
import { contentFingerprint } from './calls-fingerprint.js';
import { SegmentFolder } from './segment-folder.js';
import { SegmentStore, type StoredSegment } from './segment.store.js';

/** A part just built, not yet written. */
export type BuiltPart = Pick<
  StoredSegment,
  'audience' | 'clusterId' | 'fingerprint' | 'documents' | 'organisations'
> & { readonly bytes: Uint8Array };

/** Of a segment whose texts a provider has not all answered for: it stands for an hour, then it is built again. */
export const unfinished = (fingerprint: string): string => `${fingerprint}|unfinished`;

/** The parts of snapshots: files, and the rows that say which there are. */
@Injectable()
export class SnapshotParts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly segments: SegmentStore,
    private readonly folder: SegmentFolder,
  ) {}

  /** The newest part of an audience, if it was built from what there is now. */
  async standing(unit: Unit, audience: Audience, fingerprint: string): Promise<StoredSegment | undefined> {
    const newest = (await this.segments.newest(unit)).find((segment) => segment.audience === audience);
    if (newest === undefined) return undefined;
    const waits =
      newest.fingerprint === unfinished(fingerprint) && (await this.segments.isFresh(unit, newest.id));
    if (newest.fingerprint !== fingerprint && !waits) return undefined;
    return (await this.folder.has(newest.fileName)) ? newest : undefined;
  }

  /** The bytes of the newest part of an audience; null where there is none, or its file went away. */
  async newest(clusters: readonly string[], audience: Audience): Promise<SharedArrayBuffer | null> {
    const newest = await this.unitOfWork.run(systemScope(clusters), (unit) => this.segments.newest(unit));
    const part = newest.find((segment) => segment.audience === audience);
    if (part === undefined || !(await this.folder.has(part.fileName))) return null;
    return this.read(part);
  }

  /** Writes a part that is not a segment, unless it stands: open data, known by its content. */
  async add(audience: Audience, bytes: Uint8Array, documents: number): Promise<StoredSegment> {
    const fingerprint = contentFingerprint(bytes);
    const standing = await this.unitOfWork.run(systemScope(), (unit) =>
      this.standing(unit, audience, fingerprint),
    );
    const built = { audience, clusterId: null, fingerprint, bytes, documents, organisations: 0 };
    return standing ?? this.keep([], built);
  }

  /** @param clusters in whose scope its row is written */
  async keep(clusters: readonly string[], built: BuiltPart): Promise<StoredSegment> {
    const id = newId();
    const fileName = `${built.audience}-${id}.segment`;
    const file = await this.folder.write(fileName, built.bytes);
    return this.unitOfWork.run(systemScope(clusters), async (unit) => {
      await this.segments.add(unit, { ...built, id, fileName, sha256: file.sha256, bytes: file.bytes });
      const [segment] = await this.segments.byIds(unit, [id]);
      if (!segment) throw new Error(`segment ${id} was not stored`);
      return segment;
    });
  }

  /** Puts a rewritten segment in the place of another; the old file goes at once. */
  async replace(
    clusters: readonly string[],
    old: StoredSegment,
    content: Pick<BuiltPart, 'bytes' | 'documents' | 'organisations'>,
  ): Promise<void> {
    const id = newId();
    const fileName = `${old.audience}-${id}.segment`;
    const file = await this.folder.write(fileName, content.bytes);
    await this.unitOfWork.run(systemScope(clusters), (unit) =>
      this.segments.replace(unit, old, { ...old, ...content, id, fileName, ...file }),
    );
    await this.folder.remove(old.fileName);
  }

  /** Files whose rows are gone. */
  async forget(fileNames: readonly string[]): Promise<void> {
    for (const fileName of fileNames) await this.folder.remove(fileName);
  }

  /** @throws {AppError} `matching.segment-missing`, `matching.segment-damaged` */
  read({ fileName, sha256 }: StoredSegment): Promise<SharedArrayBuffer> {
    return this.folder.read(fileName, sha256);
  }
}
