export default definePageConfig({ navigationBarTitleText: '一起记的好事' });
