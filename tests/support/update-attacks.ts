import { afterEach, beforeEach, expect } from 'vitest';
import type { Register } from '../../lib/register/schema.ts';
import { REGISTER_FORMAT } from '../../lib/register/version.ts';
import { registerTarget } from '../../lib/updates/register-file.ts';
import { registerOf, type Scene, scene } from './update-client.ts';

export const GOOD = registerOf('2026.11.23.1', 'good', 'second');
export const NEXT = registerOf('2026.11.24.1', 'next', 'second');
export const EVIL = registerOf('2026.11.30.1', 'evil');
export const REGISTER = registerTarget(REGISTER_FORMAT);
export const ROLES = ['timestamp', 'snapshot', 'targets'] as const;

/** The scene of the test that runs. */
export let at: Scene;

/** Gives each test of a file a host that offers the good register, and a client that has not looked yet. */
export function freshScene(): void {
  beforeEach(async () => {
    at = await scene();
    at.offer(GOOD);
    at.repository.publish();
  });
  afterEach(() => at.host.close());
}

/** The client has the good register, and has seen one version of each role. */
export const settle = async () => expect((await at.look()).result).toBe('new');

/** The look failed for this reason, its words are kept, and the last good register serves. */
export async function refused(kind: string | RegExp, options?: Parameters<Scene['look']>[0]): Promise<void> {
  const before = await at.kept();
  const look = await at.look(options);
  expect(look.result).toBe('failed');
  if (typeof kind === 'string') expect(look.failure?.kind).toBe(kind);
  else expect(look.failure?.kind).toMatch(kind);
  expect(await at.kept()).toBe(before);
  expect(at.storage.entries.get('updates:look')).toMatchObject({ failure: { kind: look.failure?.kind } });
}

/** All is well again once the host serves what it should. */
export async function recovers(register: Register = NEXT): Promise<void> {
  at.host.behave();
  at.repository.bend = {};
  at.repository.break = {};
  at.offer(register);
  at.repository.publish();
  expect(await at.look()).toMatchObject({ result: 'new', version: register.version });
  expect(await at.kept()).toBe(register.version);
}
