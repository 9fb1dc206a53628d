import { View } from '@tarojs/components';
import { Growing } from '../../../components/growing';
import type { MatterContent } from '../../../contracts/lists';
import { limitInWords, waysInWords } from '../../../domain/lists/step-words';
import './steps.scss';

type Step = MatterContent['steps'][number];
type Props = { step: Step; number: number; ways: readonly string[] };

/** About a screen of them. */
const stepsAtOnce = 5;

function StepOf({ step: { name, text, who, workingDays }, number, ways }: Props) {
  const limit = limitInWords(workingDays);
  return (
    <View className="matter-step">
      <View className="matter-step-number">{number}</View>
      <View className="matter-step-words">
        <View className="matter-step-name">{name}</View>
        <View>{text}</View>
        <View className="matter-step-who">谁来办:{who}</View>
        {limit && <View className="matter-step-who">多久:{limit}</View>}
        {ways.map((way) => (
          <View key={way}>{way}。</View>
        ))}
      </View>
    </View>
  );
}

/** 操作流程 in words, step by step: what is done, by whom, in how many days, what if. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const rows = steps.map((step, at) => ({ step, number: at + 1, ways: waysInWords(step, steps) }));
  return (
    <Growing
      groups={[{ key: 'steps', rows }]}
      keyOf={({ step }) => step.id}
      atOnce={stepsAtOnce}
      lined
    >
      {(row) => <StepOf {...row} />}
    </Growing>
  );
}
