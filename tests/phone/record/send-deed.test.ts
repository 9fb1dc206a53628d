import { useOutbox } from '../../../src/client/outbox';
import { declareDeed } from '../../../src/contracts/records';
import { sendDeed } from '../../../src/packages/record/form/send-deed';
import { takenIn } from '../samples';
import { cloud, phone, photos } from '../set-up';

const deed = {
  kind: 'declare' as const,
  input: { itemId: 'clean-pasture', day: '2026-11-20' },
  photoPaths: ['one.jpg'],
  label: '清理草场垃圾 +3',
};

beforeEach(() => useOutbox.setState({ items: [] }));

test('what is taken in is known by its command id, with the photos it was sent with', async () => {
  cloud.answer(declareDeed, takenIn);
  const sent = await sendDeed(deed);
  const [event] = cloud.of(declareDeed);
  expect(sent).toEqual({ state: 'in', recordId: event?.commandId });
  expect(event?.input).toMatchObject({
    itemId: 'clean-pasture',
    photos: [expect.stringMatching(/^cloud:\/\/.*\/evidence\/[0-9A-Z]{26}\.jpg$/)],
  });
  expect(photos.kept.size).toBe(0);
});

test('a refusal comes back as it was said, and nothing stays behind', async () => {
  cloud.refuse(declareDeed, 'day-not-allowed', '日期要在 10月24日 到今天之间,请改一下日期。');
  const sent = await sendDeed(deed);
  expect(sent).toMatchObject({
    state: 'refused',
    error: { message: '日期要在 10月24日 到今天之间,请改一下日期。' },
  });
  expect(useOutbox.getState().items).toEqual([]);
  expect(photos.kept.size).toBe(0);
});

test.each(['no network', 'busy'])('%s: it stays on the phone, to be sent again', async (why) => {
  if (why === 'busy') cloud.refuse(declareDeed, 'busy', '现在用的人多。');
  else cloud.online = false;
  expect(await sendDeed(deed)).toEqual({ state: 'kept' });
  const [item] = useOutbox.getState().items;
  expect(item).toMatchObject({ state: 'waiting', label: deed.label });
  expect(photos.kept.has('kept one.jpg')).toBe(true);
});

test('a photo that cannot be kept is said before anything is sent', async () => {
  photos.full = true;
  expect(await sendDeed(deed)).toMatchObject({
    state: 'refused',
    error: { code: 'phone-full' },
  });
  expect(cloud.asked).toEqual([]);
});

test('a deed that a full phone cannot keep is told at once, and nothing is sent', async () => {
  phone.full = true;
  const told = expect.stringMatching(/手机空间满了.*还没有交上/);
  expect(await sendDeed(deed)).toMatchObject({ state: 'refused', error: { message: told } });
  expect(cloud.asked).toEqual([]);
  expect(useOutbox.getState().items).toEqual([]);
  expect(photos.kept.size).toBe(0);
});

test('one that waits already does not hold up the next', async () => {
  cloud.online = false;
  await sendDeed({ ...deed, label: 'first' });
  cloud.online = true;
  cloud.answer(declareDeed, takenIn);
  expect((await sendDeed({ ...deed, label: 'second' })).state).toBe('in');
});
