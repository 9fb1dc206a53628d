export default definePageConfig({ navigationBarTitleText: '每天的留底号' });
