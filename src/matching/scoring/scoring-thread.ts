import { parentPort } from 'node:worker_threads';

import { AppError } from '../../platform/errors/app-error.js';
import { RankingError } from '../../ranking/index.js';
import { ScoringEngine } from './scoring-engine.js';
import type { ScoringRequest, ThreadMessage, ThreadReply } from './scoring-request.js';

/** The body of a scoring thread: holds an engine and answers one request after the other. */
const engine = new ScoringEngine();

parentPort?.on('message', (message: ThreadMessage) => {
  switch (message.type) {
    case 'part':
      return engine.load(message.id, message.audience, message.bytes);
    case 'calls':
      return engine.loadCalls(message.calls.key, message.calls.texts);
    case 'keep-only':
      return engine.keepOnly(new Set(message.ids));
    case 'request':
      return parentPort?.postMessage(reply(message.id, message.request));
  }
});

function reply(id: number, request: ScoringRequest): ThreadReply {
  try {
    return { id, answer: engine.answer(request) };
  } catch (error) {
    const code = error instanceof RankingError || error instanceof AppError ? error.code : null;
    return { id, problem: { code, message: error instanceof Error ? error.message : 'unknown failure' } };
  }
}
