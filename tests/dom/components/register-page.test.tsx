import { act } from 'preact/test-utils';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IN_ONE_PAGE } from '../../../components/register-page/addresses.ts';
import { Part } from '../../../components/register-page/part.tsx';
import { RegisterPage } from '../../../components/register-page/register-page.tsx';
import type { Register } from '../../../lib/register/schema.ts';
import { event, NOTHING_MOVED, restriction } from '../../support/example-record.ts';
import { axeFindings, click, enter, get, mount, press } from '../../support/mount.tsx';

const TODAY = '2026-11-29';
const old = { date: '2023-03', basis: 'last-known' } as const;
const register: Register = {
  format: 2,
  version: '2026.11.29.1',
  date: TODAY,
  moved: NOTHING_MOVED,
  restrictions: [
    restriction({ id: 'gb-ministry' }),
    restriction({
      id: 'dk-parliament',
      issuer: { name: 'Danish Parliament', organisation: 'dk', kind: 'parliament', jurisdiction: 'DK' },
      knowledge: old,
    }),
    restriction({
      id: 'us-tx',
      issuer: { name: 'Texas', organisation: 'tx', kind: 'subnational-government', jurisdiction: 'US-TX' },
      events: [event('2023-01-01', 'effective'), event('2024-01-01', 'lifted')],
    }),
  ],
  responses: [],
  context: [],
};

vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
vi.stubGlobal(
  'IntersectionObserver',
  class {
    observe() {}
    disconnect() {}
  },
);
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    disconnect() {}
  },
);
vi.stubGlobal('scrollTo', () => {});
afterAll(() => vi.unstubAllGlobals());

const copied: string[] = [];
const saved: string[] = [];

function openPage(address = '', shown = register, urlOf: (id: string) => string | null = () => null): void {
  history.replaceState(null, '', `/register.html${address}`);
  mount(
    <RegisterPage
      register={shown}
      profile={{ places: [], organisations: [], device: null, ownRule: null }}
      today={TODAY}
      addresses={IN_ONE_PAGE}
      urlOf={urlOf}
      loadMap={async () => ({ frames: {} as never, places: [] })}
      loadChanges={async () => []}
      onSave={({ text }) => void saved.push(text)}
      onCopy={async (text) => void copied.push(text)}
    />,
  );
}
const issuers = () =>
  [...document.querySelectorAll('.records [data-record]')].map((each) => each.textContent);
const headline = () => get('#results').textContent;

beforeEach(() => {
  copied.length = 0;
  saved.length = 0;
});

describe('the register page', () => {
  it('opens with what is in force as last known and how much of it is fresh', () => {
    openPage();
    expect(issuers()).toEqual(['Danish Parliament', 'Example Ministry']);
    expect(headline()).toBe('2 in force as last known; 1 of them confirmed in the last 12 months.');
    expect(get('p.briefing').textContent).toContain('The oldest evidence is from March 2023');
  });

  it('says no number of a choice before it is counted', () => {
    vi.useFakeTimers();
    try {
      openPage();
      const count = () => get('input[name="statuses"][value="in-force"] ~ .facet-count').textContent;
      expect(count()).toBe('');
      act(() => void vi.advanceTimersByTime(1000));
      expect(count()).toBe('2');
    } finally {
      vi.useRealTimers();
    }
  });

  it('draws what is folded, and the sources of each row, for paper alone', () => {
    openPage();
    expect(document.querySelector('.printed-sources')).toBeNull();
    act(() => void dispatchEvent(new Event('beforeprint')));
    expect(document.querySelectorAll('.printed-sources')).toHaveLength(2);
    expect(document.querySelectorAll('details.facet:not(:has(fieldset))')).toHaveLength(0);
    act(() => void dispatchEvent(new Event('afterprint')));
    expect(document.querySelector('.printed-sources')).toBeNull();
  });

  it('keeps the rows it has drawn when the search has been made ready', () => {
    vi.useFakeTimers();
    try {
      const restrictions = Array.from({ length: 40 }, (_, index) => restriction({ id: `rule-${index}` }));
      openPage('', { ...register, restrictions });
      expect(issuers()).toHaveLength(20);
      click(get('.more button'));
      void act(() => void vi.advanceTimersByTime(10_000));
      expect(issuers()).toHaveLength(40);
    } finally {
      vi.useRealTimers();
    }
  });

  it('shows a full mark only for knowledge of the last year', () => {
    openPage();
    const marks = [...document.querySelectorAll('.records .mark')];
    expect(marks.map((mark) => mark.classList.contains('mark-old'))).toEqual([true, false]);
    expect(document.querySelector('.records')?.textContent).toContain('last seen in force Mar 2023');
  });

  it('has what is over one click away', () => {
    openPage();
    click(get('input[name="which"][value="over"]'));
    expect(issuers()).toEqual(['Texas']);
    expect(location.search).toBe('?status=lifted&status=expired&status=struck-down&status=superseded');
  });

  it('keeps the meaning of an old bookmark: every status', () => {
    openPage('?day=2026-11-01');
    expect(issuers()).toHaveLength(3);
  });

  it('has its skip link first, which leads to the first record', () => {
    openPage();
    const first = document.querySelector<HTMLElement>('a[href], button, input, select, summary');
    expect(first?.className).toBe('skip-link');
    if (first) click(first);
    expect(document.activeElement?.textContent).toBe('Danish Parliament');
  });

  it('makes the heads of the table one stop, walked by the arrow keys', () => {
    openPage();
    const heads = () => [...document.querySelectorAll<HTMLButtonElement>('.records th button')];
    expect(heads().map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1, -1, -1]);
    const [first] = heads();
    act(() => first?.focus());
    if (first) press(first, 'ArrowRight');
    expect(document.activeElement).toBe(heads()[1]);
    expect(heads()[1]?.tabIndex).toBe(0);
  });

  it('answers in words to a day that is none or still to come, and stays as it is', () => {
    openPage();
    const field = get<HTMLInputElement>('input[name="day"]');
    enter(field, '2999-01-01');
    expect(get('#day-problem').textContent).toContain('This is not a day up to today.');
    expect(headline()).toContain('2 in force');
    openPage('?day=20231-06-01&compare=2999-01-01');
    const words = [...document.querySelectorAll('.page-notice p')].map((each) => each.textContent);
    expect(words.join(' ')).toMatch(/day=20231-06-01.*compare=2999-01-01/);
  });

  it('copies its answer with sources', async () => {
    openPage();
    click(get('.copy-answer'));
    await vi.waitFor(() => expect(copied).toHaveLength(1));
    expect(copied[0]).toMatch(
      /2 in force as last known.*\[1\] Danish Parliament: last seen in force March 2023.*http/s,
    );
  });

  it('copies the answer with the public page of each record that has one', async () => {
    openPage('', register, (id) => (id === 'gb-ministry' ? `https://register.example/r/${id}/` : null));
    click(get('.copy-answer'));
    await vi.waitFor(() => expect(copied).toHaveLength(1));
    const lines = copied[0]?.split('\n').filter((line) => /^\[\d\]/.test(line)) ?? [];
    expect(
      lines.filter((line) => line.endsWith(' – record: https://register.example/r/gb-ministry/')),
    ).toHaveLength(1);
    expect(lines.filter((line) => line.includes('record:'))).toHaveLength(1);
  });

  it('compares two days, in words, as tables and as a file', () => {
    openPage('?view=compare&compare=2023-06-01');
    expect(get('p.briefing').textContent).toContain('Ended: 1.');
    expect(get('#change-ended').textContent).toBe('Ended: 1');
    expect(get('#change-not-confirmed').textContent).toBe('Not confirmed since: 1');
    click(get('[data-export="compare"]'));
    expect(saved[0]).toMatch(/^\uFEFFid,change,/);
  });

  it.each(['?view=timeline', '?view=about', '?view=context', '?view=response', '#record=us-tx'])(
    'draws %s',
    (address) => {
      openPage(address);
      expect(document.querySelector('.page-notice')).toBeNull();
      expect(document.body.textContent).not.toContain('could not be shown');
    },
  );

  it.each(['', '?view=compare&compare=2023-06-01', '?view=timeline'])(
    'passes axe at "%s"',
    async (address) => {
      openPage(address);
      expect(await axeFindings()).toEqual([]);
    },
  );
});

const Broken = ({ broken }: { readonly broken: boolean }) => {
  if (broken) throw new RangeError('no such day');
  return <p>whole</p>;
};

describe('an error in a part', () => {
  afterEach(() => vi.restoreAllMocks());

  it('stays in that part, and is gone with what caused it', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const draw = (broken: boolean) => (
      <>
        <p>beside</p>
        <Part of={broken}>
          <Broken broken={broken} />
        </Part>
      </>
    );
    const again = mount(draw(true));
    expect(document.body.textContent).toContain('beside');
    expect(get('[role="alert"]').textContent).toContain('could not be shown');
    again(draw(false));
    expect(document.body.textContent).toBe('besidewhole');
  });
});
