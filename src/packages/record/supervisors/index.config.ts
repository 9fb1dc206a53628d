export default definePageConfig({ navigationBarTitleText: '找监委会' });
