import { openMatter } from '../../client/open-matter';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { Growing } from '../../components/growing';
import { Line } from '../../components/line';
import { SectionHead } from '../../components/section-head';
import type { ValueOf } from '../../contracts/contract';
import type { ListKind, listMatters } from '../../contracts/lists';

/** About a screen of lines. */
const mattersAtOnce = 10;

type Matter = ValueOf<typeof listMatters>['matters'][number];
type Props = { matters: readonly Matter[]; kind: ListKind; villageId: string };

function byCategory(matters: readonly Matter[]): [string, Matter[]][] {
  const groups = new Map<string, Matter[]>();
  for (const matter of matters) {
    const group = groups.get(matter.category);
    if (group) group.push(matter);
    else groups.set(matter.category, [matter]);
  }
  return [...groups];
}

/** Matters under the name of their category, which stays in sight. */
export function MatterGroups({ matters, kind, villageId }: Props) {
  const shown = matters.filter((matter) => matter.list === kind);
  if (shown.length === 0) {
    return <EmptyState text="这张清单里现在没有事项" hint="清单外的事不让您跑,有事问村里。" />;
  }
  return (
    <Growing
      groups={byCategory(shown).map(([category, rows]) => ({
        key: category,
        rows,
        frame: (lines) => (
          <>
            <SectionHead title={category} extra={`${rows.length} 项`} />
            <Card flush>{lines}</Card>
          </>
        ),
      }))}
      keyOf={({ key }) => key}
      atOnce={mattersAtOnce}
      lined
    >
      {({ key, name, version }) => (
        <Line title={name} extra={`第${version}版`} onTap={() => openMatter(villageId, key)} />
      )}
    </Growing>
  );
}
