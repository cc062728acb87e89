// What runs inside a page that is opened in a browser: it watches whether the page still changes, presses what opens,
// and gives the page back as a browser shows it. It sends nothing, and fills in no form.
(() => {
  if (window.__oit) return;
  const YEAR = /(?:25|๒๕)[4-9๔-๙][0-9๐-๙]|20[12]\d|(?:ปี|พ\.?ศ\.?)\s*[67๖๗][0-9๐-๙]/;
  const ITEM = /^\s*(?:ข้อ\s*)?(?:O|OIT|๐)\s?[-.]?\s?[0-9๐-๙]{1,2}(?![0-9๐-๙])/i;
  const MORE = /ดูเพิ่ม|โหลดเพิ่ม|แสดงเพิ่ม|ดูทั้งหมด|แสดงทั้งหมด|load\s*more|show\s*(?:more|all)|view\s*(?:more|all)|see\s*more/i;
  const NEVER = new RegExp('^\\s*(?:ลบ|ออกจากระบบ|เข้าสู่ระบบ|ล็อกอิน|ลงทะเบียน|สมัคร|ส่ง(?!เสริม)|บันทึก(?!ข้อความ)|' +
    'โหวต|ถูกใจ|แชร์|พิมพ์|ยืนยัน|ยอมรับ|ชำระ|จอง|ค้นหา)|log\\s?(?:in|out)|sign\\s?(?:in|up|out)|\\b(?:submit|delete|' +
    'remove|vote|like|share|print|subscribe|register|search|accept|save|send|pay|cart|checkout)\\b', 'i');
  const OPENERS = 'summary,[role="tab"],[aria-expanded="false"],[data-toggle],[data-bs-toggle],[data-tab],[data-year],' +
    '[onclick],[hx-get],a[href^="javascript:" i],a[href="#"],a:not([href]),button,[role="button"],' +
    '[class*="accordion" i],[class*="collaps" i],[class*="tab-" i],.tab,.nav-link,.load-more';
  const EXPANDERS = 'summary,[aria-expanded]:not([role="tab"]),[data-toggle="collapse"],[data-bs-toggle="collapse"],' +
    '[class*="accordion" i],[class*="collaps" i]';
  const LONGEST = 200, MOST_NODES = 60000;
  const state = { changedAt: performance.now(), watching: false, targets: [], controls: [], before: null, moves: [] };

  // Where the page wants to go is noted and it stays: the crawl goes there. Forms with contents are never sent.
  const note_move = (url) => {
    if (/^https?:/i.test(url) && state.moves.length < 80) state.moves.push(url);
  };
  if (window.navigation) {
    navigation.addEventListener('navigate', (event) => {
      if (event.destination.sameDocument || event.hashChange || !event.cancelable) return;
      event.preventDefault();
      if (!event.formData) note_move(event.destination.url);
    });
  }
  window.open = (url) => { if (url) note_move(new URL(url, document.baseURI).href); return null; };

  new MutationObserver((records) => {
    state.changedAt = performance.now();
    if (!state.watching) return;
    for (const record of records) {
      if (record.type === 'childList' && state.targets.length < 2000) state.targets.push(record.target);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });

  const label = (el) => (el.textContent || el.getAttribute('aria-label') || el.title || '').replace(/\s+/g, ' ').trim();

  const settle = (quietMs, mostMs) => new Promise((done) => {
    const began = performance.now();
    const look = () => {
      const now = performance.now();
      const quiet = now - state.changedAt >= quietMs && document.readyState !== 'loading';
      if (quiet || now - began >= mostMs) done(quiet); else setTimeout(look, 40);
    };
    look();
  });

  const isAddress = (href) => href && !/^\s*(?:#|javascript:)/i.test(href);

  const isForbidden = (el) => {
    if (el.disabled || NEVER.test(label(el) || el.value || '')) return true;
    if (el.closest('a[href]') && isAddress(el.closest('a[href]').getAttribute('href'))) return true;
    if (el.querySelector('input,select,textarea')) return true;
    const kind = (el.getAttribute('type') || '').toLowerCase();
    return !!el.closest('form') && (kind === 'submit' || kind === 'reset' || (el.tagName === 'BUTTON' && !kind));
  };

  const rank = (el, text) => {
    const inMenu = !!el.closest('nav,header,footer,[role="navigation"]');
    if (YEAR.test(text) && text.length <= 60) return inMenu ? 3 : 0;
    if (inMenu) return -1;
    if (ITEM.test(text)) return 1;
    if (MORE.test(text)) return 2;
    if (el.tagName === 'SUMMARY' || el.matches('[role="tab"],[aria-expanded="false"],[data-toggle],[data-bs-toggle]')) return 4;
    return el.matches('[onclick],[hx-get],a[href^="javascript:" i],[class*="accordion" i]') ? 5 : -1;
  };

  // What it would open stands on the page already, hidden.
  const isHere = (el) => {
    if (el.tagName === 'SUMMARY') return !!el.parentElement && label(el.parentElement).length > label(el).length + 20;
    const names = ['aria-controls', 'data-bs-target', 'data-target', 'href'].map((name) => el.getAttribute(name) || '');
    return names.some((name) => {
      const id = name.replace(/^#/, '');
      const panel = /^[\w-]+$/.test(id) ? document.getElementById(id) : null;
      return !!panel && panel !== el && (panel.querySelector('a[href]') || label(panel).length > 40);
    });
  };

  const years = () => {
    const found = [];
    for (const select of document.querySelectorAll('select')) {
      const options = [...select.options].filter((option) => YEAR.test(option.text) && option.text.length <= 60);
      if (options.length < 2 || select.disabled || select.multiple) continue;
      for (const option of options) {
        if (!option.selected) found.push({ el: select, option, kind: 'select', text: label(option), rank: 0 });
      }
    }
    return found;
  };

  // What may be pressed, most promising first; later() adds what has come up since.
  const controls = () => {
    const known = new Set(state.controls.map((one) => one.option || one.el));
    const found = years();
    for (const el of document.querySelectorAll(OPENERS)) {
      const text = label(el);
      if (!text || text.length > LONGEST || isForbidden(el) || isHere(el)) continue;
      const place = rank(el, text);
      if (place < 0) continue;
      if ([...el.children].some((child) => child.matches(OPENERS) && label(child) === text)) continue;
      found.push({ el, option: null, kind: place === 0 || place === 3 ? 'year' : place === 2 ? 'more' : 'open', text, rank: place });
    }
    // Words of an item or a year that nothing marks as to be pressed: a script may listen all the same.
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let count = 0; count < MOST_NODES && walk.nextNode(); count += 1) {
      const el = walk.currentNode.parentElement, text = walk.currentNode.nodeValue.trim();
      if (!el || text.length > LONGEST || !ITEM.test(text) || el.closest('select,script,style') || isForbidden(el)) continue;
      const row = el.closest('tr,li,details,article') || el.parentElement || el;
      if ([...row.querySelectorAll('a[href]')].some((link) => isAddress(link.getAttribute('href')))) continue;
      if (!found.some((one) => one.el === el || one.el.contains(el))) found.push({ el, option: null, kind: 'open', text: label(el), rank: 1 });
    }
    const fresh = found.filter((one) => !known.has(one.option || one.el)).sort((a, b) => a.rank - b.rank);
    const first = state.controls.length;
    state.controls.push(...fresh);
    return fresh.map((one, at) => ({ at: first + at, kind: one.kind, label: one.text.slice(0, 80), ways: ways(one), rank: one.rank, expands: one.el.matches(EXPANDERS) }));
  };

  // Addresses that may show a choice when they are opened afresh.
  const ways = (one) => {
    const found = [];
    const add = (name, value) => {
      if (!name || !value || String(value).length > 200) return;
      const url = new URL(location.href);
      url.searchParams.set(name, value);
      found.push(url.href);
    };
    if (one.kind === 'select') {
      if (isAddress(one.option.value) && /[/?]/.test(one.option.value)) found.push(new URL(one.option.value, location.href).href);
      add(one.el.name, one.option.value);
      add(one.el.id, one.option.value);
    } else {
      const href = one.el.getAttribute('href') || one.el.getAttribute('data-target') || one.el.getAttribute('data-bs-target') || '';
      if (/^#.+/.test(href)) found.push(location.href.split('#')[0] + href);
      add('year', one.el.getAttribute('data-year'));
    }
    return [...new Set(found)].slice(0, 3);
  };

  const said = () => {
    const links = new Set(), texts = new Set();
    for (const link of document.links) links.add(link.href);
    const walk = document.createTreeWalker(document.body || document, NodeFilter.SHOW_TEXT);
    for (let count = 0; count < MOST_NODES && walk.nextNode(); count += 1) {
      const parent = walk.currentNode.parentNode && walk.currentNode.parentNode.nodeName;
      const text = walk.currentNode.nodeValue.trim();
      if (text.length > 3 && parent !== 'SCRIPT' && parent !== 'STYLE') texts.add(text);
    }
    return { links, texts };
  };

  const press = (at) => {
    const one = state.controls[at];
    if (!one || !one.el.isConnected) return false;
    state.before = said();
    state.targets = [];
    state.watching = true;
    state.changedAt = performance.now();
    if (one.kind === 'select') {
      one.el.value = one.option.value;
      one.option.selected = true;
      one.el.dispatchEvent(new Event('input', { bubbles: true }));
      one.el.dispatchEvent(new Event('change', { bubbles: true }));
    } else {
      one.el.click();
    }
    return true;
  };

  const moves = () => state.moves.splice(0);

  // What the last press has changed.
  const revealed = () => {
    state.watching = false;
    const now = said(), before = state.before || now;
    const count = (these, those) => [...these].filter((one) => !those.has(one)).length;
    return {
      newLinks: count(now.links, before.links), lostLinks: count(before.links, now.links),
      newTexts: count(now.texts, before.texts), lostTexts: count(before.texts, now.texts),
      url: location.href, moves: moves(),
      keys: [...[...now.links].filter((one) => !before.links.has(one)), ...[...now.texts].filter((one) => !before.texts.has(one))].slice(0, 60),
    };
  };

  // Write down where a press led, on the element itself, as a link that a reader of the page could follow.
  const note = (at, url) => {
    const one = state.controls[at];
    if (!one || one.kind === 'select') return;
    if (one.el.tagName === 'A') one.el.setAttribute('href', url);
    else one.el.setAttribute('onclick', `location.href=${JSON.stringify(url)}`);
  };

  const shared = () => {
    let top = null;
    for (const target of state.targets) {
      if (!target.isConnected || target.nodeType !== 1) continue;
      if (!top) { top = target; continue; }
      while (top && !top.contains(target)) top = top.parentElement;
    }
    return top && top !== document.documentElement ? top : document.body;
  };

  const wayTo = (el) => {
    const way = [];
    for (let at = el; at && at !== document.documentElement; at = at.parentElement) {
      if (!at.parentElement) return null;
      way.unshift([...at.parentElement.children].indexOf(at));
    }
    return way;
  };

  // The page as it stands now, scripts left out; choice: the words that were chosen, put above what they brought.
  const html = (choice, most) => {
    if (document.getElementsByTagName('*').length > MOST_NODES) return null;
    const place = choice ? wayTo(shared()) : null;
    for (const option of document.querySelectorAll('option')) option.toggleAttribute('selected', option.selected);
    const copy = document.documentElement.cloneNode(true);
    if (choice && place) {
      let at = copy;
      for (const index of place) at = at && at.children[index];
      const heading = document.createElement('h2');
      heading.textContent = choice;
      if (at && at.tagName === 'BODY') at.prepend(heading);
      else if (at && at.parentElement) at.parentElement.insertBefore(heading, at);
    }
    for (const el of copy.querySelectorAll('script,noscript,template')) {
      if (el.type !== 'application/ld+json') el.remove();
    }
    const text = '<!DOCTYPE html>\n' + copy.outerHTML;
    return text.length > most ? { text: text.slice(0, most), cut: true } : { text, cut: false };
  };

  const keys = () => { const now = said(); return [...now.links, ...now.texts]; };

  Object.defineProperty(window, '__oit', { value: Object.freeze({ settle, controls, press, revealed, note, html, keys, moves }) });
})();
