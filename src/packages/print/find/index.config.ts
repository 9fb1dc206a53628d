export default definePageConfig({ navigationBarTitleText: '报码查' });
