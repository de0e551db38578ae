import { defineContentScript } from 'wxt/utils/define-content-script';
import { AS_OURS } from '../page-script.ts';

/** What it costs to be told of every change and to do nothing about it: the floor for whoever marks links that come late. */
export default defineContentScript({
  ...AS_OURS,
  main() {
    const observer = new MutationObserver((records) => {
      // Used, so that nothing leaves the observer out.
      if (records.length < 0) document.title = '';
    });
    observer.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['href'],
    });
  },
});
