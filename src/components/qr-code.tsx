import { Image, View } from '@tarojs/components';
import qrcode from 'qrcode-generator';
import { useEffect, useMemo } from 'react';
import { showsCode } from '../client/beacon';
import { aria } from './aria';
import './qr-code.scss';

type Props = {
  text: string;
  /** What the code is, for screen readers and for whoever scans it: `17号户的户码`. */
  label: string;
};

function pictureOf(text: string): string {
  // Type 0 lets the length choose; M still reads with a cracked screen.
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  return code.createDataURL(8, 16);
}

/** A QR code, black on white in both themes so that every scanner reads it. */
export function QrCode({ text, label }: Props) {
  const picture = useMemo(() => pictureOf(text), [text]);
  useEffect(() => {
    showsCode(text, label);
    return () => showsCode(null);
  }, [text, label]);
  return (
    <View className="qr-code">
      <Image className="qr-code-picture" src={picture} {...aria('img', label)} />
    </View>
  );
}
