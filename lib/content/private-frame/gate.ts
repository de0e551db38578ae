/**
 * Proves that a private frame is as it was made: with an empty `sandbox` since before it came into the page, at its
 * place, loaded once. So no document ever in it could run a script, or shares an origin with one that can; and only an
 * extension's script can hold what is sent into it.
 *
 * To be made before the frame comes into the page.
 *
 * @param onShut called once, as soon as the browser tells of a change
 */
export function createGate(root: ShadowRoot, frame: HTMLIFrameElement, onShut: () => void) {
  let isShut = false;
  let loads = 0;
  const shut = (): void => {
    if (isShut) return;
    isShut = true;
    observer.disconnect();
    onShut();
  };
  const observer = new MutationObserver(shut);
  observer.observe(frame, { attributes: true });
  observer.observe(root, { childList: true, subtree: true });

  return {
    /** To be called at each `load` of the frame: a second document in it is not ours. */
    countLoad(): void {
      loads++;
      if (loads > 1) shut();
    },
    /** Whether the frame may be trusted at this moment. Changes that the browser has not told of yet count, too. */
    isOpen(): boolean {
      if (observer.takeRecords().length > 0) shut();
      return (
        !isShut &&
        loads === 1 &&
        frame.isConnected &&
        frame.getRootNode() === root &&
        frame.getAttribute('sandbox') === ''
      );
    },
    /** Stops watching, without a call of `onShut`. */
    close(): void {
      isShut = true;
      observer.disconnect();
    },
  };
}
