import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What a page runs to look for barriers: without its comments, which are more than half of what `axe.source` sends. */
export const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
