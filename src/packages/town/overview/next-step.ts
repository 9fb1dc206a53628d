import type { ValueOf } from '../../../contracts/contract';
import type { MissingThing, readOverview } from '../../../contracts/town';
import { ways } from '../ways';

export type Overview = ValueOf<typeof readOverview>;
export type OverviewVillage = Overview['villages'][number];

export const lateJobs = ({ jobs }: Overview) =>
  jobs.filter(({ overdue }) => overdue).map((job) => job.title);

/** The biggest step that is still to be done somewhere; null once the villages run. */
export function nextStep({ villages }: Overview): { label: string; url: string } | null {
  if (villages.length === 0) return { label: '开第一个嘎查村', url: ways.newVillage() };
  const lacking = (thing: MissingThing) =>
    villages.find((village) => village.missing.some((each) => each.thing === thing));
  if (lacking('register')) return { label: '导入户册', url: ways.register() };
  const withoutShop = lacking('shop');
  return withoutShop ? { label: '开超市', url: ways.newShop(withoutShop.villageId) } : null;
}
