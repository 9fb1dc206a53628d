import { readChineseMobile } from '../../people/phone-number';

const wanted = '手机号写中国的(+86),1 开头的 11 位数字;没有,或者是外国的号,就空着。';

function whyNot(text: string): string {
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text)) {
    return '这里的号码变成了科学记数,后几位丢了。请把这一列设成文本,重新填。';
  }
  if (/^\d{15}$|^\d{17}[\dx]$/i.test(text)) return '这里像是身份证号,不要写。';
  const parts = text.split(/[/,、;\s]+/).filter((part) => part !== '');
  const numbers = parts.filter((part) => readChineseMobile(part) !== null);
  if (numbers.length > 1) return '这里写了不止一个号。只留本人的一个。';
  if (/^0\d{2,3}-?\d{7,8}$/.test(text)) return '这里是座机号。';
  if (/^1\d*$/.test(text) && text.length !== 11) return `这里是 ${text.length} 位数字。`;
  return '';
}

/**
 * A mobile number as the register keeps it.
 * @param text in ordinary width; undefined where the file has no such column
 */
export function readPhone(
  text: string | undefined,
): { value: string | null; problem?: string } | undefined {
  if (text === undefined) return undefined;
  if (text === '') return { value: null };
  const value = readChineseMobile(text.replace(/[()]/g, ''));
  return value === null ? { value, problem: `${whyNot(text)}${wanted}` } : { value };
}
