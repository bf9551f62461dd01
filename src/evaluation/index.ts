/** The face of evaluation: how good the ranking is, by the protocol of docs/evaluation.md. */
export { evaluate } from './evaluate.js';
export { baselineNames, quickBaselines, type BaselineName } from './baselines/baseline.js';
export { toDocument, type PastProject } from './read/past-project.js';
export { readPastProjects } from './read/read-past-projects.js';
export { openEvidenceOf, statedFacts } from './protocol/train-corpus.js';
export type { Progress } from './progress.js';
export { chooseWeights, type Tried } from './choose-weights.js';
export { bandsSource } from './train-bands.js';
export { readVotes, votesSource, type VoteFile } from './read/read-votes.js';
export { bandsOf, modelSource, train, type Training, type TrainingRequest } from './train.js';
export { tasks, type Evaluation, type EvaluationRequest, type Task, type TaskFigures } from './evaluation.js';
