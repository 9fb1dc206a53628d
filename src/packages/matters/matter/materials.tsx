import { useState } from 'react';
import { Card } from '../../../components/card';
import { CheckLine } from '../../../components/check-line';
import { SectionHead } from '../../../components/section-head';

/** 要带什么, to tick off at the kitchen table; nothing is sent anywhere. */
export function Materials({ materials }: { materials: readonly string[] }) {
  const [packed, setPacked] = useState<readonly string[]>([]);
  const tick = (material: string, checked: boolean) =>
    setPacked((before) => {
      const others = before.filter((other) => other !== material);
      return checked ? [...others, material] : others;
    });
  return (
    <>
      <SectionHead title="要带什么" extra={`备好 ${packed.length}/${materials.length}`} />
      <Card flush>
        {materials.map((material) => (
          <CheckLine
            key={material}
            label={material}
            checked={packed.includes(material)}
            onChange={(checked) => tick(material, checked)}
          />
        ))}
      </Card>
    </>
  );
}
