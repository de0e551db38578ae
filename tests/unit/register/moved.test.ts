import { describe, expect, it } from 'vitest';
import { idsToday, organisationsToday, recordToday } from '../../../lib/register/moved.ts';
import { restriction } from '../../support/example-record.ts';

const move = (old: string, ...next: string[]) => ({ old, new: next, reason: `${old} gave way` });

describe('an id', () => {
  it('that never moved stands for itself', () => {
    expect(idsToday('a', [move('b', 'c')])).toEqual(['a']);
  });

  it('that moved stands for the last of its line, or for several', () => {
    expect(idsToday('a', [move('a', 'b'), move('b', 'c', 'd')])).toEqual(['c', 'd']);
  });

  it('that moved in a circle stands for itself', () => {
    expect(idsToday('a', [move('a', 'b'), move('b', 'a')])).toEqual(['a']);
  });
});

describe('organisations that somebody picked', () => {
  const moved = { records: [], organisations: [move('old', 'new', 'other')] };

  it('are followed with the relation that was picked, each once', () => {
    expect(
      organisationsToday(
        [
          { id: 'old', relation: 'member' },
          { id: 'new', relation: 'member' },
          { id: 'other', relation: 'staff' },
        ],
        moved,
      ),
    ).toEqual([
      { id: 'new', relation: 'member' },
      { id: 'other', relation: 'member' },
      { id: 'other', relation: 'staff' },
    ]);
  });
});

describe('the address of a record', () => {
  const register = {
    restrictions: [restriction({ id: 'a' }), restriction({ id: 'b' })],
    responses: [],
    context: [],
    moved: { records: [move('both', 'a', 'b'), move('first', 'a')], organisations: [] },
  };
  const opens = (id: string) => recordToday(id, register).entries.map(({ record }) => record.id);

  it('opens the record, the one it became, or all it was split into, and says why', () => {
    expect(opens('a')).toEqual(['a']);
    expect(opens('first')).toEqual(['a']);
    expect(opens('both')).toEqual(['a', 'b']);
    expect(recordToday('both', register).reason).toBe('both gave way');
    expect(recordToday('a', register).reason).toBeNull();
  });

  it('opens nothing where the register never held the id', () => {
    expect(recordToday('c', register)).toEqual({ entries: [], reason: null });
  });
});
