import {
  checkEligibility,
  type EligibilityAnswer,
  type Partner,
  type Rulebook,
} from '../../../src/eligibility/index.js';
import { readPastProjects, type PastProject } from '../../../src/evaluation/index.js';

/** A funded consortium of open data, put to the rules of today as if it applied now. */
export interface RealCase {
  /** grant agreement number */
  readonly grant: string;
  readonly ruleSet: string;
  readonly programmePart: string;
  /** what a person found with the rules' text in hand */
  readonly byHand: EligibilityAnswer['result'];
  readonly why: string;
}

/** The day on which they "apply": within the edition of the rules that is held. */
export const day = '2026-09-01';

export const realCases: readonly RealCase[] = [
  {
    grant: '101084097',
    ruleSet: 'horizon-ria',
    programmePart: 'CL6',
    byHand: 'needs-review',
    why: 'six Member States; but one beneficiary is a Hungarian university, and which of those a public-interest trust maintains is on a list that is not held',
  },
  {
    grant: '101045949',
    ruleSet: 'horizon-ria',
    programmePart: 'CL1',
    byHand: 'pass',
    why: 'two in Belgium, one in Germany, one in France: exactly three Member States',
  },
  {
    grant: '101056306',
    ruleSet: 'horizon-ria',
    programmePart: 'CL5',
    byHand: 'needs-review',
    why: 'many Member States; but one partner is in China, and only some destinations of this part are open to that, so the topic must be read',
  },
  {
    grant: '101060784',
    ruleSet: 'horizon-ia',
    programmePart: 'CL6',
    byHand: 'pass',
    why: 'six Member States and more; the partner in the United Kingdom counts beside them',
  },
  {
    grant: '101045989',
    ruleSet: 'horizon-ria',
    programmePart: 'CL1',
    byHand: 'pass',
    why: 'Italy, Belgium, Spain and others; South Africa is funded by the list, Thailand and the rest decide nothing',
  },
  {
    grant: '101051223',
    ruleSet: 'horizon-csa',
    programmePart: 'CL5',
    byHand: 'pass',
    why: 'one entity in Slovenia: a support action needs one',
  },
  {
    grant: '101059552',
    ruleSet: 'horizon-csa',
    programmePart: 'WIDERA',
    byHand: 'pass',
    why: 'Slovakia and Germany: more than the one that a support action needs',
  },
  {
    grant: '101056773',
    ruleSet: 'horizon-ria',
    programmePart: 'CL4',
    byHand: 'fail',
    why: 'two associated partners in China: in a research and innovation action no role is open to them now',
  },
  {
    grant: '101092208',
    ruleSet: 'horizon-pcp',
    programmePart: 'CL4',
    byHand: 'needs-review',
    why: 'two independent public procurers are needed, and open data do not say who is one',
  },
  {
    grant: '101052342',
    ruleSet: 'horizon-cofund',
    programmePart: 'CL6',
    byHand: 'pass',
    why: 'Belgium, Germany, Spain, Sweden and many more',
  },
];

export interface CheckedCase extends RealCase {
  readonly partners: number;
  readonly answer: EligibilityAnswer;
}

export async function checkReal(cordis: string, book: Rulebook): Promise<readonly CheckedCase[]> {
  const { projects } = await readPastProjects(cordis);
  const byGrant = new Map(projects.map((project) => [project.id, project]));
  return realCases.map((one) => {
    const project = byGrant.get(one.grant);
    if (!project) throw new Error(`no project ${one.grant} in ${cordis}`);
    const partners = project.participants.map(toPartner);
    const { ruleSet, programmePart } = one;
    const answer = checkEligibility(book, {
      ruleSet,
      programmePart,
      topic: null,
      deadline: null,
      date: day,
      partners,
    });
    return { ...one, partners: partners.length, answer };
  });
}

const roles = {
  coordinator: 'coordinator',
  participant: 'beneficiary',
  thirdParty: 'affiliated-entity',
  associatedPartner: 'associated-partner',
} as const;

/** What the row of a participation says, and no more. */
function toPartner({ organisation, role, facts }: PastProject['participants'][number]): Partner {
  return {
    name: facts.name,
    pic: organisation,
    country: facts.country,
    nuts: facts.nuts,
    type: facts.type,
    sme: facts.sme,
    role: roles[role as keyof typeof roles] ?? 'beneficiary',
    controlledBy: null,
    budgetSharePercent: null,
    facts: null,
  };
}
