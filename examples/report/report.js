'use strict';
// Marks know their places, "3.1" being the first place of item 3; links lead to
// #m3-1. The page tells at the pointer what a mark is, and walks from place to place.
(() => {
  const text = document.getElementById('text');
  const bar = document.getElementById('bar');
  const tip = document.getElementById('tip');
  const parse = (mark) => mark.dataset.m.split(' ').map((m) => m.split('.').map(Number));
  const places = new Map(); // item → place → its marks
  for (const mark of text.querySelectorAll('mark')) {
    mark.removeAttribute('title');
    for (const [item, place] of parse(mark)) {
      if (!places.has(item)) places.set(item, []);
      (places.get(item)[place - 1] ??= []).push(mark);
    }
  }

  let item = -1, place = 0; // what is walked
  function show(i, n) {
    hide();
    const all = places.get(i);
    if (!all || !all[n - 1]) return;
    item = i;
    place = n;
    for (const marks of all) for (const m of marks) m.classList.add('on');
    for (const m of all[n - 1]) m.classList.add('here');
    for (const row of document.querySelectorAll('.rows li')) row.classList.toggle('on', Number(row.dataset.i) === i);
    bar.querySelector('b').textContent = document.querySelector('#i' + i + ' b').textContent;
    bar.querySelector('span').textContent = n + ' / ' + all.length;
    bar.hidden = false;
  }
  function hide() {
    item = -1;
    bar.hidden = true;
    for (const m of document.querySelectorAll('mark.on')) m.classList.remove('on', 'here');
    for (const row of document.querySelectorAll('.rows li.on')) row.classList.remove('on');
  }
  function go(i, n) {
    const all = places.get(i);
    n = (n - 1 + all.length) % all.length + 1;
    const hash = '#m' + i + '-' + n;
    if (location.hash === hash) show(i, n);
    location.hash = hash;
  }
  function follow() {
    const m = /^#m(\d+)-(\d+)$/.exec(location.hash);
    if (m) show(Number(m[1]), Number(m[2]));
    else hide();
  }
  addEventListener('hashchange', follow);
  document.addEventListener('click', (e) => {
    const link = e.target.closest('a[href]');
    const mark = e.target.closest('#text mark');
    if (link && link.getAttribute('href') === location.hash) follow();
    else if (mark) go(...parse(mark).at(-1)); // the innermost
  });
  document.getElementById('previous').onclick = () => go(item, place - 1);
  document.getElementById('next').onclick = () => go(item, place + 1);
  document.getElementById('close').onclick = hide;
  addEventListener('keydown', (e) => {
    if (e.key === 'Escape') hide();
    else if (item >= 0 && (e.key === 'n' || e.key === 'p') && !e.ctrlKey && !e.metaKey && !e.altKey) go(item, place + (e.key === 'n' ? 1 : -1));
  });

  // At the pointer: what is there, the innermost last.
  const tell = (ids, at, within) => {
    tip.replaceChildren(...ids.map((i) => document.querySelector('#i' + i + ' .card').cloneNode(true)));
    tip.hidden = false;
    const column = within.getBoundingClientRect(); // what is in the other columns stays in sight
    const left = Math.min(at.left, column.right - 8 - tip.offsetWidth, innerWidth - 8 - tip.offsetWidth);
    const above = at.top - tip.offsetHeight - 8;
    tip.style.left = Math.max(8, left) + 'px';
    tip.style.top = (above > 8 ? above : at.bottom + 8) + 'px';
  };
  document.addEventListener('mouseover', (e) => {
    const mark = e.target.closest('#text mark');
    const row = e.target.closest('.rows .name');
    if (mark) tell(parse(mark).map(([i]) => i), mark.getClientRects()[0], text);
    else if (row) tell([row.parentElement.dataset.i], row.getBoundingClientRect(), row.closest('section'));
    else tip.hidden = true;
  });
  addEventListener('scroll', () => { tip.hidden = true; }, { passive: true });
  follow();
})();
