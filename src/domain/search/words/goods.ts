/** What stands on the shelf of a points shop, by the words that people ask for it with. */
export const goodsWords = `
soap 香皂
 肥皂 胰子 皂 洗手 洗脸 洗澡 透明皂
salt 盐2袋
 食盐 加碘盐 盐巴 腌菜 咸+做菜
tissues 抽纸3包
 卫生纸 纸巾 餐巾纸 手纸 擦嘴 厕所纸 擦屁股 卷纸 擦鼻涕
toothpaste 牙膏
 牙粉 牙刷 牙
towel 毛巾
 手巾 擦脸 擦汗
dish-soap 洗洁精
 刷锅 洗锅 洗盘子 碗 油+灶台
white-sugar 白糖1kg
 糖 砂糖 甜 红糖 一斤糖 糖+喝奶茶
dried-noodles 挂面
 面条 方便面
washing-powder 洗衣粉1.5kg
 洗被子 碱面 洗/洗衣服+粉
brick-tea 砖茶
 茶 奶茶 熬茶 青砖 的茶
work-gloves 劳保手套10双
 护手 冻手 手闷子 手+干活
torch 手电筒
 电棒 照明 照亮 走夜路 黑灯瞎火 应急灯 亮+夜里 照+晚上
laundry-liquid 洗衣液2L
 洗衣机 蓝月亮
rubber-shoes 胶鞋
 鞋 解放鞋 雨靴 靴子 水靴 劳保鞋 穿的鞋 下地/干活+鞋
rice 大米5kg
 米 蒸饭 一袋米 吃的米 粮食 小米
fodder-voucher 饲草料券25kg
 饲料 喂羊 喂牛 苜蓿 干草 牲畜/羊/牛+吃 草+冬天
flour 面粉10kg
 白面 馒头 一袋面 饺子 馍 包子
school-bag 书包
 背包 双肩包 学习用品 文具 铅笔 书兜 本子 孩子/上学+包
kettle 热水壶
 烧水 壶 保温瓶 暖瓶 水瓶
cooking-oil 食用油5L
 油 豆油 花生油 炒菜 吃的油 一壶油 炸/做饭+油
pressure-cooker 电压力锅
 锅 炖肉 电锅 电磁炉 手把肉
printing 打印10页
 复印 打几张 扫描 打出来 打印材料 印+文件
haircut 理发
 剪头 剃头 头发 光头 刮脸 理个发
farm-machine 集体农机半日
 拖拉机 翻地 推土机 收庄稼 收玉米 耕地 收割 播种 机+拉粪 种+机器 地+用车
`;
