export default definePageConfig({ navigationBarTitleText: '开嘎查村' });
