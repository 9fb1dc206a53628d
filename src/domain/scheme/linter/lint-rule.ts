import { foldRule, withoutDenied } from './fold';
import { moneyMeasures } from './money';
import { orderMeasures } from './order';
import { peopleMeasures } from './people';
import type { Measure, Verdict } from './types';
import { voiceMeasures } from './voice';

/** A rule is a sentence, not a page. */
export const longestRule = 300;

export const measures: readonly Measure[] = [
  ...peopleMeasures,
  ...voiceMeasures,
  ...orderMeasures,
  ...moneyMeasures,
];

/** Said of anything: it makes no difference. */
const makesNoDifference =
  /说了不算|一样(?:参加|可以|能|评)|照(?:样|常)|一视同仁|一个样|一个标准|同一标准|分一样|都一样|一样(?:记|加|计|办|对待)|没有关系|无关|不受影响|同等对待/;

const takes = ({ says, unless = [] }: Measure, text: string) =>
  says.some((pattern) => pattern.test(text)) && !unless.some((pattern) => pattern.test(text));

const lawful: Verdict = { lawful: true, because: '没有碰到不能管、不能记分的事。' };

/**
 * Whether a village may make this its rule (plan 三(一)3: 不得剥夺政府补贴和集体经济收益等).
 * @param rule one sentence, as the village wrote it
 */
export function lintRule(rule: string): Verdict {
  const folded = foldRule(rule);
  if (Array.from(folded).length > longestRule) {
    return {
      lawful: false,
      topic: '太长',
      because: `一条规则最多 ${longestRule} 个字,这一条太长,看不清在管什么。`,
      basis: '一条管一件事',
      instead: '拆成几条,一条只写一件事。',
    };
  }
  const text = withoutDenied(folded);
  if (makesNoDifference.test(text)) return lawful;
  const found = measures.find((measure) => takes(measure, text));
  if (!found) return lawful;
  const { topic, because, basis, instead } = found;
  return { lawful: false, topic, because, basis, instead };
}

/** `碰到“罚款”:…`: the verdict in a sentence. */
export function verdictInWords(verdict: Verdict): string {
  if (verdict.lawful) return verdict.because;
  const { topic, because, basis, instead } = verdict;
  return `碰到“${topic}”:${because}依据:${basis}。${instead}`;
}
