import * as glassEasel from 'glass-easel';

/** A DOM element that glass-easel drives: attributes arrive with their raw values. */
export type DrivenElement = HTMLElement & {
  update?: (name: string, value: unknown) => boolean;
  __wxElement?: glassEasel.Element;
};

/** Sends a mini-program event from a built-in element; it does not bubble unless asked to. */
export function fire(target: DrivenElement, type: string, detail: unknown, bubbles = false): void {
  const element = target.__wxElement;
  if (element !== undefined) {
    glassEasel.Event.triggerEvent(element, type, detail, { bubbles, composed: bubbles });
  }
}

/**
 * Hands every attribute to the element's own `update` before it becomes a DOM attribute.
 * WeChat drops an attribute whose value is undefined; the DOM would keep it as ''.
 */
export function driveNativeNodes(): void {
  const prototype = glassEasel.NativeNode.prototype;
  const setAttribute = prototype.setAttribute;
  prototype.updateAttribute = function updateAttribute(name: string, value: unknown) {
    const dom = this.getBackendElement() as unknown as DrivenElement | null;
    if (dom?.update?.(name, value) === true) {
      return;
    }
    if (value === undefined || value === null || value === '') {
      this.removeAttribute(name);
    } else if (name.startsWith('aria-') && typeof value === 'boolean') {
      setAttribute.call(this, name, String(value)); // aria-checked="false" says something
    } else {
      setAttribute.call(this, name, value);
    }
  };
}

export function truthy(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== 'false';
}
