import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINK_KINDS } from '../../../lib/links/recognition.ts';
import { POLICY_FILES, type PolicyFile, policyFrom } from '../../../lib/policy/files.ts';
import { POLICY_KEYS, type PolicyKeyName } from '../../../lib/policy/keys.ts';
import { NO_POLICY } from '../../../lib/policy/policy.ts';
import { readPolicy } from '../../../lib/policy/read-policy.ts';
import { DEVICES } from '../../../lib/register/profile.ts';
import { resolveSettings } from '../../../lib/settings/resolve-settings.ts';
import type { Settings } from '../../../lib/settings/schema.ts';

const IDS = { chromium: 'abcdefghijklmnopabcdefghijklmnop', gecko: 'tests@policy-context.example' };

const byPerson = (changed: Partial<Settings>) =>
  resolveSettings({ changed, problems: [], newer: false }, NO_POLICY);
const host = fc.constantFrom('a.example', 'b.example', 'intranet.example', '[::1]');
const line = fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }).map((text) => text.trim());
const name = line.filter((text) => text.length > 0 && text.length <= 200);

const rule: fc.Arbitrary<Settings['ownRule']> = fc.record(
  {
    by: fc.constant('person' as const),
    name,
    text: fc.string({ maxLength: 300 }),
    level: fc.constantFrom('not-allowed' as const, 'advised-against' as const, 'information' as const),
    devices: fc.uniqueArray(fc.constantFrom(...DEVICES, 'all' as const)),
    exceptions: fc.string({ minLength: 1, maxLength: 300 }),
    url: fc.webUrl({ validSchemes: ['https'] }),
    contact: name,
  },
  { requiredKeys: ['by', 'name', 'text', 'level', 'devices'] },
);

const changed: fc.Arbitrary<Partial<Settings>> = fc.record(
  {
    paused: fc.boolean(),
    places: fc.uniqueArray(fc.constantFrom('GB', 'US-TX', 'EU', 'NATO')),
    organisations: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('gb-government', 'nato', 'us-tx-government'),
        relation: fc.constantFrom('staff' as const, 'member' as const, 'student' as const),
      }),
      { selector: ({ id }) => id },
    ),
    device: fc.constantFrom(null, ...DEVICES),
    ownRule: fc.option(rule),
    markStyle: fc.constantFrom('icon' as const, 'word' as const),
    linkKindsOff: fc.uniqueArray(fc.constantFrom(...LINK_KINDS)),
    sitesOff: fc.uniqueArray(host),
    sitesOnly: fc.uniqueArray(host),
    marksOnTikTok: fc.boolean(),
    beforeOpen: fc.constantFrom('never' as const, 'ask' as const, 'once' as const),
    toolbarCount: fc.boolean(),
    sync: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('a policy made from settings', () => {
  it('gives the same settings where it is read back', () => {
    fc.assert(
      fc.property(changed, fc.boolean(), (settings, lock) => {
        const here = byPerson(settings);
        const policy = readPolicy(JSON.parse(JSON.stringify(policyFrom(here, lock))));
        expect(policy.problems).toEqual([]);
        const there = resolveSettings({ changed: {}, problems: [], newer: false }, policy).values;
        const ownRule = here.values.ownRule && { ...here.values.ownRule, by: 'employer' };
        expect(there).toEqual({ ...here.values, ownRule });
        if (lock) expect(policy.locked.has('sync')).toBe(true);
      }),
    );
  });

  it('of a fresh install sets nothing', () => {
    expect(policyFrom(byPerson({}), false)).toEqual({});
  });

  it('passes on what the policy in force says besides settings', () => {
    const examples = Object.fromEntries(
      (Object.keys(POLICY_KEYS) as PolicyKeyName[]).map((key) => [key, POLICY_KEYS[key].example]),
    );
    const managed = readPolicy(examples);
    const again = policyFrom(resolveSettings({ changed: {}, problems: [], newer: false }, managed), false);
    expect(again).toEqual(examples);
  });
});

/** Everything that is hard to write: quotes, backslashes, angle brackets, line breaks, and letters beyond ASCII. */
const POLICY = {
  organisationName: 'Ministère «Δ» \\ "Co" & <Söhne> 🏛',
  organisationRule: 'Line one.\r\nLine two: "no" \\ <b>TikTok</b>\ttab',
  organisations: ['gb-government:contractor', 'nato'],
  paused: true,
  toolbarCount: false,
  linkKindsOff: [],
  updatesIntervalHours: 300,
  locked: ['all'],
} as const;

const textOf = ({ contents }: PolicyFile): string =>
  typeof contents === 'string' ? contents : new TextDecoder('utf-16le', { ignoreBOM: true }).decode(contents);

/** Reads what `regedit` reads of such a file: sections, and values of the three kinds that are written. */
function readRegistry(text: string): Record<string, Record<string, unknown>> {
  const sections: Record<string, Record<string, unknown>> = {};
  let section: Record<string, unknown> = {};
  for (const each of text.split('\r\n').slice(1)) {
    const heading = /^\[(-?)(.+)\]$/.exec(each);
    if (heading) {
      const [, minus, key = ''] = heading;
      if (minus) delete sections[key];
      else sections[key] = section = {};
      continue;
    }
    const value = /^"([^"]+)"=(?:dword:([0-9a-f]{8})|hex\(1\):([0-9a-f,]+)|"((?:[^"\\]|\\["\\])*)")$/.exec(
      each,
    );
    if (!value) {
      expect(each).toBe('');
      continue;
    }
    const [, key = '', dword, hex, quoted = ''] = value;
    section[key] =
      dword !== undefined
        ? Number.parseInt(dword, 16)
        : hex !== undefined
          ? new TextDecoder('utf-16le').decode(
              Uint8Array.from(hex.split(','), (byte) => Number.parseInt(byte, 16)),
            )
          : quoted.replace(/\\(["\\])/g, '$1');
  }
  return sections;
}

describe('the policy file', () => {
  it('for Chromium holds the keys under the extension’s id', () => {
    expect(JSON.parse(textOf(POLICY_FILES.chromium(POLICY, IDS)))).toEqual({
      '3rdparty': { extensions: { [IDS.chromium]: POLICY } },
    });
  });

  it('for Firefox holds the keys under the extension’s id', () => {
    const file = POLICY_FILES.firefox(POLICY, IDS);
    expect(file.name).toBe('policies.json');
    expect(JSON.parse(textOf(file))).toEqual({
      policies: { '3rdparty': { Extensions: { [IDS.gecko]: POLICY } } },
    });
  });

  it.each(['Google\\Chrome', 'Microsoft\\Edge'])(
    'for Windows sets the keys of %s and of each list',
    (browser) => {
      const file = POLICY_FILES.windows(POLICY, IDS);
      expect([...(file.contents as Uint8Array).subarray(0, 2)]).toEqual([0xff, 0xfe]);
      const text = textOf(file).slice(1);
      expect(text.split('\r\n')[0]).toBe('Windows Registry Editor Version 5.00');
      const registry = readRegistry(text);
      const root = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${browser}\\3rdparty\\extensions\\${IDS.chromium}\\policy`;
      expect(registry[root]).toEqual({
        organisationName: POLICY.organisationName,
        organisationRule: `${POLICY.organisationRule}\0`,
        paused: 1,
        toolbarCount: 0,
        updatesIntervalHours: 300,
      });
      expect(registry[`${root}\\organisations`]).toEqual({ '1': 'gb-government:contractor', '2': 'nato' });
      expect(registry[`${root}\\linkKindsOff`]).toEqual({});
      expect(registry[`${root}\\locked`]).toEqual({ '1': 'all' });
    },
  );

  it('for Windows first removes what was there, so that a shorter list is shorter', () => {
    const lines = textOf(POLICY_FILES.windows(POLICY, IDS)).split('\r\n');
    const removal = lines.findIndex((each) => each.startsWith('[-'));
    expect(removal).toBeGreaterThan(0);
    expect(lines.findIndex((each) => each.startsWith('[HKEY'))).toBeGreaterThan(removal);
  });

  it('for macOS is a property list of the same values', () => {
    const file = POLICY_FILES.macos(POLICY, IDS);
    expect(file.name).toBe(`com.google.Chrome.extensions.${IDS.chromium}.plist`);
    const values = [
      ...textOf(file).matchAll(
        /<key>(\w+)<\/key>\s*(<.+?(?:\/>|<\/(?:string|array|integer)>))(?=\n\t<key|\n<\/dict)/gs,
      ),
    ];
    expect(Object.fromEntries(values.map(([, key, value]) => [key, value]))).toEqual({
      organisationName: '<string>Ministère «Δ» \\ "Co" &amp; &lt;Söhne&gt; 🏛</string>',
      organisationRule: '<string>Line one.\r\nLine two: "no" \\ &lt;b&gt;TikTok&lt;/b&gt;\ttab</string>',
      organisations: '<array><string>gb-government:contractor</string><string>nato</string></array>',
      paused: '<true/>',
      toolbarCount: '<false/>',
      linkKindsOff: '<array></array>',
      updatesIntervalHours: '<integer>300</integer>',
      locked: '<array><string>all</string></array>',
    });
  });

  it('for macOS leaves out what XML cannot hold', () => {
    expect(textOf(POLICY_FILES.macos({ organisationName: 'A\u0000B\u0007C' }, IDS))).toContain(
      '<string>ABC</string>',
    );
  });
});
