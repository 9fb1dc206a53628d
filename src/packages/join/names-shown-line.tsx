import { CheckLine } from '../../components/check-line';

type Props = { checked: boolean; onChange: (checked: boolean) => void };

/** The household's separate consent to being named; whoever says nothing stays a number. */
export function NamesShownLine(props: Props) {
  return (
    <CheckLine label="公示时显示我家的姓" {...props}>
      可选。本村登录的人能看到“张*”;不选就只显示户号,户主没满18岁的也是。以后随时能改。
    </CheckLine>
  );
}
