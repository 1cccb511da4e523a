import { componentOf } from '../../__testUtils__/componentOf';
import { catalogFaults } from './catalogFaults';

describe('catalogFaults', () => {
  const entity = componentOf('checkout');

  it('collects the messages of errors and warnings', () => {
    const items = [
      { type: 'a', level: 'error', message: 'no owner' },
      { type: 'b', level: 'warning', message: 'tier "5" is none' },
      { type: 'c', level: 'info', message: 'all is well' },
    ];
    expect(catalogFaults({ ...entity, ...{ status: { items } } })).toEqual([
      { level: 'error', message: 'no owner' },
      { level: 'warning', message: 'tier "5" is none' },
    ]);
  });

  it.each([
    ['no status', {}],
    ['a status of another shape', { status: 'fine' }],
    ['items that are no list', { status: { items: 3 } }],
    ['items that are no records', { status: { items: [null, 'x', {}] } }],
  ])('is empty for %s', (_name, extra) => {
    expect(catalogFaults({ ...entity, ...extra })).toEqual([]);
  });
});
