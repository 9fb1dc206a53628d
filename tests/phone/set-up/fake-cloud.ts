import { allContracts } from '../../../src/contracts';
import type { ActionEvent, Contract, Envelope } from '../../../src/contracts/contract';
import { type CommonRefusal, commonRefusals } from '../../../src/contracts/refusals';
import { mustFit } from './must-fit';

/** What an action answers: a value, or made of what the phone sent. */
type Taught<Input, Value> = Value | ((input: Input, commandId: string | undefined) => Value);
type Answer = (input: unknown, commandId: string | undefined) => Envelope<unknown>;
/** What an action was asked with. */
export type Asked<Input> = { input: Input; commandId?: string };

const nameOf = ({ functionName, action }: Pick<Contract, 'functionName' | 'action'>) =>
  `${functionName}.${action}`;

const contracts = new Map(allContracts.map((each) => [nameOf(each), each]));

function refusal(code: string, message: string): Envelope<never> {
  return { ok: false, error: { code, message }, requestId: 'test' };
}

/**
 * A cloud that answers what a test tells it to, and remembers what it was asked. Neither the test
 * nor the phone can say what the contract does not: it is named, and the test fails.
 */
export class FakeCloud {
  asked: (Asked<unknown> & { name: string })[] = [];
  online = true;
  private answers = new Map<string, Answer>();
  private misfit: unknown = null;

  reset(): void {
    this.asked = [];
    this.online = true;
    this.answers.clear();
  }

  /** What an action answers from now on. */
  answer<Input, Value>(
    contract: Contract<Input, Value>,
    taught: Taught<NoInfer<Input>, NoInfer<Value>>,
  ): void {
    const said = `the answer of ${nameOf(contract)}`;
    if (typeof taught !== 'function') mustFit(contract.value, taught, said);
    this.answers.set(nameOf(contract), (input, commandId) => {
      const make = taught as (input: Input, commandId: string | undefined) => Value;
      const value = typeof taught === 'function' ? make(input as Input, commandId) : taught;
      this.mustFit(contract.value, value, said);
      return { ok: true, value, requestId: 'test' };
    });
  }

  /** What an action refuses with from now on; of a common code the sentence is known. */
  refuse<Input, Value, Code extends string>(
    contract: Contract<Input, Value, Code>,
    code: NoInfer<Code> | CommonRefusal,
    message: string = commonRefusals[code as CommonRefusal] ?? '不行。',
  ): void {
    this.answers.set(nameOf(contract), () => refusal(code, message));
  }

  /** What one action was asked, in order. */
  of<Input, Value>(contract: Contract<Input, Value>): Asked<Input>[] {
    const asked = this.asked.filter(({ name }) => name === nameOf(contract));
    return asked.map(({ input, commandId }) => ({ input: input as Input, commandId }));
  }

  send = async (functionName: string, { action, input, commandId }: ActionEvent) => {
    if (!this.online) throw new Error('no network');
    const name = `${functionName}.${action}`;
    const contract = contracts.get(name);
    if (!contract) throw new Error(`${name} is no action`);
    this.mustFit(contract.input, input, `what ${name} is asked`);
    this.asked.push({ name, input, commandId });
    const answer = this.answers.get(name);
    if (!answer) return refusal('not-available', `没有教过怎么答 ${action}。`);
    return answer(input, commandId);
  };

  upload = async (path: string): Promise<string> => {
    if (!this.online) throw new Error('no network');
    return `cloud://env.bucket/${path}`;
  };

  /** Fails the test in which something was said that its contract does not know. */
  mustHaveFitted(): void {
    const { misfit } = this;
    this.misfit = null;
    if (misfit !== null) throw misfit;
  }

  /** The app takes whatever is thrown for a missing network: it is kept for the end. */
  private mustFit(...said: Parameters<typeof mustFit>): void {
    try {
      mustFit(...said);
    } catch (misfit) {
      this.misfit ??= misfit;
      throw misfit;
    }
  }
}
