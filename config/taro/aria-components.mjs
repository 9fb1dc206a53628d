/**
 * Which aria attributes the templates of the WeChat build carry, by component: used by the
 * plugin when it writes base.wxml and by the runtime when it maps React props to template data.
 * An array per tag would repeat itself, so every listed component takes the whole set.
 */
const attributes = [
  'aria-role',
  'aria-label',
  'aria-hidden',
  'aria-checked',
  'aria-selected',
  'aria-disabled',
  'aria-expanded',
  'aria-live',
];

const components = ['View', 'Text', 'Image', 'Button', 'Input', 'Textarea', 'ScrollView'];

/** @returns {Record<string, Record<string, string>>} component → attribute → default ('') */
export function ariaComponents() {
  /** @type {Record<string, string>} */
  const defaults = {};
  for (const key of attributes) defaults[key] = '';
  /** @type {Record<string, Record<string, string>>} */
  const all = {};
  // Not Object.fromEntries: this runs on the phone.
  for (const name of components) all[name] = { ...defaults };
  return all;
}
