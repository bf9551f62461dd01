/** The face of ideas: texts that people keep to find partners for, and let others read. */
export { IdeasModule } from './ideas.module.js';
