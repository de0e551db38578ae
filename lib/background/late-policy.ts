/** Seconds after an install at which the policy is read once more. */
const AGAIN = [1, 5, 20];

/**
 * Right after an install the browser may not have the policy yet, and need not tell when it comes
 * (https://github.com/w3c/webextensions/issues/547); so it is read again a few times.
 */
export function awaitLatePolicy(read: () => void): void {
  for (const seconds of AGAIN) setTimeout(read, seconds * 1000);
}
