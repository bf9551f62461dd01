import type { TextSection } from '../../opportunities/index.js';
import { draftNeeds } from './draft-needs.js';
import { loadNeedCues } from './load-need-cues.js';

const cues = loadNeedCues();
const section = (
  kind: TextSection['kind'],
  text: string,
  language: 'en' | 'it' | null = null,
): TextSection => ({
  kind,
  heading: null,
  text,
  language,
});
const roles = (sections: readonly TextSection[], actionTypes: readonly string[] = []): readonly string[] =>
  draftNeeds({ sections, actionTypes }, cues).map(({ role }) => role);

describe('the needs drafted from a call', () => {
  it('B-11: name whom a sentence asks for, with that sentence, and nobody else', () => {
    const text = 'Fires grow. Proposals should involve first responders from the outset.';
    const [need, ...others] = draftNeeds({ sections: [section('scope', text)], actionTypes: [] }, cues);
    expect(others).toEqual([]);
    expect(need?.role).toBe('practitioner');
    expect(need?.text).toBe('Proposals should involve first responders from the outset.');
    expect(need?.cites.map(({ start, end }) => text.slice(start, end))).toEqual([need?.text]);
  });

  it('read what stands in a list under a duty as asked', () => {
    const list =
      'Proposals should address all of the following aspects:\n- Material for upskilling of crews\n- Fire rules';
    expect(roles([section('scope', list)])).toEqual(['training']);
    expect(roles([section('scope', 'Material for upskilling of crews exists.')])).toEqual([]);
  });

  it('are read in Italian too', () => {
    const text =
      'Le proposte devono coinvolgere gli agricoltori. È richiesta una valutazione del ciclo di vita.';
    expect(roles([section('scope', text, 'it')])).toEqual(['primary-producer', 'assessment']);
  });

  it('leave out those who are said not to take part, and what calls say alike', () => {
    expect(
      roles([
        section(
          'scope',
          'Local authorities should benefit but are not expected to participate in the consortium.',
        ),
        section('scope', 'Proposals should build synergies with hospitals and their clinical studies.'),
      ]),
    ).toEqual([]);
  });

  it('never ask a procurement for those it does not pay', () => {
    const text = 'Proposals should develop innovative tools with researchers. Hospitals should join.';
    expect(roles([section('scope', text)], ['PCP'])).toEqual(['clinical', 'public-authority'].slice(0, 1));
    expect(roles([section('scope', text)], ['RIA'])).toEqual(
      expect.arrayContaining(['technology-developer', 'research', 'clinical']),
    );
  });

  it('B-11: are none where the text says nothing, whatever the type of action', () => {
    for (const action of ['RIA', 'IA', 'CSA', 'PCP', 'unheard of'])
      expect(
        roles([section('scope', ''), section('conditions', 'Hospitals should join.')], [action]),
      ).toEqual([]);
  });

  it('do not depend on who asks twice: the same text gives the same draft', () => {
    const sections = [section('scope', 'Proposals should involve farmers, hospitals and first responders.')];
    const draft = () => JSON.stringify(draftNeeds({ sections, actionTypes: ['IA'] }, cues));
    expect(draft()).toBe(draft());
  });
});

describe('the file of cues', () => {
  const wrong = (change: (text: string) => string) => (): unknown =>
    loadNeedCues('cues.yaml', change(shipped));
  const shipped = `priors: { RIA: { research: 1 } }
barred: { PCP: [research] }
setAside: { en: [], it: [] }
roles:
  - { role: research, en: { label: Research }, it: { label: Ricerca }, strong: { en: [], it: [] }, weak: { en: [], it: [] } }
`;

  it('must have every role, and says which are missing', () => {
    expect(wrong((text) => text)).toThrow('no cues for technology-developer');
  });

  it.each([
    [
      'an unknown role',
      (text: string) => text.replace('role: research', 'role: wizard'),
      "cues.yaml:5, roles[0].role: 'wizard'",
    ],
    [
      'a prior that is no weight',
      (text: string) => text.replace('research: 1', 'research: 9'),
      'cues.yaml:1, priors.RIA.research',
    ],
    [
      'an unknown key',
      (text: string) => text.replace('setAside', 'sideSet'),
      'cues.yaml:3, sideSet: unknown key',
    ],
  ])('refuses %s with line and key', (_name, change, message) => {
    expect(wrong(change)).toThrow(message);
  });
});
