import { View } from '@tarojs/components';
import { usePageParams } from '../../../client/use-page-params';
import { Button } from '../../../components/button';
import { DeviceNote } from '../../../components/device-note';
import { ErrorNote } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { FormPart } from '../../../components/form-part';
import { Page } from '../../../components/page';
import { PrintHint } from '../print-hint';
import { FoundCard } from './found-card';
import { useFind } from './use-find';

/** 报码查: whether a piece of paper is from here and still holds, also over the telephone. */
export default function FindPrintedPage() {
  const { checkCode } = usePageParams();
  const by = useFind(checkCode);
  const { typed, found, device } = by;
  return (
    <Page
      title="报码查"
      primary={{ label: '查一查', onTap: () => by.find(typed), busy: by.busy }}
      bottom={<ErrorNote error={by.error} />}
    >
      <Field
        label="报码(8 个数字)"
        type="number"
        value={typed}
        onInput={by.type}
        maximumLength={12}
        placeholder="比如 1234 5671"
        hint="印在纸上“报码”两个字后面。别人打电话念给您听,也能查。"
        onConfirm={() => by.find(typed)}
      />
      <FormPart label="纸在手里的,也可以扫">
        <Button tone="outline" onTap={by.scan}>
          扫纸上的码
        </Button>
      </FormPart>
      <DeviceNote
        problem={device}
        instead="也可以在上面输数字。"
        onSettled={() => by.setDevice(null)}
      />
      <View>{found && <FoundCard found={found} />}</View>
      <PrintHint text="能查到:是不是这里印的、是什么、还作不作数。是谁家的、有多少分,别人查不到。" />
    </Page>
  );
}
