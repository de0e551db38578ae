// @ts-nocheck: a page, not a part of the extension; it knows its own markup.
/* Posts come in as in a social feed: 40 batches of 20, one each 100 ms. */
const { batches, changes } = window.data;
const main = document.querySelector('main');
const links = [...document.querySelectorAll('aside a')];

let batch = 0;
const step = () => {
  if (batch === batches.length) {
    window.busy = false;
    return;
  }
  for (const html of batches[batch]) {
    const post = document.createElement('article');
    post.dataset.item = '';
    post.innerHTML = html;
    main.append(post);
  }
  for (const post of [...main.children].slice(-50)) post.classList.toggle('seen');
  if (batch % 4 === 0) {
    const link = links[batch];
    link.parentElement.dataset.item = '';
    link.href = changes[batch / 4];
  }
  if (batch === 20) {
    history.pushState(null, '', '?route');
    document.querySelector('h1').textContent = 'Another route';
  }
  batch++;
  setTimeout(step, 100);
};
addEventListener('load', () => setTimeout(step, 300));
