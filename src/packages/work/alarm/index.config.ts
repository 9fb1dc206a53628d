export default definePageConfig({ navigationBarTitleText: '查账签字' });
