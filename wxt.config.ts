import { defineConfig } from 'wxt';
import { GECKO_ID } from './lib/platform/extension-ids.ts';

/** Keeps the id of the Chromium build the same on every machine; policies and tests address it by that id. */
const CHROMIUM_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEApsDbiLz1tMSutXZlQ1A29YE35x7XEoZWqA71bBoT5U+7sjPIXApRFA4oxq3HrHNLrdnG/LqQT//kXBFLSGGBSe8UaTsPUAXijVZAlHnWsKZAy8gAydD2/wOMqoP+001qtFzo7GdBbh6bKmU64GNH9v4yUiOT0v5LS8C29VrsmWoBDt9zUC5xlGBtDnP8kyL8puvxEf/zq4ftzhQyn55uLC74IeZSgXsR5mNeYWihIYM+Hp0boCIyHY9GIEGLPKx0hTZmn4l4TkhDEvJaXY0VFzze4valE61rf2vA+9/YmiGKLXAXcthnIb9aEoojML2Xty/0ZusefgpZBcQ0958RowIDAQAB';

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' https:; base-uri 'none'; form-action 'none'";
/** WXT's development server puts styles into the page and tells it of changes; neither is in a build. */
const DEVELOPMENT_CSP = CSP.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'").replace(
  "connect-src 'self' https:",
  "connect-src 'self' https: ws://localhost:* http://localhost:*",
);

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  modulesDir: 'scripts/build',
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  }),
  manifest: ({ browser, command }) => ({
    name: '__MSG_extension_name__',
    short_name: '__MSG_extension_short_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['storage', 'contextMenus', 'activeTab', 'alarms'],
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+P' } },
      'next-mark': { suggested_key: { default: 'Alt+Shift+N' }, description: '__MSG_command_next_mark__' },
      'previous-mark': { description: '__MSG_command_previous_mark__' },
      'toggle-site': { description: '__MSG_command_toggle_site__' },
    },
    // Written out here: WXT's own wrapping of content scripts tells every page that the script is there.
    content_scripts: [
      {
        matches: ['*://*/*', 'file:///*'],
        js: ['page-links.js'],
        run_at: 'document_idle',
        all_frames: true,
        match_about_blank: true,
        match_origin_as_fallback: true,
      },
    ],
    incognito: 'spanning',
    content_security_policy: { extension_pages: command === 'serve' ? DEVELOPMENT_CSP : CSP },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : {
          key: CHROMIUM_KEY,
          minimum_chrome_version: '126',
        }),
  }),
});
