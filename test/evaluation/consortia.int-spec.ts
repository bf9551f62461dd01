import { loadRulebook } from '../../src/app/eligibility/load-rulebook.js';
import { sharedPath } from '../support/shared-data.js';
import { figuresOf, judgeAssembly } from './consortia/judge-assembly.js';
import { checkReal } from './consortia/real-consortia.js';
import { callOf, clinicalSeat, knownBefore, rank, type Known } from './consortia/replay.js';

/** The open data beside the repository. Nothing of it is in the repository: absent, this is skipped. */
const cordis = sharedPath('data/cordis-horizon-europe') ?? '';
const say = (line: string): void => void process.stderr.write(`${line}\n`);

(cordis === '' ? describe.skip : describe)('consortia of the open data', () => {
  it('of which ten were put to the rules and looked at by hand get the result a person found', async () => {
    const checked = await checkReal(cordis, loadRulebook().book);
    for (const { grant, ruleSet, partners, answer, byHand, why } of checked)
      say(`${grant} ${ruleSet}, ${partners} partners: ${answer.result}; by hand ${byHand}: ${why}`);
    expect(checked).toHaveLength(10);
    expect(checked.filter(({ answer, byHand }) => answer.result !== byHand)).toEqual([]);
  }, 120_000);

  it('put together again under the rules keep every rule, and are no worse than the top of the list', async () => {
    const window = { cut: '2024-09-01', until: '2025-06-01', every: 40 };
    const figures = figuresOf(
      await judgeAssembly(cordis, window, { coverage: 10, fit: 1, ties: 0, seat: 0.5 }),
    );
    say(JSON.stringify(figures));
    expect(figures.consortia).toBeGreaterThanOrEqual(20);
    expect(figures.rulesBroken).toBe(0);
    expect(figures.interval.high).toBeGreaterThanOrEqual(0);
  }, 300_000);

  describe('known before November 2022', () => {
    let known: Known;
    beforeAll(async () => {
      known = await knownBefore(cordis, '2022-11-01');
    }, 120_000);

    it.each(['HORIZON-CL6-2022-COMMUNITIES-01-02', 'HORIZON-CL6-2022-FARM2FORK-01-03'])(
      'B-10: answer %s with who won it among those who were known',
      async (topic) => {
        const call = await callOf(cordis, topic);
        const list = rank(known, call, 500);
        const winners = known.projects.filter(
          (project) => project.topic.toLowerCase() === topic.toLowerCase(),
        );
        const won = new Set(
          winners.flatMap(({ participants }) => participants.map(({ organisation }) => organisation)),
        );
        const inPool = [...won].filter((id) => known.facts.has(id));
        const places = list.flatMap(({ organisation }, at) => (won.has(organisation) ? [at + 1] : []));
        const lombard = rank(known, call, 5, ['ITC4']).map(({ name }) => name);
        say(
          `${topic}: ${places.length} of ${inPool.length} known winners in 500, the first at ${places[0] ?? '-'}`,
        );
        say(`  in Lombardy: ${lombard.join('; ')}`);
        // of those who won, open data knew one in Italy by then for one topic, and nobody for the other
        const italian = inPool.filter((id) => known.facts.get(id)?.country === 'IT');
        const inItaly = rank(known, call, 5, ['IT']).map(({ organisation }) => organisation);
        say(
          `  winners in Italy: ${italian.length}, of them in the first five there: ${italian.filter((id) => inItaly.includes(id)).length}`,
        );
        expect(inItaly).toEqual(expect.arrayContaining(italian));
        expect(call.title).not.toBe('');
        expect(places.length).toBeGreaterThanOrEqual(inPool.length / 2);
        expect(lombard).toHaveLength(5);
      },
    );

    it('offer a seat for a clinical partner in Lombardy to its hospitals and research hospitals first', () => {
      const first = clinicalSeat(known, 5);
      for (const { name, nuts } of first) say(`  ${name} (${nuts ?? '-'})`);
      expect(first.map(({ nuts }) => nuts?.slice(0, 4))).toEqual(Array.from({ length: 5 }, () => 'ITC4'));
    });
  });
});
