import type { Entity } from '@backstage/catalog-model';
import { createEntityView } from './createEntityView';
import {
  canonicalStack,
  declaredStacks,
  primaryStack,
  STACK_ALIASES,
  STACKS,
} from './stacks';

function component(stack: string | undefined, tags: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'checkout',
      tags,
      annotations: stack === undefined ? {} : { 'maturity/stack': stack },
    },
  };
}

describe('canonicalStack', () => {
  it.each([
    ['Golang', 'go'],
    ['.NET', 'dotnet'],
    ['csharp', 'dotnet'],
    ['c++', 'cpp'],
    [' TypeScript ', 'node'],
    ['py', 'python'],
    ['elixir', 'elixir'],
  ])('of %s is %s', (word, stack) => {
    expect(canonicalStack(word)).toBe(stack);
  });

  it.each(['cobol', '', '__proto__', 'constructor'])(
    'does not know %j',
    word => {
      expect(canonicalStack(word)).toBeUndefined();
    },
  );

  it('reads a table of its own', () => {
    expect(canonicalStack('COBOL', new Map([['cobol', 'mainframe']]))).toBe(
      'mainframe',
    );
  });

  it('maps every canonical stack to itself', () => {
    expect(STACKS.map(stack => STACK_ALIASES.get(stack))).toEqual(STACKS);
  });
});

describe('primaryStack', () => {
  it.each([
    ['the first word of the annotation', 'Golang, java', ['python'], 'go'],
    ['an unknown word as it is', 'COBOL', ['python'], 'cobol'],
    ['the first tag of the table', undefined, ['web', 'ts', 'go'], 'node'],
    ['a tag beside a placeholder', 'TBD', ['java'], 'java'],
  ])('is %s', (_, stack, tags, value) => {
    expect(primaryStack(createEntityView(component(stack, tags)))?.value).toBe(
      value,
    );
  });

  it.each([
    ['without a word that it knows', undefined, ['web']],
    ['where a negative beats the tags', 'none', ['go']],
  ])('is missing %s', (_, stack, tags) => {
    expect(
      primaryStack(createEntityView(component(stack, tags))),
    ).toBeUndefined();
  });
});

describe('declaredStacks', () => {
  it('lists each stack once with the place where it was read', () => {
    expect(
      declaredStacks(createEntityView(component('js, rust', ['ts', 'py']))),
    ).toEqual([
      { value: 'node', source: 'maturity/stack', raw: 'js' },
      { value: 'rust', source: 'maturity/stack', raw: 'rust' },
      { value: 'python', source: 'metadata.tags', raw: 'py' },
    ]);
  });
});
