export default definePageConfig({ navigationBarTitleText: '查我家的账' });
