import Taro from '@tarojs/taro';
import { goBack, openPage, rememberPage } from '../../src/client/open-page';
import { phone } from '../phone/set-up/taro';

const stack = (...routes: string[]) =>
  jest.spyOn(Taro, 'getCurrentPages').mockReturnValue(routes.map((route) => ({ route })) as never);

beforeEach(() => phone.reset());

test('a page opens above the one that is shown', async () => {
  stack('pages/me/index');
  await openPage('/packages/join/index?villageId=v03');
  expect(phone.log).toEqual(['navigateTo /packages/join/index?villageId=v03']);
});

test('a page never stands on its like, whatever it is about', async () => {
  stack('pages/board/index', 'packages/join/index');
  await openPage('/packages/join/index?villageId=v03');
  expect(phone.log).toEqual(['redirectTo /packages/join/index?villageId=v03']);
});

test('ten pages deep it takes the place of the last one', async () => {
  stack(...Array.from({ length: 10 }, (_, index) => `packages/a${index}/index`));
  await openPage('/packages/join/index');
  expect(phone.log).toEqual(['redirectTo /packages/join/index']);
});

test('a page that does not open is told, and nothing throws', async () => {
  stack('pages/me/index');
  jest.spyOn(Taro, 'navigateTo').mockRejectedValueOnce(new Error('navigateTo:fail timeout'));
  await openPage('/packages/join/index');
  expect(phone.log).toEqual(['showToast 这一页没打开。请看看有没有网,再点一次。']);
});

test('back leads somewhere also from a page that was opened from outside', () => {
  const otherwise = jest.fn();
  stack('pages/board/index', 'packages/join/index');
  goBack(otherwise);
  expect(phone.log).toEqual(['navigateBack']);
  stack('packages/join/index');
  goBack(otherwise);
  expect(otherwise).toHaveBeenCalledTimes(1);
});

test('whoever left while something was sent is not pulled away from where they are', () => {
  const [list, form, again] = ['me', 'form?time=1', 'form?time=2'].map((path) => ({
    $taroPath: path,
  }));
  const pages = jest.spyOn(Taro, 'getCurrentPages');
  pages.mockReturnValue([list, form] as never);
  const isStillShown = rememberPage();
  expect(isStillShown()).toBe(true);
  pages.mockReturnValue([list] as never);
  expect(isStillShown()).toBe(false);
  // The same page opened anew is another one.
  pages.mockReturnValue([list, again] as never);
  expect(isStillShown()).toBe(false);
});
