import type { PageCodeItem } from '../../lib/links/code-role.ts';
import { useLanguage } from '../language.tsx';

/** TikTok's code that the page loads by itself, whether or not anybody opens a link. */
export function PageCode({ items }: { readonly items: readonly PageCodeItem[] }) {
  const { t } = useLanguage();
  return (
    <section class="stack" aria-labelledby="page-code">
      <h2 id="page-code">{t('page_code_heading')}</h2>
      {items.length === 0 ? (
        <p class="soft">{t('page_code_none')}</p>
      ) : (
        <>
          <p class="small soft">{t('page_code_about')}</p>
          <dl class="pairs">
            {items.map(({ host, role }) => (
              <div key={`${role} ${host}`}>
                <dt>{t(`page_code_${role === 'api' ? 'cdn' : role}`)}</dt>
                <dd class="address" dir="ltr">
                  {host}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
