import { type DrivenElement, fire, truthy } from './elements';

type Values = Record<string, unknown>;

export type FieldServices = {
  /** How long what the app gives a field is under way to it. */
  echoMs: number;
};

/** `input` and `textarea`: a real field inside, so that a keyboard can type into it. */
function defineField(tag: string, inner: 'input' | 'textarea', services: FieldServices): void {
  class Field extends HTMLElement {
    field: HTMLInputElement | HTMLTextAreaElement | null = null;
    /** What the app gave last; the same again WeChat does not even send, whatever was typed. */
    given: string | null = null;

    /** What comes late comes over what was typed meanwhile. */
    give(text: string): void {
      if (text === this.given) return;
      const isNew = this.given === null;
      this.given = text;
      const show = () => {
        this.ensureField().value = text;
      };
      if (isNew || services.echoMs === 0) show();
      else setTimeout(show, services.echoMs);
    }

    ensureField(): HTMLInputElement | HTMLTextAreaElement {
      if (this.field !== null) {
        return this.field;
      }
      const field = document.createElement(inner);
      field.className = 'weapp-field';
      const send = (type: string) => (event: Event) => {
        event.stopPropagation(); // the DOM's own event must not reach the page a second time
        const detail = { value: field.value, cursor: field.value.length, height: 0 };
        fire(this as DrivenElement, type, detail);
      };
      field.addEventListener('input', send('input'));
      field.addEventListener('focus', send('focus'));
      field.addEventListener('blur', send('blur'));
      field.addEventListener('change', (event) => event.stopPropagation());
      field.addEventListener('keydown', (event) => {
        if ((event as KeyboardEvent).key === 'Enter' && inner === 'input') {
          send('confirm')(event);
        }
      });
      this.field = field;
      this.appendChild(field);
      return field;
    }

    update(name: string, value: unknown): boolean {
      const field = this.ensureField();
      if (name === 'value') {
        this.give(value === undefined || value === null ? '' : String(value));
        return true;
      }
      if (name === 'placeholder') {
        field.placeholder = value === undefined ? '' : String(value);
      } else if (name === 'disabled') {
        field.disabled = truthy(value);
      } else if (name === 'maxlength') {
        const limit = Number(value);
        field.maxLength = Number.isInteger(limit) && limit > 0 ? limit : 524288;
      } else if (name === 'password' && field instanceof HTMLInputElement) {
        field.type = truthy(value) ? 'password' : 'text';
      } else if (name === 'aria-label' && value) {
        field.setAttribute('aria-label', String(value));
      } else {
        return false;
      }
      return true;
    }
  }
  customElements.define(tag, Field);
}

/** switch, checkbox, radio: a state that a tap changes. */
function defineToggle(tag: string, role: string, onTap: (element: Toggle) => void): void {
  customElements.define(
    tag,
    class extends Toggle {
      override role = role;
      tapped() {
        onTap(this);
      }
    },
  );
}

export class Toggle extends HTMLElement {
  checked = false;
  disabled = false;
  value = '';

  connectedCallback(): void {
    if (!this.hasAttribute('role')) {
      this.setAttribute('role', this.role ?? '');
    }
    this.show();
  }

  show(): void {
    this.setAttribute('aria-checked', String(this.checked));
  }

  update(name: string, value: unknown): boolean {
    if (name === 'checked') {
      this.checked = truthy(value);
      this.show();
    } else if (name === 'disabled') {
      this.disabled = truthy(value);
    } else if (name === 'value') {
      this.value = String(value ?? '');
    } else {
      return false;
    }
    return true;
  }
}

function toggleSwitch(element: Toggle): void {
  element.checked = !element.checked;
  element.show();
  fire(element, 'change', { value: element.checked });
}

function toggleCheckbox(element: Toggle): void {
  element.checked = !element.checked;
  element.show();
  const group = element.closest('wx-checkbox-group');
  if (group !== null) {
    const boxes = [...group.querySelectorAll('wx-checkbox')] as Toggle[];
    const value = boxes.filter((box) => box.checked).map((box) => box.value);
    fire(group as DrivenElement, 'change', { value });
  }
}

function toggleRadio(element: Toggle): void {
  const group = element.closest('wx-radio-group');
  for (const radio of group?.querySelectorAll('wx-radio') ?? []) {
    (radio as Toggle).checked = radio === element;
    (radio as Toggle).show();
  }
  if (group !== null) {
    fire(group as DrivenElement, 'change', { value: element.value });
  }
}

/** The values of a form's named fields, as WeChat's `submit` gives them. */
function formValues(form: Element): Values {
  const values: Values = {};
  for (const element of form.querySelectorAll('[name]')) {
    const name = element.getAttribute('name') ?? '';
    const field = element.querySelector('input,textarea') as HTMLInputElement | null;
    values[name] = field?.value ?? (element as Toggle).checked;
  }
  return values;
}

/** What a tap on a button of the given form-type does, beyond the tap event itself. */
export function tapFormButton(button: Element, formType: string): void {
  const form = button.closest('wx-form');
  if (form !== null && formType === 'submit') {
    fire(form as DrivenElement, 'submit', { value: formValues(form) });
  } else if (form !== null && formType === 'reset') {
    fire(form as DrivenElement, 'reset', {});
  }
}

export function defineFormElements(services: FieldServices): void {
  defineField('wx-input', 'input', services);
  defineField('wx-textarea', 'textarea', services);
  defineToggle('wx-switch', 'switch', toggleSwitch);
  defineToggle('wx-checkbox', 'checkbox', toggleCheckbox);
  defineToggle('wx-radio', 'radio', toggleRadio);
}
