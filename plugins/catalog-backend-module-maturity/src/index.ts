/**
 * A module of the catalog backend: warns of malformed maturity annotations, provides locally generated
 * services, and declares the annotations to the catalog's model.
 *
 * @packageDocumentation
 */
export { catalogModuleMaturity as default } from './module';
