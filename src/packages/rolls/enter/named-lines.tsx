import { View } from '@tarojs/components';
import { useState } from 'react';
import { usePages } from '../../../client/use-pages';
import { Button } from '../../../components/button';
import { CheckLine } from '../../../components/check-line';
import { Growing } from '../../../components/growing';
import { Loaded } from '../../../components/loaded';
import { MoreButton } from '../../../components/more-button';
import { readRoll } from '../../../contracts/rolls';
import type { Mark, RollForm } from './form';

/** About a screen of them. */
const linesAtOnce = 10;

type Props = {
  rollId: string;
  form: RollForm;
  onMark: (id: string, label: string, mark: Mark | null) => void;
};

function Lines({ rollId, form, onMark }: Props) {
  const pages = usePages({
    contract: readRoll,
    first: { rollId },
    rowsOf: ({ lines }) => lines,
    keyOf: ({ line }) => line,
    after: (_, { next }) => ({ rollId, ...(next !== null && { page: next }) }),
  });
  const named = pages.rows.filter(({ inRegister }) => !inRegister);
  return (
    <Loaded call={pages.first}>
      {() => (
        <>
          <Growing
            groups={[{ key: 'named', rows: named }]}
            keyOf={({ line }) => line}
            atOnce={linesAtOnce}
          >
            {({ line, name }) => {
              const label = name ?? '名字已删';
              const isOut = form.marked[line] !== undefined;
              return (
                <CheckLine
                  label={isOut ? `${label},去掉` : label}
                  checked={!isOut}
                  onChange={(stays) => onMark(line, label, stays ? null : 'out')}
                />
              );
            }}
          </Growing>
          <MoreButton pages={pages} label="看后面的人" />
        </>
      )}
    </Loaded>
  );
}

/** Of the roll before: who stands in no register, and so under no household to be found by. */
export function NamedLines(props: Props) {
  const [shown, show] = useState(false);
  return (
    <View>
      {shown ? (
        <Lines {...props} />
      ) : (
        <View className="roll-find">
          <Button tone="outline" onTap={() => show(true)}>
            看上一份里户册没有的人
          </Button>
        </View>
      )}
    </View>
  );
}
