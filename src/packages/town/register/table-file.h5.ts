import type { TableFile } from './table-file';

/** Those that cannot be read too: the cloud then says how to save them anew. */
const accepted = '.xlsx,.csv,.txt,.xls,.xlsm,.et,.ods';

/** A browser opens its own chooser; where nothing is chosen, it may say nothing at all. */
export function chooseTable() {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accepted;
  input.style.display = 'none';
  document.body.appendChild(input);
  return new Promise<{ file: TableFile | null; problem: null }>((resolve) => {
    const end = () => {
      const chosen = input.files?.[0];
      input.remove();
      const file = chosen && {
        ...{ path: URL.createObjectURL(chosen), name: chosen.name, bytes: chosen.size },
      };
      resolve({ file: file ?? null, problem: null });
    };
    input.addEventListener('change', end);
    input.addEventListener('cancel', end);
    input.click();
  });
}
