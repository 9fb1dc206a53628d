export default definePageConfig({
  navigationBarTitleText: '本村的叫法',
});
