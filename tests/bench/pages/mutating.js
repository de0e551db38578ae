// @ts-nocheck: a page, not a part of the extension; it knows its own markup.
/* A virtual list that scrolls on by a row and texts that count, 60 times a second for 30 s. */
const addresses = window.data;
const list = document.createElement('ol');
document.querySelector('main').prepend(list);

const row = (number) => {
  const item = document.createElement('li');
  item.dataset.item = '';
  const link = document.createElement('a');
  link.href = addresses[number % addresses.length];
  link.textContent = `Row ${number}`;
  item.append(link);
  return item;
};
for (let number = 0; number < 40; number++) list.append(row(number));
const texts = [...document.querySelectorAll('main p')];

let round = 0;
addEventListener('load', () => {
  const timer = setInterval(() => {
    list.firstElementChild.remove();
    list.append(row(40 + round));
    for (const text of texts) text.lastChild.nodeValue = ` ${round}.`;
    if (++round === 1800) {
      clearInterval(timer);
      window.busy = false;
    }
  }, 1000 / 60);
});
