import type { RuleAnswer } from './answer.js';
import type { Consortium } from './consortium.js';
import { words } from './found.js';
import type { RuleSet, Source, Text } from './rule.js';
import type { Applicable } from './rulebook.js';

/** Answers about the rules themselves: none held, not in force, a topic nobody holds. */
export function remarks(
  consortium: Consortium,
  { ruleSet, gap, topic, date }: Applicable,
): readonly RuleAnswer[] {
  const remarks: RuleAnswer[] = [];
  if (consortium.topic !== null && topic === null) {
    remarks.push(
      remark(
        'topic-held',
        words(
          'The conditions of the topic are held here: read the topic.',
          'Le condizioni del topic sono disponibili qui: leggere il topic.',
        ),
        words(`nothing held for ${consortium.topic}`, `nulla di disponibile per ${consortium.topic}`),
        unheld(date),
      ),
    );
  }
  if (topic !== null && consortium.ruleSet !== null && consortium.ruleSet !== topic.ruleSet) {
    remarks.push({
      ...remark(
        'rule-set-of-the-topic',
        words('The rule set named is that of the topic.', "L'insieme di regole indicato è quello del topic."),
        words(
          `named: ${consortium.ruleSet}; checked by that of the topic: ${topic.ruleSet}`,
          `indicato: ${consortium.ruleSet}; verificato con quello del topic: ${topic.ruleSet}`,
        ),
        unheld(date),
      ),
      hard: false,
    });
  }
  if (gap !== null && ruleSet !== null) {
    remarks.push(
      remark(
        'edition-in-force',
        words(
          'The rules held are those in force on the day.',
          'Le regole disponibili sono quelle in vigore quel giorno.',
        ),
        words(
          `held: edition ${ruleSet.version}, in force ${validity(ruleSet, 'from', 'to')}; asked: ${date}`,
          `disponibile: edizione ${ruleSet.version}, in vigore ${validity(ruleSet, 'dal', 'al')}; richiesto: ${date}`,
        ),
        ruleSet.source,
      ),
    );
  }
  return remarks;
}

/** That a newer edition is reported, for people to know beside what it leaves open. */
export function newerEdition({ ruleSet, date }: Applicable): readonly RuleAnswer[] {
  const newer = ruleSet?.newer ?? null;
  if (ruleSet === null || newer === null || date < newer.on) return [];
  const text = words(
    'The edition held is the newest that is known.',
    "L'edizione disponibile è la più recente nota.",
  );
  return [{ ...remark('newest-edition', text, newer.text, ruleSet.source), hard: false }];
}

function validity({ from, to }: RuleSet, since: string, until: string): string {
  return to === null ? `${since} ${from}` : `${since} ${from} ${until} ${to}`;
}

function remark(id: string, text: Text, found: Text, source: Source): RuleAnswer {
  return { id, result: 'needs-review', hard: true, text, found, source, concerned: [] };
}

function unheld(date: string): Source {
  return { document: 'rules held by this service', date, url: null };
}
