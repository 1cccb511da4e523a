import { readFileSync } from 'node:fs';
import path from 'node:path';
import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { seriousFaults } from '../__testUtils__';
import { LazyTierField } from './LazyTierField';
import { FormOf } from './__testUtils__/FormOf';
import { objectivesOf, promisesOf } from './tierPromise';

const OBJECTIVES = {
  '1': 'availability=99.95/30d, latency(300ms)=99/30d',
  '2': 'availability=99.9/30d',
};

async function show(options: object = { objectives: OBJECTIVES }) {
  const changes: unknown[] = [];
  await renderInTestApp(
    <FormOf
      name="tier"
      schema={{
        type: 'string',
        title: 'Tier',
        description: 'How costly is downtime?',
        enum: ['1', '2'],
      }}
      uiSchema={{ 'ui:options': options }}
      field={LazyTierField}
      onChange={value => changes.push(value)}
    />,
  );
  await screen.findByRole('radio', { name: /Tier 1/ });
  return changes;
}

describe('MaturityTier', () => {
  it('shows what each tier promises, and the budget in minutes', async () => {
    await show();

    const first = screen.getByRole('radio', { name: /Tier 1/ });
    expect(first.closest('label')).toHaveTextContent(
      'Tier 1Customers or revenue stop at once.99.95% available' +
        'Error budget: 21.6 minutes in 30 days' +
        '99% of answers within 300ms',
    );
    const second = screen.getByRole('radio', { name: /Tier 2/ });
    expect(second.closest('label')).toHaveTextContent(
      'Error budget: 43.2 minutes in 30 days',
    );
    expect(await seriousFaults(document.body)).toEqual([]);
  });

  it('is chosen with the keyboard', async () => {
    const changes = await show();

    screen.getByRole('radio', { name: /Tier 2/ }).focus();
    await userEvent.keyboard(' ');

    expect(changes.at(-1)).toEqual({ tier: '2' });
    expect(screen.getByRole('radio', { name: /Tier 2/ })).toBeChecked();
  });

  it.each([{}, { objectives: 'none' }, { objectives: { '1': 7, '2': '100' } }])(
    'shows the tiers alone where a template gives %j',
    async options => {
      await show(options);

      expect(screen.getAllByRole('radio')).toHaveLength(2);
      expect(screen.queryByText(/Error budget/)).not.toBeInTheDocument();
    },
  );
});

describe('the objectives of the starters', () => {
  const TEMPLATES = path.resolve(__dirname, '../../../../templates');

  /** The map from tier to objective that the steps use. */
  function used(text: string, name: string): string[] {
    const found = new RegExp(`\\b${name}: "\\$\\{\\{ \\{ ([^}]*)\\}`).exec(
      text,
    );
    return [...(found?.[1] ?? '').matchAll(/'\d': '([\d.]+)'/g)].map(
      ([, objective]) => objective,
    );
  }

  it.each(['node', 'python', 'go'])(
    'of %s are those that the form shows',
    language => {
      const file = path.join(TEMPLATES, `${language}-service.yaml`);
      const text = readFileSync(file, 'utf8');
      const shown = [...text.matchAll(/^ {14}'\d': (availability.*)$/gm)].map(
        ([, objectives]) => promisesOf(objectives),
      );

      expect(shown.map(([first]) => first.objective)).toEqual(
        used(text, 'objective'),
      );
      expect(shown.map(([, second]) => second.objective)).toEqual(
        used(text, 'latencyObjective'),
      );
      expect(shown.map(([first]) => String(first.minutes))).toEqual(
        used(text, 'budgetMinutes'),
      );
      expect(shown).toHaveLength(4);
    },
  );
});

describe('objectivesOf', () => {
  it('takes no harm from names that every object has', () => {
    expect(
      objectivesOf(JSON.parse('{"objectives":{"__proto__":"x","1":"y"}}')).get(
        'toString',
      ),
    ).toBeUndefined();
  });
});
