export interface Config {
  maturity?: {
    /** Services that were generated without a source-code host. */
    local?: {
      /**
       * Folder whose sub-folders are such services. Absolute, or relative to the folder that the
       * backend was started in. Without it there are none.
       */
      root?: string;
    };

    /** What is added to the catalog's model. */
    catalog?: {
      /**
       * Whether the annotations of this plugin are declared to the catalog's model, which is an alpha
       * feature of Backstage; by default false. The model refuses an annotation that is declared twice.
       */
      declareAnnotations?: boolean;
    };
  };
}
