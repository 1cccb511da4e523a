export { isTemplated } from './isTemplated';
export {
  duplicateKeys,
  parseYamlDocuments,
  type YamlParseOptions,
} from './parseYamlDocuments';
