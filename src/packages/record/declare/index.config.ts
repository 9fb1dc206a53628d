export default definePageConfig({ navigationBarTitleText: '记一件好事' });
