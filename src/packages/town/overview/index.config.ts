export default definePageConfig({ navigationBarTitleText: '全镇' });
