import { Image, View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { aria } from '../../../components/aria';
import { Card } from '../../../components/card';
import { SectionHead } from '../../../components/section-head';
import { Tap } from '../../../components/tap';
import type { ValueOf } from '../../../contracts/contract';
import type { readMatter } from '../../../contracts/lists';
import './chart.scss';
import { ChartZoom } from './chart-zoom';

/** Margins and padding of the card, both sides. */
const besideChartPx = 56;

type FlowChart = ValueOf<typeof readMatter>['flowChart'];

/** 操作流程 as a picture that opens large, and in words for who listens instead of looks. */
export function Chart({ chart, name }: { chart: FlowChart; name: string }) {
  const [large, setLarge] = useState(false);
  const [words, setWords] = useState(false);
  const source = useMemo(() => `data:image/svg+xml,${encodeURIComponent(chart.svg)}`, [chart.svg]);
  const width = `calc(100vw - ${besideChartPx}px)`;
  const label = `${name}的流程图。${chart.inWords.join('。')}`;
  return (
    <>
      <SectionHead title="操作流程" />
      <Card flush>
        <Tap className="chart-picture" label={`放大${name}的流程图`} onTap={() => setLarge(true)}>
          <Image
            className="chart-image"
            src={source}
            style={{ width, height: `calc(${width} * ${chart.height / chart.width})` }}
            {...aria('img', label)}
          />
          <View className="chart-hint">点一下放大看</View>
        </Tap>
        <Tap className="chart-words-head" onTap={() => setWords(!words)}>
          {words ? '收起文字' : '用文字看流程'}
        </Tap>
        {words &&
          chart.inWords.map((sentence) => (
            <View key={sentence} className="chart-sentence">
              {sentence}
            </View>
          ))}
      </Card>
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
