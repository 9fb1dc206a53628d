export default definePageConfig({ navigationBarTitleText: '评议员怎么抽的' });
