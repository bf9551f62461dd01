/** The face of evaluation: how good the ranking is, by the protocol of docs/evaluation.md. */
export { evaluate, type Progress } from './evaluate.js';
export { tasks, type Evaluation, type EvaluationRequest, type Task, type TaskFigures } from './evaluation.js';
