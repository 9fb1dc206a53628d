import { View } from '@tarojs/components';
import { useState } from 'react';
import { openMatter } from '../../../client/open-matter';
import { useSession } from '../../../client/session';
import { Line } from '../../../components/line';
import { Sheet } from '../../../components/sheet';
import { Tap } from '../../../components/tap';
import type { ValueOf } from '../../../contracts/contract';
import type { listCertificatesNotIssued } from '../../../contracts/lists';
import { WordsLine } from '../words-line';
import './certificate-entry.scss';

type Certificate = ValueOf<typeof listCertificatesNotIssued>['certificates'][number];

function Exceptions({ certificate }: { certificate: Certificate }) {
  const village = useSession((session) => session.village);
  return (
    <>
      {certificate.purposeExceptions.map(({ purpose, matterKey, note }) => (
        <View key={purpose} className="certificate-part">
          <View className="certificate-head">办“{purpose}”可以开</View>
          <View>{note}</View>
          {matterKey && village && (
            <Tap
              className="certificate-link"
              onTap={() => openMatter(village.villageId, matterKey)}
            >
              看怎么办
            </Tap>
          )}
        </View>
      ))}
    </>
  );
}

/** One certificate: a calm full answer — where to go, on which basis, what to show who asked. */
export function CertificateEntry(props: { certificate: Certificate; opened: boolean }) {
  const { certificate } = props;
  const [open, setOpen] = useState(props.opened);
  const village = useSession((session) => session.village);
  const { id, name, goTo, basis, note } = certificate;
  return (
    <>
      <Line title={name} note={`去 ${goTo}`} onTap={() => setOpen(true)} />
      <Sheet visible={open} title="村里不能开这个证明" onClose={() => setOpen(false)}>
        <View className="certificate-part">
          <View className="certificate-name">{name}</View>
          <View className="certificate-head">该去哪</View>
          <View>{goTo}</View>
          <View className="certificate-note">{note}</View>
        </View>
        <Exceptions certificate={certificate} />
        {village && <WordsLine villageId={village.villageId} kind="certificate" id={id} />}
        <View className="certificate-part certificate-show">
          <View className="certificate-head">给要证明的单位看</View>
          <View>
            按{basis},嘎查村不出具“{name}”。请贵单位通过信息核验或由 {goTo} 办理,不要让群众再跑。
          </View>
        </View>
      </Sheet>
    </>
  );
}
