import type { Retrying } from '../../cloudfunctions/runtime/store/repeat';
import type { Store } from '../../cloudfunctions/runtime/store/store';

/** Opens the same database once more, with another way of retrying. */
export type OpenStore = (retrying?: Retrying) => Store;
