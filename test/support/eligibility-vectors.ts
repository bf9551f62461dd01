import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  partnerTypes,
  type Consortium,
  type Owner,
  type Partner,
  type PartnerRole,
  type Result,
} from '../../src/eligibility/index.js';

/** A consortium, what it is checked against, and what the check must say. */
export interface Vector {
  readonly id: string;
  readonly what: string;
  readonly consortium: Consortium;
  readonly result: Result;
  /** ids of rules that do not pass, warnings apart, in any order; `*` stands for any others */
  readonly open: readonly string[];
}

const roles: Readonly<Record<string, PartnerRole>> = {
  lead: 'coordinator',
  aff: 'affiliated-entity',
  assoc: 'associated-partner',
  sub: 'subcontractor',
};

/**
 * A partner in short: `IT/ITC4C PRC sme lead 45% is:iero by:P1;Acme(CN) pic:999999999`. `?` is a country nobody stated,
 * `by:` nobody controls it. Names are P1, P2, … by place.
 */
export function partner(short: string, at: number): Partner {
  const [place = '?', ...words] = short.split(' ');
  const [country, nuts] = place.split('/');
  const after = (key: string): string | undefined =>
    words.find((word) => word.startsWith(key))?.slice(key.length);
  const share = words.find((word) => word.endsWith('%'));
  return {
    name: after('name:') ?? `P${at + 1}`,
    pic: after('pic:') ?? null,
    country: country === '?' || country === undefined ? null : country,
    nuts: nuts ?? null,
    type: partnerTypes.find((type) => words.includes(type)) ?? null,
    sme: size(words),
    role: words.map((word) => roles[word]).find((role) => role !== undefined) ?? 'beneficiary',
    controlledBy: after('by:')?.split(';').filter(Boolean).map(owner) ?? null,
    budgetSharePercent: share === undefined ? null : Number(share.slice(0, -1)),
    facts: after('is:')?.split(',').filter(Boolean) ?? null,
  };
}

function size(words: readonly string[]): boolean | null {
  if (words.includes('sme')) return true;
  return words.includes('large') ? false : null;
}

function owner(short: string): Owner {
  const [, name, country] = /^([^(]*)\(([A-Z]{2})\)$/.exec(short) ?? [];
  return { name: name === '' ? null : (name ?? short), country: country ?? null };
}

/**
 * `horizon-ria CL4 2026-12-01 until:2026-11-30`, or a topic's identifier instead of a rule set. Without a date it is
 * the day the vectors were written.
 */
export function consortium(against: string, partners: readonly string[]): Consortium {
  const [first = '', ...rest] = against.split(' ');
  const isTopic = first !== first.toLowerCase();
  return {
    ruleSet: isTopic ? null : first,
    topic: isTopic ? first : null,
    programmePart: rest.find((word) => /^([A-Z]|pillar-)/.test(word)) ?? null,
    deadline: rest.find((word) => word.startsWith('until:'))?.slice('until:'.length) ?? null,
    date: rest.find((word) => /^\d{4}-/.test(word)) ?? '2026-11-21',
    partners: partners.map(partner),
  };
}

/**
 * The vectors of eligibility-vectors.txt whose id begins so: `E` those the product was specified with, `W` worked cases,
 * `R` rule by rule.
 */
export function vectorsOf(...kinds: readonly ('E' | 'W' | 'R')[]): readonly Vector[] {
  return readFileSync(join(import.meta.dirname, 'eligibility-vectors.txt'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map(vector)
    .filter(({ id }) => kinds.some((kind) => id.startsWith(kind)));
}

function vector(line: string): Vector {
  const [id = '', against = '', partners = '', result, open = '', what = ''] = line
    .split('|')
    .map((part) => part.trim());
  if (result !== 'pass' && result !== 'fail' && result !== 'needs-review')
    throw new Error(`no result: ${line}`);
  return {
    id,
    what,
    consortium: consortium(against, partners.split(', ').filter(Boolean)),
    result,
    open: open.split(' ').filter(Boolean),
  };
}
