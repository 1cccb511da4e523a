/**
 * Version of the rules that are code and not data: raise it whenever a decide function, an
 * applicability rule or the ladder changes its verdicts, so that stored scorecards are computed anew.
 *
 * @public
 */
export const ENGINE_VERSION = 4;
