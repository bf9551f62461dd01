import { judgeNeeds, type JudgedDraft } from '../../bench/needs/judge-needs.js';
import { readJudgedNeeds } from '../../bench/needs/read-judged-needs.js';
import { loadNeedCues } from '../../src/consortia/index.js';
import { sharedPath } from '../support/shared-data.js';

/** The open data beside the repository. Nothing of it is in the repository: absent, this is skipped. */
const portal = sharedPath('data/funding-tenders-portal');

(portal === undefined ? describe.skip : describe)('the needs drafted from real calls', () => {
  let drafts: readonly JudgedDraft[];
  beforeAll(async () => {
    drafts = await judgeNeeds(portal ?? '', readJudgedNeeds(), loadNeedCues());
  }, 60_000);
  const share = (of: readonly JudgedDraft[]): number =>
    of.reduce((sum, { found }) => sum + found.length, 0) /
    of.reduce((sum, { asked }) => sum + asked.length, 0);

  it('B-12: hold four of five roles that a person found, also in calls that the cues were not written for', () => {
    expect(drafts.length).toBeGreaterThanOrEqual(15);
    expect(share(drafts)).toBeGreaterThanOrEqual(0.9);
    expect(share(drafts.filter(({ half }) => half === 'held-out'))).toBeGreaterThanOrEqual(0.8);
  });

  it('B-12: hold at most two roles a call that nobody asks for', () => {
    expect(drafts.filter(({ spurious }) => spurious.length > 2)).toEqual([]);
  });
});
