import { type Backing, goodsThatBackFen } from './backing';

const inYuan = (fen: number) => (fen / 100).toFixed(2);

/** What backs a village's points, what of its goods does not, and who does something about it. */
export function backingInWords(backing: Backing): string {
  const { fundsFen, stockFen, paidFen } = backing;
  const goodsFen = goodsThatBackFen(backing);
  const stands = `账上 ${inYuan(fundsFen)} 元、货 ${inYuan(goodsFen)} 元能顶积分。`;
  if (stockFen > goodsFen) {
    const open = `货架上还有 ${inYuan(stockFen - goodsFen)} 元的货没有登记买货花的钱,不能顶积分。`;
    const next = '请镇管理员对着单据登记;管货的人不能自己登记。';
    return `${stands}${open}${next}`;
  }
  if (paidFen > goodsFen) {
    const open = `登记买货花的钱里还有 ${inYuan(paidFen - goodsFen)} 元没有见到货。`;
    return `${stands}${open}请店里的管理员点货、记进货;登记错了,由镇管理员改回来。`;
  }
  return stands;
}
