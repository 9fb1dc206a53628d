import { useCall } from '../../../client/use-call';
import { CheckLine } from '../../../components/check-line';
import { FormPart } from '../../../components/form-part';
import { Loaded } from '../../../components/loaded';
import { mostItemsOnASheet } from '../../../contracts/limits';
import { listItems } from '../../../contracts/scheme';
import { boxWords, mayStandOnASheet } from '../../../domain/documents/sheet-items';
import { HouseholdsChoice } from './card-choices';
import type { Choices } from './wanted';

type Props = {
  choices: Choices;
  set: (changed: Partial<Choices>) => void;
  villageId: string;
};

/** Which households, and which of the items that may stand on paper, the common ones first. */
export function SheetChoice({ choices, set, villageId }: Props) {
  const scheme = useCall(listItems, { villageId });
  const { items: chosen } = choices;
  const tick = (id: string, checked: boolean) => {
    const others = chosen.filter((each) => each !== id);
    set({ items: checked ? [...others, id] : others });
  };
  return (
    <>
      <HouseholdsChoice choices={choices} set={set} />
      <FormPart label={`记哪些事?最多 ${mostItemsOnASheet} 件`} hint="不公开的事不能写在纸上。">
        <Loaded call={scheme} lines={4}>
          {({ items }) => {
            const shown = items.filter(mayStandOnASheet);
            const common = shown.filter((each) => each.common);
            return [...common, ...shown.filter((each) => !each.common)].map((item) => (
              <CheckLine
                key={item.id}
                label={item.name}
                checked={chosen.includes(item.id)}
                onChange={(checked) => tick(item.id, checked)}
              >
                {`格子里${boxWords(item)}`}
              </CheckLine>
            ));
          }}
        </Loaded>
      </FormPart>
    </>
  );
}
