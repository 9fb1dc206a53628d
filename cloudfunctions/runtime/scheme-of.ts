import { assert } from '../../src/domain/kernel/refusal';
import type { Village } from '../../src/domain/people/types';
import type { Scheme } from '../../src/domain/scheme/types';
import type { Reader } from './store/store';

/** The scheme in force in a village. */
export async function schemeOf(read: Pick<Reader, 'get'>, village: Village): Promise<Scheme> {
  const { villageId, schemeVersion } = village;
  const scheme = await read.get<Scheme>('schemes', `${villageId}.${schemeVersion}`);
  assert(scheme, 'the scheme a village names is there');
  return scheme;
}
