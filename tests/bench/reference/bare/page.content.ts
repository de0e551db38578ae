import { defineContentScript } from 'wxt/utils/define-content-script';
import { AS_OURS } from '../page-script.ts';

/** The least that any extension has to do which marks links: one observer, one native selector a batch, one empty span a hit. */
export default defineContentScript({
  ...AS_OURS,
  main({ signal }) {
    const marked = new WeakSet<Element>();
    const observer = new MutationObserver(mark);
    function mark(): void {
      for (const link of document.querySelectorAll('a[href*="tiktok"]')) {
        if (marked.has(link)) continue;
        marked.add(link);
        const span = document.createElement('span');
        span.className = 'bench-mark';
        link.after(span);
      }
      observer.takeRecords();
    }
    mark();
    observer.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['href'],
    });
    signal.addEventListener('abort', () => observer.disconnect());
  },
});
