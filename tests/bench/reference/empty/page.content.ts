import { defineContentScript } from 'wxt/utils/define-content-script';
import { AS_OURS } from '../page-script.ts';

/** What any content script of this tool chain costs. */
export default defineContentScript({ ...AS_OURS, main() {} });
