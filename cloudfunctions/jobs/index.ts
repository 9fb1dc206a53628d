import { serve } from '../runtime/serve';
import { actions } from './actions';

export const main = serve(actions);
