import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Command } from 'commander';

import { projectFolder } from '../../platform/files/project-folder.js';
import { addAuditCommands } from './audit.command.js';
import { addBriefCommand } from './brief.command.js';
import { addDigestCommand } from './digest.command.js';
import { addClusterCommands } from './cluster.command.js';
import { addDemoCommand } from './demo.command.js';
import { addErasuresCommands } from './erasures.command.js';
import { addEvaluateCommand } from './evaluate.command.js';
import { addEligibilityCommand } from './eligibility.command.js';
import { addFeedbackCommand } from './feedback.command.js';
import { addImportCommands } from './import.command.js';
import { addRecomputeCommand } from './recompute.command.js';
import { addScoreCommand } from './score.command.js';
import { addSettingsCommands } from './settings.command.js';
import { addStartCommand } from './start.command.js';
import { addSuggestCommands } from './suggest.command.js';
import { addSyncCommands } from './sync.command.js';
import type { Terminal } from './terminal.js';
import { addUserCommands } from './user.command.js';
import { addWhyCommand } from './why.command.js';
import { addTrainCommand } from './train.command.js';
import { addWorkbookCommand } from './workbook.command.js';

/** Every terminal command, each in a file of its own; the terminal acts as the operator. */
export function buildCommandLine(terminal: Terminal): Command {
  const program = new Command('tessera')
    .description('Ranked, explained partners for Horizon Europe topics and Vanguard pilots')
    .version(ownVersion(), '-V, --version', 'the version of this program')
    .showHelpAfterError('(--help shows what there is)')
    .configureHelp({ showGlobalOptions: true });
  addStartCommand(program, terminal);
  addImportCommands(program, terminal);
  addSyncCommands(program, terminal);
  addScoreCommand(program, terminal);
  addRecomputeCommand(program, terminal);
  addSuggestCommands(program, terminal);
  addFeedbackCommand(program, terminal);
  addWhyCommand(program, terminal);
  addBriefCommand(program, terminal);
  addDigestCommand(program, terminal);
  addWorkbookCommand(program, terminal);
  addEligibilityCommand(program, terminal);
  addClusterCommands(program, terminal);
  addUserCommands(program, terminal);
  addAuditCommands(program, terminal);
  addErasuresCommands(program, terminal);
  addSettingsCommands(program, terminal);
  addEvaluateCommand(program, terminal);
  addTrainCommand(program, terminal);
  addDemoCommand(program, terminal);
  return program;
}

function ownVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
  return (manifest as { version: string }).version;
}
