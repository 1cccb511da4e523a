import { exportName } from './exportName';

describe('exportName', () => {
  it('has the date of the reader', () => {
    expect(exportName(new Date(2026, 10, 3, 23, 59))).toBe(
      'maturity-services-2026-11-03.csv',
    );
  });
});
