import { Injectable } from '@nestjs/common';

import { NeedShares } from '../consortia/index.js';
import { MemberFindings, type DigestReader, type FoundItem, type Waiting } from '../digests/index.js';
import { briefWords, callFacts, WriteBrief, type BriefCall } from '../insights/index.js';
import { AskedReadModel } from '../introductions/index.js';
import { systemScope } from '../platform/database/scope.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

/**
 * Looks calls up for a digest as the printed page does: the same choice, quotations, role and introductions, in the scope
 * of the reader themselves.
 */
@Injectable()
export class BriefFindings extends MemberFindings {
  readonly #asked = new AskedReadModel();

  constructor(
    private readonly brief: WriteBrief,
    private readonly shares: NeedShares,
    private readonly unitOfWork: UnitOfWork,
  ) {
    super();
  }

  async calls({ user, organisation, language }: DigestReader, asOf: Date): Promise<readonly FoundItem[]> {
    const asker = { role: 'member', clusters: [], organisation, user } as const;
    const { calls } = await this.brief.contents(asker, organisation, asOf, { most: 15 });
    return calls.flatMap((call) => toItem(call, language) ?? []);
  }

  async waiting({ user, organisation, language }: DigestReader, asOf: Date): Promise<Waiting> {
    const shown = await this.shares.shown({ role: 'member', clusters: [], organisation, user });
    const open = shown.filter(({ deadline }) => deadline === null || Date.parse(deadline) > asOf.getTime());
    return {
      requests: await this.unitOfWork.run(systemScope(), (unit) =>
        this.#asked.unanswered(unit, organisation),
      ),
      needs: open.map(({ id, text, cluster, opportunity, deadline }) => ({
        id,
        text,
        cluster: language === 'it' ? cluster.nameIt : cluster.nameEn,
        call: opportunity?.title ?? null,
        deadline: deadline?.slice(0, 10) ?? null,
      })),
    };
  }
}

function toItem(call: BriefCall, language: 'en' | 'it'): FoundItem | null {
  const words = briefWords(language);
  const [reason] = call.reasons;
  if (!reason) return null;
  const { kind, deadline, daysLeft, budget } = callFacts(call, words);
  const introductions = call.partners.slice(0, 2).map(({ name, introduction }) => {
    return `${name}, ${words.introduction(introduction)}`;
  });
  const facts: [string, string][] = [
    [words.role, call.role === null ? words.roleUnknown : words.roles[call.role]],
    [words.deadline, daysLeft === null ? deadline : `${deadline}, ${daysLeft}`],
    [words.budget, budget],
    ...(introductions.length > 0 ? [[words.introduced, introductions.join('; ')] as [string, string]] : []),
  ];
  return {
    opportunity: call.id,
    identifier: call.identifier,
    title: call.title,
    url: call.url,
    form: [call.status, ...call.deadlines.map(({ at }) => at)].join(' '),
    what: kind,
    callQuote: reason.call.text,
    recordQuote: reason.evidence.text,
    facts,
  };
}
