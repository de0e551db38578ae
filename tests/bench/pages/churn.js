// @ts-nocheck: a page, not a part of the extension; it knows its own markup.
/* Adds and removes the same posts, a frame each. */
const html = window.data;
const frame = () => new Promise(requestAnimationFrame);
window.churn = async (rounds) => {
  const main = document.querySelector('main');
  for (let round = 0; round < rounds; round++) {
    const posts = document.createElement('section');
    posts.innerHTML = html;
    main.append(posts);
    await frame();
    posts.remove();
    await frame();
  }
};
window.busy = false;
