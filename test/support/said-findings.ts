import { MemberFindings, type DigestReader, type FoundItem, type Waiting } from '../../src/digests/index.js';

/** What is found for a digest, as a test says. */
export class SaidFindings extends MemberFindings {
  found: FoundItem[] = [];
  readonly asked: DigestReader[] = [];

  calls(reader: DigestReader): Promise<FoundItem[]> {
    this.asked.push(reader);
    return Promise.resolve(this.found);
  }

  waiting(): Promise<Waiting> {
    return Promise.resolve({ requests: 0, needs: [] });
  }
}
