import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { sharedPath } from '../../../test/support/shared-data.js';
import { loadTaxonomy } from '../../taxonomy/index.js';
import { portalSource } from '../portal/read-portal.js';
import { fetchPortal } from './fetch-portal.js';
import { PortalSearch } from './portal-search.connector.js';

/** A whole crawl that lies beside the repository, unpacked: what the portal sent. Absent, it is skipped. */
const recorded = sharedPath('data/funding-tenders-portal/search-api-raw');

class RecordedSearch extends PortalSearch {
  async page(page: number): Promise<Buffer> {
    const name = `2026-07-24-page-${String(page).padStart(2, '0')}.json.gz`;
    return gunzipSync(readFileSync(join(recorded ?? '', name)));
  }

  announcements(): Promise<Buffer> {
    throw new RangeError('nobody asked for announcements');
  }

  close(): void {}
}

(recorded === undefined ? describe.skip : describe)('what the portal really sent', () => {
  it('passes for a whole pass, page by page', async () => {
    const files = await fetchPortal(new RecordedSearch(), { startedAt: new Date('2026-07-24T04:00:00Z') });
    const { pass } = await portalSource('portal', files, { taxonomy: loadTaxonomy(), seenAt: new Date(0) });
    expect(pass.files).toHaveLength(13);
    // That crawl sorted by deadline, where pages overlap and skip.
    expect(pass).toMatchObject({ records: 1247, totalResults: 1247, leftOut: 0, complete: false });
  }, 60_000);
});
