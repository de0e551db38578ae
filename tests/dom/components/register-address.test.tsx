import { afterAll, expect, it, vi } from 'vitest';
import { IN_ONE_PAGE } from '../../../components/register-page/addresses.ts';
import { RegisterPage } from '../../../components/register-page/register-page.tsx';
import { NOTHING_MOVED, restriction } from '../../support/example-record.ts';
import { get, mount } from '../../support/mount.tsx';

vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
for (const name of ['IntersectionObserver', 'ResizeObserver'])
  vi.stubGlobal(
    name,
    class {
      observe() {}
      disconnect() {}
    },
  );
afterAll(() => vi.unstubAllGlobals());

it('an address with very many parts that nobody knows is named in one short line, and the list is shown', () => {
  const parts = Array.from({ length: 5000 }, (_, i) => `x${i}=${'y'.repeat(i % 300)}`);
  history.replaceState(
    null,
    '',
    `/register.html?kind=parliament&long=${'z'.repeat(100_000)}&${parts.join('&')}`,
  );
  const date = '2026-11-29';
  const restrictions = [restriction({ id: 'gb-ministry' })];
  mount(
    <RegisterPage
      register={{
        ...{ format: 2, version: '2026.11.29.1', date, moved: NOTHING_MOVED },
        ...{ restrictions, responses: [], context: [] },
      }}
      profile={{ places: [], organisations: [], device: null, ownRule: null }}
      today={date}
      addresses={IN_ONE_PAGE}
      urlOf={() => null}
      loadMap={async () => ({ frames: {} as never, places: [] })}
      loadChanges={async () => []}
      onSave={() => {}}
      onCopy={async () => {}}
    />,
  );
  const notice = get('.page-notice');
  expect(notice.querySelectorAll('p')).toHaveLength(1);
  expect(notice.textContent).toMatch(/long=z+… · x0= · x1=y · x2=yy · x3=yyy · \+ 4996/);
  expect(notice.textContent?.length).toBeLessThan(400);
  expect(get('#results').textContent).not.toBe('');
});
