/**
 * The page around the three phones. Each phone is an app at an origin of its own; this page only
 * carries what a camera would: the text of a code from one screen to another; and it says whose
 * turn it is, as the cloud knows it.
 *
 * @typedef {{ url: string, openid: string }} PhoneState
 * @typedef {{ label: string, text: string, opensApp: boolean }} Code
 * @typedef {{ openid: string, label: string, place: string, firstPage: string,
 *   toJoin: string | null }} Person
 * @typedef {{ nowMs: number, offsetMs: number, waiting: Record<string, string>,
 *   by: number[] }} Standing
 * @typedef {{ phones: PhoneState[], people: Person[], codes: Code[], nowMs: number,
 *   offsetMs: number }} State
 * @typedef {{ section: HTMLElement, frame: HTMLIFrameElement, url: string,
 *   shows: { text: string, label: string } | null }} Phone
 */
import { keepFitting } from './fit.js';

/** @type {Phone[]} */
const phones = [];
/** @type {Person[]} */
let people = [];
/** How far the cloud's day is ahead, as the phones were last told. */
let offsetMs = 0;
/** @type {Record<string, string>} what waits for whom, as last heard */
let waiting = {};

/** @param {ParentNode} root @param {string} selector @returns {any} */
const find = (root, selector) => root.querySelector(selector);

/** @param {string} text */
function tell(text) {
  find(document, '#news').textContent = text;
}

/** @param {number} nowMs */
function showDay(nowMs) {
  const options = { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric', weekday: 'long' };
  find(document, '#today').textContent = new Date(nowMs).toLocaleDateString(
    'zh-CN',
    /** @type {Intl.DateTimeFormatOptions} */ (options),
  );
}

/** @returns {Promise<State>} */
async function readState() {
  return (await fetch('/state')).json();
}

/** @param {string} path @param {unknown} body */
async function post(path, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

/** @param {Phone} phone @param {string} hash */
function open(phone, hash) {
  phone.shows = null;
  closeTray(phone);
  // The hash alone would not load the app anew, and a new holder must see nothing of the old one.
  phone.frame.src = `${phone.url}/?at=${Date.now()}${hash}`;
}

/** @param {Phone} phone */
function closeTray(phone) {
  find(phone.section, '.tray').hidden = true;
}

/** @param {string} label @param {boolean} live @param {() => void} choose */
function codeButton(label, live, choose) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.className = live ? 'live' : '';
  button.addEventListener('click', choose);
  return button;
}

/**
 * @param {Phone} phone who scans
 * @param {'app' | 'wechat'} scanner the app's own scan, or WeChat's, which opens the app
 */
async function openTray(phone, scanner) {
  const { codes } = await readState();
  const list = find(phone.section, '.codes');
  list.replaceChildren();
  /** @param {string | null} text */
  const answer = (text) => {
    closeTray(phone);
    if (scanner === 'wechat') {
      if (text) open(phone, `#/pages/board/index?scene=${encodeURIComponent(text)}`);
    } else {
      phone.frame.contentWindow?.postMessage({ type: 'phone-scanned', text }, phone.url);
    }
  };
  if (scanner === 'app') {
    for (const other of phones) {
      const { shows } = other;
      if (other === phone || !shows) continue;
      list.append(codeButton(`对着旁边的手机:${shows.label}`, true, () => answer(shows.text)));
    }
  }
  for (const { label, text, opensApp } of codes) {
    if (scanner === 'wechat' && !opensApp) continue;
    list.append(codeButton(label, false, () => answer(text)));
  }
  if (!list.children.length) {
    list.innerHTML = '<p class="nothing">眼前没有可扫的码。</p>';
  }
  find(phone.section, '.tray-title').textContent =
    scanner === 'app' ? '这部手机在扫码,对着哪个?' : '用微信扫墙上的哪个码?';
  find(phone.section, '.tray').hidden = false;
  find(phone.section, '.cancel').onclick = () => answer(null);
  find(phone.section, '.tray').scrollIntoView({ block: 'nearest', inline: 'nearest' });
  find(phone.section, '.tray button').focus({ preventScroll: true });
}

/** @param {string} openid whose phone is opened where their day begins */
function chooseFrom(openid) {
  const places = new Map(people.map(({ place }) => [place, document.createElement('optgroup')]));
  for (const [place, group] of places) group.label = place;
  for (const person of people)
    places
      .get(person.place)
      ?.append(new Option(person.label, person.openid, false, person.openid === openid));
  return [...places.values()];
}

function markWhoIsWaitedFor() {
  for (const { section } of phones) {
    const select = find(section, 'select');
    for (const option of select.options) {
      const label = people.find((person) => person.openid === option.value)?.label ?? '';
      const words = waiting[option.value];
      option.text = words ? `${label} · ${words}` : label;
    }
    const isWaitedFor = waiting[select.value] !== undefined;
    select.classList.toggle('waited-for', isWaitedFor);
    // Whoever has joined needs no words for it any more.
    const holder = people.find((person) => person.openid === select.value);
    find(section, '.to-join').textContent = isWaitedFor ? (holder?.toJoin ?? '') : '';
  }
  /** @type {Map<string, string[]>} */
  const byWords = new Map();
  for (const { openid, label } of people) {
    const words = waiting[openid];
    if (words) byWords.set(words, [...(byWords.get(words) ?? []), label]);
  }
  const turns = [...byWords].map(([words, labels]) => `${labels.join('、')}:${words}`);
  find(document, '#turn').textContent = turns.length
    ? `现在轮到 ${turns.join(' · ')}`
    : '现在没有人在等谁。可以记一件好事,或过几天。';
}

/** @param {(index: number) => boolean} which of the phones ask anew what they show */
function refreshPhones(which) {
  const message = { type: 'phone-refresh', offsetMs };
  for (const [index, { frame, url }] of phones.entries())
    if (which(index)) frame.contentWindow?.postMessage(message, url);
}

/** @param {{ nowMs: number, offsetMs: number }} clock of the cloud */
function keepDay(clock) {
  showDay(clock.nowMs);
  if (clock.offsetMs === offsetMs) return;
  offsetMs = clock.offsetMs;
  refreshPhones(() => true);
}

/** @param {Standing} standing */
function takeIn(standing) {
  keepDay(standing);
  waiting = standing.waiting;
  markWhoIsWaitedFor();
  // Whoever did it has seen it; the others look up from their pockets.
  const { by } = standing;
  if (by.length > 0) refreshPhones((index) => !by.includes(index));
}

/** @param {PhoneState} state @param {number} index */
function addPhone(state, index) {
  const section = find(document, '#phone').content.cloneNode(true).firstElementChild;
  /** @type {Phone} */
  const phone = { section, frame: find(section, 'iframe'), url: state.url, shows: null };
  const select = find(section, 'select');
  /** @param {string} openid */
  const openFirstPage = (openid) => {
    const holder = people.find((person) => person.openid === openid);
    open(phone, `#/${holder?.firstPage ?? 'pages/me/index'}`);
  };
  select.setAttribute('aria-label', `第 ${index + 1} 部手机在谁手里`);
  select.append(...chooseFrom(state.openid));
  select.addEventListener('change', async () => {
    await post('/become', { phone: index, openid: select.value });
    const holder = people.find((person) => person.openid === select.value);
    tell(`第 ${index + 1} 部手机现在是:${holder?.label ?? ''}`);
    markWhoIsWaitedFor();
    openFirstPage(select.value);
  });
  find(section, '.scan').addEventListener('click', () => openTray(phone, 'wechat'));
  find(section, 'iframe').title = `第 ${index + 1} 部手机`;
  find(document, '#phones').append(section);
  phones.push(phone);
  openFirstPage(state.openid);
}

/** @param {Event} event */
async function passDays(event) {
  const button = /** @type {HTMLButtonElement} */ (event.currentTarget);
  const buttons = [...document.querySelectorAll('button[data-days]')];
  for (const each of buttons) /** @type {HTMLButtonElement} */ (each).disabled = true;
  tell('日子在走,到期的公示入账、过期的单退分……');
  try {
    keepDay(await post('/clock', { days: Number(button.dataset.days) }));
    tell('日子过去了,三部手机上都是新的情况。');
  } catch {
    tell('日子没有走成。请再点一次。');
  }
  for (const each of buttons) /** @type {HTMLButtonElement} */ (each).disabled = false;
}

window.addEventListener('message', (event) => {
  const phone = phones.find((each) => each.frame.contentWindow === event.source);
  if (!phone || event.origin !== phone.url) return;
  const message = event.data ?? {};
  if (message.type === 'phone-scan') openTray(phone, 'app');
  if (message.type === 'phone-shows') {
    const { text, label } = message;
    phone.shows = typeof text === 'string' ? { text, label: String(label ?? '码') } : null;
  }
});

const state = await readState();
people = state.people;
offsetMs = state.offsetMs;
showDay(state.nowMs);
for (const [index, phone] of state.phones.entries()) addPhone(phone, index);
keepFitting();
for (const button of document.querySelectorAll('button[data-days]')) {
  button.addEventListener('click', passDays);
}
new EventSource('/steps').addEventListener('message', ({ data }) => takeIn(JSON.parse(data)));
