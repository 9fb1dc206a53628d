export default definePageConfig({ navigationBarTitleText: '登记变动' });
