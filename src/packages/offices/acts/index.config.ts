export default definePageConfig({ navigationBarTitleText: '任职和离任' });
