export default definePageConfig({
  navigationBarTitleText: '不能开的证明',
  enableShareAppMessage: true,
});
