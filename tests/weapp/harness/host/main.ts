import * as glassEasel from 'glass-easel';
import { type AssociatedBackend, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import type { Locator, PhoneSetup, WeappPackage } from '../types';
import { drawBars } from './bars';
import { actOnTap, defineButton, defineLabel, definePicker } from './choice-elements';
import { type Driver, makeDriver } from './driver';
import { type DrivenElement, driveNativeNodes } from './elements';
import { defineFormElements } from './form-elements';
import { AppLife } from './life';
import { defineImage, defineRichText, defineScrollView } from './media-elements';
import { PageStack } from './pages';
import { makeLoader, makeTimers, resolvePath } from './sandbox';
import { type Bridge, bytesToBase64, PhoneState } from './state';
import { holdCaughtTouches } from './touch';
import { makeWx } from './wx';

type Templates = Record<string, unknown>;
type Hooks = Record<string, ((...values: unknown[]) => unknown) | undefined>;
type CodeSpace = ReturnType<MiniProgramEnv['createCodeSpace']>;

/** DOM events that WeChat knows under the same name; everything else stays in the elements. */
const passedEvents = new Set([
  'tap',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'transitionend',
  'animationstart',
  'animationiteration',
  'animationend',
]);

function listenToDom(context: glassEasel.CurrentWindowBackendContext): void {
  context.onEvent((target, type, detail, options) => {
    const dom = target.getBackendElement() as unknown as DrivenElement | null;
    if (!passedEvents.has(type) || dom === null) {
      return undefined;
    }
    if (type === 'tap' && dom.closest('wx-button[disabled]') !== null) {
      return undefined;
    }
    const { touches, changedTouches } = (detail ?? {}) as Record<string, unknown>;
    const plain = (list: unknown) => [...((list as TouchList | undefined) ?? [])].map(plainTouch);
    const extraFields = touches
      ? { touches: plain(touches), changedTouches: plain(changedTouches) }
      : {};
    const event = new glassEasel.Event(type, type === 'tap' ? detail : {}, {
      ...options,
      extraFields,
    });
    glassEasel.Event.dispatchEvent(target, event);
    if (type === 'tap') {
      actOnTap(dom);
    }
    return event.getEventBubbleStatus();
  });
}

function plainTouch({ identifier, clientX, clientY, pageX, pageY }: Touch) {
  return { identifier, clientX, clientY, pageX, pageY };
}

function defineElements(state: PhoneState, weapp: WeappPackage): void {
  const addressOf = (source: string) => {
    const bytes = state.files.get(source);
    if (bytes !== undefined) {
      return `data:image/jpeg;base64,${bytesToBase64(bytes)}`;
    }
    return weapp.assets[source.replace(/^\//, '')] ?? source;
  };
  defineFormElements(state);
  defineButton({ setup: state.setup, takeFailure: (api) => state.takeFailure(api) });
  definePicker();
  defineLabel();
  defineImage({ addressOf, rendersImages: state.setup.injectStyles });
  defineScrollView();
  defineRichText();
  driveNativeNodes();
}

/** Components and pages register under the path of the file that is being loaded. */
function makeRegistry(weapp: WeappPackage, codeSpace: CodeSpace) {
  const templates = new Function(`return ${weapp.templates}`)() as Templates;
  let current = '';
  const prepare = () => {
    const content = templates[current];
    const template = { groupList: templates, content };
    codeSpace.addCompiledTemplate(current, template as never);
    codeSpace.addComponentStaticConfig(current, (weapp.settings[current] ?? {}) as never);
    return codeSpace.component(current);
  };
  return {
    registerPage: (definition: never) => prepare().pageDefinition(definition).register(),
    registerComponent: (definition: never) => prepare().definition(definition).register(),
    during<Value>(path: string, work: () => Value): Value {
      const before = current;
      current = path;
      try {
        return work();
      } finally {
        current = before;
      }
    },
  };
}

function injectStyles(weapp: WeappPackage): void {
  for (const [path, css] of Object.entries(weapp.styles)) {
    const style = document.createElement('style');
    style.dataset.path = path;
    style.textContent = css;
    document.head.appendChild(style);
  }
  const setAttribute = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function setStyled(name: string, value: string) {
    const inRpx = name === 'style' && value.includes('rpx');
    const pattern = /(-?\d*\.?\d+)rpx/g;
    const text = inRpx ? value.replace(pattern, 'calc($1 * 100vw / 750)') : value;
    setAttribute.call(this, name, text);
  };
}

/** Every instance's setData goes through JSON and is counted. */
function countSetData(backend: AssociatedBackend, state: PhoneState): void {
  const createRoot = backend.createRoot.bind(backend);
  let patched = false;
  backend.createRoot = (...values) => {
    const root = createRoot(...values);
    let prototype = Object.getPrototypeOf(root.get()) as Hooks;
    while (!patched && !Object.hasOwn(prototype, 'setData')) {
      prototype = Object.getPrototypeOf(prototype) as Hooks;
    }
    const setData = prototype.setData;
    if (!patched && setData !== undefined) {
      patched = true;
      prototype.setData = function counted(data: unknown, done: unknown) {
        setData.call(this, state.countSetData(data));
        state.noteRendered();
        if (typeof done === 'function') {
          setTimeout(() => state.closed || done.call(this), 0);
        }
      };
    }
    return root;
  };
}

/** Starts the mini-program in this window. @returns what the driver can do with it */
export function startWeapp(weapp: WeappPackage, setup: PhoneSetup, bridge: Bridge): Driver {
  const state = new PhoneState(setup, bridge);
  window.addEventListener('error', (event) => state.errors.push(String(event.message)));
  window.addEventListener('unhandledrejection', (event) => {
    state.errors.push(String((event as PromiseRejectionEvent).reason));
  });
  const noteTap = () => {
    state.tappedAtMs = performance.now();
  };
  window.addEventListener('click', noteTap, true);
  defineElements(state, weapp);
  if (setup.injectStyles) {
    injectStyles(weapp);
  }
  const context = new glassEasel.CurrentWindowBackendContext();
  listenToDom(context);
  holdCaughtTouches();
  const environment = new MiniProgramEnv();
  const backend = environment.associateBackend(context);
  countSetData(backend, state);
  const codeSpace = environment.createCodeSpace('main', true);
  const registry = makeRegistry(weapp, codeSpace);
  const timers = makeTimers(state);
  let app: Hooks = {};
  const registerApp = (definition: Hooks) => {
    app = definition;
  };
  const loadPage = (path: string) => {
    for (const used of Object.values(weapp.settings[path]?.usingComponents ?? {})) {
      const component = resolvePath(path, used);
      registry.during(component, () => load(component));
    }
    return registry.during(path, () => load(path));
  };
  const pages = new PageStack(weapp, backend, codeSpace, loadPage);
  const life = new AppLife(state, pages, () => app, weapp.app.pages[0] ?? '');
  const given = {
    wx: makeWx(state, pages, timers, life),
    App: registerApp,
    Page: registry.registerPage,
    Component: registry.registerComponent,
    getApp: () => app,
    getCurrentPages: () => pages.all().map((page) => page.caller),
  };
  const load = makeLoader(weapp, given, timers);
  load('app');
  drawBars(weapp, (path) => pages.switchTab(`/${path}`));
  life.launch();
  return makeDriver(state, pages, life);
}

export type Host = { startWeapp: typeof startWeapp };
export type { Driver, Locator };

(window as unknown as { weappHost: Host }).weappHost = { startWeapp };
