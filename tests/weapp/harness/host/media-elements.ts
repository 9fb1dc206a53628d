import { type DrivenElement, fire, truthy } from './elements';

export type ElementServices = {
  /** An address a browser can show, for a path of the package or of the phone's files. */
  addressOf: (source: string) => string;
  /** Whether images really load here. */
  rendersImages: boolean;
};

/** `image` with its modes; `load` and `error` are WeChat's. */
export function defineImage(services: ElementServices): void {
  class WeappImage extends HTMLElement {
    image: HTMLImageElement | null = null;

    update(name: string, value: unknown): boolean {
      if (name === 'src') {
        this.show(value === undefined || value === null ? '' : String(value));
        return true;
      }
      if (name === 'mode') {
        this.dataset.mode = String(value ?? 'scaleToFill');
      }
      return false;
    }

    show(source: string): void {
      const image = this.image ?? document.createElement('img');
      if (this.image === null) {
        this.image = image;
        image.alt = '';
        image.addEventListener('load', () => this.loaded(image.naturalWidth, image.naturalHeight));
        image.addEventListener('error', () => fire(this, 'error', { errMsg: 'load failed' }));
        this.appendChild(image);
      }
      this.dataset.src = source;
      if (source === '') {
        image.removeAttribute('src');
        return;
      }
      const address = services.addressOf(source);
      // A file of the phone that is gone has no address a browser could show.
      if (address.startsWith('wxfile://')) {
        setTimeout(
          () => fire(this as DrivenElement, 'error', { errMsg: `no such file ${source}` }),
          0,
        );
        return;
      }
      image.src = address;
      if (!services.rendersImages) {
        setTimeout(() => this.loaded(1, 1), 0);
      }
    }

    loaded(width: number, height: number): void {
      fire(this as DrivenElement, 'load', { width, height });
    }
  }
  customElements.define('wx-image', WeappImage);
}

/** `scroll-view`: scrolls, and says when an end is near (lower-threshold 50 px). */
export function defineScrollView(): void {
  class ScrollView extends HTMLElement {
    connectedCallback(): void {
      this.addEventListener('scroll', (event) => {
        event.stopPropagation();
        const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = this;
        fire(this, 'scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth });
        if (scrollTop + this.clientHeight >= scrollHeight - 50) {
          fire(this, 'scrolltolower', { direction: 'bottom' });
        }
      });
    }

    update(name: string, value: unknown): boolean {
      if (name === 'scroll-y') {
        this.style.overflowY = truthy(value) ? 'auto' : '';
      } else if (name === 'scroll-x') {
        this.style.overflowX = truthy(value) ? 'auto' : '';
      } else if (name === 'scroll-top' && value !== undefined) {
        this.scrollTop = Number.parseFloat(String(value)) || 0;
      } else if (name === 'scroll-left' && value !== undefined) {
        this.scrollLeft = Number.parseFloat(String(value)) || 0;
      } else {
        return false;
      }
      return true;
    }
  }
  customElements.define('wx-scroll-view', ScrollView);
}

/** `rich-text` with HTML as a string or as WeChat's node list. */
export function defineRichText(): void {
  class RichText extends HTMLElement {
    update(name: string, value: unknown): boolean {
      if (name !== 'nodes') {
        return false;
      }
      this.replaceChildren();
      if (typeof value === 'string') {
        this.insertAdjacentHTML('beforeend', value);
      } else if (Array.isArray(value)) {
        for (const node of value as RichNode[]) {
          this.appendChild(richNode(node));
        }
      }
      return true;
    }
  }
  customElements.define('wx-rich-text', RichText);
}

type RichNode = {
  type?: string;
  text?: string;
  name?: string;
  attrs?: Record<string, string>;
  children?: RichNode[];
};

function richNode(node: RichNode): Node {
  if (node.type === 'text' || node.name === undefined) {
    return document.createTextNode(node.text ?? '');
  }
  const element = document.createElement(node.name);
  for (const [name, value] of Object.entries(node.attrs ?? {})) {
    element.setAttribute(name, value);
  }
  element.append(...(node.children ?? []).map(richNode));
  return element;
}
