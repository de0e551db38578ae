import type { AnsweredEnquiry } from '../../components/popup/link-enquiry.tsx';
import { recognise } from '../../lib/links/recognise.ts';
import { urlIn } from '../../lib/links/url-in-text.ts';
import type { LinkEnquiry } from '../../lib/messages/background-to-popup.ts';

/** The URL that an enquiry is about and what it is; both null where the selected text holds none. */
export function answerEnquiry({
  text,
  from,
  label,
}: Pick<LinkEnquiry, 'text' | 'from' | 'label'>): AnsweredEnquiry {
  const url = from === 'selection' ? urlIn(text) : text;
  return {
    url,
    recognition: url === null ? null : recognise(url, undefined, label),
    toConfirm: from === 'confirmation' ? text : null,
  };
}
