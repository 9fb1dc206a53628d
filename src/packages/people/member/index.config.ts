export default definePageConfig({ navigationBarTitleText: '一个人的信息' });
