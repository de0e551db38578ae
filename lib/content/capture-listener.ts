/** Listens to events of one or more types, before any listener further in and until the signal. */
export function addCaptureListener(
  target: EventTarget,
  types: string,
  listener: (event: never) => void,
  signal: AbortSignal,
): void {
  for (const type of types.split(' ')) {
    const passive = /touch|scroll/.test(type);
    target.addEventListener(type, listener as EventListener, { capture: true, signal, passive });
  }
}
