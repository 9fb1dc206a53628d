import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { lists, people } from '../../../src/contracts';
import { maskName } from '../../../src/domain/kernel/names';
import { byVillageId } from '../../../src/domain/people/village-order';
import type { CloudClient } from '../cloud-client';
import { projectDirectory } from '../project-directory';
import { type CastMember, listCast, type SampleCast, type TownStaff } from '../sample';
import { type Listening, listen } from './listen';
import { type Phone, startPhone } from './phone-server';
import { createSteps, type Steps } from './steps';

export type PhonesOptions = {
  cloudUrl: string;
  client: CloudClient;
  cast: SampleCast;
  shopId: string;
  distH5: string;
  /** The page's wanted port; the phones take the ones above it. */
  port: number;
  onBusy: (port: number) => void;
};

const dayMs = 86_400_000;
type Person = CastMember | TownStaff;
/** In the order a deed meets them. */
const jobNames: Record<Person['job'], string> = {
  resident: '居民',
  cadre: '村干部',
  panel: '评议员',
  supervisor: '监委会',
  keeper: '超市管理员',
  'second-administrator': '第二位镇管理员',
  'town-admin': '镇管理员',
};
const jobs = Object.keys(jobNames);

/** What a newcomer types to join; a made-up person, so it may stand on the page. */
function wordsToJoin({ householdNumber, name, phone }: CastMember): string {
  return `加入时填:手机号凭证 phone:${phone};或户号 ${householdNumber},姓名 ${name}`;
}

/** Where this person's day begins; everybody else finds their work under 我的. */
const firstPages: Partial<Record<Person['job'], string>> = {
  resident: 'pages/points/index',
};

function personLabel(person: Person): string {
  const who =
    person.job === 'town-admin'
      ? person.name
      : `${person.householdNumber}号户 ${maskName(person.name)}`;
  return `${jobNames[person.job]} ${who}`;
}

const isOfTown = ({ job }: Person) => job === 'town-admin' || job === 'second-administrator';

/** By village, the town last; there by job and household. */
function inOrder(a: Person, b: Person): number {
  const byJob = jobs.indexOf(a.job) - jobs.indexOf(b.job);
  if (isOfTown(a) || isOfTown(b)) return Number(isOfTown(a)) - Number(isOfTown(b)) || byJob;
  const [one, other] = [a, b] as [CastMember, CastMember];
  return byVillageId(one, other) || byJob || one.householdNumber - other.householdNumber;
}

function listPeople(cast: SampleCast) {
  return listCast(cast)
    .sort(inOrder)
    .map((each) => ({
      openid: each.openid,
      label: personLabel(each),
      place: isOfTown(each) ? '镇里' : (each as CastMember).villageName,
      firstPage: firstPages[each.job] ?? 'pages/me/index',
      toJoin: each === cast.notYetJoined ? wordsToJoin(each) : null,
    }));
}

/** What hangs printed in the village: codes a phone can scan without another phone. */
async function printedCodes({ client, cast, shopId }: PhonesOptions) {
  const { villageId, villageName } = cast.cadre;
  const codes = [
    { label: `${villageName}村口的码`, text: `v=${villageId}`, opensApp: true },
    { label: '积分超市门上的码', text: `s=${shopId}`, opensApp: true },
  ];
  const posters = await client.as('sample-passer-by').call(lists.listMatters, { villageId });
  const poster = posters.ok ? posters.value.matters[0] : undefined;
  if (poster) {
    const text = `m=${villageId}.${poster.key}.${poster.version}`;
    codes.push({ label: `墙上的“${poster.name}”`, text, opensApp: true });
  }
  for (const member of [cast.resident, cast.notYetJoined]) {
    const card = await client.as(member.openid).call(people.readHouseholdCard, {});
    if (!card.ok) continue;
    const { cardText, household } = card.value;
    codes.push({
      label: `${household.householdNumber}号户的户码`,
      text: cardText,
      opensApp: false,
    });
  }
  return codes;
}

function createPage(options: PhonesOptions, phones: readonly Phone[], steps: Steps): Hono {
  const { client, cast } = options;
  const people = listPeople(cast);
  const app = new Hono();
  // Another site open in the same browser must not be able to turn the clock or change hands.
  app.use('*', async (context, next) => {
    const origin = context.req.header('origin');
    const own = new URL(context.req.url).origin;
    if (context.req.method !== 'GET' && origin !== own)
      return context.text('不是这个页面来的', 403);
    return next();
  });
  app.get('/state', async (context) =>
    context.json({
      phones: phones.map(({ url, openid }) => ({ url, openid })),
      people,
      codes: await printedCodes(options),
      ...(await client.clock()),
    }),
  );
  app.get('/steps', (context) =>
    streamSSE(context, async (stream) => {
      const stop = steps.follow((standing) => {
        void stream.writeSSE({ data: JSON.stringify(standing) });
      });
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      stop();
    }),
  );
  app.post('/become', async (context) => {
    const { phone, openid } = await context.req.json<{ phone: number; openid: string }>();
    const held = phones[phone];
    if (!held || !people.some((each) => each.openid === openid))
      return context.text('没有这个人', 400);
    held.openid = openid;
    return context.json({ openid });
  });
  app.post('/clock', async (context) => {
    const { days } = await context.req.json<{ days: number }>();
    if (days !== 1 && days !== 5) return context.text('一次走一天或五天', 400);
    await client.advance(days * dayMs);
    // What the night does is done before the page says who is waited for.
    for (const job of ['seal-day', 'draw-panels']) await client.timer(job);
    steps.took(null);
    return context.json(await client.clock());
  });
  app.use('*', serveStatic({ root: path.join(projectDirectory, 'config/run/start/page') }));
  return app;
}

/** Opens the page with three phones: resident, cadre, keeper, each an origin of its own. */
export async function startPhones(options: PhonesOptions): Promise<Listening> {
  const { cloudUrl, client, cast, shopId, distH5, onBusy } = options;
  const holders = [cast.resident, cast.cadre, cast.keeper];
  const phones: Phone[] = [];
  const villagers = listCast(cast).filter((each) => each.job !== 'town-admin');
  const steps = createSteps(client, villagers, shopId);
  for (const [index, { openid }] of holders.entries()) {
    const port = (phones.at(-1)?.port ?? options.port + index) + 1;
    const onStep = () => steps.took(index);
    phones.push(await startPhone({ cloudUrl, distH5, openid, port, onBusy, onStep }));
  }
  const page = await listen(createPage(options, phones, steps), options.port, onBusy);
  const stop = async () => {
    await Promise.all([page, ...phones].map((each) => each.stop()));
  };
  return { ...page, stop };
}
