export default definePageConfig({ navigationBarTitleText: '超期没办' });
