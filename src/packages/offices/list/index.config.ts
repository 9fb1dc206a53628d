export default definePageConfig({ navigationBarTitleText: '谁在任职' });
