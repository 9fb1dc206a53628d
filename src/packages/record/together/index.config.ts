export default definePageConfig({ navigationBarTitleText: '很多户一起记' });
