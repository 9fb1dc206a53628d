import { refuse } from '../kernel/refusal';

export function refuseMatter(): never {
  refuse('matter-not-found', '清单里没有这个事项。请从清单里找,或问一问村干部。');
}
