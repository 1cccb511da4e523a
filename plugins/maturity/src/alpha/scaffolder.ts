import {
  createFormField,
  FormFieldBlueprint,
  scaffolderTemplateOutputsBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';
import { OWNER_FIELD, ownerSchema, validateOwner } from '../scaffolder/owner';
import {
  REPOSITORY_FIELD,
  repositorySchema,
  validateRepository,
} from '../scaffolder/repository';
import {
  SERVICE_NAME_FIELD,
  serviceNameSchema,
  validateServiceName,
} from '../scaffolder/serviceName';
import { MaturityTemplateOutputs } from '../scaffolder/TemplateOutputs';
import { TIER_FIELD, tierSchema } from '../scaffolder/tier';

/** The field that checks a service's name while it is typed. */
export const serviceNameField = FormFieldBlueprint.make({
  name: 'service-name',
  params: {
    field: async () => {
      const { ServiceNameField } = await import(
        '../scaffolder/ServiceNameField'
      );
      return createFormField({
        name: SERVICE_NAME_FIELD,
        component: ServiceNameField,
        validation: validateServiceName,
        schema: serviceNameSchema,
      });
    },
  },
});

/** The field for the group that owns what a template makes. */
export const ownerField = FormFieldBlueprint.make({
  name: 'owner',
  params: {
    field: async () => {
      const { OwnerField } = await import('../scaffolder/OwnerField');
      return createFormField({
        name: OWNER_FIELD,
        component: OwnerField,
        validation: validateOwner,
        schema: ownerSchema,
      });
    },
  },
});

/** The field that shows what each tier promises and allows. */
export const tierField = FormFieldBlueprint.make({
  name: 'tier',
  params: {
    field: async () => {
      const { TierField } = await import('../scaffolder/TierField');
      return createFormField({
        name: TIER_FIELD,
        component: TierField,
        schema: tierSchema,
      });
    },
  },
});

/** The field that checks while it is typed whether a repository exists. */
export const repositoryField = FormFieldBlueprint.make({
  name: 'repository',
  params: {
    field: async () => {
      const { RepositoryField } = await import('../scaffolder/RepositoryField');
      return createFormField({
        name: REPOSITORY_FIELD,
        component: RepositoryField,
        validation: validateRepository,
        schema: repositorySchema,
      });
    },
  },
});

/** What scores a service at its end; the scaffolder asks for exact references. */
const SCORING_TEMPLATES = [
  'node-service',
  'python-service',
  'go-service',
  'upgrade-service',
  'add-ci',
  'add-docs',
  'add-slo',
].map(name => `template:default/${name}`);

/** The result page of these, with the scorecard of the service. */
export const templateOutputs = scaffolderTemplateOutputsBlueprint.make({
  name: 'scorecards',
  params: {
    component: MaturityTemplateOutputs,
    templateRefs: SCORING_TEMPLATES,
  },
});
