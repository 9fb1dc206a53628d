export default definePageConfig({ navigationBarTitleText: '还差什么' });
