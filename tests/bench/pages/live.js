// @ts-nocheck: a page, not a part of the extension; it knows its own markup.
/*
 * Posts come in as in a social feed: 40 batches of 20, one each 100 ms. They lie ready in templates, so that the page's
 * own script takes little time and what others add stands out.
 */
const changes = window.data;
const main = document.querySelector('main');
const templates = [...document.querySelectorAll('template')];
const links = [...document.querySelectorAll('aside a')];

let batch = 0;
const step = () => {
  if (batch === templates.length) {
    window.busy = false;
    return;
  }
  main.append(templates[batch].content);
  let post = main.lastElementChild;
  for (let i = 0; i < 50; i++, post = post.previousElementSibling) post.classList.toggle('seen');
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
