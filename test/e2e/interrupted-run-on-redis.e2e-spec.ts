import { endsAfterAKill } from '../support/interrupted-run.js';
import { hasRedis, sayNoRedis } from '../support/redis-server.js';

if (!hasRedis) sayNoRedis();

(hasRedis ? describe : describe.skip)('a score run whose service is killed, with the queue on Redis', () => {
  endsAfterAKill(true);
});
