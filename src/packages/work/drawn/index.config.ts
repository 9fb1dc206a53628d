export default definePageConfig({ navigationBarTitleText: '抽到我评的' });
