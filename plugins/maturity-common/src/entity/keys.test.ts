import { isNegative, placeholderKind } from './annotationValue';
import { isUrlOrPath, parseHttpUrl } from './addresses';
import { parseDatedLink, parseIsoDate } from './dates';
import { exemptKey, OWN_KEYS, ownKey, type OwnKey } from './keys';
import { parseList } from './lists';
import { parseInteger, parseSemver } from './numbers';
import { parseTemplateRef } from './references';
import { describeValueForm } from './valueForms';

/** Whether an example is what its form asks for. */
function isOfForm({ form, example }: OwnKey): boolean {
  switch (form.is) {
    case 'one-of':
      return form.accepted.includes(example);
    case 'list-of':
      return parseList(example).every(word => form.accepted.includes(word));
    case 'integer': {
      const value = parseInteger(example) ?? Number.NaN;
      return value >= form.minimum && value <= form.maximum;
    }
    case 'date':
      return form.withUrl
        ? parseDatedLink(example)?.url !== undefined
        : parseIsoDate(example) !== undefined;
    case 'url':
      return parseHttpUrl(example) !== undefined;
    case 'url-or-path':
      return isUrlOrPath(example);
    case 'url-or-word':
      return form.accepted.includes(example);
    case 'flag':
      return example === 'true';
    case 'semver':
      return parseSemver(example) !== undefined;
    case 'template-ref':
      return parseTemplateRef(example) !== undefined;
    case 'exemption':
      return parseIsoDate(example.split(' ')[0]) !== undefined;
    case 'list':
    case 'text':
    case 'objectives':
      return example !== '';
    default: {
      const unreachable: never = form;
      return unreachable;
    }
  }
}

describe('OWN_KEYS', () => {
  it('holds every key once, with the prefix', () => {
    expect(OWN_KEYS).toHaveLength(45);
    expect(new Set(OWN_KEYS.map(({ key }) => key)).size).toBe(OWN_KEYS.length);
    expect(OWN_KEYS.every(({ key, name }) => key === `maturity/${name}`)).toBe(
      true,
    );
  });

  it.each(OWN_KEYS)('describes $key with a fitting example', own => {
    expect(isOfForm(own)).toBe(true);
    expect(isNegative(own.example)).toBe(false);
    expect(placeholderKind(own.example)).toBeUndefined();
    expect(own.meaning).toMatch(/^[A-Z].*\.$/);
    expect(own.kinds.length).toBeGreaterThan(0);
    expect(describeValueForm(own.form)).not.toBe('');
  });
});

describe('ownKey', () => {
  it('puts the prefix before the name', () => {
    expect(ownKey('slo')).toBe('maturity/slo');
    expect(exemptKey('slo-defined')).toBe('maturity/exempt.slo-defined');
  });
});

describe('describeValueForm', () => {
  it.each([
    [
      'cd',
      'one of `continuous`, `gitops`, `automated` (`manual`: not practised)',
    ],
    ['change-review', 'whole number from 0'],
    ['toil', 'whole number from 0 to 100'],
    ['audit-trail', 'http(s) URL or `vcs`'],
    [
      'secrets',
      'name or path of the secret store (`in-repo`, `plain-env-file`: not practised)',
    ],
  ])('of %s', (name, words) => {
    const form = OWN_KEYS.find(own => own.name === name)?.form;
    expect(form && describeValueForm(form)).toBe(words);
  });
});
