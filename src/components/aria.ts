type Role =
  | 'button'
  | 'heading'
  | 'tab'
  | 'tablist'
  | 'checkbox'
  | 'radio'
  | 'switch'
  | 'img'
  | 'status'
  | 'alert'
  | 'dialog';
type State = { checked?: boolean; selected?: boolean; disabled?: boolean; expanded?: boolean };

/**
 * What a screen reader is told about a view. WeChat reads `aria-role`, browsers read `role`;
 * spread the answer into the component.
 */
export function aria(role: Role, label?: string, state: State = {}): Record<string, string> {
  const roleKey = process.env.TARO_ENV === 'weapp' ? 'aria-role' : 'role';
  const told: Record<string, string> = { [roleKey]: role };
  if (label) told['aria-label'] = label;
  for (const [name, value] of Object.entries(state)) {
    if (value !== undefined) told[`aria-${name}`] = String(value);
  }
  return told;
}
