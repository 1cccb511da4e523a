export interface Config {
  maturity?: {
    /** Services that were generated without a source-code host. */
    local?: {
      /**
       * Folder into which `maturity:publish:local` writes services. Absolute, or relative to the folder
       * that the backend was started in. Without it the action refuses to run.
       */
      root?: string;
    };
  };
}
