import type { LifeChange, LifeKind } from '../../../src/domain/people/life/types';
import type { StoredHousehold } from '../../../src/domain/town/register/types';
import type { CommandContext } from '../../runtime/define-action';

/** What a kind of event is carried out with. */
export type Carrying = Pick<
  CommandContext<unknown>,
  'tx' | 'read' | 'nowMs' | 'templates' | 'newId'
> & {
  /** The household it happens to, as it is now. */
  at: StoredHousehold;
};

/** What there is to write once it is in force, and whom it is about by then. */
export type ToWrite = { write(): void | Promise<void>; memberId?: string };

type ChangeOf<Kind extends LifeKind> = Extract<LifeChange, { kind: Kind }>;

/**
 * One kind of event: looks whether it can happen as things stand now, and says what it writes. It
 * is asked when it is proposed, and again when it is carried out; only then its writes are made.
 * @throws Refusal of its own
 */
export type LifeKindOf<Kind extends LifeKind> = (
  change: ChangeOf<Kind>,
  carrying: Carrying,
) => Promise<ToWrite> | ToWrite;
