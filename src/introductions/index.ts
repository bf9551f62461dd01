/** The face of introductions: one organisation asks another, with a clock, masked until both have agreed. */
export { AnswerRequest, type Answer } from './answer-request.js';
export { AskedReadModel } from './asked.read-model.js';
export { BehindMask } from './behind-mask.js';
export type { Asker } from './desk.js';
export { DraftRequest, type NewRequest, type Whom } from './draft-request.js';
export { maskText, type TakenOut } from './mask/mask-text.js';
export { PartiesReadModel } from './parties.read-model.js';
export { IntroductionsModule } from './introductions.module.js';
export { RunClocks } from './run-clocks.js';
export { SeatRequests, type SeatRequestMove } from './seat-requests.js';
export { ShowIntroduction, type IntroductionView } from './show-introduction.js';
export { Talk } from './talk.js';
export { WriteRequest } from './write-request.js';
