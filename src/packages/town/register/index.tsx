import { View } from '@tarojs/components';
import { useState } from 'react';
import { replacePage } from '../../../client/open-page';
import { isUndecided } from '../../../client/trouble';
import { aria } from '../../../components/aria';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { DeviceNote } from '../../../components/device-note';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-state';
import { FormPart } from '../../../components/form-part';
import { Line } from '../../../components/line';
import { Page } from '../../../components/page';
import { OfTown } from '../of-town';
import { ChangesCard, mayAnswer } from './changes-card';
import './index.scss';
import { changedInWords, countsInWords, PreviewCard } from './preview-card';
import { type Answers, type Register, type Step, useRegister } from './use-register';

const title = '导入户册';
const onPhone = process.env.TARO_ENV === 'weapp';

type At<Name extends Step['step']> = Extract<Step, { step: Name }>;
type Props<Name extends Step['step']> = { at: At<Name>; register: Register };

const wherefrom = onPhone
  ? '先把表格发到微信聊天里,发给“文件传输助手”就行,再在这里选它。'
  : '在电脑上选户册的表格文件。';

function Choose({ at, register }: Props<'choose'>) {
  return (
    <Page title={title} primary={{ label: '选户册文件', onTap: register.choose }}>
      <DeviceNote problem={at.problem} instead="" onSettled={register.startAnew} />
      <Card flush>
        <Line icon="upload" title="选办公室的户册" note={wherefrom} />
        <Line
          icon="check"
          title="先看,后导入"
          note="传上来先看一遍:有几户几人、哪里要改。点了导入才写进去。"
        />
        <Line
          icon="list"
          title="收什么样的表"
          note="Excel、WPS 存的 .xlsx,或者 CSV。要有嘎查村、户号、姓名、与户主关系、出生年份。不满 18 岁的不存。"
        />
      </Card>
    </Page>
  );
}

/** On its way: nothing to tap, and how far it has come. */
function UnderWay({ name, text, share }: { name: string; text: string; share: number }) {
  return (
    <Page title={title}>
      <Card>
        <View className="register-name">{name}</View>
        <View {...aria('status')}>{text}</View>
        <View className="register-bar">
          <View className="register-bar-done" style={{ width: `${Math.round(share * 100)}%` }} />
        </View>
      </Card>
    </Page>
  );
}

function Read({ at, register }: Props<'read'>) {
  const { name, preview, error } = at;
  const { problems, newHouseholds, changedHouseholds } = preview;
  const isSound = problems.length === 0;
  const nothingToDo = isSound && newHouseholds + changedHouseholds === 0 && !mayAnswer(preview);
  const [answers, setAnswers] = useState<Answers>(new Map());
  const importIt = { label: '导入', onTap: () => register.importIt(at, answers) };
  const another = { label: '改好了,再选一次', onTap: register.choose };
  return (
    <Page
      title={title}
      primary={isSound && !nothingToDo ? importIt : another}
      bottom={<ErrorNote error={error} />}
    >
      <PreviewCard name={name} preview={preview} />
      <View>
        {isSound && <ChangesCard preview={preview} answers={answers} onAnswers={setAnswers} />}
      </View>
      <View>
        {isSound && !nothingToDo && (
          <FormPart label="不是这张表?">
            <Button onTap={register.choose}>换一个文件</Button>
          </FormPart>
        )}
      </View>
    </Page>
  );
}

function CutOff({ at: { kept, error }, register }: Props<'cut-off'>) {
  return (
    <Page
      title={title}
      primary={{ label: '接着导入', onTap: () => register.goOn(kept) }}
      bottom={<ErrorNote error={error} />}
    >
      <EmptyState
        icon="clock"
        text={`“${kept.name}”还没有导完`}
        hint="接着导入,已经写进去的不会写两遍。"
      />
      <FormPart label="要换一张表?" hint="已经写进去的留着;新的表另算一次,先看后导入。">
        <Button onTap={register.startAnew}>换一个文件</Button>
      </FormPart>
    </Page>
  );
}

/** What brought no answer may be asked again; a file that was refused would be refused again. */
function NotYet({ at, register }: Props<'not-sent' | 'not-read'>) {
  const another = { label: '换一个文件', onTap: register.choose };
  const again =
    at.step === 'not-sent'
      ? () => register.sendAgain(at.file)
      : () => register.readAgain(at.name, at.fileId);
  const mayHelp = at.step === 'not-sent' || isUndecided(at.error);
  return (
    <Page title={title} primary={mayHelp ? { label: '再试一次', onTap: again } : another}>
      <ErrorNote error={at.error} />
      <View>
        {mayHelp && (
          <FormPart label="文件不对?">
            <Button onTap={register.choose}>换一个文件</Button>
          </FormPart>
        )}
      </View>
    </Page>
  );
}

function Done({ at: { value } }: Props<'imported'>) {
  const back = () => replacePage('/packages/town/overview/index');
  return (
    <Page title={title} primary={{ label: '看还差什么', onTap: back }}>
      <EmptyState
        icon="check"
        text="导入好了"
        hint={`${countsInWords(value)}。${changedInWords(value)}。表格文件过一天就删掉。`}
      />
    </Page>
  );
}

function RegisterIn() {
  const register = useRegister();
  const { step: at } = register;
  switch (at.step) {
    case 'choose':
      return <Choose at={at} register={register} />;
    case 'cut-off':
      return <CutOff at={at} register={register} />;
    case 'sending':
      return <UnderWay name={at.name} text="正在传" share={at.share * 0.6} />;
    case 'reading':
      return <UnderWay name={at.name} text="传好了,正在看。人多的要等十来秒。" share={0.8} />;
    case 'importing':
      return <UnderWay name={at.name} text="正在写进去,先别关。断了也能接着导入。" share={0.9} />;
    case 'read':
      return <Read at={at} register={register} />;
    case 'imported':
      return <Done at={at} register={register} />;
    default:
      return <NotYet at={at} register={register} />;
  }
}

/** The office's register: sent, looked at, then imported. */
export default function RegisterPage() {
  return (
    <OfTown title={title}>
      <RegisterIn />
    </OfTown>
  );
}
