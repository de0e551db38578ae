import type { BackgroundToContent } from '../messages/background-to-content.ts';
import type { BadgeNames } from './badge-names.ts';
import type { DrawingRules } from './drawing-rules.ts';
import type { FrameLoop } from './frame-loop.ts';
import type { Mark } from './mark.ts';
import type { Marks } from './marks.ts';
import type { Nearness } from './nearness.ts';
import type { PageOptions } from './page-options.ts';
import { focusAt, scrollToMark } from './scroll-to-mark.ts';
import { DOCUMENT, read } from './unclobbered.ts';

export interface CommandsOptions extends Pick<PageOptions, 'document' | 'shadowRootOf'> {
  readonly marks: Marks;
  readonly loop: FrameLoop;
  readonly rules: DrawingRules;
  readonly nearness: Nearness;
  readonly names: BadgeNames;
  /** Opens the card at a badge and moves the focus there. */
  readonly open: (mark: Mark) => void;
}

/** Does what the background and the popup ask for: going from badge to badge, showing one, opening a card. */
export function createCommands(options: CommandsOptions) {
  const { document, marks, loop, rules, nearness, names, open, shadowRootOf } = options;
  /** The link last right-clicked. */
  let rightClicked: Mark | undefined;

  /** Scrolls to a mark and points it out. */
  function show(mark: Mark): void {
    scrollToMark(mark);
    if (!mark.badge) {
      nearness.askAnew(mark);
      marks.due.add(mark);
    }
    loop.run();
    names.lend(mark);
    focusAt(mark);
  }

  /** Moves the focus to another badge of the document; false where the focus is elsewhere. */
  function step(by: 1 | -1): boolean {
    const list = [...marks.live].filter(rules.shows);
    // Document order: the bits 4 and 2 say which of two comes first.
    list.sort((a, b) => 3 - (a.element.compareDocumentPosition(b.element) & 6));
    let active = read(DOCUMENT, 'activeElement', document);
    if (!DOCUMENT.hasFocus.call(document) || active instanceof HTMLIFrameElement) return false;
    while (active && !marks.ofHost(active) && !marks.of(active))
      active = shadowRootOf(active)?.activeElement ?? null;
    const at = list.findIndex(({ badge, element }) => active && (badge?.host ?? element) === active);
    const next = list.at(at < 0 && by < 0 ? -1 : (at + by) % list.length);
    if (next) show(next);
    return !!next;
  }

  return {
    show,
    onContextMenu(event: Event): void {
      rightClicked = event.composedPath().map(marks.of).find(Boolean);
    },
    /** @returns for `open-card`, whether there was a badge to open it at */
    receive(command: BackgroundToContent): boolean {
      if (command.type !== 'open-card') return step(command.by);
      if (rightClicked?.badge) open(rightClicked);
      return !!rightClicked?.badge;
    },
  };
}
