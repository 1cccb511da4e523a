import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { PopoverButton } from '../frame';
import type { Evidence } from './wire';

/** The threshold of a rule, and whether the article states it or we have chosen it. */
export function Threshold(props: {
  threshold: string;
  origin: Evidence['origin'];
}) {
  const { threshold, origin } = props;
  const t = useText();
  return (
    <span>
      {t('advice.rule.threshold', { threshold })}{' '}
      <PopoverButton
        label={t(`advice.rule.${origin}`)}
        name={t(`advice.rule.${origin}`)}
        title={t(`advice.rule.${origin}`)}
      >
        <Typography variant="body2">
          {t(`advice.rule.${origin}Text`)}
        </Typography>
      </PopoverButton>
    </span>
  );
}
