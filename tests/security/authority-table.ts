import { type Column, columns, positions, positionsOf } from './authority-actors';

/** What came of one action, by column and position. */
export type Row = { action: string; codes: ReadonlyMap<string, string> };

export const cellKey = (column: Column, position: string | null) => `${column} ${position ?? ''}`;

const denials: Record<string, string> = {
  'log-in-first': 'L',
  'join-first': 'J',
  'not-yours': 'Y',
  'not-your-job': 'N',
  'action-unknown': 'U',
};

const rules: Record<string, string> = {
  'own-household': 'h',
  'near-relative': 'k',
  'not-the-recorder': 'r',
  'record-not-found': 'f',
  'already-joined': 'a',
  'other-shop': 's',
  'shop-not-for-village': 'v',
  'nothing-kept': 'n',
  'books-the-money': 'm',
};

/** A code without a letter is itself, so that it stands out. */
const markOf = (code: string) =>
  code === 'ok' ? '✓' : (denials[code] ?? rules[code] ?? `<${code}>`);

const legendOf = (marks: Record<string, string>) =>
  Object.entries(marks)
    .map(([code, mark]) => `\`${mark}\` ${code}`)
    .join(' · ');

const head = `# Who may do what

Made by calling every action as everybody; never edited by hand. The test compares it with what
the actions do, and both with the cards in \`tests/proof/actions\`.
Made anew by \`UPDATE_AUTHORITY=1 npx jest tests/security/authority.test.ts\`.

A role has six marks, for where its holder stands as seen from what the action is about (the
household of the record or order, its village, its shop):
${positions.map((each, index) => `${index + 1} ${each}`).join(' · ')}.
The first three live in the village and hold the role at its place; \`other-village\` lives and
holds it in the other village, \`other-shop\` lives in the village and holds it at a shop beside,
\`none\` lives nowhere and holds it at no place there is. There is one town: its administrators
hold the role there, wherever they live. Seats of invited people have one mark, of who lives
nowhere and holds it at its place; a merchant a second, of a shop that is not there.
\`unjoined\` is a WeChat user without a household,
\`nobody\` has no identity, \`false-timer\` is a client’s event in the shape of a timer’s.

- done: \`✓\`
- denied before the action, nothing written: ${legendOf(denials)}
- may try, refused by a rule; a command’s attempt stands in the command log: ${legendOf(rules)}
  (\`J\` too, where somebody holds a role without a household)
`;

/** The readable table of all rows. */
export function tableOf(rows: readonly Row[]): string {
  const line = (fields: readonly string[]) => `| ${fields.join(' | ')} |`;
  const body = rows.map(({ action, codes }) => {
    const marks = (column: Column, at: readonly (string | null)[]) =>
      at.map((position) => markOf(codes.get(cellKey(column, position)) ?? '')).join('');
    return line([action, ...columns.map((each) => `\`${marks(each, positionsOf(each))}\``)]);
  });
  return [head, line(['action', ...columns]), line(['', ...columns].map(() => '---')), ...body]
    .join('\n')
    .concat('\n');
}
