import { loadPart } from './load-part.js';

await loadPart(3);
