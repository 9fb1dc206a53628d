export default definePageConfig({ navigationBarTitleText: '查清加入的人' });
