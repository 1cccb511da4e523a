/** The ladder glyph as an icon of the navigation. */
export function MaturityIcon() {
  return (
    <svg
      aria-hidden
      width="1em"
      height="1em"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
    >
      <path d="M6 3v18M18 3v18M6 7h12M6 12h12M6 17h12" />
    </svg>
  );
}
