/** Who signed in, and how: by WeChat, or in some other way. */
export type Auth = { openid: string } | { uid: string };

/** What a rule may look at; auth is null for a caller who did not sign in. */
export type RuleFacts = {
  auth: Auth | null;
  resource: { openid: string | null; path: string };
};

export type Rule = (facts: RuleFacts) => boolean;

type Value = string | number | boolean | null;
type Expression = (facts: RuleFacts) => Value;

const TOKEN_PATTERN = /\s*(==|!=|&&|\|\||!|\(|\)|'[^']*'|"[^"]*"|[A-Za-z_][\w.]*)/y;

const NAMES: Record<string, Expression> = {
  true: () => true,
  false: () => false,
  null: () => null,
  // Compared with null only; the identity itself is auth.openid.
  auth: ({ auth }) => (auth === null ? null : 'openid' in auth ? auth.openid : auth.uid),
  'auth.openid': ({ auth }) => {
    // As on the platform: a field of nobody is an error, and an error means "denied". Were it null,
    // "resource.openid == auth.openid" would let nobody overwrite what belongs to nobody.
    if (auth === null || !('openid' in auth)) throw new Error('no openid');
    return auth.openid;
  },
  'resource.openid': ({ resource }) => resource.openid,
  'resource.path': ({ resource }) => resource.path,
};

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  TOKEN_PATTERN.lastIndex = 0;
  const end = text.trimEnd().length;
  while (TOKEN_PATTERN.lastIndex < end) {
    const from = TOKEN_PATTERN.lastIndex;
    const token = TOKEN_PATTERN.exec(text)?.[1];
    if (token === undefined) throw new Error(`rule "${text}": cannot read "${text.slice(from)}"`);
    tokens.push(token);
  }
  return tokens;
}

/**
 * Compiles a rule of CloudBase's expression language, as far as storage needs it: auth.openid,
 * resource.openid, resource.path, strings, ==, !=, !, &&, || and brackets.
 * Throws for anything else, so that no rule is silently read as "allowed".
 */
export function compileRule(text: string): Expression {
  const tokens = tokenize(text);
  const take = (token: string): boolean => {
    if (tokens[0] !== token) return false;
    tokens.shift();
    return true;
  };
  const operand = (): Expression => {
    if (take('!')) {
      const inner = operand();
      return (facts) => inner(facts) !== true;
    }
    if (take('(')) {
      const inner = either();
      if (!take(')')) throw new Error(`rule "${text}": a bracket is not closed`);
      return inner;
    }
    const token = tokens.shift();
    if (token === undefined) throw new Error(`rule "${text}": ends too early`);
    if (/^['"]/.test(token)) return () => token.slice(1, -1);
    const named = NAMES[token];
    if (named === undefined) throw new Error(`rule "${text}": "${token}" is unknown`);
    return named;
  };
  const comparison = (): Expression => {
    const left = operand();
    const wanted = take('==') ? true : take('!=') ? false : null;
    if (wanted === null) return left;
    const right = operand();
    return (facts) => (left(facts) === right(facts)) === wanted;
  };
  const both = (): Expression => {
    const left = comparison();
    if (!take('&&')) return left;
    const right = both();
    return (facts) => left(facts) === true && right(facts) === true;
  };
  function either(): Expression {
    const left = both();
    if (!take('||')) return left;
    const right = either();
    return (facts) => left(facts) === true || right(facts) === true;
  }
  const expression = either();
  if (tokens.length > 0) throw new Error(`rule "${text}": "${tokens[0]}" is not expected`);
  return expression;
}

/**
 * A rule as it stands in a rules file: a boolean, or an expression. Throws for anything else and
 * for an expression it cannot read.
 */
export function toRule(value: unknown, otherwise: boolean | string): Rule {
  const rule = value ?? otherwise;
  if (typeof rule === 'boolean') return () => rule;
  if (typeof rule !== 'string') throw new Error('a rule is a boolean or an expression');
  const expression = compileRule(rule);
  return (facts) => {
    try {
      return expression(facts) === true;
    } catch {
      return false;
    }
  };
}
