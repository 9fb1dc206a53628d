import { View } from '@tarojs/components';
import type { Printing, UsePrinting } from '../client/printing/use-printing';
import type { EnvelopeError } from '../contracts/contract';
import { aria } from './aria';
import { Button } from './button';
import { Card } from './card';
import { ErrorNote } from './error-state';
import { Icon } from './icon';
import './printing-card.scss';

const onPhone = process.env.TARO_ENV === 'weapp';

type Step<Name extends Printing['step']> = Extract<Printing, { step: Name }>;

function UnderWay({ printing }: { printing: Step<'asked' | 'fetching'> }) {
  const isFetching = printing.step === 'fetching';
  const share = isFetching ? (1 + printing.arrived) / (1 + printing.pieces) : 0.1;
  return (
    <View className="printing-foot">
      <View {...aria('status')}>
        {isFetching
          ? `印好了,正在取 ${printing.arrived}/${printing.pieces}`
          : '正在印,一般几秒钟;几十页的要等半分钟。'}
      </View>
      <View className="printing-bar">
        <View className="printing-bar-done" style={{ width: `${Math.round(share * 100)}%` }} />
      </View>
    </View>
  );
}

type Missing = { character: string; text: string };

/** Where all characters stand that cannot be printed, as far as the cloud named them. */
function missingIn({ code, details }: EnvelopeError): Missing[] {
  return code === 'glyphs-missing' ? ((details?.missing ?? []) as Missing[]) : [];
}

function Failed({ printing, by }: { printing: Step<'failed'>; by: UsePrinting }) {
  const { error, again } = printing;
  return (
    <>
      <ErrorNote error={error} />
      {(again || missingIn(error).length > 0) && (
        <View className="printing-foot printing-buttons">
          <Button
            className="printing-button"
            tone="outline"
            onTap={again ? by.goOn : by.withBlanks}
          >
            {again ? '接着取' : '留空印,印好用笔填'}
          </Button>
        </View>
      )}
    </>
  );
}

/** Above the one button of a page that prints: how far it has come, or why it has not. */
export function PrintingFoot({ by }: { by: UsePrinting }) {
  const { printing } = by;
  return (
    <View>
      {(printing.step === 'asked' || printing.step === 'fetching') && (
        <UnderWay printing={printing} />
      )}
      {printing.step === 'failed' && <Failed printing={printing} by={by} />}
    </View>
  );
}

function MissingCard({ missing }: { missing: readonly Missing[] }) {
  return (
    <Card>
      <View>没有字样的字</View>
      <View className="printing-note">
        {missing.map(({ text, character }) => `${text}(${character})`).join('、')}
      </View>
    </Card>
  );
}

function FileCard({ printing, by }: { printing: Step<'there'>; by: UsePrinting }) {
  const { file, pages, problem } = printing;
  const told = onPhone
    ? '打开后点右上角的三个点,能转发、存到手机。要用电脑打印,就发到聊天里。'
    : '已经下载,在“下载”文件夹里。打印时选“实际大小”。';
  return (
    <Card tone="green">
      <View className="printing-done" {...aria('status')}>
        <Icon name="check" tone="green" />
        <View className="printing-done-words">{`${file.name},${pages} 页`}</View>
      </View>
      <View className="printing-note">{problem ?? told}</View>
      <View className="printing-buttons">
        <Button className="printing-button" onTap={by.openAgain}>
          {onPhone ? '再打开一次' : '再下载一次'}
        </Button>
        {onPhone && (
          <Button className="printing-button" tone="outline" onTap={by.send}>
            发到聊天里
          </Button>
        )}
      </View>
    </Card>
  );
}

/** First on a page that prints: the file that is here, or the names with characters it lacks. */
export function PrintedCard({ by }: { by: UsePrinting }) {
  const { printing } = by;
  const missing = printing.step === 'failed' ? missingIn(printing.error) : [];
  return (
    <View>
      {printing.step === 'there' && <FileCard printing={printing} by={by} />}
      {missing.length > 5 && <MissingCard missing={missing} />}
    </View>
  );
}
