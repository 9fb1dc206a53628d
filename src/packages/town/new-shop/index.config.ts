export default definePageConfig({ navigationBarTitleText: '开超市' });
