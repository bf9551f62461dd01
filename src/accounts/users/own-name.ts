import { Injectable } from '@nestjs/common';

import { systemScope } from '../../platform/database/scope.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AuditTrail } from '../audit-trail.store.js';
import { Tries } from '../throttle/tries.js';
import { personName } from './person-name.js';
import type { User } from './user.js';
import { UserStore } from './user.store.js';

/** How one is called oneself. */
@Injectable()
export class OwnName {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserStore,
    private readonly tries: Tries,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws {AppError} `accounts.bad-user`, `accounts.too-many-tries` */
  async change({ id }: User, written: string): Promise<void> {
    const name = personName(written);
    await this.tries.count([{ name: 'name-change', of: id, most: 10, windowSeconds: 3_600 }]);
    await this.unitOfWork.run({ ...systemScope(), user: id }, async (unit) => {
      await this.users.rename(unit, id, name);
      await this.audit.record(unit, 'user.renamed', { user: id });
    });
  }
}
