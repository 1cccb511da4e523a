import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: 14,
    height: 72,
    paddingInlineStart: (sidebarConfig.drawerWidthClosed - 28) / 2,
    color: '#7df3c4',
    fontWeight: 600,
    fontSize: 17,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
  },
});

/** Three rungs of a ladder: the mark of the demo portal. */
export const PortalMark = () => {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  return (
    <Link
      to="/maturity"
      underline="none"
      className={classes.link}
      aria-label="Maturity overview"
    >
      <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
        <g fill="currentColor">
          <rect x="3" y="20" width="22" height="5" rx="2" />
          <rect x="3" y="11.5" width="22" height="5" rx="2" />
          <rect x="3" y="3" width="22" height="5" rx="2" opacity="0.5" />
        </g>
      </svg>
      {isOpen && <span>Maturity</span>}
    </Link>
  );
};
