export default definePageConfig({ navigationBarTitleText: '登记资金' });
