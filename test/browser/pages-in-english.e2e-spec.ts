import { readPagesIn } from './kit/read-pages.js';

readPagesIn('en');
