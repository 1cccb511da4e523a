import { matching, ownerOptions, refOf } from './ownerOptions';

const OPTIONS = ownerOptions(
  [{ entityRef: 'group:default/pay', title: 'Payments' }],
  [
    { entityRef: 'group:eu/pay', title: 'payments' },
    { entityRef: 'group:default/pay', title: 'Payments' },
    { entityRef: 'group:default/ledger' },
    { entityRef: 'group:default/b', title: 'Billing' },
  ],
);

describe('the options of the field of owners', () => {
  it('are each group once, the own ones first, with the reference beside a title that two have', () => {
    expect(OPTIONS).toEqual([
      {
        entityRef: 'group:default/pay',
        label: 'Payments (group:default/pay)',
        isOwn: true,
      },
      { entityRef: 'group:default/b', label: 'Billing', isOwn: false },
      { entityRef: 'group:default/ledger', label: 'ledger', isOwn: false },
      {
        entityRef: 'group:eu/pay',
        label: 'payments (group:eu/pay)',
        isOwn: false,
      },
    ]);
  });

  it.each([
    ['BILL', ['group:default/b']],
    ['group:eu', ['group:eu/pay']],
    [
      ' ',
      [
        'group:default/pay',
        'group:default/b',
        'group:default/ledger',
        'group:eu/pay',
      ],
    ],
    ['nobody', []],
  ])('are found by “%s”', (text, refs) => {
    expect(matching(OPTIONS, text).map(({ entityRef }) => entityRef)).toEqual(
      refs,
    );
  });

  it.each([
    ['billing', 'group:default/b'],
    ['payments (group:eu/pay)', 'group:eu/pay'],
    ['ghosts', 'group:default/ghosts'],
    ['eu/ghosts', 'group:eu/ghosts'],
    ['user:default/jo', 'user:default/jo'],
    ['group:', 'group:'],
    ['  ', undefined],
  ])('mean a reference when “%s” is typed', (text, ref) => {
    expect(refOf(OPTIONS, text)).toBe(ref);
  });
});
