import { View } from '@tarojs/components';
import { useState } from 'react';
import { openPage } from '../../client/open-page';
import { useSession } from '../../client/session';
import { useUnsent } from '../../client/update';
import { usePageParams } from '../../client/use-page-params';
import { Card } from '../../components/card';
import { Field } from '../../components/field';
import { HotlineLine } from '../../components/hotline-line';
import { Line } from '../../components/line';
import { Page } from '../../components/page';
import { SectionHead } from '../../components/section-head';
import type { Found } from '../../domain/search/find';
import './index.scss';
import { kindWords, openFound, takeItem } from './open-found';
import { useBook } from './use-book';

/** Of what a phrase is about so many are shown; where it is about nothing, the nearest few. */
const mostShown = 6;
const mostNearest = 3;

const examples = '比如 盖房、吃低保、我妈还活着的证明、种树、换洗衣粉';

function Lines({ found, onTap }: { found: Found[]; onTap: (one: Found) => void }) {
  return (
    <Card flush>
      {found.map((one) => (
        <Line
          key={`${one.kind}:${one.id}`}
          title={one.name}
          note={kindWords[one.kind]}
          onTap={() => onTap(one)}
        />
      ))}
    </Card>
  );
}

/** Whom to ask where the phone does not know. */
function AskSomebody({ villageId }: { villageId: string | null }) {
  const village = villageId === null ? '' : `?villageId=${villageId}`;
  return (
    <>
      <SectionHead title="都不是?" />
      <Card flush>
        <Line
          icon="person"
          title="问村里"
          note="看看谁在管事,当面问"
          onTap={() => {
            openPage(`/packages/offices/list/index${village}`);
          }}
        />
        <HotlineLine title="打" />
      </Card>
    </>
  );
}

function Answer(props: { found: Found[]; typed: string; onTap: (one: Found) => void }) {
  const { found, typed, onTap } = props;
  const sure = found.filter((one) => one.sure).slice(0, mostShown);
  if (sure.length > 0) return <Lines found={sure} onTap={onTap} />;
  const nearest = found.slice(0, mostNearest);
  return (
    <>
      <View className="find-missed">
        没找到“{typed}”。{nearest.length > 0 ? '最接近的是这几个,看看是不是:' : '换个说法试试。'}
      </View>
      {nearest.length > 0 && <Lines found={nearest} onTap={onTap} />}
    </>
  );
}

/** 找一找: everyday words lead to a matter, a certificate, a point item, goods or a page. */
export default function FindPage() {
  const { view, villageId: asked } = usePageParams();
  const chosen = useSession((session) => session.village);
  const [typed, setTyped] = useState('');
  useUnsent(typed !== '');
  const villageId = asked ?? chosen?.villageId ?? null;
  const find = useBook(villageId);
  const onlyItems = view === 'items';
  const phrase = typed.trim();
  const found = find(phrase).filter(({ kind }) => !onlyItems || kind === 'item');
  const open = (one: Found) => (onlyItems ? takeItem(one.id) : openFound(one, villageId));
  return (
    <Page title={onlyItems ? '做了什么' : '找一找'}>
      <Field
        label={onlyItems ? '做了什么' : '要找什么'}
        value={typed}
        onInput={setTyped}
        placeholder={onlyItems ? '比如 种树、劝架' : '比如 盖房、吃低保'}
        hint="用平常的话说就行,没有网也能找。"
      />
      <View>
        {phrase === '' ? (
          <View className="find-examples">{onlyItems ? '' : examples}</View>
        ) : (
          <Answer found={found} typed={phrase} onTap={open} />
        )}
      </View>
      <View>{phrase !== '' && <AskSomebody villageId={villageId} />}</View>
    </Page>
  );
}
