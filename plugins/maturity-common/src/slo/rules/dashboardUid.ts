const MAX_LENGTH = 40;

/** FNV-1a; enough to keep two services apart whose names are cut or changed alike. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, '0');
}

/**
 * The uid of the dashboard of a service: at most 40 letters, digits, `-` and `_`, which is what Grafana
 * takes, always the same for one service.
 *
 * @public
 */
export function sloDashboardUid(service: string): string {
  const uid = `slo-${service}`.replace(/[^A-Za-z0-9_-]/g, '-');
  return uid === `slo-${service}` && uid.length <= MAX_LENGTH
    ? uid
    : `${uid.slice(0, MAX_LENGTH - 9)}-${hash(service)}`;
}
