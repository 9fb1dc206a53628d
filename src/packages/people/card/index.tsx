import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { replacePage } from '../../../client/open-page';
import { usePrinting } from '../../../client/printing/use-printing';
import { type Me, useSession } from '../../../client/session';
import { keep, readKept } from '../../../client/storage';
import { useCall } from '../../../client/use-call';
import { useCommand } from '../../../client/use-command';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { Page } from '../../../components/page';
import { PrintedCard, PrintingFoot } from '../../../components/printing-card';
import { QrCode } from '../../../components/qr-code';
import { Skeleton } from '../../../components/skeleton';
import type { ValueOf } from '../../../contracts/contract';
import { printMine } from '../../../contracts/documents';
import { readHouseholdCard } from '../../../contracts/people';
import { calledBy } from '../../../domain/kernel/names';
import './index.scss';
import { Visits } from './visits';

type HouseholdCard = ValueOf<typeof readHouseholdCard>;

const storageKey = 'household-card';

/** The card as last seen: it is shown where there is no network too. */
function useCard(householdId: string | undefined) {
  const asked = useCall(readHouseholdCard, householdId ? {} : null);
  const [kept] = useState(() => readKept<HouseholdCard>(storageKey));
  useEffect(() => {
    if (asked.value) keep(storageKey, asked.value);
  }, [asked.value]);
  const ours = kept?.household.householdId === householdId ? kept : null;
  return { ...asked, value: asked.value ?? ours };
}

function CardFace({ card: { cardText, household, villageName } }: { card: HouseholdCard }) {
  const label = calledBy(household.householdNumber, household.householdName);
  return (
    <Card className="household-card">
      <View className="household-card-village">{villageName}</View>
      <View className="household-card-name">{label}</View>
      <QrCode text={cardText} label={`${household.householdNumber}号户的户码`} />
      <View className="household-card-note">
        记分、换货时给村干部或超市扫一下。它只说明是哪一户,不是钱,别人扫了动不了您家的分。
      </View>
    </Card>
  );
}

/** The card on paper: for the wall at home, and for whoever has no phone. */
function usePrintCard(me: Me | null) {
  const { run } = useCommand(printMine);
  const by = usePrinting();
  const print = () =>
    by.start(`${me?.householdNumber}号户户码.pdf`, (blanks) =>
      run({ print: { document: 'household-card' }, ...(blanks && { blanks }) }),
    );
  return { by, print };
}

export default function HouseholdCardPage() {
  const { me, state } = useSession();
  const card = useCard(me?.householdId);
  const { by, print } = usePrintCard(me);
  if (!me && state === 'ready') {
    const join = () => replacePage('/packages/join/index');
    return (
      <Page title="户码" primary={{ label: '加入本村', onTap: join }}>
        <EmptyState icon="house" text="还没有户码" hint="加入本村以后,就有您家的户码。" />
      </Page>
    );
  }
  return (
    <Page
      title="户码"
      primary={me ? { label: '打印户码卡', onTap: print, busy: by.isBusy } : undefined}
      bottom={<PrintingFoot by={by} />}
    >
      <PrintedCard by={by} />
      {card.value && <CardFace card={card.value} />}
      {!card.value && card.error && <ErrorState error={card.error} onRetry={card.reload} />}
      {!card.value && !card.error && <Skeleton lines={2} />}
      {me && <Visits />}
    </Page>
  );
}
