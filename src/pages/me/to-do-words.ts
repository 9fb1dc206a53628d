import type { TodayCard } from '../../client/today';
import type { IconName } from '../../components/icon';
import type { ToDo } from '../../contracts/tasks';

const looks: Readonly<Record<ToDo, { icon: IconName; unit: string }>> = {
  'to-check': { icon: 'check', unit: '条' },
  'to-cosign': { icon: 'check', unit: '条' },
  'to-review': { icon: 'star', unit: '条' },
  'review-late': { icon: 'person', unit: '条' },
  'to-notice': { icon: 'notice', unit: '条' },
  objections: { icon: 'warning', unit: '条' },
  reversals: { icon: 'warning', unit: '条' },
  'to-recheck': { icon: 'search', unit: '条' },
  joins: { icon: 'person', unit: '个' },
  'entry-requests': { icon: 'person', unit: '个' },
  links: { icon: 'warning', unit: '个' },
  entries: { icon: 'person', unit: '个村' },
  freezes: { icon: 'warning', unit: '户' },
  offices: { icon: 'person', unit: '件' },
  life: { icon: 'house', unit: '件' },
  rolls: { icon: 'list', unit: '份' },
  'to-sign': { icon: 'check', unit: '件' },
  'to-fetch': { icon: 'bag', unit: '单' },
  'to-hand-over': { icon: 'scan', unit: '单' },
  late: { icon: 'clock', unit: '件' },
};

export function iconOf(toDo: ToDo): IconName {
  return looks[toDo].icon;
}

/** `9 条`; `200 多条` where there are more than were counted. */
export function countInWords({ toDo, count, more }: TodayCard): string {
  const { unit } = looks[toDo];
  return more ? `${count} 多${unit}` : `${count} ${unit}`;
}
