import assert from 'node:assert/strict';
import fc, { type Arbitrary } from 'fast-check';
import { couldBeTikTok } from '../../lib/links/could-be-tiktok.ts';
import { recogniseMarkup } from '../../lib/links/markup.ts';
import { recognise } from '../../lib/links/recognise.ts';
import { UNKNOWN_REDIRECT } from '../../lib/links/recognition.ts';
import { ContentToBackground } from '../../lib/messages/content-to-background.ts';
import { ContentToPopup } from '../../lib/messages/content-to-popup.ts';
import { LOCAL_KEYS, settingKey } from '../../lib/platform/storage-keys.ts';
import { NO_POLICY } from '../../lib/policy/policy.ts';
import { readPolicy } from '../../lib/policy/read-policy.ts';
import { Register } from '../../lib/register/schema.ts';
import { readAddress, writeAddress } from '../../lib/register-view/url-state.ts';
import { resolveSettings } from '../../lib/settings/resolve-settings.ts';
import { SETTING_NAMES, SETTINGS } from '../../lib/settings/schema.ts';
import { readStored, repairOf } from '../../lib/settings/storage-layout.ts';
import { readSettingsFile, writeSettingsFile } from '../../lib/settings/transfer.ts';
import { Difference } from '../../lib/updates/difference.ts';
import { UpdateFailure } from '../../lib/updates/failure.ts';
import { readMetadata } from '../../lib/updates/metadata.ts';
import { readRegisterFile } from '../../lib/updates/register-file.ts';
import { readRegister } from '../../scripts/data/read-register.ts';
import { WRITERS } from '../unit/links/encoders.ts';
import { manyLinks } from './many-links.ts';

/** One reader of input, the input that is thrown at it, and what must hold whatever comes. */
export interface FuzzTarget {
  readonly name: string;
  readonly property: () => fc.IProperty<[unknown]>;
}

const target = <T>(name: string, input: () => Arbitrary<T>, holds: (value: T) => void): FuzzTarget => ({
  name,
  property: () => fc.property(input(), holds) as fc.IProperty<[unknown]>,
});

/** Values near the right ones: real keys, real words, and anything beside them. */
const word = fc.constantFrom(
  ...[
    'tiktok',
    'www.tiktok.com',
    'https://',
    'http:',
    '//',
    '/@demo',
    '/video/7301444405347536130',
    '%2F',
    '%40',
    '\\',
  ],
  ...[
    '@',
    ':',
    '?url=',
    '?u=',
    '&',
    '#',
    '.',
    '。',
    '\t',
    '\u00ad',
    '%74',
    'a1',
    'aHR0cHM6Ly93d3cudGlrdG9rLmNvbS8',
    '__',
    ';!!',
  ],
  ...[
    'urldefense.com/v3/',
    'l.facebook.com/l.php',
    'intent://',
    '#Intent;',
    'snssdk1233://',
    'vm.',
    'evil.example',
  ],
);
const pieces = () =>
  fc.array(fc.oneof(word, fc.string({ maxLength: 8 })), { maxLength: 14 }).map((parts) => parts.join(''));

/** One character as the URL standard lets it be written: capital, percent-encoded, full-width, with a tab before it. */
const SPELLINGS: readonly ((char: string) => string)[] = [
  ...[...'12345678'].map(() => (char: string) => char),
  (char) => char.toUpperCase(),
  (char) => `%${char.charCodeAt(0).toString(16)}`,
  (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0),
  (char) => `\t${char}`,
  (char) => `\u00ad${char}`,
];
const spelled = (text: string) =>
  fc
    .array(fc.constantFrom(...SPELLINGS), { minLength: text.length, maxLength: text.length })
    .map((spellings) => [...text].map((char, at) => spellings[at]?.(char) ?? char).join(''));
const tiktok = () =>
  fc
    .tuple(
      fc.constantFrom('https://', 'http://', '//', '/\\', 'https:\\\\', 'https://a@', ' https://'),
      fc
        .constantFrom('www.tiktok.com', 'vm.tiktok.com', 'm.tiktok.com', 'tiktok.com.', 'x.y.tiktok.com')
        .chain(spelled),
      fc.constantFrom(
        '',
        '/',
        '/@demo.creator',
        '/@demo/video/7301444405347536130',
        '/t/ZT8abc/',
        ':443/live',
        '?x=1',
      ),
      pieces(),
    )
    .map((parts) => parts.join(''));

const address = () => fc.oneof({ weight: 3, arbitrary: tiktok() }, pieces(), fc.webUrl(), fc.string());

function addressHolds(url: string): void {
  const answer = recognise(url, 'https://page.example/dir/');
  if (!answer.tiktok) return;
  assert(couldBeTikTok(url), 'the sweep would miss it');
  if (answer.destination !== null)
    assert(recognise(answer.destination).tiktok, 'its destination is no TikTok link');
  if (answer.videoId !== null) assert.match(answer.videoId, /^\d+$/);
}

/** An address in up to six wrappers; a writer may refuse what is none, then it stays as it is. */
const wrapped = () =>
  fc.tuple(address(), fc.array(fc.constantFrom(...WRITERS), { maxLength: 6 })).map(([inner, writers]) => {
    try {
      return writers.reduce((text, { write }) => write(text), inner);
    } catch {
      return inner;
    }
  });

/** A link of any host with a URL in a parameter, and a text that is that URL or another one. */
const labelled = () =>
  fc.tuple(
    fc.constantFrom(
      'https://gateway.example/?u=',
      '/out?a=1&url=',
      'https://www.google.com/x?q=',
      'http://a.b/#',
    ),
    tiktok(),
    fc.constantFrom('', ' ', '…', '...', 'x', '/'),
    fc.oneof(tiktok(), pieces()),
    fc.boolean(),
  );

const initial = SETTING_NAMES.map((name) => SETTINGS[name].initial);
const setting = () =>
  fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown>(...initial),
    fc.array(fc.oneof(fc.jsonValue(), fc.constantFrom('GB', 'US-TX', 'a.example', 'video'))),
  );
const entries = () =>
  fc.dictionary(
    fc.constantFrom(...SETTING_NAMES.map(settingKey), ...Object.values(LOCAL_KEYS), 'other'),
    setting(),
  );

const register = readRegister();
/** One record of the register with one field made anything. */
const record = () =>
  fc.tuple(fc.constantFrom(...register.restrictions), fc.jsonValue(), fc.nat()).map(([whole, value, at]) => ({
    ...whole,
    [Object.keys(whole)[at % Object.keys(whole).length] ?? 'id']: value,
  }));

const ROLES = ['root', 'timestamp', 'snapshot', 'targets'] as const;
/** A file of signed metadata whose parts may be anything. */
const signedFile = () =>
  fc.tuple(
    fc.constantFrom(...ROLES),
    fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({
          signatures: fc.oneof(
            fc.jsonValue(),
            fc.array(fc.record({ keyid: fc.constantFrom('a', 'b'), sig: fc.string() })),
          ),
          signed: fc.record(
            {
              _type: fc.oneof(fc.constantFrom(...ROLES), fc.jsonValue()),
              spec_version: fc.constantFrom('1.0.31', '2.0.0', '', 1),
              version: fc.oneof(fc.integer(), fc.jsonValue()),
              expires: fc.constantFrom('2027-01-01T00:00:00Z', 'never', 7),
              meta: fc.jsonValue(),
              targets: fc.jsonValue(),
              keys: fc.jsonValue(),
              roles: fc.jsonValue(),
              more: fc.jsonValue(),
            },
            { requiredKeys: [] },
          ),
        })
        .map((file) => JSON.stringify(file)),
    ),
  );

export const TARGETS: readonly FuzzTarget[] = [
  target('recogniser', address, addressHolds),
  target('unwrappers', wrapped, addressHolds),
  // A thousand links a run.
  target(
    'many links',
    () => fc.integer(),
    (seed) => {
      const links = manyLinks(seed);
      for (let count = 0; count < 1000; count++) {
        const url = links.next().value;
        try {
          addressHolds(url);
          assert(recognise(url).via.length <= 5, 'more wrappers than are taken off');
        } catch (error) {
          throw new Error(`${JSON.stringify(url)}, link ${count} of seed ${seed}`, { cause: error });
        }
      }
    },
  ),
  target('link texts', labelled, ([head, inner, end, other, isOther]) => {
    const url = head + encodeURIComponent(inner);
    const text = (isOther ? other : inner) + end;
    const answer = recognise(url, 'https://page.example/dir/', text);
    const bare = recognise(url, 'https://page.example/dir/');
    if (bare.tiktok) assert.deepEqual(answer, bare, 'a text takes nothing away');
    if (!answer.tiktok || bare.tiktok) return;
    assert(
      answer.via.includes(UNKNOWN_REDIRECT) && answer.redirector,
      'only an unknown redirect goes by a text',
    );
    assert(recognise(answer.destination ?? '').tiktok, 'its destination is no TikTok link');
  }),
  target(
    'markup',
    () =>
      fc
        .array(
          fc.oneof(
            address(),
            fc.constantFrom('<iframe src="', '">', '<blockquote class=tiktok-embed cite=', '</'),
          ),
          { maxLength: 8 },
        )
        .map((parts) => parts.join('')),
    (markup) => {
      for (const answer of recogniseMarkup(markup)) assert(answer.tiktok);
    },
  ),
  target('settings', entries, (raw) => {
    const stored = readStored(raw);
    resolveSettings(stored, NO_POLICY);
    const repair = repairOf(raw);
    if (!repair) return;
    const healed: Record<string, unknown> = { ...raw, ...repair.set };
    for (const key of repair.remove) delete healed[key];
    assert.equal(repairOf(healed), null, 'a repair leaves nothing to repair');
    assert.deepEqual(readStored(healed).changed, stored.changed, 'a repair keeps what is right');
  }),
  target(
    'policy',
    () =>
      fc.oneof(
        fc.jsonValue(),
        fc.dictionary(
          fc.oneof(
            fc.constantFrom(
              ...SETTING_NAMES,
              'locked',
              'organisationName',
              'organisationRule',
              'organisationRuleUrl',
              'firstRun',
            ),
            fc.string(),
          ),
          setting(),
        ),
      ),
    (raw) => {
      const managed = readPolicy(raw);
      resolveSettings(readStored({}), managed);
      for (const { where } of managed.problems) assert.notEqual(where, undefined);
    },
  ),
  target(
    'import',
    () =>
      fc.oneof(
        fc.string(),
        fc.json(),
        fc
          .dictionary(fc.constantFrom(...SETTING_NAMES), setting())
          .map((settings) => JSON.stringify({ format: 'policy-context-settings', version: 1, settings })),
      ),
    (text) => {
      const file = readSettingsFile(text);
      if ('settings' in file) assert.deepEqual(readSettingsFile(writeSettingsFile(file.settings)), file);
      else assert(file.problems.length > 0);
    },
  ),
  target(
    'messages',
    () =>
      fc.oneof(
        fc.anything(),
        fc.record({
          type: fc.constantFrom('summary', 'open', 'is-confirmed', 'items', 'code'),
          links: fc.jsonValue(),
          embeds: fc.nat(),
          items: fc.jsonValue(),
        }),
      ),
    (value) => {
      ContentToBackground.safeParse(value);
      ContentToPopup.safeParse(value);
    },
  ),
  target(
    'register',
    () =>
      fc.oneof(
        fc.jsonValue(),
        record().map((each) => ({ ...register, restrictions: [each] })),
      ),
    (value) => {
      const checked = Register.safeParse(value);
      if (!checked.success) assert(checked.error.issues.length > 0);
    },
  ),
  target('updates', signedFile, ([role, text]) => {
    const bytes = new TextEncoder().encode(text);
    for (const read of [() => readMetadata(role, bytes), () => readRegisterFile(bytes, 'register.json')]) {
      try {
        read();
      } catch (error) {
        assert(error instanceof UpdateFailure, `${error} is no reason that is told`);
      }
    }
    try {
      Difference.safeParse(JSON.parse(text));
    } catch (error) {
      assert(error instanceof SyntaxError);
    }
  }),
  target(
    'register address',
    () => fc.tuple(fc.string(), fc.string()),
    ([search, hash]) => {
      const { state } = readAddress(search, hash, '2026-11-29');
      assert.deepEqual(readAddress(...splitAddress(writeAddress(state)), '2026-11-29').state, state);
    },
  ),
];

function splitAddress(address: string): [string, string] {
  const { search, hash } = new URL(address, 'https://x.example/register.html');
  return [search, hash];
}
