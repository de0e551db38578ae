/** Does some work as far as a frame's time goes; answers whether there is more. */
export type Step = () => boolean;

/**
 * Runs steps in order, at once or with the next frame, and again in each frame as long as one of them has more to do.
 *
 * @param after called when all steps of a run are done
 */
export function createFrameLoop(after: () => void, signal: AbortSignal) {
  const steps: Step[] = [];
  let isAsked = false;

  function run(): void {
    if (signal.aborted) return;
    let more = false;
    for (const step of steps) more = step() || more;
    after();
    if (more) soon();
  }

  function soon(): void {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      run();
    });
  }

  return { add: (...more: readonly Step[]): void => void steps.push(...more), run, soon };
}

export type FrameLoop = ReturnType<typeof createFrameLoop>;
