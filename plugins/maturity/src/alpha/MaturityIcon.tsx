/** The ladder glyph as an icon of the navigation: two rungs earned, two to go. */
export function MaturityIcon() {
  return (
    <svg
      aria-hidden
      width="1em"
      height="1em"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
    >
      <path d="M3 20.5h18M3 15.2h18" strokeWidth="3.6" strokeLinecap="butt" />
      <path d="M3.7 8.3h16.6v2.4H3.7zM3.7 3h16.6v2.4H3.7z" />
    </svg>
  );
}
