export default definePageConfig({ navigationBarTitleText: '登记离任' });
