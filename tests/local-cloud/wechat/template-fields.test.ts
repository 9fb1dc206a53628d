import { isFieldKey, wrongField } from '../../../local-cloud/wechat/template-fields';

test.each([
  ['thing1', ['好'.repeat(20), 'a b-1'], ['', '好'.repeat(21), '两\n行']],
  ['number1', ['0', '12.5', 7], ['七', '1,000', '1'.repeat(33)]],
  ['character_string1', ['NO.12-a'], ['号', 'x'.repeat(33)]],
  ['phrase1', ['没有通过'], ['已经加入了的', '通过1', 'ok']],
  ['date1', ['2026年12月5日', '2026-12-05', '2026年12月5日 15:01'], ['12点', '15:01', '明天']],
  ['time1', ['15:01', '2026年12月5日 15:01'], ['下午三点']],
  ['amount1', ['¥12.50', '12元'], ['十二元']],
  ['name1', ['张三', 'John Smith'], ['张'.repeat(11)]],
  ['letter1', ['abc'], ['a1']],
  ['symbol1', ['!?'], ['a']],
  ['phone_number1', ['+86-0766-66888866'], ['打给我']],
  ['car_number1', ['粤A8Z888挂'], ['粤A8Z8888挂']],
])('%s takes %j and not %j', (key, right, wrong) => {
  const taken = (value: string | number) => wrongField([key], { [key]: { value } }) === null;
  expect(right.filter((value) => !taken(value))).toEqual([]);
  expect(wrong.filter(taken)).toEqual([]);
});

test('a key is a kind with its number', () => {
  expect(['thing1', 'character_string12', 'thing', 'other1', '1'].map(isFieldKey)).toEqual([
    ...[true, true, false, false, false],
  ]);
});
