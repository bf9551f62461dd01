/** How words are compared, for the one other feature that reads texts by the same keys (the taxonomy's tagging). */
export { foldAccents } from './fold.js';
export { stem } from './stem.js';
export { stopWords } from './stop-words.js';
export { detectLanguage } from './language.js';
export { sentences, type Span } from './sentences.js';
