import { basename } from 'node:path';
import type { Readable } from 'node:stream';

import { type Entry, openPromise, type ZipFile } from 'yauzl';

import { fileRefused } from '../tabular/tabular.errors.js';
import { damagedArchive, tooLarge } from './unreadable-source.errors.js';

export interface ZipMember {
  readonly name: string;
  readonly open: () => Promise<Readable>;
}

const mostMembers = 1_000;

/**
 * The files of a zip archive by their own names, whatever folder they lie in; nothing is written to disk.
 *
 * The archive is opened anew for each member that is read, so that none stays open.
 *
 * @throws {AppError} `ingest.archive-broken`, `ingest.file-encrypted`, `ingest.file-over-limit`
 */
export async function zipMembers(path: string): Promise<readonly ZipMember[]> {
  const archive = basename(path);
  const entries = await entriesOf(path, archive);
  return entries
    .filter(({ fileName }) => !fileName.endsWith('/') && !fileName.startsWith('__MACOSX/'))
    .map((entry) => ({ name: basename(entry.fileName), open: () => openMember(path, archive, entry) }))
    .sort((a, b) => Number(a.name > b.name) - Number(a.name < b.name));
}

async function entriesOf(path: string, archive: string): Promise<readonly Entry[]> {
  const zip = await openZip(path, archive);
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) if (entries.push(entry) > mostMembers) break;
  } catch {
    throw damagedArchive(archive);
  } finally {
    zip.close();
  }
  if (entries.length > mostMembers) throw tooLarge(archive, `${mostMembers} files`);
  if (entries.some((entry) => entry.isEncrypted())) {
    throw fileRefused(
      'file-encrypted',
      { file: archive },
      'it is encrypted',
      'unpack it and give the folder',
    );
  }
  return entries;
}

async function openMember(path: string, archive: string, entry: Entry): Promise<Readable> {
  const zip = await openZip(path, archive);
  try {
    return (await zip.openReadStreamPromise(entry)).once('close', () => zip.close());
  } catch {
    zip.close();
    throw damagedArchive(archive);
  }
}

async function openZip(path: string, archive: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false, validateEntrySizes: true });
  } catch {
    throw damagedArchive(archive);
  }
}
