import { Content, Header, Page } from '@backstage/core-components';
import {
  Action,
  Body,
  Empty,
  Failure,
  Figures,
  Help,
  Moment,
  Notice,
  PopoverButton,
  Prose,
  Section,
  Skeletons,
} from '../src/components/frame';
import {
  EvidenceBars,
  LadderGlyph,
  LevelBar,
  LevelDistribution,
  LevelTag,
  PatternBar,
  StageDistribution,
  StagePath,
  StageTag,
  STAGES,
  TrackList,
  TrackName,
  TruthBar,
  TruthLegend,
  VerdictMark,
} from '../src/components/visual';
import { Advices } from './Advices';
import { Forms } from './Forms';
import { Sample } from './Sample';
import { Stories } from './Stories';

const LONG =
  'donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft';
const NAMES = ['Bronze', 'Silver', 'Gold', 'Platinum'];
const LADDERS = [0, 1, 2, 3, 4].flatMap(achievable =>
  [0, 1, 2, 3, 4]
    .filter(level => level <= achievable && achievable > 0)
    .map(level => ({ level, achievable })),
);
const TRUTHS = [
  { score: 100, coverage: 100, proven: 100 },
  { score: 72, coverage: 100, proven: 60 },
  { score: 62, coverage: 80, proven: 65 },
  { score: 30, coverage: 40, proven: 0 },
  { score: 0, coverage: 100, proven: null },
  { score: 0, coverage: 0, proven: null },
  { score: 62, coverage: 80 },
  { score: null, coverage: null, proven: null },
];

/** Every sign in every state, on one page. */
export function Gallery() {
  return (
    <Page themeId="tool">
      <Header title="Signs" subtitle="Every sign in every state" />
      <Content>
        <Body>
          <Section title="Ladders" help={<Help term="level" />}>
            {[16, 20, 40].map(size => (
              <Sample key={size} name={`${size} px`}>
                {LADDERS.map(({ level, achievable }) => (
                  <LadderGlyph
                    key={`${level}/${achievable}`}
                    level={level}
                    achievable={achievable}
                    names={NAMES}
                    size={size}
                  />
                ))}
                <LadderGlyph
                  level={null}
                  achievable={null}
                  names={NAMES}
                  size={size}
                />
              </Sample>
            ))}
            <Sample name="Six levels">
              <LadderGlyph
                level={3}
                achievable={6}
                names={['a', 'b', 'c', 'd', 'e', 'f']}
                size={40}
              />
            </Sample>
            <Sample name="With name">
              {[null, 0, 1, 2, 3, 4].map(level => (
                <LevelTag
                  key={level}
                  level={level}
                  achievable={level === null ? null : 4}
                  names={NAMES}
                />
              ))}
            </Sample>
          </Section>
          <Section title="Truth bars" help={<Help term="truth" />}>
            {TRUTHS.map((truth, index) => (
              <Sample key={index} name={JSON.stringify(truth)}>
                <div style={{ width: 80 }}>
                  <TruthBar {...truth} />
                </div>
                <div style={{ width: 320 }}>
                  <TruthBar {...truth} height={12} />
                </div>
              </Sample>
            ))}
          </Section>
          <Section title="Legend and other bars">
            <TruthLegend />
            <Sample name="A bar of one's own">
              <div style={{ width: 320 }}>
                <PatternBar
                  height={16}
                  parts={[
                    { name: 'pass', share: 50, fill: 'solid' },
                    { name: 'exempt', share: 20, fill: 'hatched' },
                    { name: 'unknown', share: 20, fill: 'dotted' },
                  ]}
                />
              </div>
            </Sample>
            <Sample name="In a cell">
              <div style={{ width: 260 }}>
                <LevelBar
                  level={2}
                  achievable={4}
                  names={NAMES}
                  score={62}
                  coverage={80}
                  proven={65}
                />
              </div>
            </Sample>
            <Sample name="Tracks in lines">
              <div style={{ width: 416 }}>
                <TrackList
                  rows={[
                    ['devops', 'DevOps', 2] as const,
                    ['sre', 'SRE', null] as const,
                    ['own', LONG, 0] as const,
                  ].map(([id, title, level]) => ({
                    id,
                    title,
                    level,
                    achievable: level === null ? null : 4,
                    names: NAMES,
                    score: level === null ? null : 62,
                    coverage: level === null ? null : 80,
                    proven: 65,
                  }))}
                />
              </div>
            </Sample>
          </Section>
          <Section title="Verdicts, evidence, tracks">
            <Sample name="Verdicts">
              {(
                ['pass', 'fail', 'unknown', 'not-applicable', 'exempt'] as const
              ).map(status => (
                <span key={status}>
                  <VerdictMark status={status} />{' '}
                  <VerdictMark status={status} size={32} />
                </span>
              ))}
            </Sample>
            <Sample name="Evidence">
              {(['observed', 'graph', 'linked', 'declared'] as const).map(
                strength => (
                  <span key={strength}>
                    <EvidenceBars strength={strength} />{' '}
                    <EvidenceBars strength={strength} size={32} />
                  </span>
                ),
              )}
            </Sample>
            <Sample name="Tracks">
              <TrackName id="devops" title="DevOps" />
              <TrackName id="sre" title="SRE" />
              <TrackName id="platform" title="Platform Engineering" />
              <TrackName id="security" title="A track of your own" />
            </Sample>
          </Section>
          <Section title="Stages" help={<Help term="stage" />}>
            {STAGES.map(stage => (
              <Sample key={stage} name={stage}>
                <StagePath stage={stage} target="sre" />
              </Sample>
            ))}
            <Sample name="no target">
              <StagePath stage="exploring" target={null} />
            </Sample>
            <Sample name="leaving">
              <StagePath stage={null} target={null} />
            </Sample>
            <Sample name="of a set">
              <StagePath />
            </Sample>
            {STAGES.map(stage => (
              <Sample key={stage} name={`${stage}, in a line`}>
                <StageTag stage={stage} target="sre" />
              </Sample>
            ))}
            <Sample name="leaving, in a line">
              <StageTag stage={null} target={null} />
            </Sample>
          </Section>
          <Section title="Distributions">
            <StageDistribution
              counts={{
                exploring: 3,
                starting: 17,
                devops: 9,
                sre: 4,
                platform: 0,
              }}
              href={stage => `?stage=${stage}`}
            />
            <LevelDistribution
              title="DevOps"
              names={NAMES}
              histogram={[4, 12, 7, 3, 0]}
              notApplicable={5}
              href={level => `?level=${level}`}
            />
            <LevelDistribution
              title="Long"
              names={[LONG, 'Short']}
              histogram={[4, 12, 7]}
              notApplicable={0}
              href={level => `?level=${level}`}
            />
            <Figures
              figures={[
                { number: 1234, word: 'services', href: '?' },
                { number: 3, word: 'leaving', href: '?stage=leaving' },
              ]}
            />
          </Section>
          <Section
            title={LONG}
            actions={<Action variant="outlined">Do it</Action>}
          >
            <Sample name="Times">
              <Moment at={new Date(Date.now() - 5_000).toISOString()} />
              <Moment at="2026-01-05T08:30:00.000Z" />
              <Moment at="no time" />
            </Sample>
            <Sample name="A word with more behind it">
              <PopoverButton label="ours" name="ours: whose it is" title="Ours">
                <Prose text="Set `maturity/runbook` to its address." />
              </PopoverButton>
            </Sample>
            {(['info', 'warning', 'error', 'success'] as const).map(
              severity => (
                <Notice key={severity} severity={severity} title={severity}>
                  <Prose
                    text={`What it is about, with \`code\` and ${LONG}.`}
                  />
                </Notice>
              ),
            )}
            <Failure
              error={new Error('The database is away.')}
              onRetry={() => {}}
            />
            <Empty
              title="Nothing fits"
              action={<Action variant="outlined">Start over</Action>}
            >
              Take a filter away.
            </Empty>
            <Skeletons heights={[40, 80, 160]} />
          </Section>
          <Advices />
          <Forms />
          <Stories />
        </Body>
      </Content>
    </Page>
  );
}
