import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { firstDay, lastDay } from '../../lib/register/dates.ts';
import { readRegister } from '../../scripts/data/read-register.ts';
import { NAMES_CLDR_LACKS, subdivisionNames, subdivisionsOf } from '../../scripts/data/subdivision-names.ts';

/*
 * The rules of the register, read aloud: each test is a sentence about every record. What breaks one is listed by
 * its id. Shapes of single fields are the schema's business and tested in read-register.test.ts.
 */

const require = createRequire(import.meta.url);
const register = readRegister();
const issued = [...register.restrictions, ...register.context];
const records = [...issued, ...register.responses];

/** Every clause of a restriction; a context record is one itself. */
const clauses = issued.flatMap((record) =>
  ('clauses' in record ? record.clauses : [record]).map((clause) => ({ record, clause })),
);

/** Everything in a record that has a date and rests on sources. */
const dated = records.flatMap((record) => {
  const entries = 'events' in record ? record.events : [...record.milestones, ...record.findings];
  return entries.map((entry) => ({ record, entry }));
});

/** The ids of the records that break a rule. */
const breaking = <T extends { id: string }>(list: readonly T[], broken: (record: T) => boolean) =>
  list.filter(broken).map(({ id }) => id);

describe('ids', () => {
  it('are unique', () => {
    const ids = records.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('begin with the place of the issuer, but for a rule that France made for New Caledonia', () => {
    const elsewhere = ({ id, issuer }: (typeof issued)[number]) =>
      !id.startsWith(`${issuer.jurisdiction.toLowerCase()}-`);
    expect(breaking(issued, elsewhere)).toEqual([]);
  });

  it('end in network only where a clause is a network block', () => {
    const wrong = ({ id, clauses }: (typeof register.restrictions)[number]) =>
      /-networks?$/.test(id) && clauses.every(({ measure }) => measure !== 'network-block');
    expect(breaking(register.restrictions, wrong)).toEqual([]);
  });
});

describe('places', () => {
  const { codeMappings } = require('cldr-core/supplemental/codeMappings.json').supplemental;
  const { subdivisions } = require('cldr-subdivisions-full/subdivisions/en/en.json').subdivisions
    .localeDisplayNames;
  /** Codes that ISO 3166 does not list. */
  const OTHERS = ['EU', 'NATO', 'XK'];
  /** ISO 3166-2 codes of the Norwegian counties of 2024, which this CLDR does not name yet. */
  const NEWER = Object.keys(NAMES_CLDR_LACKS);
  /** Numbers from 900 on are not assigned by ISO but by those who use them. */
  const country = (code: string) => Number(codeMappings[code]?._numeric ?? 999) < 900;
  const known = (code: string) =>
    OTHERS.includes(code) ||
    NEWER.includes(code) ||
    (code.includes('-')
      ? country(code.slice(0, 2)) && code.replace('-', '').toLowerCase() in subdivisions
      : country(code));

  it('are ISO 3166-1 codes, ISO 3166-2 codes, or EU, NATO and XK', () => {
    const places = issued.map(({ issuer }) => issuer.jurisdiction);
    expect(places.filter((code) => !known(code))).toEqual([]);
  });

  it.each(['UK', 'ZZ', 'XX', 'US-XX', 'UK-ENG'])('would not be %s', (code) => {
    expect(known(code)).toBe(false);
  });

  it('have an English name each where they are subdivisions', () => {
    const codes = subdivisionsOf(register);
    expect(Object.keys(subdivisionNames(codes, ['en']).en ?? {})).toEqual(codes);
  });

  it('are named by CLDR, so that our own list holds only what CLDR lacks', () => {
    const named = NEWER.filter((code) => code.replace('-', '').toLowerCase() in subdivisions);
    expect(named).toEqual([]);
  });
});

describe('dates', () => {
  it('exist in the calendar', () => {
    const days = dated.map(({ entry }) => entry.date);
    const known = issued.map(({ knowledge }) => knowledge.date);
    const starts = issued.flatMap(({ events }) => events.map((event) => event.starts));
    const untils = clauses.map(({ clause }) => clause.temporary?.until);
    const looked = records.map(({ lookedAgain }) => lookedAgain?.date);
    const published = records.flatMap(({ sources }) => sources.map(({ published }) => published));
    const unreal = [...days, ...known, ...starts, ...untils, ...looked, ...published].filter(
      (date) => date?.length === 10 && new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) !== date,
    );
    expect(unreal).toEqual([]);
  });

  it('of events, milestones and findings stand oldest first', () => {
    // A month may stand before or after a day in it.
    const ordered = (list: readonly { date: string }[]) =>
      list.every(({ date }, index) => {
        const before = list[index - 1];
        return !before || firstDay(before.date) <= lastDay(date);
      });
    expect(breaking(issued, ({ events }) => !ordered(events))).toEqual([]);
    expect(breaking(register.responses, (r) => !ordered(r.milestones) || !ordered(r.findings))).toEqual([]);
  });

  it('do not lie after the day of the register', () => {
    const late = dated.filter(({ entry }) => firstDay(entry.date) > register.date);
    expect(late.map(({ record }) => record.id)).toEqual([]);
    const ahead = ({ knowledge: { date } }: (typeof issued)[number]) =>
      date !== null && firstDay(date) > register.date;
    expect(breaking(issued, ahead)).toEqual([]);
  });

  it('of knowledge are not older than what shows the rule in force', () => {
    const SHOWS = ['effective', 'extended', 'confirmed'];
    const older = ({ knowledge: { date }, events }: (typeof issued)[number]) =>
      date !== null &&
      events.some((event) => SHOWS.includes(event.type) && firstDay(event.date) > lastDay(date));
    expect(breaking(issued, older)).toEqual([]);
  });

  it('of knowledge carry the basis that they have', () => {
    const wrong = ({ knowledge: { date, basis } }: (typeof issued)[number]) =>
      (basis === 'confirmed-recently' && (date ?? '') < '2025') ||
      (basis === 'not-known') !== (date === null);
    expect(breaking(issued, wrong)).toEqual([]);
  });

  it('of a temporary rule end after they began', () => {
    const wrong = clauses.filter(({ clause: { temporary }, record: { events } }) =>
      Boolean(temporary?.until && events[0] && firstDay(events[0].date) > lastDay(temporary.until)),
    );
    expect(wrong.map(({ record }) => record.id)).toEqual([]);
  });
});

describe('sources', () => {
  /** Pages of which no https address is known: mostly copies of articles on small sites. */
  const HTTP = [
    'http://123.123.enodoworks.com/?p=1160299',
    'http://americagreatagain.com/?p=142590',
    'http://blog.dallascollege.edu/2023/02/changes-coming-to-dallas-college-tiktok-policy/',
    'http://blog.kinaforum.com/2023/03/tiktok-is-owned-by-chinese-company-so.html',
    'http://cmkp-law.com/regulation-update-revisi-permendag-50-2020/',
    'http://cryer.org.uk/Online_Safety_Amendment',
    'http://feliceg.com/about/policy/ch_19/ch19_19.php',
    'http://fr.akhbaralyawm.com/news/176075',
    'http://gadgetsnews.link/archives/1641119',
    'http://goacarrent.com/canada/most-canadian-provinces-banning-or-considering-banning-tiktok-from-government-issued-phones-1.6294870',
    'http://gokawiil.com/article/144470',
    'http://jiaozuoquan.com/om/aktuelt/aktuelle-saker/2023/retningslinjer-for-bruk-av-tiktok-og-telegram-pa-u.html',
    'http://mediaonesite.vocalwire.com/amp/en/white-house-joins-tiktok-as-trumps-deadline-to-ban-app-looms-297800',
    'http://news.alome.com/h/154118.html',
    'http://privremenetetovaze.com/post/Country/241641/mobile-internet-shut-down-across-bangladesh-again',
    'http://prodottitipicicalabria.com/article_71a1d752-f592-11ed-8020-2b7bea8d69d1.html',
    'http://uwbrandingiron.com/2023/01/27/students-discuss-tiktok-ban',
    'http://www.5newsonline.com/article/tech/arkansas-tech-blocks-tiktok-campus-wifi/91-6491909e-9620-4e6e-bac9-c8ac427a9531',
    'http://www.ausalbisteak.com/m/news/sh/detalle.aspx?url=https://www.smh.com.au/link/follow-20180101-p5cxxs',
    'http://www.getwebynova.com/supreme-court/tiktok-v-garland/opinions',
    'http://www.goldberglawma.com/?id=news%2Fdavison-county-bans-tiktok-county-004900328.html',
    'http://www.ma.hu/kulfold/387262/Megtiltotta_a_TikTok_hasznalatat_a_hivatali_berendezeseken_a_cseh_kepviselohaz_es_a_szenatus?place=srss',
    'http://www.straitstimes.com.sg/asia/se-asia/malaysia-studying-regulations-for-tiktok-shop-says-minister',
    'http://www.thecekodok.com/2026/05/child-protection-code-introduced-under.html',
  ];
  /** Those that are the publisher's own. */
  const OWN_PAGES = [
    'http://blog.dallascollege.edu/2023/02/changes-coming-to-dallas-college-tiktok-policy/',
    'http://cmkp-law.com/regulation-update-revisi-permendag-50-2020/',
    'http://fr.akhbaralyawm.com/news/176075',
    'http://uwbrandingiron.com/2023/01/27/students-discuss-tiktok-ban',
    'http://www.5newsonline.com/article/tech/arkansas-tech-blocks-tiktok-campus-wifi/91-6491909e-9620-4e6e-bac9-c8ac427a9531',
    'http://www.ma.hu/kulfold/387262/Megtiltotta_a_TikTok_hasznalatat_a_hivatali_berendezeseken_a_cseh_kepviselohaz_es_a_szenatus?place=srss',
    'http://www.straitstimes.com.sg/asia/se-asia/malaysia-studying-regulations-for-tiktok-shop-says-minister',
    'http://www.thecekodok.com/2026/05/child-protection-code-introduced-under.html',
  ];

  it('are named by every event, milestone and finding, and exist', () => {
    const broken = dated.filter(({ record, entry }) => entry.sources.some((index) => !record.sources[index]));
    expect(broken.map(({ record, entry }) => `${record.id} ${entry.date}`)).toEqual([]);
  });

  it('of every event, milestone and finding include one whose text was read', () => {
    const unread = dated.filter(
      ({ record, entry }) => !entry.sources.some((index) => record.sources[index]?.read),
    );
    expect(unread.map(({ record, entry }) => `${record.id} ${entry.date}`)).toEqual([]);
  });

  it('stand once in a record', () => {
    const twice = ({ sources }: (typeof records)[number]) =>
      new Set(sources.map(({ url }) => url)).size !== sources.length;
    expect(breaking(records, twice)).toEqual([]);
  });

  it('are https addresses, but for those that are known to have none', () => {
    const http = records.flatMap(({ sources }) =>
      sources.map(({ url }) => url).filter((url) => url.startsWith('http:')),
    );
    expect([...new Set(http)].sort()).toEqual(HTTP);
  });

  it('bear out the confidence: high means two that were read, or a primary one', () => {
    const weak = ({ confidence, sources }: (typeof records)[number]) => {
      const read = sources.filter((source) => source.read);
      return confidence === 'high' && read.length < 2 && !read.some(({ kind }) => kind === 'primary');
    };
    expect(breaking(records, weak)).toEqual([]);
  });

  it('without https are copies, which are not linked where another source stands, or known as the publisher’s own', () => {
    const plain = records.flatMap(({ sources }) =>
      sources.filter(({ url, mirror }) => url.startsWith('http:') && !mirror).map(({ url }) => url),
    );
    expect([...new Set(plain)].sort()).toEqual(OWN_PAGES);
  });
});

describe('restrictions, context and responses', () => {
  it('keep context out of the restrictions', () => {
    expect(register.restrictions.filter((record) => 'topic' in record)).toEqual([]);
    const proposed = register.restrictions.filter(({ status }) => status === 'proposed');
    expect(proposed.map(({ id }) => id)).toEqual([]);
  });

  it('keep claims and findings apart: a finding is by somebody other than TikTok', () => {
    const own = register.responses.flatMap(({ id, findings }) =>
      findings.filter(({ by }) => /^(TikTok|ByteDance)\b/.test(by)).map(() => id),
    );
    expect(own).toEqual([]);
  });

  it('say in the claim what TikTok says or does', () => {
    expect(breaking(register.responses, ({ claim }) => !/TikTok|ByteDance/.test(claim))).toEqual([]);
  });

  it('cover everybody where they hold for a whole territory, else only where guests meet a network block', () => {
    const wrong = clauses.filter(
      ({ record, clause: { measure, covers } }) =>
        'clauses' in record &&
        measure !== 'network-block' &&
        measure.startsWith('nationwide') !== covers.includes('public'),
    );
    expect(wrong.map(({ record }) => record.id)).toEqual([]);
  });
});

describe('clauses', () => {
  it('that events name exist', () => {
    const broken = register.restrictions.filter((record) =>
      record.events.some((event) => event.clauses?.some((index) => !record.clauses[index])),
    );
    expect(broken.map(({ id }) => id)).toEqual([]);
    expect(breaking(register.context, ({ events }) => events.some((event) => event.clauses))).toEqual([]);
  });

  it('each have an event that is about them', () => {
    const silent = ({ clauses: all, events }: (typeof register.restrictions)[number]) =>
      all.some((_, index) => !events.some((event) => event.clauses?.includes(index) ?? true));
    expect(breaking(register.restrictions, silent)).toEqual([]);
  });

  it('stand strongest first', () => {
    const STRENGTH = [
      ['nationwide-ban', 'nationwide-suspension'],
      ['device-ban'],
      ['network-block'],
      ['advice-against', 'warning'],
    ];
    const rank = (measure: string) => STRENGTH.findIndex((group) => group.includes(measure));
    const mixed = ({ clauses: all }: (typeof register.restrictions)[number]) =>
      all.some(({ measure }, index) => rank(measure) < rank(all[index - 1]?.measure ?? measure));
    expect(breaking(register.restrictions, mixed)).toEqual([]);
  });
});

describe('organisations', () => {
  const issuers = register.restrictions.map(({ issuer }) => issuer);
  const within = new Map<string, readonly string[]>();
  for (const issuer of issuers) {
    if (issuer.within) within.set(issuer.organisation, issuer.within);
  }

  it('have one name and one kind', () => {
    const named = new Map<string, string>();
    const clashes: string[] = [];
    for (const { issuer } of issued) {
      const said = `${issuer.name}, ${issuer.kind}`;
      if ((named.get(issuer.organisation) ?? said) !== said) clashes.push(`${issuer.organisation}: ${said}`);
      named.set(issuer.organisation, said);
    }
    expect(clashes).toEqual([]);
  });

  it('that others lie within issue a restriction themselves', () => {
    const known = new Set(issuers.map(({ organisation }) => organisation));
    const missing = [...within.values()].flat().filter((id) => !known.has(id));
    expect(missing).toEqual([]);
  });

  it('do not lie within themselves, over however many others', () => {
    const reaches = (id: string, goal: string, seen: string[] = []): boolean =>
      (within.get(id) ?? []).some(
        (next) => next === goal || (!seen.includes(next) && reaches(next, goal, [...seen, next])),
      );
    expect([...within.keys()].filter((id) => reaches(id, id))).toEqual([]);
  });
});

describe('texts', () => {
  const JARGON = /\b(not sourced|not read in a source|from memory|text read|excerpt)\b/i;
  const FIELDS = /'(announced|effective|ended|asOf|legalForce|statusBasis)'/;

  it('that everybody reads are free of the jargon of research', () => {
    const texts = ({ id, ...record }: (typeof records)[number]): [string, string | null][] =>
      'events' in record
        ? [...record.events.map(({ what }) => what), record.summary, record.appliesTo].map((t) => [id, t])
        : [record.claim, record.currentState, ...record.findings.map(({ finding }) => finding)].map((t) => [
            id,
            t,
          ]);
    const exceptions = clauses.map(({ record: { id }, clause }): [string, string | null] => [
      id,
      clause.exceptions.kind === 'listed' ? clause.exceptions.text : null,
    ]);
    const bad = [...records.flatMap(texts), ...exceptions].filter(([, text]) => text && JARGON.test(text));
    expect(bad).toEqual([]);
  });

  it('do not speak of fields that records do not have', () => {
    const speaks = (record: (typeof records)[number]) => FIELDS.test(JSON.stringify(record));
    expect(breaking(records, speaks)).toEqual([]);
  });

  it('of events are sentences that end in a full stop', () => {
    const open = dated.filter(
      ({ entry }) => !/[.!?]['"”)]?$/.test('what' in entry ? entry.what : entry.finding),
    );
    expect(open.map(({ record, entry }) => `${record.id} ${entry.date}`)).toEqual([]);
  });
});
