import { today } from '../platform/today.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { createBadgeMaker } from './badge.ts';
import { createBadgeNames } from './badge-names.ts';
import { createBadges } from './badges.ts';
import { addCaptureListener } from './capture-listener.ts';
import { createCard } from './card.ts';
import { createCommands } from './commands.ts';
import { createQuestion } from './confirm-before-open.ts';
import { createDrawingRules } from './drawing-rules.ts';
import type { FrameLoop } from './frame-loop.ts';
import type { Mark } from './mark.ts';
import type { Marks } from './marks.ts';
import { createNearness } from './nearness.ts';
import type { PageOptions } from './page-options.ts';
import { createPointing } from './pointing.ts';
import type { Report } from './report.ts';
import type { Batch } from './watch.ts';

/** Puts together what draws badges at marks and answers at them. */
export function createMarking(options: PageOptions, marks: Marks, loop: FrameLoop, report: Report) {
  const { document, signal, readSnapshot } = options;
  const rules = createDrawingRules(document, options.sites);
  const maker = createBadgeMaker(document);
  const card = createCard({ ...options, lend: (mark) => names.lend(mark) });
  const question = createQuestion({
    ...options,
    markOf: marks.of,
    snapshot: rules.snapshot,
    maker: () => maker,
  });
  const listen = createPointing({
    markOf: marks.ofHost,
    card,
    question,
    open,
    prepare,
    opensOnHover: () => rules.snapshot()?.cardOpens !== 'on-click',
    signal,
  });
  const names = createBadgeNames(rules.snapshot);
  const nearness = createNearness(marks, loop, signal);
  const badges = createBadges({
    ...options,
    marks,
    loop,
    rules,
    nearness,
    maker,
    names,
    isOpen,
    shut,
    listen,
  });
  const commands = createCommands({
    ...options,
    marks,
    loop,
    rules,
    nearness,
    names,
    open: (mark) => open(mark, true),
  });
  let reported = 0;
  /** The day on which the background was last asked for a snapshot of that day. */
  let askedOn = '';

  function open(mark: Mark, focus: boolean): void {
    const snapshot = rules.snapshot();
    if (!snapshot) return;
    // The focus comes back to it.
    if (focus) names.lend(mark);
    card.open(mark, focus, snapshot, maker);
  }

  function prepare(mark: Mark): void {
    const snapshot = rules.snapshot();
    if (snapshot && !question.current()) card.prepare(mark, snapshot, maker);
  }

  function isOpen(mark: Mark): boolean {
    return mark === card.current() || mark === question.current();
  }

  function shut(mark: Mark): void {
    // What was only made ready goes, too: a frame loads anew each time its badge is put somewhere.
    card.drop(mark);
    question.close(mark);
  }

  function apply(next: Snapshot | null): void {
    if (signal.aborted) return;
    // What is drawn otherwise takes other room.
    const isOther = rules.snapshot()?.style !== next?.style;
    rules.apply(next);
    card.drop();
    question.close();
    if (next && rules.isOn()) {
      maker.restyle(next);
      addWindowListeners();
    }
    for (const mark of marks.live) {
      if (isOther || !mark.badge || !rules.shows(mark)) marks.due.add(mark);
    }
    report.changed();
    askForToday();
    loop.run();
  }

  /**
   * What is stored is of another day where the background sleeps over midnight or the clock was set. Asked once a day:
   * a browser may tell pages another time zone than the background.
   */
  function askForToday(): void {
    const { day } = rules.snapshot() ?? {};
    const now = today();
    if (day === undefined || day === now || askedOn === now) return;
    askedOn = now;
    report.again();
  }

  function reportChanges(): boolean {
    if (reported !== marks.version()) report.changed();
    reported = marks.version();
    return false;
  }

  /** Nobody tells a script that its extension is gone, or that its document has gone into design mode. */
  function lookWhileUsed(): void {
    if (!options.isAlive()) {
      options.stop();
      return;
    }
    askForToday();
    badges.review();
    loop.soon();
  }

  function onPageShow({ persisted }: PageTransitionEvent): void {
    // What was stored while the page lay in the cache did not reach it everywhere.
    if (persisted) void readSnapshot().then(apply);
  }

  /** A listener that is there already is not added twice. */
  function addWindowListeners(): void {
    addCaptureListener(window, 'pageshow', onPageShow, signal);
    addCaptureListener(window, 'pagehide', report.leave, signal);
    if (!rules.isOn()) return;
    addCaptureListener(window, 'pointerover focus keydown visibilitychange', lookWhileUsed, signal);
    listen(window);
    addCaptureListener(window, 'contextmenu', commands.onContextMenu, signal);
  }

  options.onCommand(commands.receive);
  options.onSnapshot(apply);
  void readSnapshot().then((stored) => rules.snapshot() || apply(stored));
  addWindowListeners();
  loop.add(badges.draw, reportChanges);

  return {
    isOn: rules.isOn,
    show: commands.show,
    /** The document may have lost its listeners. */
    addWindowListeners,
    /** The page has changed. */
    onChange(batch: Batch): void {
      if (batch.moved) badges.keep(batch);
      names.review(marks.live, batch);
      card.review();
      question.review();
      if (batch.edited) rules.forgetEditing();
    },
  };
}

export type Marking = ReturnType<typeof createMarking>;
