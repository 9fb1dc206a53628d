import { Card } from '../../../components/card';
import { Line } from '../../../components/line';
import { LeftLines } from './left-lines';
import type { FullActivity } from './together-step';
import type { Decided } from './use-decision';

/** How many were decided which way, and which are left for somebody else, and why. */
export function DecidedCard({ decided, full }: { decided: Decided; full: FullActivity }) {
  const { agreed, refused, left } = decided;
  const words = [
    agreed > 0 ? [`同意了 ${agreed} 户`] : [],
    refused > 0 ? [`没同意 ${refused} 户`] : [],
  ].flat();
  return (
    <>
      <Card flush tone="green">
        <Line icon="check" title={words.join(',')} note={full.next ?? undefined} />
      </Card>
      <LeftLines title="留给别人办的" left={left} full={full} />
    </>
  );
}
