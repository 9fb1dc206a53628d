import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { LocationChoice } from '../../../src/packages/record/form/location-choice';

const taro = Taro as unknown as { getLocation: () => Promise<unknown> };
const here = { latitude: 39.1, longitude: 109.3, accuracy: 20 };

afterEach(() => {
  process.env.TARO_APP_LOCATION = '';
});

async function tapOnce(): Promise<jest.Mock> {
  const onChange = jest.fn();
  render(<LocationChoice location={null} onChange={onChange} />);
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: '加上位置' }));
  });
  return onChange;
}

test('the place is added by a tap', async () => {
  process.env.TARO_APP_LOCATION = 'on';
  taro.getLocation = async () => here;
  const onChange = await tapOnce();
  expect(onChange).toHaveBeenCalledWith({ latitude: 39.1, longitude: 109.3, accuracyMetres: 20 });
});

test.each([
  ['getLocation:fail auth deny', '没有允许用定位'],
  ['getLocation:fail system permission denied', '手机没让微信用定位'],
  ['getLocation:fail:ERROR_NETWORK', '没找到位置'],
])('%s is told, and that it works without', async (errMsg, told) => {
  process.env.TARO_APP_LOCATION = 'on';
  taro.getLocation = () => Promise.reject({ errMsg });
  const onChange = await tapOnce();
  expect(onChange).toHaveBeenCalledWith(null);
  expect(screen.getByRole('alert').textContent).toContain(told);
  expect(screen.getByRole('alert').textContent).toContain('不加也可以交');
});
