import { expect, it } from 'vitest';
import { LOCAL_KEYS, SESSION_KEYS, settingKey, updateKey } from '../../../lib/platform/storage-keys.ts';

it('people have stored data under these keys', () => {
  expect(LOCAL_KEYS).toEqual({
    snapshot: 'snapshot',
    knownPolicy: 'policyKnown',
    settingsVersion: 'settingsVersion',
    settingsDamaged: 'settingsDamaged',
    settingsArea: 'settingsArea',
    styleNotice: 'styleNotice',
    updatesDue: 'updatesDue',
  });
  expect(settingKey('markStyle')).toBe('setting:markStyle');
  expect(updateKey('updates', 'register')).toBe('updates:register');
  expect(updateKey('records', 'root')).toBe('records:root');
});

it('no two values share a key', () => {
  const keys: string[] = [...Object.values(LOCAL_KEYS), ...Object.values(SESSION_KEYS)];
  expect(new Set(keys).size).toBe(keys.length);
});
