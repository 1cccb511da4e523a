import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Form } from '@backstage/plugin-scaffolder-react/alpha';
import type { ComponentType } from 'react';

/** A form of one field, as the scaffolder shows it. */
export function FormOf(props: {
  name: string;
  schema: object;
  uiSchema?: object;
  /** What the scaffolder tells of the whole form. */
  formContext?: object;
  field: ComponentType<FieldExtensionComponentProps<string>>;
  onChange?(value: unknown): void;
}) {
  const { name, schema, uiSchema, formContext } = props;
  const { field: Field, onChange } = props;
  return (
    <Form
      validator={{
        isValid: () => true,
        rawValidation: () => ({}),
        validateFormData: () => ({ errors: [], errorSchema: {} }),
        toErrorList: () => [],
      }}
      schema={{ type: 'object', properties: { [name]: schema } }}
      uiSchema={{ [name]: { ...uiSchema, 'ui:field': 'TestedField' } }}
      formContext={formContext}
      onChange={({ formData }) => onChange?.(formData)}
      fields={{
        TestedField: fieldProps => (
          <Field
            {...fieldProps}
            errorSchema={undefined}
            onChange={value => fieldProps.onChange(value)}
          />
        ),
      }}
    />
  );
}
