import { failureOf, problemOf } from '../../src/client/device-problem';

test.each([
  [{ errMsg: 'chooseMedia:fail cancel' }, 'cancelled'],
  [{ errMsg: 'getPhoneNumber:fail user deny' }, 'cancelled'],
  [{ errMsg: 'getPhoneNumber:fail:user cancel' }, 'cancelled'],
  [{ errMsg: 'getLocation:fail auth deny' }, 'not-allowed'],
  [{ errMsg: 'getLocation:fail:auth denied' }, 'not-allowed'],
  [{ errMsg: 'getLocation:fail authorize no response' }, 'not-allowed'],
  [{ errMsg: 'chooseImage:fail permission denied' }, 'not-allowed'],
  [{ errMsg: 'getLocation:fail system permission denied' }, 'phone-not-allowed'],
  [{ errMsg: 'getLocation:fail:ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF' }, 'phone-not-allowed'],
  [{ errMsg: 'chooseMedia:fail', errno: 104 }, 'privacy-refused'],
  [{ errMsg: 'chooseMedia:fail privacy permission is not authorized' }, 'privacy-refused'],
  [{ errMsg: 'chooseMedia:fail', errno: 112 }, 'not-declared'],
  [
    { errMsg: 'chooseMedia:fail api scope is not declared in the privacy agreement' },
    'not-declared',
  ],
  [{ errMsg: 'scanCode:fail' }, 'other'],
  [new Error('anything else'), 'other'],
  ['a word', 'other'],
  [null, 'other'],
])('%p is %s', (error, kind) => {
  expect(failureOf(error)).toBe(kind);
});

test('only who gave up by themselves is told nothing', () => {
  expect(problemOf({ errMsg: 'scanCode:fail cancel' }, '相机', '扫不了。')).toBeNull();
  expect(problemOf({ errMsg: 'scanCode:fail' }, '相机', '扫不了。')).toEqual({
    message: '扫不了。',
    settings: null,
  });
  expect(problemOf({ errMsg: 'getLocation:fail auth deny' }, '定位', '')).toMatchObject({
    message: expect.stringContaining('定位'),
    settings: 'mini-program',
  });
  const locked = { errMsg: 'getLocation:fail system permission denied' };
  expect(problemOf(locked, '定位', '')).toMatchObject({ settings: 'phone' });
});
