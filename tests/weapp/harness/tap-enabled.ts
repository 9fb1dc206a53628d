import type { Locator } from './types';
import { eventually, type Weapp } from './weapp';

/** Taps a button once it may be tapped: the screen is still working out whether it may. */
export async function tapEnabled(phone: Weapp, name: string, nth?: number): Promise<void> {
  const locator: Locator = phone.byRole('button', { name, ...(nth !== undefined && { nth }) });
  await eventually(async () => {
    const { disabled } = await phone.one(locator);
    if (disabled) throw new Error(`"${name}" stays disabled; the page says: ${await phone.text()}`);
  });
  await phone.tap(locator);
}
