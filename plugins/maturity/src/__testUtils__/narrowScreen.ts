/** Makes every media query match for the tests of a `describe`, as on a phone. */
export function narrowScreen(): void {
  const original = window.matchMedia;
  beforeAll(() => {
    window.matchMedia = query => ({
      matches: query.includes('max-width'),
      media: query,
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
      addEventListener: () => {},
      removeEventListener: () => {},
      dispatchEvent: () => false,
    });
  });
  afterAll(() => {
    window.matchMedia = original;
  });
}
