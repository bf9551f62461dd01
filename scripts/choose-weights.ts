/**
 * Tries the weights of the plain score on the years before the reported window and prints what each comes to
 * (docs/evaluation.md, "Where the weights come from"). The open data are those of TESSERA_SHARED; some twenty minutes.
 *
 *     node --disable-warning=ExperimentalWarning --import ./scripts/typescript.mjs scripts/choose-weights.ts
 */
import { sharedData } from '../bench/shared-data.js';
import { chooseWeights } from '../src/evaluation/index.js';

const cordis = sharedData('cordis-horizon-europe');
const calls = sharedData('funding-tenders-portal/work-programme-topics.jsonl.gz');
if (cordis === null || calls === null) throw new Error('the open data are not there (TESSERA_SHARED)');

await chooseWeights({ cordis, calls }, ({ setting, figures, gain, kept }) => {
  const shown = figures.map((figure) => figure.toFixed(4)).join(' ');
  console.log(`${setting.padEnd(26)} ${gain.toFixed(4)} ${kept ? 'kept' : '    '}  ${shown}`);
});
