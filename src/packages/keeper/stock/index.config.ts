export default definePageConfig({ navigationBarTitleText: '进货与盘点' });
