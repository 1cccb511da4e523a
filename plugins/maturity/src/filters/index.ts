export {
  isFiltered,
  parseServicesQuery,
  type ServicesQuery,
  servicesSearch,
} from './servicesQuery';
export { useCheckHref } from './useCheckHref';
export { useServiceLink } from './useServiceLink';
export { useServicesHref } from './useServicesHref';
export { LIFECYCLES, oneOf, STAGE_FILTERS, STATUSES, TIERS } from './words';
