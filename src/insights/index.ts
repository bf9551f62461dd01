/** The face of insights: a page for an organisation, a workbook for the officers of a cluster. */
export { languages, type Language } from './language.js';
export { type BriefCall } from './brief/brief.js';
export { briefWords } from './brief/brief-words.js';
export { callFacts } from './brief/call-facts.js';
export { WriteBrief, type BriefWanted } from './brief/write-brief.js';
export { InsightsModule } from './insights.module.js';
export { WriteWorkbook } from './workbook/write-workbook.js';
export { advices, decide, type Advice, type Asked, type Decision } from './decision/advise.js';
