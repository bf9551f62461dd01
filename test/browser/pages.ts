import type { Person } from './kit/visitor.js';

/** A page that the generated test opens in both sizes and languages (pages.e2e-spec.ts). */
export interface PageUnderTest {
  /** names its pictures: `radar`, `radar-filtered` */
  readonly name: string;
  readonly path: string;
  readonly as: Person;
  /**
   * What the page asks the service for, as a pattern of addresses: the test also lets it fail and lets it be slow. Left out
   * where the page asks for nothing of its own.
   */
  readonly asks?: string;
  /** an answer to `asks` without content, with which the page must say that there is nothing yet */
  readonly empty?: unknown;
  /** shows a map or a chart from the start, whose script it may weigh more than a list */
  readonly pictures?: true;
}

/** Every page there is. */
export const pages: readonly PageUnderTest[] = [
  { name: 'landing', path: '/', as: 'open' },
  { name: 'sign-in', path: '/sign-in', as: 'open' },
  { name: 'not-found', path: '/no-such-page', as: 'officer' },
  {
    name: 'operations',
    path: '/operations',
    as: 'operator',
    asks: '**/api/v1/sources',
    empty: { items: [] },
  },
  { name: 'help', path: '/help', as: 'officer' },
  { name: 'help-figures', path: '/help/figures', as: 'officer', pictures: true },
  { name: 'help-accessibility', path: '/help/accessibility', as: 'officer' },
];
