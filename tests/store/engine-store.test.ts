import { engineStore } from '../../cloudfunctions/runtime/store/engine-store';
import { openEngine } from '../../local-cloud/engine';
import { indexes, storeContract } from './store-contract';

describe('store on the engine in this process', () => {
  const engine = openEngine({ directory: null, indexes });
  afterAll(() => engine.close());
  storeContract((retrying) => engineStore(engine, retrying));
});
