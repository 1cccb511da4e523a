/**
 * How our pages print: black on white whatever the theme, because printers leave backgrounds out or
 * not, as they are told, and a dark theme would print white on white; patterns and shapes carry what colours carry on a screen.
 * Links are underlined, and those that leave the portal show where to.
 */
export const paper = {
  '@media print': {
    color: '#000',
    backgroundColor: '#fff',
    '& *': {
      color: '#000 !important',
      borderColor: '#999 !important',
      backgroundColor: 'transparent !important',
      boxShadow: 'none !important',
    },
    '& section': { border: 'none', padding: 0 },
    '& tr, & li, & dl > div': { breakInside: 'avoid' },
    '& h1, & h2, & h3, & h4': { breakAfter: 'avoid' },
    '& a': { textDecoration: 'underline' },
    '& a[href^="http"]::after': {
      content: '" (" attr(href) ")"',
      fontSize: '0.75em',
      overflowWrap: 'anywhere',
    },
  },
} as const;
