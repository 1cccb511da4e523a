import { ConflictError, InputError } from '@backstage/errors';
import type {
  FactProvider,
  MaturityFactsExtensionPoint,
} from '@backstage-maturity/plugin-maturity-node';

const ID_FORM = /^[a-z][a-z0-9-]{0,62}$/;
// The observed files of a repository have their own place among the facts.
const RESERVED: ReadonlySet<string> = new Set(['repository']);

/** Providers that modules have added before the plugin starts. */
export class FactProviders implements MaturityFactsExtensionPoint {
  readonly #providers = new Map<string, FactProvider>();

  addProvider(provider: FactProvider): void {
    const { id } = provider;
    if (!ID_FORM.test(id) || RESERVED.has(id)) {
      throw new InputError(
        `The fact provider "${id}" has a wrong id: expected lower-case letters, digits and dashes after a first letter, and not "repository".`,
      );
    }
    if (this.#providers.has(id)) {
      throw new ConflictError(
        `There is already a fact provider with the id "${id}"; expected an id that no other module has taken.`,
      );
    }
    this.#providers.set(id, provider);
  }

  get all(): readonly FactProvider[] {
    return [...this.#providers.values()];
  }
}
