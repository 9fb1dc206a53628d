import { pathOf } from '../../cloudfunctions/runtime/files';
import type { Secret } from '../../cloudfunctions/runtime/secret';
import type { Engine, Fields } from '../../local-cloud/engine';
import { announced, photoUploadId, registerUploadId } from '../../src/domain/people/uploads';

type Brought = { photos?: unknown } | null | undefined;

const isText = (value: unknown): value is string => typeof value === 'string';

/** As an administrator does before a register is uploaded. */
export async function announceRegisterOf(engine: Engine, fileId: string, nowMs: number) {
  const isOne = ({ roles }: Fields) => JSON.stringify(roles).includes('"town-admin"');
  const administrator = engine.find('persons').find(isOne);
  const upload = announced('register', pathOf(fileId), String(administrator?.personId), nowMs);
  await engine.set('uploads', registerUploadId(upload.path), upload as unknown as Fields);
}

/** Without a call of its own, what phones do before they upload the photos of this input. */
export async function announceBrought(
  { engine, secret, nowMs }: { engine: Engine; secret: Secret; nowMs: number },
  input: unknown,
  openid: string,
  except: ReadonlySet<string> = new Set(),
): Promise<void> {
  const { photos } = (input as Brought) ?? {};
  const all = Array.isArray(photos) ? photos.filter(isText) : [];
  const brought = all.filter((each) => !except.has(each));
  if (brought.length === 0) return;
  const places = secret.signEach('person', openid, 32);
  const person = places.map((each) => engine.get('persons', each)).find((each) => each !== null);
  if (!person) return;
  const personId = String(person.personId);
  for (const photo of brought) {
    const upload = announced('photo', pathOf(photo), personId, nowMs);
    const id = photoUploadId(personId, upload.path);
    await engine.set('uploads', id, upload as unknown as Fields);
  }
}
