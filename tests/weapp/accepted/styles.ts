import postcss, {
  type AcceptedPlugin,
  type ChildNode,
  type Declaration,
  type Root,
  type Rule,
} from 'postcss';
import manifest from '../../../package.json';
import { at, floorHas, floorLacks } from './floor';

type Usage = { usage: ChildNode; featureData: { title: string; missing?: string } };
type Watch = { browsers: string[]; onFeatureUsage: (usage: Usage) => void };
/** Its types are not where its package says. */
const doiuse = require('doiuse') as (watch: Watch) => AcceptedPlugin;

const vendors = ['-webkit-', '-moz-'];

/** What shows only where there is a mouse: H5 on a desk. No phone has any of it. */
const ofTheMouse = ['cursor', 'resize'];

const declarationsOf = ({ parent }: Declaration): Declaration[] =>
  (parent?.nodes ?? []).filter((node): node is Declaration => node.type === 'decl');

const piecesOf = (value: string) => value.split(/[\s,/()]+/).filter((piece) => piece !== '');

type Named = { names: string[]; beside: (vendor: string, other: Declaration) => boolean };

/** A declaration as MDN's tables know it: the property, and each piece of its value. */
function namedParts({ prop, value }: Declaration): Named[] {
  const property: Named = {
    names: [prop],
    beside: (vendor, other) => other.prop === vendor + prop,
  };
  const words = piecesOf(value).map((word): Named => {
    const beside = (vendor: string, other: Declaration) =>
      other.prop === prop && piecesOf(other.value).includes(vendor + word);
    return { names: [prop, word], beside };
  });
  return [property, ...words];
}

/** What the floor lacks, and has not under a prefix that the same rule says beside it. */
function lackingParts(declaration: Declaration): string[] {
  if (/^-/.test(declaration.prop) || ofTheMouse.includes(declaration.prop)) return [];
  return namedParts(declaration).flatMap(({ names, beside }) => {
    const known = at('css', 'properties', ...names)?.__compat;
    const had =
      known === undefined ||
      floorHas(known) ||
      vendors.some((vendor) => {
        const isSaid = declarationsOf(declaration).some((other) => beside(vendor, other));
        return isSaid && floorHas(known, vendor);
      });
    return had ? [] : [names.join(': ')];
  });
}

/**
 * A gap is known in a grid before it is in a flex box, and one rule does not show which of the two
 * it will be used on: so it may stand only where the same rule says that it is a grid.
 */
function gapProblems(declaration: Declaration): string[] {
  const { prop } = declaration;
  if (!/^(row-|column-)?gap$/.test(prop)) return [];
  const isGrid = declarationsOf(declaration).some(
    (other) => other.prop === 'display' && /\bgrid$/.test(other.value),
  );
  return isGrid || !floorLacks('css', 'properties', prop, 'flex_context')
    ? []
    : [`${prop} outside of a grid`];
}

const pseudoNames = ({ selector }: Rule): string[] =>
  [...selector.matchAll(/::?([a-z-]+)/g)].map(([, name = '']) => name);

/** By MDN's tables: properties, words, pseudo-classes and at-rules, by their names. */
function problemsByName(root: Root): string[] {
  const problems: string[] = [];
  root.walkDecls((declaration) => {
    const found = [...lackingParts(declaration), ...gapProblems(declaration)];
    const where = declaration.parent?.type === 'rule' ? (declaration.parent as Rule).selector : '';
    problems.push(...found.map((what) => `${what} in ${where}`));
  });
  root.walkRules((rule) => {
    const lacking = pseudoNames(rule).filter((name) => floorLacks('css', 'selectors', name));
    problems.push(...lacking.map((name) => `:${name} in ${rule.selector}`));
  });
  root.walkAtRules(({ name, params }) => {
    if (floorLacks('css', 'at-rules', name)) problems.push(`@${name} ${params}`);
  });
  return problems;
}

/** MDN's tables are nearer than Can I Use: what they know to the last word, they judge alone. */
function isKnownToMdn(node: ChildNode): boolean {
  return (
    node.type === 'decl' &&
    namedParts(node).every(({ names }) => at('css', 'properties', ...names) !== undefined)
  );
}

/** By Can I Use, which also sees functions, units and selectors; "partly" does not count. */
function problemsByFeature(root: Root): string[] {
  const problems: string[] = [];
  const plugin = doiuse({
    browsers: manifest.browserslist,
    onFeatureUsage: ({ featureData: { title, missing }, usage }) => {
      if (!missing || isKnownToMdn(usage)) return;
      problems.push(`${title} in ${String(usage).slice(0, 80)}`);
    },
  });
  postcss([plugin]).process(root, { from: undefined }).sync();
  return problems;
}

/** What a stylesheet asks of an engine that one at the floor does not have. */
export function styleProblems(source: string): string[] {
  const root = postcss.parse(source);
  return [...problemsByName(root), ...problemsByFeature(root)];
}
