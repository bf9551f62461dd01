import { AsyncLocalStorage } from 'node:async_hooks';

import { Injectable } from '@nestjs/common';

import type { Scope } from '../platform/database/scope.js';
import { systemScope } from '../platform/database/scope.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { nobodyAsks } from './account.errors.js';
import type { Caller } from './caller.js';
import { ClusterReadModel } from './cluster.read-model.js';

const callers = new AsyncLocalStorage<Caller>();

/** Does something on behalf of a caller: whatever asks for the current scope meanwhile is told theirs. */
export function onBehalfOf<T>(caller: Caller, work: () => T): T {
  return callers.run(caller, work);
}

/** Who sent the request that is being answered; undefined outside one. */
export const callerNow = (): Caller | undefined => callers.getStore();

/** For whom the work at hand is done: the request's caller, or the terminal's operator. */
@Injectable()
export class CurrentScope {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clusters: ClusterReadModel,
  ) {}

  /**
   * Who sent the request that is being answered, as the guard found them.
   *
   * @throws {AppError} `accounts.nobody-asks` outside a request
   */
  caller(): Caller {
    const caller = callers.getStore();
    if (!caller) throw nobodyAsks();
    return caller;
  }

  /** The scope of whoever sent the request that is being answered. */
  ofCaller(): Scope {
    return this.caller().scope;
  }

  /** The terminal: in every cluster. Each use is audited. */
  async operator(): Promise<Scope> {
    const clusters = await this.unitOfWork.run(systemScope(), (unit) => this.clusters.all(unit));
    return { role: 'operator', clusters: clusters.map(({ id }) => id as string), user: 'terminal' };
  }
}
