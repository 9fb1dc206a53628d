export { openBrowser, openPhone, type Phone, type PhoneOptions } from '../../config/run/browser';
