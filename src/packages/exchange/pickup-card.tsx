import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { Card } from '../../components/card';
import { ErrorNote } from '../../components/error-state';
import type { Order } from '../../components/order-look';
import { QrCode } from '../../components/qr-code';
import { brighten } from './brightness';
import { CodeInWords } from './code-in-words';
import './pickup-card.scss';
import { usePickupCode } from './use-pickup-code';

type Props = { order: Order; onScreen: boolean };

/** The code the shop scans, as large and bright as the phone can. */
export function PickupCard({ order, onScreen }: Props) {
  const { text, secondsLeft, error } = usePickupCode(order.orderId, onScreen);
  useEffect(() => (onScreen ? brighten() : undefined), [onScreen]);
  return (
    <Card className="pickup-card">
      <View className="pickup-card-title">给店里扫这个码</View>
      <View className="pickup-card-code">
        {text ? (
          <QrCode text={text} label={`${order.householdNumber}号户的取货码`} />
        ) : (
          <View className="pickup-card-empty">{error ? '码暂时出不来' : '正在出码'}</View>
        )}
      </View>
      {text && <View className="pickup-card-note">{secondsLeft} 秒后自动换新码,截图不能用</View>}
      <View>{text && <CodeInWords text={text} />}</View>
      <ErrorNote error={error} />
    </Card>
  );
}
