/** The face of consortia: what a call asks of partners, and boards that are being filled. */
export { callConstraints, type CallConstraint } from './needs/call-constraints.js';
export { draftNeeds, type AskingCall, type DraftedNeed } from './needs/draft-needs.js';
export type { CallSentence } from './needs/call-sentences.js';
export { cueFile, loadNeedCues } from './needs/load-need-cues.js';
export { needLanguages, type NeedCues, type NeedLanguage } from './needs/need-cues.js';
export { partnerRoles, type PartnerRole } from './needs/partner-role.js';
