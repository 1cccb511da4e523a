import { useText } from '../../hooks/useText';
import { useTitle } from '../../hooks/useTitle';
import { Body, Failure, Skeletons } from '../frame';
import { ConfigSection } from './ConfigSection';
import { MissingFactsSection } from './MissingFactsSection';
import { SweepsSection } from './SweepsSection';
import { useOperation } from './useOperation';

/** How the plugin itself is doing: the body, without a page around it. */
export function OperatorPage() {
  const t = useText();
  useTitle(t('common.operatorTab'));
  const { value, error, reload } = useOperation();
  return (
    <Body>
      {error && (
        <Failure error={error} kept={value !== undefined} onRetry={reload} />
      )}
      {!value && !error && <Skeletons heights={[240, 100, 320]} />}
      {value && (
        <>
          <SweepsSection sweeps={value.sweeps} />
          <ConfigSection definitions={value.definitions} />
          <MissingFactsSection {...value} />
        </>
      )}
    </Body>
  );
}
