/** The face of evaluation: how good the ranking is, by the protocol of docs/evaluation.md. */
export { evaluate } from './evaluate.js';
export type { Progress } from './progress.js';
export { modelSource, train, type Training, type TrainingRequest } from './train.js';
export { tasks, type Evaluation, type EvaluationRequest, type Task, type TaskFigures } from './evaluation.js';
