import type { Failure } from '../types';
import { type DrivenElement, fire, truthy } from './elements';
import { Toggle, tapFormButton } from './form-elements';
import { chooseFromSheet } from './overlay';

export type ButtonServices = {
  setup: { phoneNumber: string | null };
  takeFailure: (api: string) => Failure | null;
};

/** What the button for the phone number answers; WeChat before 2.21.2 knows no code. */
function phoneNumberDetail({ setup, takeFailure }: ButtonServices): Record<string, unknown> {
  const declined: Failure | null = setup.phoneNumber === null ? { message: 'user deny' } : null;
  const failure = takeFailure('getPhoneNumber') ?? declined;
  if (failure === null) {
    return { errMsg: 'getPhoneNumber:ok', code: `phone:${setup.phoneNumber}` };
  }
  if (failure.message === 'no code') {
    return { errMsg: 'getPhoneNumber:ok', encryptedData: 'c2VhbGVk', iv: 'aXY=' };
  }
  const { message, errno } = failure;
  return { errMsg: `getPhoneNumber:fail ${message}`, ...(errno !== undefined && { errno }) };
}

/** `button` with its form and open types. */
export function defineButton(services: ButtonServices): void {
  class WeappButton extends HTMLElement {
    disabled = false;
    formType = '';
    openType = '';

    connectedCallback(): void {
      if (!this.hasAttribute('role')) {
        this.setAttribute('role', 'button');
      }
    }

    update(name: string, value: unknown): boolean {
      if (name === 'disabled') {
        this.disabled = truthy(value);
        this.toggleAttribute('disabled', this.disabled);
        return true;
      }
      if (name === 'form-type') {
        this.formType = String(value ?? '');
      } else if (name === 'open-type') {
        this.openType = String(value ?? '');
      }
      return false;
    }

    tapped(): void {
      if (this.disabled) {
        return;
      }
      tapFormButton(this, this.formType);
      if (this.openType === 'getPhoneNumber') {
        fire(this as DrivenElement, 'getphonenumber', phoneNumberDetail(services));
      } else if (this.openType === 'agreePrivacyAuthorization') {
        fire(this as DrivenElement, 'agreeprivacyauthorization', {});
      }
    }
  }
  customElements.define('wx-button', WeappButton);
}

/** `picker` of the selector, date and time modes: a sheet of choices, or the value typed. */
export function definePicker(): void {
  class Picker extends HTMLElement {
    range: unknown[] = [];
    rangeKey = '';
    mode = 'selector';
    disabled = false;

    update(name: string, value: unknown): boolean {
      if (name === 'range') {
        this.range = Array.isArray(value) ? value : [];
      } else if (name === 'range-key') {
        this.rangeKey = String(value ?? '');
      } else if (name === 'mode') {
        this.mode = String(value ?? 'selector');
      } else if (name === 'disabled') {
        this.disabled = truthy(value);
      } else {
        return false;
      }
      return true;
    }

    /** What the person picks: an index of `range`, or a date or time as text. */
    pick(value: string | number): void {
      fire(this as DrivenElement, 'change', { value });
    }

    async tapped(): Promise<void> {
      if (this.disabled || this.mode !== 'selector') {
        return;
      }
      const labels = this.range.map((item) => {
        const text = this.rangeKey ? (item as Record<string, unknown>)[this.rangeKey] : item;
        return String(text);
      });
      const index = await chooseFromSheet(labels);
      if (index === null) {
        fire(this as DrivenElement, 'cancel', {});
      } else {
        this.pick(index);
      }
    }
  }
  customElements.define('wx-picker', Picker);
}

/** `label` passes a tap to the field inside it or the one it names. */
export function defineLabel(): void {
  class Label extends HTMLElement {
    tapped(): void {
      const target = this.querySelector('wx-switch,wx-checkbox,wx-radio,wx-input,wx-textarea');
      if (target instanceof Toggle) {
        (target as Toggle & { tapped: () => void }).tapped();
      }
      target?.querySelector('input')?.focus();
    }
  }
  customElements.define('wx-label', Label);
}

/**
 * After the tap event has reached the page, the nearest built-in that acts on taps acts.
 * A tap inside a toggle of a label must not count twice, hence only the nearest.
 */
export function actOnTap(target: Element): void {
  const actor = target.closest('wx-button,wx-picker,wx-switch,wx-checkbox,wx-radio,wx-label');
  const acting = actor as (Element & { tapped?: () => void; disabled?: boolean }) | null;
  if (acting !== null && acting.disabled !== true) {
    acting.tapped?.();
  }
}
