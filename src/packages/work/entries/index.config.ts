export default definePageConfig({ navigationBarTitleText: '核对户册' });
