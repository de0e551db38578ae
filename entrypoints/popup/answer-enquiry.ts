import type { AnsweredEnquiry } from '../../components/popup/link-enquiry.tsx';
import { addressIn } from '../../lib/links/address-in-text.ts';
import { recognise } from '../../lib/links/recognise.ts';
import type { LinkEnquiry } from '../../lib/messages/background-to-popup.ts';

/** The URL that an enquiry is about and what it is; both null where the selected text holds none. */
export function answerEnquiry({ text, from }: Pick<LinkEnquiry, 'text' | 'from'>): AnsweredEnquiry {
  const url = from === 'selection' ? addressIn(text) : text;
  return {
    url,
    recognition: url === null ? null : recognise(url),
    toConfirm: from === 'confirmation' ? text : null,
  };
}
