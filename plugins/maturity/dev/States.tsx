import { Content, Header, Link, Page } from '@backstage/core-components';
import { TestApiProvider } from '@backstage/test-utils';
import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { maturityApiRef } from '../src';
import { type Part, parts } from './parts';
import { states } from './states';

const useStyles = makeStyles(
  theme => ({
    nav: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      marginBlockEnd: theme.spacing(3),
    },
    state: { marginBlockEnd: theme.spacing(6) },
    name: {
      font: 'inherit',
      fontWeight: 600,
      borderBlockEnd: `2px solid ${theme.palette.divider}`,
      marginBlockEnd: theme.spacing(2),
    },
  }),
  { name: 'MaturityStates' },
);

/** One part in every state, below each other. */
export function PartInStates(props: { part: Part; dir: 'ltr' | 'rtl' }) {
  const { part, dir } = props;
  const classes = useStyles();
  return (
    <>
      {states.map(({ name, api }) => (
        <div key={name} className={classes.state}>
          <h2 className={classes.name}>{name}</h2>
          <TestApiProvider apis={[[maturityApiRef, api]]}>
            <div dir={dir}>{part.element}</div>
          </TestApiProvider>
        </div>
      ))}
    </>
  );
}

/** Every page, tab and card in every state; the theme is switched in the settings of the app. */
export function States() {
  const classes = useStyles();
  const [dir, setDir] = useState<'ltr' | 'rtl'>('ltr');
  return (
    <Page themeId="tool">
      <Header title="States" subtitle="Every page in every state" />
      <Content>
        <nav className={classes.nav} aria-label="Parts">
          {parts.map(({ name, path }) => (
            <Link key={path} to={`/states/${path}`}>
              {name}
            </Link>
          ))}
          <Button
            size="small"
            variant="outlined"
            onClick={() => setDir(dir === 'ltr' ? 'rtl' : 'ltr')}
          >
            {dir === 'ltr' ? 'From right to left' : 'From left to right'}
          </Button>
        </nav>
        <Routes>
          <Route index element={<Navigate to="/states/overview" replace />} />
          {parts.map(part => (
            <Route
              key={part.path}
              path={part.path.replace(/\/.*/, '/:id')}
              element={<PartInStates part={part} dir={dir} />}
            />
          ))}
        </Routes>
      </Content>
    </Page>
  );
}
