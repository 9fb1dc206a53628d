import { openPage } from '../../client/open-page';
import { Button } from '../../components/button';
import { FormPart } from '../../components/form-part';

/** The way on for whoever stands in no line: newcomers, and whom the register forgot. */
export function NotInRegister({ villageId }: { villageId: string }) {
  const open = () => openPage(`/packages/join/enter/index?villageId=${villageId}`);
  return (
    <FormPart label="户册里没有您的" hint="外来常住的、户册漏了的都可以。">
      <Button onTap={open}>申请登记进户册</Button>
    </FormPart>
  );
}
