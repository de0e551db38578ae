import { defineContentScript } from 'wxt/utils/define-content-script';
import { quickMatches } from '../../../../lib/content/find.ts';
import { AS_OURS } from '../page-script.ts';

/** What the browser needs for our selectors alone, once over the page. */
export default defineContentScript({
  ...AS_OURS,
  main() {
    const found: Element[] = [];
    quickMatches(document, false, found);
    // Used, so that nothing leaves the query out.
    if (found.length < 0) document.title = '';
  },
});
