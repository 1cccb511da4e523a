import { badgeSvg } from './badgeSvg';
import { type Badge, badgeOf, type Standing } from './Badge';

const definitions = {
  tracks: [
    {
      id: 'devops',
      title: 'DevOps',
      purpose: '',
      levels: ['Bronze', 'Silver', 'Gold', 'Platinum'],
      builtIn: true,
    },
  ],
};

function standing(level: number | null, achievable: number | null): Standing {
  return { stage: 'sre', tracks: { devops: { level, achievable } } };
}

function badge(parts: Partial<Badge>): string {
  return badgeSvg({
    label: 'DevOps',
    message: 'Gold',
    meaning: 'Gold, level 3 of 4',
    sign: { kind: 'none' },
    ...parts,
  });
}

const HOSTILE = [
  '</title><script>alert(1)</script>',
  '" onload="alert(1)',
  "' onmouseover='alert(1)",
  '&lt;script&gt;',
  ']]><!ENTITY x SYSTEM "file:///etc/passwd">',
  '<!-- -->',
  'a\u0000b\u001b[31m\u202Ec\u2028d\uD800e\uFFFE',
  'x'.repeat(5_000),
  '👩‍👩‍👧‍👦'.repeat(100),
  'كلمة طويلة',
  '',
];

const TAG = /<(\/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<>]*")*)(\/?)>/g;
const ENTITY = /&(?:amp|lt|gt|quot|#39);/g;

/** Elements and attributes of a document; rejects what is not well formed or has bare signs. */
function partsOf(svg: string): { elements: string[]; attributes: string[] } {
  const open: string[] = [];
  const elements: string[] = [];
  const attributes: string[] = [];
  for (const [, close, name, attributesText, empty] of svg.matchAll(TAG)) {
    if (close) {
      expect(open.pop()).toBe(name);
    } else {
      elements.push(name);
      if (!empty) open.push(name);
    }
    for (const [, attribute] of attributesText.matchAll(/ ([a-zA-Z:-]+)="/g)) {
      attributes.push(attribute);
    }
  }
  expect(open).toEqual([]);
  expect(svg.replace(TAG, '').replace(ENTITY, '')).not.toMatch(/[<>&]/);
  const values = [...svg.matchAll(/="([^"]*)"/g)].map(([, value]) => value);
  for (const value of values) {
    expect(value.replace(ENTITY, '')).not.toMatch(/[<>&]/);
  }
  return { elements, attributes };
}

describe('badgeOf', () => {
  it.each([
    [3, 4, 'Gold', 'Gold, level 3 of 4'],
    [0, 4, 'No level yet', 'No level yet, 0 of 4'],
    [null, null, 'Does not apply', 'Does not apply'],
    [6, 6, 'Level 6', 'Level 6, level 6 of 6'],
  ])('names level %s of %s', (level, achievable, message, meaning) => {
    expect(
      badgeOf({
        standing: standing(level, achievable),
        track: 'devops',
        definitions,
      }),
    ).toMatchObject({ label: 'DevOps', message, meaning });
  });

  it('names the stage without a track', () => {
    const given = { standing: standing(1, 4), track: undefined, definitions };

    expect(badgeOf(given)).toEqual({
      label: 'Stage',
      message: 'SRE',
      meaning: 'SRE, 4 of 5',
      sign: { kind: 'path', stops: 5, at: 3 },
    });
  });

  it.each([[undefined], ['devops']])(
    'is neutral without a standing for the track %s',
    track => {
      expect(badgeOf({ standing: undefined, track, definitions })).toEqual({
        label: track ? 'DevOps' : 'Stage',
        message: 'Unknown',
        meaning: 'Unknown',
        sign: { kind: 'none' },
      });
    },
  );

  it.each(['nothing', '__proto__', 'constructor'])(
    'refuses the track "%s"',
    track => {
      expect(() =>
        badgeOf({ standing: standing(1, 4), track, definitions }),
      ).toThrow(`The query parameter "track" is "${track}"`);
    },
  );
});

describe('badgeSvg', () => {
  it('tells the level by words, by the count of rungs and to screen readers', () => {
    const svg = badgeSvg(
      badgeOf({ standing: standing(2, 3), track: 'devops', definitions }),
    );

    expect(svg).toContain(
      'role="img" aria-label="DevOps: Silver, level 2 of 3"',
    );
    expect(svg).toContain('<title>DevOps: Silver, level 2 of 3</title>');
    expect(svg).toContain('>Silver</text>');
    const rects = svg.match(/<rect x=[^>]*>/g) ?? [];
    expect(rects.map(rect => rect.includes('fill="none"'))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it.each(HOSTILE)('takes %j for text and for nothing else', hostile => {
    const svg = badge({ label: hostile, message: hostile, meaning: hostile });
    const { elements, attributes } = partsOf(svg);

    expect(svg.length).toBeLessThan(3_000);
    expect(elements).toEqual([
      'svg',
      'title',
      'rect',
      'path',
      'g',
      'text',
      'text',
    ]);
    expect(attributes.filter(name => name.startsWith('on'))).toEqual([]);
    expect(svg.trim()).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028]/u);
  });
});
