import type { Action } from '../../runtime/define-action';

export const actions: readonly Action[] = [];
