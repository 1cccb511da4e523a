import { HumanDuration } from '@backstage/types';

export interface Config {
  /** How maturity is computed. Every key is optional. */
  maturity?: {
    /**
     * New words for the built-in tracks `devops`, `sre` and `platform`, and own tracks.
     */
    tracks?: Array<{
      /** Lower-case letters, digits and single dashes, e.g. `security`. */
      id: string;
      /** Required for an own track. */
      title?: string;
      /** One line that says what the track asks. */
      purpose?: string;
      /**
       * Names of the levels, lowest first. Required for an own track, which has 1 to 10 of them;
       * a built-in track keeps its four levels.
       */
      levels?: string[];
    }>;

    /**
     * Adjustments of built-in checks and new checks, by check id. A wrong entry disables its check,
     * is logged and shown on the operator view; everything else works.
     */
    checks?: {
      [checkId: string]: {
        /** False switches the check off. */
        enabled?: boolean;
        /**
         * @minimum 1
         * @maximum 100
         */
        weight?: number;
        /**
         * Level on its track, from 1.
         * @minimum 1
         */
        level?: number;
        /** First day (UTC, `YYYY-MM-DD`) on which the check counts; until then it is announced. */
        from?: string;

        /** Built-in checks only: what the absence of evidence means. */
        absence?: 'fail' | 'unknown';
        /** Built-in checks only: further annotation keys that count as linked evidence. */
        extraKeys?: string[];

        /** New checks only: the track it belongs to. Required. */
        track?: string;
        /** New checks only: a short statement that is true when the check passes. Required. */
        title?: string;
        /**
         * New checks only: a filter predicate that says where the check applies; by default to
         * every Component.
         */
        applies?: { [pathOrOperator: string]: unknown };
        /**
         * New checks only: the predicate that makes it pass. Required. Paths start at the entity
         * (`spec.type`, `metadata.annotations.acme.com/threat-model`) or at `facts.<source>.<name>`.
         * Operators: `$all`, `$any`, `$not`; `$exists`, `$in`, `$contains`, `$hasPrefix`; and for
         * numbers `$gte`, `$gt`, `$lte`, `$lt`.
         */
        pass?: { [pathOrOperator: string]: unknown };
        /** New checks only: the predicate that makes it fail, asked before `pass`. */
        fail?: { [pathOrOperator: string]: unknown };
        /** New checks only: the predicate that leaves it open, asked after `pass`. */
        unknown?: { [pathOrOperator: string]: unknown };
        /** New checks only: the status when none of the predicates holds; by default `fail`. */
        absent?: 'fail' | 'unknown';
        /** New checks only: what to do to pass. */
        remedy?: string;
        /** New checks only: whether the practice is technical (default) or cultural. */
        nature?: 'technical' | 'cultural';
        /** New checks only: what is looked at, in words; by default made from the predicates. */
        decides?: string;
        /** New checks only: what passes, in words; by default made from `pass`. */
        passes?: string;
        /** New checks only: what fails, in words; by default made from `fail`. */
        fails?: string;
        /** New checks only: where the rule comes from, e.g. a policy of the company. */
        source?: string;
      };
    };

    /** What the absence of evidence means, by check id. */
    absence?: { [checkId: string]: 'fail' | 'unknown' };

    /**
     * Stacks that the platform supports. Without any, the tags and `maturity/stack` of the
     * Templates in the catalog count.
     */
    supportedStacks?: string[];
    /** Further words for stacks, from word to stack, e.g. `{ tsx: node }`. */
    stackAliases?: { [word: string]: string };
    /** `spec.type` of the Groups that build the platform; by default `platform`. */
    platformGroupTypes?: string[];
    /** `spec.type` of the Groups that count as teams. */
    teamGroupTypes?: string[];
    /** Tags that mark a component as regulated; replaces the built-in list. */
    regulatedTags?: string[];
    /** Whether a GitHub or GitLab slug alone proves a CI pipeline; by default false. */
    scmSlugImpliesCi?: boolean;
    /** Whether a User may own a component; by default false. */
    allowUserOwners?: boolean;
    /**
     * Minor versions that a service may be behind its golden path; by default 2.
     * @minimum 0
     */
    maxMinorLag?: number;
    /**
     * Tier of a component that declares none, from 1 (most critical) to 4; by default 2.
     */
    defaultTier?: 1 | 2 | 3 | 4;
    /**
     * Share of a set that must have reached a level for the set to have it; greater than 0 and at
     * most 1, by default 0.8.
     * @maximum 1
     */
    rollUpShare?: number;

    /** Whether annotations `maturity/exempt.<check-id>` count; by default false. */
    exemptAnnotations?: boolean;
    /** Waivers granted by the operators of the portal. */
    exemptions?: Array<{
      /** Reference of a component, e.g. `component:default/checkout`. */
      entity: string;
      /** Id of the check. */
      check: string;
      reason: string;
      /** Last day (UTC, `YYYY-MM-DD`) on which it holds. */
      until: string;
      /** Day on which it was granted; then `until` may be at most 180 days later. */
      granted?: string;
      /** Reference of a user or a group, e.g. `user:default/ada`. */
      approvedBy?: string;
    }>;

    /**
     * Working days until a newcomer's first production change, as the organization measures them;
     * read by the advisor.
     * @minimum 0
     */
    onboardingDays?: number;

    /** Thresholds of the advisor. */
    advisor?: {
      /** Share of experimental services from which an organization counts as exploring; 0.6. */
      experimentalShare?: number;
      /** Reliability practice is indicated above this number of stacks; 3. */
      manyStacks?: number;
      /** Teams that use something from which it counts as widely shared; 3. */
      sharedFanInTeams?: number;
      /** Production services from which reliability needs its own practice; 20. */
      scaleServices?: number;
      /** Developers up to which a platform is not worth it yet; 10. */
      handfulDevelopers?: number;
      /** Teams from which a platform may pay; 3. */
      multipleTeams?: number;
      /** Distinct Resource types from which infrastructure counts as complex; 4. */
      complexResourceTypes?: number;
      /** Resources per service from which infrastructure counts as complex; 3. */
      resourcesPerService?: number;
      /** Working days from which onboarding counts as slow; 10. */
      slowOnboardingDays?: number;
      /** Share of services on a golden path from which a platform counts as in use; 0.5. */
      goldenPathShare?: number;
      /** Share of legacy among critical services from which architecture comes first; 0.5. */
      legacyShare?: number;
      /** Teams from which a thin platform runs in parallel; 8. */
      parallelPlatformTeams?: number;
      /** Level of a track from which it counts as attained; 2. */
      attained?: number;
    };

    /** Evaluating scorecards on request. */
    refresh?: {
      /**
       * Refreshes that one caller may ask for within a minute, on each replica; by default 30.
       * @minimum 1
       * @maximum 100000
       */
      limit?: number;
    };

    /** Services that were generated without a source-code host. */
    local?: {
      /**
       * Folder whose sub-folders are such services; what is in their files counts as evidence. Absolute,
       * or relative to the folder that the backend was started in.
       */
      root?: string;
    };

    /** Evidence from the files of entities with a source location. */
    repository?: {
      /**
       * Whether the trees of entities are read from hosts that `integrations` names; by default false,
       * because it uses the same tokens, and their limits, as everything else of the portal.
       */
      enabled?: boolean;
      /** Time from one look at a tree to the next; from a minute to 365 days, an hour when left out. */
      frequency?: string | HumanDuration;
      /** Time after which reading one tree is given up; from a second to 24 days, two minutes when left out. */
      timeout?: string | HumanDuration;
      /**
       * Trees of one host that are read at the same time; by default 2.
       * @minimum 1
       * @maximum 20
       */
      concurrency?: number;
      /**
       * Files of one tree that are listed; in a larger tree absence proves nothing. By default 20,000.
       * @minimum 1
       * @maximum 50000
       */
      maxFiles?: number;
      /**
       * Bytes that the archive of one tree may have, and its files together, before the download is stopped;
       * by default 200,000,000.
       * @minimum 1
       * @maximum 2000000000
       */
      maxBytes?: number;
    };

    /** Pictures that show a stage or a level. */
    badges?: {
      /**
       * Whether badges are shown to everybody who reaches the backend, without credentials; by default
       * false. Whoever knows the name of a component can then see its levels and its stage.
       */
      anonymous?: boolean;
    };

    /** What is kept of the past. */
    history?: {
      /**
       * Days for which changes of scorecards and daily counts are kept; by default 400.
       * @minimum 1
       * @maximum 36500
       */
      retentionDays?: number;
    };

    /** The scheduled run over the catalog. */
    sweep?: {
      /** Time from the start of one run to the next; from a second to 365 days. */
      frequency?: { cron: string } | string | HumanDuration;
      /** Time after which a run is given up; from a second to 24 days. */
      timeout?: string | HumanDuration;
      /** Time from the start of the backend to its first run; at most 24 days. */
      initialDelay?: string | HumanDuration;
      /**
       * Time from one look at the etags of the catalog to the next; when one has moved, a run starts at
       * once. From one second to 24 days, 10 seconds when left out.
       */
      poll?: string | HumanDuration;
      /**
       * Time without a sign of life of the process that sweeps after which another replica takes over.
       * From five seconds to 24 days, 20 seconds when left out.
       */
      lease?: string | HumanDuration;
      /**
       * Entities that are read from the catalog at once.
       * @minimum 1
       * @maximum 10000
       */
      pageSize?: number;
    };
  };
}
