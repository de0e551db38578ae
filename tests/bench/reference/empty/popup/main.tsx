import { render } from 'preact';

/** What any popup of this tool chain costs. */
render(
  <ul>
    <li>Empty</li>
  </ul>,
  document.body,
);
