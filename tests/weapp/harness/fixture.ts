import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A small mini-program written by hand, so that the harness is tried apart from the product. */
const files: Record<string, string> = {
  'app.json': JSON.stringify({
    pages: ['pages/first/index', 'pages/second/index', 'pages/detail/index'],
    window: { navigationBarTitleText: '样例' },
    tabBar: {
      list: [
        { pagePath: 'pages/first/index', text: '第一' },
        { pagePath: 'pages/second/index', text: '第二' },
      ],
    },
  }),
  'app.js': `
    App({ onLaunch(options) { this.scene = options.scene; } });
  `,
  'app.wxss': 'page { background: #fff; } .wide { width: 375rpx; height: 80rpx; }',
  'row.wxml': '<template name="row"><view aria-role="listitem">{{text}}</view></template>',
  'pages/first/index.json': JSON.stringify({ enablePullDownRefresh: true }),
  'pages/first/index.wxss': '.wide { padding-left: 10px; }',
  'pages/first/index.wxml': `
    <import src="../../row.wxml"/>
    <view class="wide" bindtap="toDetail" aria-role="link" aria-label="详情">去详情</view>
    <input placeholder="姓名" value="{{name}}" bindinput="typed"/>
    <text>你好,{{name}}</text>
    <button bindtap="count">加一</button><text>数到 {{taps}}</text>
    <button disabled bindtap="count">不能按</button>
    <button bindtap="ask">请确认</button><text>{{answer}}</text>
    <button bindtap="scan">扫码</button><text>{{scanned}}</text>
    <button bindtap="photo">照片</button><text>{{photo}}</text>
    <button bindtap="call">叫云</button><text>{{called}}</text>
    <button bindtap="unknown">不认识</button><text>{{error}}</text>
    <button open-type="getPhoneNumber" bindgetphonenumber="phone">手机号</button><text>{{code}}</text>
    <picker range="{{choices}}" bindchange="chosen"><view>选一个</view></picker><text>{{choice}}</text>
    <switch checked="{{on}}" bindchange="switched" aria-label="开关"/><text>{{on ? '开' : '关'}}</text>
    <view hidden>看不见</view>
    <template is="row" wx:for="{{rows}}" wx:key="*this" data="{{text: item}}"/>
    <text>{{globals}}</text>
  `,
  'pages/first/index.js': `
    const seen = [typeof window, typeof document, typeof fetch, typeof localStorage].join(',');
    let code = 'allowed';
    try { new Function('return 1 + 1'); } catch (error) { code = 'forbidden'; }
    Page({
      data: { name: '', taps: 0, rows: [], choices: ['甲', '乙'], on: false, globals: '' },
      onLoad() { this.setData({ globals: seen + ' ' + code, rows: ['一行', '二行'] }); },
      onPullDownRefresh() { this.setData({ rows: ['新的一行'] }); },
      typed(event) { this.setData({ name: event.detail.value }); },
      count() { this.setData({ taps: this.data.taps + 1 }); },
      toDetail() { wx.navigateTo({ url: '/pages/detail/index?id=7' }); },
      ask() {
        const success = (r) => this.setData({ answer: r.confirm ? '好' : '不' });
        wx.showModal({ title: '确定吗', success });
      },
      scan() {
        wx.scanCode({
          success: (r) => this.setData({ scanned: '扫到' + r.result }),
          fail: (e) => this.setData({ scanned: e.errMsg }),
        });
      },
      async photo() {
        const { tempFiles } = await wx.chooseMedia({ count: 1 });
        const filePath = tempFiles[0].tempFilePath;
        const { fileID } = await wx.cloud.uploadFile({ cloudPath: 'a.jpg', filePath });
        this.setData({ photo: fileID + ' ' + tempFiles[0].size });
      },
      call() {
        wx.cloud.callFunction({
          name: 'greet',
          data: { to: this.data.name },
          success: (r) => this.setData({ called: r.result.text }),
          fail: (e) => this.setData({ called: e.errMsg }),
        });
      },
      unknown() {
        try {
          wx.startBeaconDiscovery({});
        } catch (error) {
          this.setData({ error: error.message });
        }
      },
      phone(event) { this.setData({ code: event.detail.code || event.detail.errMsg }); },
      chosen(event) { this.setData({ choice: '选了' + this.data.choices[event.detail.value] }); },
      switched(event) { this.setData({ on: event.detail.value }); },
    });
  `,
  'pages/second/index.json': '{}',
  'pages/second/index.wxml': '<view>第二页 来过 {{count}} 次</view>',
  'pages/second/index.js': `
    Page({ data: { count: 0 }, onShow() { this.setData({ count: this.data.count + 1 }); } });
  `,
  'pages/detail/index.json': JSON.stringify({ navigationBarTitleText: '详情' }),
  'pages/detail/index.wxml':
    '<view>第 {{id}} 号 从 {{scene}} 来</view><button bindtap="back">回去</button>' +
    '<button bindtap="guard">先问</button><button bindtap="unguard">别问</button>',
  'pages/detail/index.js': `
    Page({
      data: {},
      onLoad(query) { this.setData({ id: query.id, scene: getApp().scene }); },
      back() { wx.navigateBack(); },
      guard() { wx.enableAlertBeforeUnload({ message: '写的就没有了' }); },
      unguard() { wx.disableAlertBeforeUnload(); },
    });
  `,
};

/** @returns the folder, in the place of `dist/weapp` */
export function writeFixture(changes: Record<string, string> = {}): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'weapp-fixture-'));
  for (const [name, text] of Object.entries({ ...files, ...changes })) {
    mkdirSync(path.dirname(path.join(directory, name)), { recursive: true });
    writeFileSync(path.join(directory, name), text);
  }
  return directory;
}
