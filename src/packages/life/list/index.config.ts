export default definePageConfig({ navigationBarTitleText: '户里的变动' });
