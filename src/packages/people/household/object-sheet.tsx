import { useCommand } from '../../../client/use-command';
import { ReasonAsk } from '../../../components/reason-ask';
import { objectToLink } from '../../../contracts/links';
import type { HouseholdPerson } from './person-line';

type Props = { person: HouseholdPerson; onClose: () => void; onDone: () => void };

const what = {
  label: '怎么回事',
  placeholder: '比如 家里没有这个人',
  missing: '请写一句,查的人能看到。',
};

/** Says what happens, asks for a reason, does it once. */
export function ObjectSheet({ person, ...ways }: Props) {
  const command = useCommand(objectToLink);
  const { linkId = '' } = person.link ?? {};
  return (
    <ReasonAsk
      subject={`object link ${linkId}`}
      title={`${person.name}不是我家的人`}
      text="说了以后,您家先换不了东西,分一分不少。当初没经手的两个人来查清,其中一个不是村委会的。对一个人只能说一次。"
      confirmLabel="请人查清"
      danger
      asked={what}
      busy={command.busy}
      error={command.error}
      onConfirm={async (reason) => (await command.run({ linkId, reason })).ok}
      {...ways}
    />
  );
}
