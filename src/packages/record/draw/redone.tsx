import { Card } from '../../../components/card';
import { Line } from '../../../components/line';
import { dayInWords, dayOf } from '../../../domain/kernel/time';

const fits = '和公布的一样:先说定的种子没换,抽出来的还是这几个记号。';

/** What drawing again came to on this phone; `differs`: what does not fit, null where all does. */
export function Redone({ differs }: { differs: string | null }) {
  return (
    <Card flush>
      <Line
        icon={differs === null ? 'check' : 'warning'}
        title={differs ?? fits}
        note="是在这台手机上算的,没有再问村里和镇里"
      />
    </Card>
  );
}

/** When a draw falls that everybody may make again after it. */
export function DrawsOn({ day, fixed }: { day: string; fixed: string }) {
  return (
    <Card flush>
      <Line
        icon="clock"
        title={`${dayInWords(day, dayOf(Date.now()))}早上抽`}
        note={`${fixed}抽完,谁都可以在这里重抽一遍。`}
      />
    </Card>
  );
}
