import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { useCall } from '../../../client/use-call';
import { usePageParams } from '../../../client/use-page-params';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Field } from '../../../components/field';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { listCertificatesNotIssued } from '../../../contracts/lists';
import { CertificateEntry } from './certificate-entry';
import './index.scss';

export default function CertificatesPage() {
  const { key } = usePageParams();
  const [typed, setTyped] = useState('');
  const list = useCall(listCertificatesNotIssued, {});
  const search = typed.trim();
  useShareAppMessage(() => ({
    title: '村里不能开的证明,该去哪儿办',
    path: '/packages/matters/certificates/index',
  }));
  return (
    <Page title="不能开的证明">
      <View className="certificates-lead">
        有些证明国家规定村里不开,不是村里推您。下面写着该去哪儿,不用白跑。
      </View>
      <Field label="让您开什么证明" value={typed} onInput={setTyped} placeholder="比如 亲属关系" />
      <Loaded call={list} lines={5}>
        {({ certificates }) => {
          const shown = certificates.filter(({ name }) => name.includes(search));
          if (shown.length === 0) {
            return (
              <EmptyState
                icon="search"
                text="这里没有这种证明"
                hint="可能村里能开。请到清单的“出具证明”里看看,或问村里。"
              />
            );
          }
          return (
            <Card flush>
              {shown.map((certificate) => (
                <CertificateEntry
                  key={certificate.id}
                  certificate={certificate}
                  opened={certificate.id === key}
                />
              ))}
            </Card>
          );
        }}
      </Loaded>
    </Page>
  );
}
