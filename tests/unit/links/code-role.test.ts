import { describe, expect, it } from 'vitest';
import { pageCode } from '../../../lib/links/code-role.ts';

describe('code of TikTok in a page', () => {
  it.each([
    ['https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=X', 'pixel'],
    ['https://analytics-sg.tiktok.com/api/v2/pixel', 'pixel'],
    ['https://mcs-va.us.tiktok.com/v1/list', 'pixel'],
    ['https://business-api.tiktok.com/open_api', 'pixel'],
    ['https://www.tiktok.com/embed.js', 'embed'],
    ['https://www.tiktok.com/embed/v2/7000000000000000000', 'embed'],
    ['https://www.tiktok.com/player/v1/7000000000000000000', 'embed'],
    ['https://www.tiktok.com/oembed?url=x', 'embed'],
    ['https://www.tiktok.com/v2/auth/authorize/', 'login'],
    ['https://p16-sign-va.tiktokcdn.com/a.jpeg', 'cdn'],
    ['https://lf16-tiktok-web.ttwstatic.com/obj/x.js', 'cdn'],
    ['https://p16-tiktokcdn-com.akamaized.net/a.jpeg', 'cdn'],
    ['https://muscdn.com.akamaized.net/a.jpeg', 'cdn'],
    ['https://tiktokv.com.edgesuite.net/a', 'cdn'],
    ['https://ads.tiktok.com/i18n/x', 'pixel'],
    ['https://tiktokpangle-cdn-us.com/x', 'pixel'],
    ['https://api.tiktokpangle-b.us/x', 'pixel'],
    ['https://open-api.tiktokglobalshop.com/x', 'api'],
    ['https://www.tiktok.in/x', 'other'],
    ['https://musical.ly/x', 'other'],
    ['https://mon.tiktokv.com/monitor', 'api'],
    ['https://www.tiktok.com/@someone', 'other'],
    ['https://v16-webapp-prime.tiktok.com/video/tos/x', 'cdn'],
    ['https://p0-pu-image-no.tiktok.com/tos/x.jpeg', 'cdn'],
    ['https://image-useast2a.tiktok.com/x', 'cdn'],
    ['https://webapp-va.tiktok.com/x', 'cdn'],
    ['https://libraweb-va.tiktok.com/x', 'cdn'],
    ['https://webcast.tiktok.com/webcast/im/fetch/', 'api'],
    ['https://api16-normal-useast5.us.tiktok.com/x', 'api'],
    ['https://ads-frontier.tiktok.com/x', 'pixel'],
    ['https://rtlog-va.tiktok.com/x', 'pixel'],
    ['https://seller-sg.tiktok.com/x', 'api'],
    ['https://cdn.lifeattiktok.com/x.js', 'cdn'],
  ])('%s is %s', (address, role) => {
    expect(pageCode([address])).toEqual([{ host: new URL(address).hostname, role }]);
  });

  it.each([
    'https://analytics.tiktok.com.evil.example/events.js',
    'https://nottiktokcdn.com/a.jpg',
    'https://site.akamaized.net/tiktok/a.jpg',
    'https://douyin.com/a.js',
    'https://news.example/tiktok.com/embed.js',
    'data:text/javascript,tiktok',
    'no address',
  ])('%s is none', (address) => {
    expect(pageCode([address])).toEqual([]);
  });

  it('names a host once a role, the pixel first', () => {
    const items = pageCode([
      'https://www.tiktok.com/embed.js',
      'https://www.tiktok.com/embed/v2/1',
      'https://analytics.tiktok.com/i18n/pixel/events.js',
    ]);
    expect(items).toEqual([
      { host: 'analytics.tiktok.com', role: 'pixel' },
      { host: 'www.tiktok.com', role: 'embed' },
    ]);
  });
});
