/** What a built function loads only when something is printed: `assets/renderer.js`. */
export { findMissingGlyphs } from './missing-glyphs';
export { render } from './render';
