/**
 * Taro names every API of WeChat in a list, called or not. In a build without location the name is
 * taken out of it: WeChat reads a package through before it lets it pass.
 * @param {string} source
 */
module.exports = (source) => source.replace(/'getLocation',\s*/, '');
