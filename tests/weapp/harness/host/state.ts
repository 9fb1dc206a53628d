import type {
  BackendAnswer,
  BackendRequest,
  DeviceCall,
  Failure,
  PhoneSetup,
  Scanned,
  SetDataStats,
} from '../types';
import { ApiFailure } from './api';

/** How the window reaches the world: given by the driver, different in jsdom and in Chromium. */
export type Bridge = { request: (request: BackendRequest) => Promise<BackendAnswer> };

/** A queue that either side may reach first: the test that answers or the app that asks. */
export class Answers<Value> {
  private ready: Value[] = [];
  private waiting: ((value: Value) => void)[] = [];

  give(value: Value): void {
    const next = this.waiting.shift();
    if (next === undefined) {
      this.ready.push(value);
    } else {
      next(value);
    }
  }

  take(): Promise<Value> {
    const value = this.ready.shift();
    if (value !== undefined) {
      return Promise.resolve(value);
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

/** So long after a tap WeChat takes what is asked for as asked by it. */
const tapLastsMs = 1_000;

export type PickedFile = { name: string; bytes: Uint8Array };

/** What one phone holds and what its person is about to do. */
export class PhoneState {
  readonly files = new Map<string, Uint8Array>();
  readonly storage = new Map<string, string>();
  /** null: the person closes the scanner, or the chooser. */
  readonly scans = new Answers<Scanned | null>();
  readonly images = new Answers<PickedFile[] | null>();
  readonly documents = new Answers<PickedFile>();
  readonly calls: DeviceCall[] = [];
  readonly errors: string[] = [];
  readonly networkListeners = new Set<(state: unknown) => void>();
  /** Told when a newer release has been downloaded. */
  readonly updateListeners = new Set<() => void>();
  readonly setData: SetDataStats = { calls: 0, bytes: 0, largestBytes: 0 };
  /** What the person once answered stands, until they change it in the settings. */
  private readonly permissions = new Map<string, boolean>();
  /** What they will have changed when they come back from the settings. */
  changedInSettings: Record<string, boolean> = {};
  private readonly failures: { api: string; failure: Failure }[] = [];
  /** No room on the phone: nothing more is written to storage. */
  full = false;
  private readonly startedAtMs = performance.now();
  /** From the start of the app's code to the first data that stood in the window. */
  firstRenderMs: number | null = null;
  /** Calls to the cloud that are under way. */
  asking = 0;
  online = true;
  closed = false;
  clipboard = '';
  /** What is given to a field takes this long; 0: no time at all. */
  echoMs = 0;
  /** In the background for so long that nothing runs. */
  asleep = false;
  /** When a finger was last on the window: what WeChat does only for a tap is refused after it. */
  tappedAtMs = Number.NEGATIVE_INFINITY;
  private readonly interruptible = new Set<() => void>();
  private readonly held = new Set<() => void>();
  private fileCount = 0;

  constructor(
    readonly setup: PhoneSetup,
    readonly bridge: Bridge,
  ) {
    for (const [key, value] of Object.entries(setup.storage)) {
      this.storage.set(key, JSON.stringify(value));
    }
    for (const name of setup.files) this.files.set(name, new Uint8Array());
  }

  /** Puts bytes among the phone's temporary files; answers their path. */
  addFile(bytes: Uint8Array, extension: string): string {
    this.fileCount += 1;
    const path = `wxfile://tmp_${this.fileCount}${extension}`;
    this.files.set(path, bytes);
    return path;
  }

  isTapped(): boolean {
    return performance.now() - this.tappedAtMs < tapLastsMs;
  }

  fileOf(path: string): Uint8Array {
    const bytes = this.files.get(path);
    if (bytes === undefined) {
      throw new Error(`no such file ${path}`);
    }
    return bytes;
  }

  /** An answer of the network: one that is under way when the app falls asleep is lost. */
  whileAwake<Value>(answer: Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      const interrupt = () => reject(new Error('interrupted'));
      this.interruptible.add(interrupt);
      const inTime = () => this.interruptible.delete(interrupt);
      answer.then(
        (value) => inTime() && resolve(value),
        (error) => inTime() && reject(error),
      );
    });
  }

  /** Runs at once, or when the app wakes. */
  onceAwake(run: () => void): void {
    if (this.asleep) this.held.add(run);
    else run();
  }

  fallAsleep(): void {
    this.asleep = true;
    for (const interrupt of this.interruptible) this.held.add(interrupt);
    this.interruptible.clear();
  }

  /** The app has been told that it is shown; only then comes what had to wait. */
  wake(): void {
    this.asleep = false;
    const waiting = [...this.held];
    this.held.clear();
    for (const run of waiting) setTimeout(() => this.closed || run(), 0);
  }

  /** The next call of this API that has no failure before it fails like this. */
  letFail(api: string, failure: Failure): void {
    this.failures.push({ api, failure });
  }

  /** The failure that lies ready for an API, once. */
  takeFailure(api: string): Failure | null {
    const index = this.failures.findIndex((one) => one.api === api);
    return index < 0 ? null : (this.failures.splice(index, 1)[0]?.failure ?? null);
  }

  mayFail(api: string): void {
    const failure = this.takeFailure(api);
    if (failure !== null) {
      throw new ApiFailure(failure);
    }
  }

  /** WeChat asks the person once; a refusal stands without asking again. */
  needPermission(scope: string): void {
    if (!this.permissions.has(scope)) {
      this.calls.push({ api: 'asked for', options: scope });
      this.permissions.set(scope, !this.setup.declines.includes(scope));
    }
    if (this.permissions.get(scope) === false) {
      throw new ApiFailure({ message: 'auth deny' });
    }
  }

  openSettings(): void {
    this.calls.push({ api: 'openSetting', options: {} });
    for (const [scope, allowed] of Object.entries(this.changedInSettings)) {
      this.permissions.set(scope, allowed);
    }
    this.changedInSettings = {};
  }

  authSetting(): Record<string, boolean> {
    return Object.fromEntries(this.permissions);
  }

  setOnline(online: boolean): void {
    this.online = online;
    for (const listener of this.networkListeners) {
      listener({ isConnected: online, networkType: online ? 'wifi' : 'none' });
    }
  }

  /** WeChat carries setData as JSON between two threads; so do we, and count it. */
  countSetData(data: unknown): unknown {
    const json = JSON.stringify(data);
    const bytes = new TextEncoder().encode(json).length;
    this.setData.calls += 1;
    this.setData.bytes += bytes;
    this.setData.largestBytes = Math.max(this.setData.largestBytes, bytes);
    return JSON.parse(json);
  }

  noteRendered(): void {
    this.firstRenderMs ??= performance.now() - this.startedAtMs;
  }
}

export function bytesToBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    text += String.fromCharCode(byte);
  }
  return btoa(text);
}

export function base64ToBytes(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
