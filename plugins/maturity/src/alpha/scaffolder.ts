import {
  createFormField,
  FormFieldBlueprint,
  scaffolderTemplateOutputsBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';
import {
  SERVICE_NAME_FIELD,
  serviceNameSchema,
  validateServiceName,
} from '../scaffolder/serviceName';
import { MaturityTemplateOutputs } from '../scaffolder/TemplateOutputs';

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

/** The starters; the scaffolder asks for exact references. */
const SCORING_TEMPLATES = [
  'node-service',
  'python-service',
  'go-service',
  'upgrade-service',
].map(name => `template:default/${name}`);

/** The result page of the starters, with the scorecard of the new service. */
export const templateOutputs = scaffolderTemplateOutputsBlueprint.make({
  name: 'scorecards',
  params: {
    component: MaturityTemplateOutputs,
    templateRefs: SCORING_TEMPLATES,
  },
});
