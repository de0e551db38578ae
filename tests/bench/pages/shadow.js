// @ts-nocheck: a page, not a part of the extension; it knows its own markup.
/* Roots that come late: on elements that were there, and on new ones; every second is closed. */
const links = window.data;
const attach = (host, i) => {
  const root = host.attachShadow({ mode: i % 2 === 0 ? 'open' : 'closed' });
  window.watchMarks?.(root);
  const line = document.createElement('p');
  line.dataset.item = '';
  line.innerHTML = links[i];
  root.append(line);
};
addEventListener('load', () =>
  setTimeout(() => {
    [...document.querySelectorAll('.late')].forEach(attach);
    for (let i = 100; i < 200; i++) {
      const host = document.createElement('div');
      attach(host, i);
      document.querySelector('main').append(host);
    }
    window.busy = false;
  }, 1500),
);
