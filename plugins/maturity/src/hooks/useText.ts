import {
  TranslationFunction,
  useTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { maturityTranslationRef } from '../translation';

/** The translation function of this plugin, for components and for functions that render text. */
export type Text = TranslationFunction<typeof maturityTranslationRef.T>;

export function useText(): Text {
  return useTranslationRef(maturityTranslationRef).t;
}
