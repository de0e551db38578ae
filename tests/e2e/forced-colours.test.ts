import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import { wordsToCome } from '../support/person.ts';
import { inBothBrowsers, until } from '../support/rig.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const STAFF = {
  'setting:organisations': [{ id: 'eu-commission', relation: 'staff' }],
  'setting:device': 'work-issued',
};

/** A page, what to press on it first, and what is there then. */
const VIEWS = [
  { view: 'register.html', press: null, ready: '.records [data-record]' },
  { view: 'register.html?view=map&place=FR', press: null, ready: '.world-map .dot' },
  { view: 'register.html?view=timeline', press: null, ready: '.timeline-chart' },
  { view: 'register.html?view=compare&place=150', press: null, ready: '.compared' },
  { view: 'register.html#record=eu-parliament-staff-devices', press: null, ready: '#record-title' },
  { view: 'popup.html', press: null, ready: '.verdict .shape' },
  { view: 'popup.html', press: '#tab-restrictions', ready: '.record' },
  { view: 'popup.html', press: '#tab-response', ready: '.record, .entry' },
] as const;

/** In Firefox these are preferences of the whole browser. */
const prefs = {
  'ui.useAccessibilityTheme': 1,
  'browser.display.document_color_use': 2,
  'ui.prefersReducedMotion': 1,
};

inBothBrowsers(
  'with forced colours and less motion,',
  (rig) => {
    beforeEach(() => rig().store(STAFF));

    const open = async ({ view, press, ready }: (typeof VIEWS)[number]): Promise<Page> => {
      const page = await rig().running.open(view);
      if (rig().name === 'chromium') {
        const session = await page.createCDPSession();
        await session.send('Emulation.setEmulatedMedia', {
          features: [
            { name: 'forced-colors', value: 'active' },
            { name: 'prefers-reduced-motion', value: 'reduce' },
          ],
        });
      }
      await wordsToCome(page, 'European Commission');
      if (press) await page.$eval(press, (tab) => (tab as HTMLElement).click());
      await until(() => page.$(ready), ready);
      expect(
        await page.evaluate(
          () =>
            matchMedia('(forced-colors: active)').matches &&
            matchMedia('(prefers-reduced-motion: reduce)').matches,
        ),
      ).toBe(true);
      return page;
    };

    it.each(VIEWS)('$view $press shows every drawing and what is chosen', async (view) => {
      const page = await open(view);
      const found = await page.evaluate(() => {
        const probe = document.body.appendChild(document.createElement('div'));
        probe.style.background = 'Canvas';
        const canvas = getComputedStyle(probe).backgroundColor;
        probe.remove();
        const isClear = (colour: string) => /^(none|transparent)$|^rgba\(.*, 0\)$/.test(colour);
        const paperOf = (element: Element): string => {
          for (let at: Element | null = element; at; at = at.parentElement) {
            const { backgroundColor } = getComputedStyle(at);
            if (!isClear(backgroundColor)) return backgroundColor;
          }
          return canvas;
        };
        const isDrawn = (drawing: Element) =>
          [...drawing.querySelectorAll('path, rect, circle')].some((part) => {
            const { fill, stroke } = getComputedStyle(part);
            return [fill, stroke].some((ink) => !isClear(ink) && ink !== paperOf(drawing));
          });
        const drawings = [
          ...document.querySelectorAll('.mark:not(.mark-none), .shape, .icon svg, .chip svg, .arrow'),
        ].filter((drawing) => drawing.checkVisibility() && drawing.childElementCount > 0);
        /** What tells one control from another without its words. */
        const look = (element: Element) => {
          const { borderBlockEndColor, outlineStyle, backgroundColor, color } = getComputedStyle(element);
          return [borderBlockEndColor, outlineStyle, backgroundColor, color].join();
        };
        const alike = [
          ['.tabs [aria-selected="true"]', '.tabs [aria-selected="false"]'],
          ['.areas [aria-pressed="true"]', '.areas [aria-pressed="false"]'],
        ].filter(([one, other]) => {
          const [chosen, rest] = [one, other].map((each) => document.querySelector(each ?? ''));
          return chosen?.checkVisibility() && rest && look(chosen) === look(rest);
        });
        return {
          drawings: drawings.length,
          gone: drawings
            .filter((drawing) => !isDrawn(drawing))
            .slice(0, 5)
            .map(({ outerHTML }) => outerHTML),
          alike,
        };
      });
      expect(found).toMatchObject({ gone: [], alike: [] });
      expect(found.drawings).toBeGreaterThan(0);
      await page.close();
    });

    it.each(VIEWS)('$view $press shows the focus, and nothing moves', async (view) => {
      const page = await open(view);
      await page.bringToFront();
      for (let stop = 0; stop < 6; stop += 1) {
        await page.keyboard.press('Tab');
        const ring = await page.evaluate(() => {
          const at = document.activeElement ?? document.body;
          const inner = at.matches('.target') ? (at.firstElementChild ?? at) : at;
          // The parts of a date field show the focus themselves, in the browser's own way.
          if (at.matches('input[type="date"]')) return 'own';
          const { outlineStyle, outlineWidth, stroke } = getComputedStyle(inner);
          return at === document.body || outlineStyle !== 'none' ? outlineWidth : stroke;
        });
        expect(ring).not.toMatch(/^(0px|none)$/);
      }
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((element) => {
            const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
            return (
              /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth'
            );
          })
          .map(({ localName, className }) => `${localName}.${className}`),
      );
      expect(moving).toEqual([]);
      await page.close();
    });

    it.each(VIEWS)('$view $press passes axe', async (view) => {
      const page = await open(view);
      await page.evaluate(AXE);
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const { violations } = await axe.run();
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
      });
      expect(found).toEqual([]);
      await page.close();
    });
  },
  { prefs },
);
