import type { YamlValue } from '../../platform/yaml/yaml-value.js';

export const demoLanguages = ['en', 'it'] as const;
export type DemoLanguage = (typeof demoLanguages)[number];

/** A text and the language it is written in. */
export interface DemoText {
  readonly language: DemoLanguage;
  readonly text: string;
}

export function readText(value: YamlValue): DemoText {
  const of = value.fields(['language', 'text']);
  return { language: of.need('language').oneOf(demoLanguages), text: of.need('text').text() };
}

/** The ends of a TRL range; null where an end is not stated. */
export interface TrlRange {
  readonly from: number | null;
  readonly to: number | null;
}

export function readTrl(value: YamlValue): TrlRange {
  const of = value.fields(['from', 'to']);
  const level = (one: YamlValue): number => one.wholeNumber(1, 9);
  const range = { from: of.optional('from', level), to: of.optional('to', level) };
  if (range.from !== null && range.to !== null && range.from > range.to)
    return value.fail(`TRL ${range.from} to ${range.to} runs backwards`);
  return range;
}
