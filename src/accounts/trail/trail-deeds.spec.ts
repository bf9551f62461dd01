import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectFolder } from '../../platform/files/project-folder.js';
import { actionsOf, deedIn, trailKinds } from './trail-deeds.js';

/** What people do to their own account, what the service does by itself, and what is the operator's. */
const toNobodyElse = [
  'calendar.address-ended',
  'calendar.address-given',
  'digest.frequency-chosen',
  'erasures.replayed',
  'identity.linked',
  'identity.unlinked',
  'mail.sent-again',
  'passkey.added',
  'passkey.removed',
  'password.changed',
  'recovery-code.used',
  'recovery-codes.made',
  'retention.run',
  'second-factor.removed',
  'second-factor.set-up',
  'session.ended',
  'sessions.ended',
  'sign-in.begun',
  'sign-in.refused',
  'sign-in.second-factor',
  'snapshots.erased',
  'terminal.used',
  'user.created',
  'user.renamed',
  'user.reset',
  'work.retried',
];

/** Actions that the code names where it writes to the trail. */
function recorded(): string[] {
  const files = readdirSync(join(projectFolder, 'src'), { recursive: true, encoding: 'utf8' });
  const found = files
    .filter((name) => /(?<!spec)\.ts$/.test(name))
    .map((name) => readFileSync(join(projectFolder, 'src', name), 'utf8'))
    .flatMap((text) => [
      ...text.matchAll(/\b(?:record|recordForEach|#note)\(\s*\w+,\s*'([a-z-]+\.[a-z-]+)'/g),
      ...text.matchAll(/action: '([a-z-]+\.[a-z-]+)'/g),
    ])
    .map(([, action]) => action ?? '');
  return [...new Set(found)].sort();
}

describe('the words of the trail', () => {
  const shown = actionsOf(trailKinds);

  it('say everything that is written down, or it is named here as nobody else’s', () => {
    const silent = recorded().filter((action) => !shown.includes(action) && !toNobodyElse.includes(action));
    expect(silent).toEqual([]);
    expect(recorded().length).toBeGreaterThan(50);
  });

  it('keep what is a person’s own from everybody else', () => {
    expect(shown.filter((action) => toNobodyElse.includes(action))).toEqual([]);
  });

  it('are there in both languages', () => {
    for (const action of shown)
      for (const language of ['en', 'it'] as const) {
        expect(deedIn(action, language)).not.toBe(action);
        expect(deedIn(action, language).trim()).not.toBe('');
      }
  });
});
