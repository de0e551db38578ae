import { useLayoutEffect, useRef } from 'preact/hooks';
import { useLanguage } from '../language.tsx';
import { usePage } from './page-state.ts';

/** A record's page opens at its top, with the focus on the heading that gets this reference before the next key comes. */
export function useArrival() {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}

/** From a record back to the list as it was left. */
export function BackToList() {
  const { t } = useLanguage();
  const { addresses, state, change } = usePage();
  return (
    <p class="no-print">
      <a
        href={addresses.write({ ...state, record: null })}
        class="back"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          change({ record: null });
        }}
      >
        {t('register_back')}
      </a>
    </p>
  );
}
