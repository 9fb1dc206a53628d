import { serve } from '../runtime/serve';
import { actions } from './actions';
import needs from './config.json';

export const main = serve(actions, needs);
