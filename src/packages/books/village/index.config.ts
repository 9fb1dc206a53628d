export default definePageConfig({ navigationBarTitleText: '查全村的账' });
