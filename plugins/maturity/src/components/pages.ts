/**
 * The pages below `/maturity`, loaded together: they share most of their code, which a bundler would
 * otherwise repeat in the chunk of each page, and switching tabs needs no further request.
 */
export { AdvicePage } from './AdvicePage';
export { ChecksPage } from './CheckPage';
export { OperatorPage } from './OperatorPage';
export { OverviewPage } from './OverviewPage';
export { ServicesPage } from './ServicesPage';
