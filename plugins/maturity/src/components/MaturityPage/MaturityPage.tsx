import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { useText } from '../../hooks/useText';
import {
  AdvicePage,
  ChecksPage,
  OperatorPage,
  OverviewPage,
  ServicesPage,
} from '../pages';

/**
 * The page of the legacy frontend system: its shell with the same bodies inside.
 *
 * @public
 */
export function MaturityPage() {
  const t = useText();
  return (
    <Page themeId="tool">
      <Header title={t('common.title')} />
      <TabbedLayout>
        <TabbedLayout.Route path="/overview" title={t('common.overviewTab')}>
          <OverviewPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/services" title={t('common.servicesTab')}>
          <ServicesPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/advice" title={t('common.adviceTab')}>
          <AdvicePage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/checks" title={t('common.checksTab')}>
          <ChecksPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/operator" title={t('common.operatorTab')}>
          <OperatorPage />
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
}
