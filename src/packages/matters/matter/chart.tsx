import { Image, View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { useSession } from '../../../client/session';
import { aria } from '../../../components/aria';
import { Card } from '../../../components/card';
import { SectionHead } from '../../../components/section-head';
import { Tap } from '../../../components/tap';
import type { ValueOf } from '../../../contracts/contract';
import type { MatterContent, readMatter } from '../../../contracts/lists';
import './chart.scss';
import { ChartZoom } from './chart-zoom';
import { Steps } from './steps';

/** Margins and padding of the card, both sides. */
const besideChartPx = 56;

type FlowChart = ValueOf<typeof readMatter>['flowChart'];

type Props = { chart: FlowChart; steps: MatterContent['steps']; name: string };
type Look = { source: string; onLook: () => void };

/** The picture, and below it the words by a tap. */
function PictureFirst({ chart, steps, name, source, onLook }: Props & Look) {
  const [words, setWords] = useState(false);
  const width = `calc(100vw - ${besideChartPx}px)`;
  const label = `${name}的流程图。${chart.inWords.join('。')}`;
  return (
    <Card flush>
      <Tap className="chart-picture" label={`放大${name}的流程图`} onTap={onLook}>
        <Image
          className="chart-image"
          src={source}
          style={{ width, height: `calc(${width} * ${chart.height / chart.width})` }}
          {...aria('img', label)}
        />
        <View className="chart-hint">点一下放大看</View>
      </Tap>
      <Tap className="chart-more" onTap={() => setWords(!words)}>
        {words ? '收起文字' : '用文字看流程'}
      </Tap>
      {words && <Steps steps={steps} />}
    </Card>
  );
}

/** In large type: step by step, and the picture by a tap. */
function WordsFirst({ steps, onLook }: Pick<Props & Look, 'steps' | 'onLook'>) {
  return (
    <Card flush>
      <Steps steps={steps} />
      <Tap className="chart-more" onTap={onLook}>
        看流程图
      </Tap>
    </Card>
  );
}

/** 操作流程 as a picture that opens large, and in words for who reads or listens instead. */
export function Chart({ chart, steps, name }: Props) {
  const elder = useSession((session) => session.elder);
  const [large, setLarge] = useState(false);
  const source = useMemo(() => `data:image/svg+xml,${encodeURIComponent(chart.svg)}`, [chart.svg]);
  const look = { source, onLook: () => setLarge(true) };
  return (
    <>
      <SectionHead title="操作流程" />
      {elder ? (
        <WordsFirst steps={steps} onLook={look.onLook} />
      ) : (
        <PictureFirst chart={chart} steps={steps} name={name} {...look} />
      )}
      {large && (
        <ChartZoom
          source={source}
          width={chart.width}
          height={chart.height}
          name={name}
          onClose={() => setLarge(false)}
        />
      )}
    </>
  );
}
