import { openEngine } from '../../local-cloud/engine';
import { engineStore } from '../support/engine-store';
import { indexes, storeContract } from './store-contract';

describe('store on the engine in this process', () => {
  const engine = openEngine({ directory: null, indexes });
  afterAll(() => engine.close());
  storeContract((retrying) => engineStore(engine, retrying));
});
