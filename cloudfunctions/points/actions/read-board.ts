import { points } from '../../../src/contracts';
import type { InputOf } from '../../../src/contracts/contract';
import { addDays, dayOf, firstDayOfQuarter, quarterOf } from '../../../src/domain/kernel/time';
import { rollupId } from '../../../src/domain/ledger/rollup';
import type { Rollup } from '../../../src/domain/ledger/types';
import { mayBeNamed } from '../../../src/domain/people/consent';
import { helpedIn } from '../../../src/domain/people/proxy';
