import { useId, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../language.tsx';
import { Picked } from '../picked.tsx';
import { hostOf } from '../text.ts';

interface SiteListProps {
  readonly label: string;
  readonly sites: readonly string[];
  readonly onAdd: (site: string) => void;
  readonly onRemove: (site: string) => void;
}

/** A list of hosts to which a typed or pasted address can be added. */
export function SiteList({ label, sites, onAdd, onRemove }: SiteListProps) {
  const { t } = useLanguage();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const add = (event: Event) => {
    event.preventDefault();
    const host = hostOf(text);
    if (host === null) {
      setWrong(true);
      input.current?.focus();
      return;
    }
    if (!sites.includes(host)) onAdd(host);
    setText('');
  };
  return (
    <div class="stack">
      <Picked items={sites.map((site) => ({ id: site, name: site }))} onRemove={onRemove} />
      <form class="add-line" onSubmit={add}>
        <label for={id}>{label}</label>
        <input
          ref={input}
          id={id}
          type="text"
          dir="ltr"
          inputMode="url"
          autocapitalize="off"
          autocomplete="off"
          spellcheck={false}
          placeholder={t('options_site_example')}
          aria-invalid={wrong}
          aria-describedby={`${id}-wrong`}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setWrong(false);
          }}
        />
        <button type="submit">{t('options_add')}</button>
      </form>
      <p class="wrong small" id={`${id}-wrong`} role="alert">
        {wrong && t('problem_host')}
      </p>
    </div>
  );
}
