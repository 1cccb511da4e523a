export { isTemplated } from './isTemplated';
export { lostAlias } from './lostAlias';
export {
  duplicateKeys,
  parseYamlDocuments,
  type YamlParseOptions,
} from './parseYamlDocuments';
