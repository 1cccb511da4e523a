/** A name for the alerts of an objective that names none, e.g. `CheckoutAvailabilityErrorBudgetBurn`. */
export function defaultAlertName(service: string, name: string): string {
  const words = `${service} ${name}`.split(/[^A-Za-z0-9]+/);
  const joined = words
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  return `${/^\d/.test(joined) ? 'Slo' : ''}${joined}ErrorBudgetBurn`;
}
