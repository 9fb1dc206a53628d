/** What a village begins with, read only when one is opened: `assets/catalogue.js`. */
export { readCatalogue } from '../../../config/catalogue';
