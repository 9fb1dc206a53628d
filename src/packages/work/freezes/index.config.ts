export default definePageConfig({ navigationBarTitleText: '停用的积分' });
