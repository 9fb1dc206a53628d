import fc from 'fast-check';
import {
  longerNames,
  nameErased as mark,
  withoutName,
} from '../../../src/domain/people/forget-name';
import { bareName } from '../../../src/domain/people/names';

const run = { seed: 20261123, numRuns: 1000 };

test.each([
  ['张三种的树', '张三', `${mark}种的树`],
  ['看到 张 三 在', '张三', `看到 ${mark} 在`],
  ['张三和张三', '张三', `${mark}和${mark}`],
  ['乌云•其其格来了', '乌云·其其格', `${mark}来了`],
  ['乌云其其格来了', '乌云·其其格', `${mark}来了`],
  ['乌云。其其格来了', '乌云·其其格', `${mark}来了`],
  ['见到乌云 . 其其格', '乌云其其格', `见到${mark}`],
  ['是⻢\u200B三,😀', '马三', `是${mark},😀`],
  ['刘𬭎、𠮷田都在', '𠮷田', `刘𬭎、${mark}都在`],
  ['ＢＡＴＵ来了', 'Batu', `${mark}来了`],
  ['Anna came', 'Ann', 'Anna came'],
  ['见到老张。三号户没来', '张三', '见到老张。三号户没来'],
  ['李四种的树', '张三', '李四种的树'],
  ['随便什么', '', '随便什么'],
  ['谁也·没有', ' · ', '谁也·没有'],
  ['张三的电话138 0000-5678,3号户', '张三', `${mark}的电话〔号码已删〕,3号户`],
  ['李四的电话13800005678', '张三', '李四的电话13800005678'],
  ['a.b(c', 'ab', `${mark}(c`],
])('%j without %j is %j', (text, name, left) => {
  expect(withoutName(text, name, [])).toBe(left);
});

test('who has a longer name keeps it, whichever side is longer', () => {
  const village = ['试户十', '试户十一', '试户十二', '试户十二偶', '老试户十', '李四'];
  const longer = longerNames('试户十', village);
  expect(longer).toEqual(['试户十二偶', '试户十一', '试户十二', '老试户十']);
  const without = (text: string) => withoutName(text, '试户十', longer);
  expect(without('试户十二和试户十、试户 十一')).toBe(`试户十二和${mark}、试户 十一`);
  expect(without('老试户十看见试户十二偶')).toBe('老试户十看见试户十二偶');
  expect(without('试户十家')).toBe(`${mark}家`);
});

test('whatever is written, no name stays and no other goes', () => {
  const letter = fc.constantFrom(...'张三四丰𠮷·');
  const name = fc.string({ unit: letter, minLength: 1, maxLength: 4 });
  const named = name.filter((each) => bareName(each) !== '');
  const texts = fc.array(fc.oneof(named, fc.constantFrom('见了,', ' ', '-')), { maxLength: 6 });
  fc.assert(
    fc.property(named, fc.array(named, { maxLength: 4 }), texts, (erased, village, parts) => {
      const longer = longerNames(erased, village);
      const text = parts.join('');
      const left = withoutName(text, erased, longer);
      // All that is left is what the text held, in its order, and marks.
      let from = 0;
      for (const piece of left.split(mark)) {
        expect(text.indexOf(piece, from)).toBeGreaterThanOrEqual(from);
        from = text.indexOf(piece, from) + piece.length;
      }
      if (longer.length === 0) expect(bareName(left)).not.toContain(bareName(erased));
      expect(withoutName(left, erased, longer)).toBe(left);
    }),
    run,
  );
});

test('in a village of thousands a text is read in no time', () => {
  const village = Array.from(
    { length: 5000 },
    (_, index) => `张${String.fromCodePoint(0x4e00 + index)}`,
  );
  const text = '今天和邻居一起清理了草场的垃圾,大家都来了。'.repeat(8);
  const longer = longerNames('张三', village);
  const startedMs = performance.now();
  for (let count = 0; count < 1000; count += 1) withoutName(text, '张三', longer);
  expect((performance.now() - startedMs) / 1000).toBeLessThan(1);
});
