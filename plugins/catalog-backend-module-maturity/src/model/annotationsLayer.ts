import {
  type CatalogModelLayer,
  createCatalogModelLayer,
} from '@backstage/catalog-model/alpha';
import { OWN_KEYS } from '@backstage-maturity/plugin-maturity-common';

// A key with a placeholder in it stands for many annotations and cannot be declared as one.
const PLACEHOLDER = /[<>]/;

/** The annotations of this plugin as the catalog's model describes annotations. */
export function annotationsLayer(): CatalogModelLayer {
  return createCatalogModelLayer({
    layerId: 'backstage-maturity/annotations',
    builder: model => {
      for (const { key, meaning, example } of OWN_KEYS) {
        if (PLACEHOLDER.test(key)) continue;
        model.addAnnotation({
          name: key,
          description: meaning,
          schema: { jsonSchema: { type: 'string', examples: [example] } },
        });
      }
    },
  });
}
