import { commonRefusals } from '../../src/contracts/refusals';
import { actionsInWords, describeActions } from './actions/describe-actions';
import { registry } from './registry';

const actions = describeActions(registry);
const asJson = process.argv.includes('--json');
const text = asJson
  ? JSON.stringify({ actions, commonRefusals }, null, 2)
  : actionsInWords(actions);
process.stdout.write(`${text}\n`);
