export default definePageConfig({ navigationBarTitleText: '评议与公示' });
