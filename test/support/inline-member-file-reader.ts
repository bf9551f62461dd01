import { readSync } from 'node:fs';

import { placesOf } from '../../src/ingest/members/places-of-taxonomy.js';
import { type MemberFile, readMemberFile } from '../../src/ingest/members/read-member-file.js';
import { type MemberFileSource, MemberFileReader } from '../../src/ingest/parsing/member-file-reader.js';
import { loadTaxonomy } from '../../src/taxonomy/index.js';

const places = placesOf(loadTaxonomy());

/** Reads files in this process, for tests of what comes after; the process of its own has tests of its own. */
export class InlineMemberFileReader extends MemberFileReader {
  override read({ content, file, sheet, map }: MemberFileSource): Promise<MemberFile> {
    const bytes = Buffer.alloc(content.bytes);
    readSync(content.fd, bytes, 0, content.bytes, 0);
    return readMemberFile({ bytes, file, sheet }, { map, places: () => places });
  }
}
