import { View } from '@tarojs/components';
import { type ReactNode, useCallback, useState } from 'react';
import { usePrinting } from '../../../client/printing/use-printing';
import { type ChosenVillage, placesOf, useSession } from '../../../client/session';
import { useCommand } from '../../../client/use-command';
import { Chips } from '../../../components/chips';
import { ErrorNote } from '../../../components/error-state';
import { FormPart } from '../../../components/form-part';
import { Page } from '../../../components/page';
import { PrintedCard, PrintingFoot } from '../../../components/printing-card';
import { printForVillage } from '../../../contracts/documents';
import { makeCode } from '../../../contracts/wechat';
import { CardChoices } from './card-choices';
import { PaperChoice, ShopChoice } from './code-choices';
import { LostCard } from './lost-card';
import { NoticeChoice } from './notice-choice';
import { SheetChoice } from './sheet-choice';
import { type Choices, choicesFor, type Kind, type Wanted, wantedOf } from './wanted';

const kinds: readonly { id: Kind; label: string }[] = [
  { id: 'household-cards', label: '户码' },
  { id: 'deed-sheet', label: '记分单' },
  { id: 'village-code', label: '村口的码' },
  { id: 'shop-code', label: '超市的码' },
  { id: 'notice', label: '公示单' },
];

const hints: Record<Kind, string> = {
  'household-cards': '一户一个,记分、换货时扫。没有手机的人家拿着纸的就行。',
  'deed-sheet': '带到现场,谁家做了就在格子里打勾。每张有自己的码,今年里作数。',
  'village-code': '贴在村口和村委会,扫了能看公开栏、加入本村。',
  'shop-code': '贴在超市门口,扫了看有什么货。',
  notice: '贴在公开栏上:谁家、什么事、几分、公示到哪天。只写户号,不写姓名。',
};

/** WeChat draws a code once, and answers from then on that it is there. */
function usePrint(villageId: string) {
  const by = usePrinting();
  const cards = useCommand(printForVillage);
  const code = useCommand(makeCode);
  const print = (wanted: Wanted) =>
    by.start(wanted.fileName, async (blanks) => {
      const made = wanted.code && (await code.run({ villageId, target: wanted.code }));
      if (made && !made.ok) return made;
      return cards.run({ villageId, print: wanted.print, ...(blanks && { blanks }) });
    });
  return { by, print };
}

type Props = { village: ChosenVillage; asked: string | undefined; children?: ReactNode };

/** What is printed for a village: cards of its households, codes of doors, public notices. */
export function PrintIn({ village, asked, children }: Props) {
  const { villageId, name } = village;
  const [choices, setChoices] = useState<Choices>(() => choicesFor(asked));
  const [missing, setMissing] = useState<string | null>(null);
  const set = useCallback((changed: Partial<Choices>) => {
    setMissing(null);
    setChoices((before) => ({ ...before, ...changed }));
  }, []);
  const { by, print } = usePrint(villageId);
  const submit = () => {
    const wanted = wantedOf(choices, name);
    setMissing(typeof wanted === 'string' ? wanted : null);
    if (typeof wanted !== 'string') print(wanted);
  };
  const { kind } = choices;
  const { roles } = useSession();
  const ofVillage = placesOf(roles, 'cadre').some(({ place }) => place === villageId);
  return (
    <Page
      title="打印"
      primary={{ label: '打印', onTap: submit, busy: by.isBusy }}
      bottom={
        missing ? (
          <ErrorNote error={{ code: 'missing', message: missing }} />
        ) : (
          <PrintingFoot by={by} />
        )
      }
    >
      <PrintedCard by={by} />
      {children}
      <FormPart label="印什么?" hint={hints[kind]}>
        <Chips choices={kinds} chosen={kind} onChoose={(id) => set({ kind: id })} />
      </FormPart>
      <View>
        {kind === 'household-cards' && <CardChoices choices={choices} set={set} />}
        {kind === 'deed-sheet' && <SheetChoice choices={choices} set={set} villageId={villageId} />}
        {kind === 'shop-code' && <ShopChoice choices={choices} set={set} villageId={villageId} />}
        {kind === 'notice' && <NoticeChoice choices={choices} set={set} villageId={villageId} />}
        {(kind === 'village-code' || kind === 'shop-code') && (
          <PaperChoice choices={choices} set={set} />
        )}
      </View>
      <View>
        {kind === 'household-cards' && ofVillage && (
          <LostCard
            villageId={villageId}
            onReplaced={(number) => set({ all: false, from: number, to: '' })}
          />
        )}
      </View>
    </Page>
  );
}
