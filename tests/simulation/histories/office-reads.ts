import { exchange, people, points, town } from '../../../src/contracts';
import type { Contract } from '../../../src/contracts/contract';
import { has, inTerm } from './model/rule';
import type { Model, ModelPerson, ModelRecord } from './model/state';
import type { World } from './world';

type Read = { contract: Contract<never>; input: unknown; isAllowed: boolean };
type Papers = ModelPerson | null;

/** What each office gives to read at its place, and to whom else. */
function readsOf(office: string, papers: Papers): Read[] {
  const [role = '', place = ''] = office.split('@');
  const isTown = has(papers, 'town-admin');
  const holds = (...roles: string[]) => roles.some((each) => has(papers, each, place));
  const read = (contract: unknown, input: unknown, isAllowed: boolean) => [
    { contract: contract as Contract<never>, input, isAllowed },
  ];
  const search = { villageId: place, search: '8' };
  switch (role) {
    case 'cadre':
      return [
        ...read(people.listJoinRequests, {}, isTown || has(papers, 'cadre')),
        ...read(people.listHouseholdNames, { villageId: place }, holds('cadre')),
      ];
    case 'supervisor':
      return read(people.findHouseholds, search, holds('cadre', 'supervisor'));
    case 'keeper':
      return read(exchange.listShopOrders, { shopId: place }, isTown || holds('keeper'));
    case 'town-admin':
      return read(town.readOverview, {}, isTown);
    default:
      return [];
  }
}

/** Who may see all of a record: its household, and who holds an office over it. */
function mayReadWhole({ householdId, villageId, panel }: ModelRecord, papers: Papers): boolean {
  const drawn = papers !== null && panel.includes(papers.personId);
  return (
    papers?.householdId === householdId ||
    has(papers, 'town-admin') ||
    ['cadre', 'supervisor'].some((role) => has(papers, role, villageId)) ||
    (drawn && has(papers, 'panel', villageId))
  );
}

type Shown = { note: string | null; photos: string[]; timeline: { reason: string | null }[] };

const isOffice = (role: string) => !role.startsWith('resident@');

/**
 * What those may read whose office has ended: nothing that it alone gave, as little as if they had
 * never held it. They ask between the bursts, when nothing else runs; chance has no part in it.
 */
export class OfficeReads {
  private readonly everHeld = new Map<string, Set<string>>();
  asked = 0;

  constructor(
    private readonly world: World,
    private readonly model: Model,
    private readonly openids: readonly string[],
  ) {
    this.remember();
  }

  /** Notes who holds what now. */
  private remember(): void {
    for (const openid of this.openids) {
      const roles = this.papersOf(openid)?.roles.filter(isOffice) ?? [];
      const held = this.everHeld.get(openid) ?? new Set();
      for (const role of roles) held.add(role);
      this.everHeld.set(openid, held);
    }
  }

  private papersOf(openid: string): Papers {
    const person = this.model.persons.get(this.world.personIdOf(openid)) ?? null;
    return inTerm(person, this.world.nowMs());
  }

  /** One sentence for each answer that is not as the model has it. */
  async problems(): Promise<string[]> {
    const found: string[] = [];
    for (const [openid, held] of this.everHeld) {
      const papers = this.papersOf(openid);
      const ended = [...held].filter((office) => !papers?.roles.includes(office));
      if (ended.length === 0) continue;
      for (const office of ended) found.push(...(await this.ofPlace(openid, office, papers)));
      found.push(...(await this.ofRecords(openid, papers)));
    }
    this.remember();
    return found;
  }

  private async ofPlace(openid: string, office: string, papers: Papers): Promise<string[]> {
    const found: string[] = [];
    for (const { contract, input, isAllowed } of readsOf(office, papers)) {
      this.asked += 1;
      const { ok } = await this.world.ask(contract, input, openid);
      if (ok !== isAllowed) found.push(`${office} has ended, ${contract.action}: ${ok}`);
    }
    return found;
  }

  /** Records they had to do with while they held it. */
  private async ofRecords(openid: string, papers: Papers): Promise<string[]> {
    const personId = this.world.personIdOf(openid);
    const handled = [...this.model.records.values()].filter(
      ({ deciders, panel }) => deciders.includes(personId) || panel.includes(personId),
    );
    const found: string[] = [];
    for (const record of handled) {
      if (mayReadWhole(record, papers)) continue;
      this.asked += 1;
      const { recordId, villageId, noticeId } = record;
      const answer = await this.world.ask(points.readRecord, { recordId }, openid);
      const isAllowed = has(papers, 'resident', villageId) && noticeId !== '';
      if (answer.ok !== isAllowed) found.push(`an office has ended, read-record: ${answer.ok}`);
      if (!answer.ok) continue;
      const { note, photos, timeline } = answer.value as Shown;
      const isWhole = note !== null || photos.length > 0 || timeline.some(({ reason }) => reason);
      if (isWhole) found.push('an office has ended, and read-record shows what only it gave');
    }
    return found;
  }
}
