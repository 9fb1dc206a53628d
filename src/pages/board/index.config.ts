export default definePageConfig({
  navigationBarTitleText: '公开',
  enableShareAppMessage: true,
});
