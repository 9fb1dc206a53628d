import type { Model } from './state';

export function areKin(model: Model, left: string, right: string): boolean {
  const names = (one: string, other: string) =>
    model.households.get(one)?.relatives.includes(other) === true;
  return left !== right && (names(left, right) || names(right, left));
}
