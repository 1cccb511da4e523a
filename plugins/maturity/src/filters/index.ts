export { knownQuery } from './knownQuery';
export {
  askedOf,
  isFiltered,
  LONGEST_SEARCH,
  parseServicesQuery,
  type ServicesQuery,
  servicesSearch,
} from './servicesQuery';
export { useCheckHref } from './useCheckHref';
export { useOptionalCheckHref } from './useOptionalCheckHref';
export { useServiceLink } from './useServiceLink';
export { useServicesHref } from './useServicesHref';
export { LIFECYCLES, oneOf, STAGE_FILTERS, STATUSES, TIERS } from './words';
