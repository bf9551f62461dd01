import { endsAfterAKill } from '../support/interrupted-run.js';

describe('a score run whose service is killed, with the queue on PostgreSQL', () => {
  endsAfterAKill(false);
});
