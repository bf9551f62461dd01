import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CurrentScope } from '../../accounts/index.js';
import type { FundedProject, Spread } from '../../organisations/index.js';
import { momentOf } from '../../platform/clock/as-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { ReferenceParam } from '../../platform/http/reference.dto.js';
import type { Decision } from '../decision/advise.js';
import { ReadDecision, type DecisionFound } from '../decision/read-decision.js';
import {
  DecisionQuery,
  DecisionResponse,
  type AdviceResponse,
  type BringsResponse,
  type NearestProjectResponse,
  type RuleResponse,
  type SpreadResponse,
} from './decision.dto.js';

/** Fewer cases say nothing of the next one. */
const fewestCases = 5;

@ApiTags('insights')
@Controller('opportunities')
export class DecisionController {
  constructor(
    private readonly scope: CurrentScope,
    private readonly clock: Clock,
    private readonly decisions: ReadDecision,
  ) {}

  /** Should your organisation? One advice with the rule behind it, what it would bring and cost, and who is there already. */
  @Get(':reference/decision')
  async read(
    @Param() { reference }: ReferenceParam,
    @Query() query: DecisionQuery,
  ): Promise<DecisionResponse> {
    const scope = this.scope.ofCaller();
    const found = await this.decisions.forCall(scope, reference, {
      organisation: query.organisation ?? scope.organisation ?? null,
      asOf: momentOf(query.asOf, this.clock.now()),
    });
    return toResponse(found);
  }
}

function toResponse(found: DecisionFound): DecisionResponse {
  const { deadline, asker, decision, programme, action, card } = found;
  const lumpSum = card.flags['lumpSum'] === true;
  const pages = (lumpSum ? action?.pagesLumpSum : null) ?? action?.pages ?? null;
  return {
    deadline: deadline === null ? null : { ...deadline },
    asker: asker && toAsker(asker),
    advice: decision && toAdvice(decision),
    success: programme?.success ? { ...programme.success, source: { ...programme.success.source } } : null,
    effort: pages === null || !action ? null : { pages, source: { ...action.source } },
    brings: toBrings(found),
    nearest: found.nearest.map(toProject),
    looking: found.looking.map(({ pic, organisation }) => ({
      pic,
      id: organisation?.id ?? null,
      name: organisation?.facts.legalName ?? null,
      country: organisation?.facts.country ?? null,
    })),
    lookedAt: found.lookedAt,
    said: found.said.map(({ kind, heading, language, text }) => ({ kind, heading, language, text })),
  };
}

function toAsker({
  organisation,
  pastWork,
}: NonNullable<DecisionFound['asker']>): NonNullable<DecisionResponse['asker']> {
  const { legalName, country, nuts, type, sme } = organisation.facts;
  const { projects, coordinated } = pastWork;
  return { id: organisation.id, name: legalName, country, nuts, type, sme, projects, coordinated };
}

function toAdvice({ advice, because, rules, mustHaves, ruleSet, version }: Decision): AdviceResponse {
  return { advice, because, rules: rules.map(toRule), mustHaves: mustHaves.map(toRule), ruleSet, version };
}

const toRule = ({ id, result, text, found, source }: Decision['rules'][number]): RuleResponse => ({
  id,
  result,
  text: { en: text.en, it: text.it },
  found: { en: found.en, it: found.it },
  source: { ...source },
});

function toBrings({ action, ownRate, past, programme, card }: DecisionFound): BringsResponse {
  const months = programme?.months ?? null;
  const twoStages = card.deadlines.some(({ stage }) => stage === 'first');
  return {
    rate: action && {
      percent: ownRate ?? action.rate,
      nonProfitPercent: ownRate === null ? action.nonProfit : null,
      ofTopic: ownRate !== null,
      source: { ...action.source },
    },
    actionType: past.actionType,
    received: toSpread(past.received),
    partners: toSpread(past.partners),
    months: months && {
      result: months.result,
      signature: months.signature,
      firstStage: twoStages ? months.firstStageResult : null,
      source: { ...months.source },
    },
  };
}

function toSpread({ n, lowerQuartile, median, upperQuartile }: Spread): SpreadResponse {
  if (n < fewestCases) return { n, lowerQuartile: null, median: null, upperQuartile: null };
  return { n, lowerQuartile, median, upperQuartile };
}

function toProject(project: FundedProject): NearestProjectResponse {
  const { id, acronym, title, framework, startDate, maxContributionEur, partners, invented } = project;
  const coordinator = project.coordinator && { ...project.coordinator };
  const url = framework === 'DEMO' ? null : `https://cordis.europa.eu/project/id/${project.grantId}`;
  return {
    id,
    acronym,
    title,
    framework,
    startDate,
    maxContributionEur,
    partners,
    url,
    invented,
    coordinator,
  };
}
