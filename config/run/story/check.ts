/** What a step of the story found not to hold. */
export class StoryBroken extends Error {
  override name = 'StoryBroken';
}

/** @throws StoryBroken with a sentence when it does not hold */
export function holds(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new StoryBroken(sentence);
}

export function same<T>(actual: T, expected: T, what: string): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  holds(left === right, `${what}:应是 ${right},实际是 ${left}`);
}
