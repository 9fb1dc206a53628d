export default definePageConfig({ navigationBarTitleText: '登记任职' });
