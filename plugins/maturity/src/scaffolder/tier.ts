import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** What templates write behind `ui:field`. */
export const TIER_FIELD = 'MaturityTier';

/** For the documentation of form fields in the portal. */
export const tierSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      objectives: z
        .record(z.string())
        .optional()
        .describe(
          'What each tier promises, such as availability=99.9/30d, latency(300ms)=99/30d',
        ),
    }),
});
