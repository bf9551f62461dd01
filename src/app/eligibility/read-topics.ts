import type { Rule, Topic } from '../../eligibility/index.js';
import type { YamlValue } from '../../platform/yaml/yaml-value.js';
import { named } from './read-predicate.js';
import { readRule } from './read-rule.js';
import type { Terms } from './read-terms.js';

/** What a topic's own conditions say, encoded by hand. */
export interface TopicConditions {
  readonly rules: readonly Rule[];
  readonly replaces: readonly string[];
}

/** The rule that sends people to the topic's own text; conditions held in full replace it. */
const readTheTopic = 'read-the-topic';

/** Reads `conditions.yaml`: rules of single topics, by identifier in lower case. */
export function readConditions(value: YamlValue, terms: Terms): ReadonlyMap<string, TopicConditions> {
  const conditions = value
    .fields(['topics'])
    .need('topics')
    .list((item) => {
      const form = item.fields(['ids', 'complete', 'replaces', 'rules']);
      const rules = form.need('rules').list((rule) => readRule(rule, terms));
      const replaces = form.optional('replaces', (list) => list.texts()) ?? [];
      const complete = form.need('complete').flag();
      const all = complete ? [...replaces, readTheTopic] : replaces;
      return form
        .need('ids')
        .texts()
        .map((id) => [id.toLowerCase(), { rules, replaces: all }] as const);
    });
  return new Map(conditions.flat());
}

/** Reads a file of topics: facts of each, one line each. */
export function readTopics(
  value: YamlValue,
  terms: Terms,
  ruleSets: ReadonlySet<string>,
  conditions: ReadonlyMap<string, TopicConditions>,
): readonly Topic[] {
  const form = value.fields(['source', 'flags', 'topics']);
  form.need('source').text();
  const flags = new Set(form.need('flags').texts());
  return form.need('topics').list((item) => {
    const topic = item.fields(['id', 'rules', 'part', 'opens', 'deadlines', 'flags']);
    const id = topic.need('id').text();
    const own = conditions.get(id.toLowerCase());
    return {
      id,
      ruleSet: named(topic.need('rules'), ruleSets),
      part: topic.optional('part', (part) => named(part, terms.parts)),
      opens: topic.optional('opens', (day) => day.date()),
      deadlines: topic.optional('deadlines', (list) => list.list((day) => day.date())) ?? [],
      flags: topic.optional('flags', (list) => list.list((flag) => named(flag, flags))) ?? [],
      rules: own?.rules ?? [],
      replaces: own?.replaces ?? [],
    };
  });
}
