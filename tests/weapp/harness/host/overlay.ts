/** What WeChat draws above the page: toasts, dialogs, sheets. Plain DOM that can be tapped. */

function overlayRoot(): HTMLElement {
  const found = document.querySelector<HTMLElement>('.weapp-overlay');
  if (found !== null) {
    return found;
  }
  const root = document.createElement('div');
  root.className = 'weapp-overlay';
  document.body.appendChild(root);
  return root;
}

function element(className: string, role: string, text = ''): HTMLElement {
  const made = document.createElement('div');
  made.className = className;
  made.textContent = text;
  if (role !== '') {
    made.setAttribute('role', role);
  }
  return made;
}

let toast: HTMLElement | null = null;
let toastTimer = 0;

/** @param durationMs 0 keeps it until it is hidden */
export function showToast(text: string, durationMs: number): void {
  hideToast();
  toast = element('weapp-toast', 'status', text);
  overlayRoot().appendChild(toast);
  if (durationMs > 0) {
    toastTimer = window.setTimeout(hideToast, durationMs);
  }
}

export function hideToast(): void {
  window.clearTimeout(toastTimer);
  toast?.remove();
  toast = null;
}

export type DialogOptions = {
  title?: string;
  content?: string;
  showCancel?: boolean;
  confirmText?: string;
  cancelText?: string;
  editable?: boolean;
  placeholderText?: string;
};

export type DialogAnswer = { confirm: boolean; cancel: boolean; content?: string };

/** Resolves when the person has tapped one of the buttons. */
export function showDialog(options: DialogOptions): Promise<DialogAnswer> {
  const dialog = element('weapp-dialog', 'dialog');
  dialog.append(
    element('weapp-dialog-title', 'heading', options.title ?? ''),
    element('weapp-dialog-content', '', options.content ?? ''),
  );
  const field = document.createElement('input');
  if (options.editable === true) {
    field.placeholder = options.placeholderText ?? '';
    field.value = options.content ?? '';
    dialog.appendChild(field);
  }
  return new Promise((resolve) => {
    const addButton = (text: string, confirm: boolean) => {
      const button = element('weapp-dialog-button', 'button', text);
      button.addEventListener('click', () => {
        dialog.remove();
        const content = options.editable === true ? { content: field.value } : {};
        resolve({ confirm, cancel: !confirm, ...content });
      });
      dialog.appendChild(button);
    };
    if (options.showCancel !== false) {
      addButton(options.cancelText ?? '取消', false);
    }
    addButton(options.confirmText ?? '确定', true);
    overlayRoot().appendChild(dialog);
  });
}

/** @returns the index of the line tapped, null for 取消 */
export function chooseFromSheet(labels: readonly string[]): Promise<number | null> {
  const sheet = element('weapp-sheet', 'dialog');
  return new Promise((resolve) => {
    const add = (text: string, answer: number | null) => {
      const line = element('weapp-sheet-line', 'button', text);
      line.addEventListener('click', () => {
        sheet.remove();
        resolve(answer);
      });
      sheet.appendChild(line);
    };
    for (const [index, label] of labels.entries()) {
      add(label, index);
    }
    add('取消', null);
    overlayRoot().appendChild(sheet);
  });
}
