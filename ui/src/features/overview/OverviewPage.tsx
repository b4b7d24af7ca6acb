import type { ReactNode } from 'react';
import type { CaseCounts, CaseScope, Overview } from '../../bindings';
import { Answered } from '../../components/Answered';
import { Badge } from '../../components/Badge';
import { EmptyState } from '../../components/EmptyState';
import { Icon } from '../../components/Icon';
import { Link } from '../../components/Link';
import { Page, Section } from '../../components/Page';
import { useNow } from '../../components/useNow';
import { formatDateTimeNear } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { useCommand } from '../../query/useCommand';
import { to } from '../../route/hash';
import { paths } from '../../route/paths';
import styles from './overview.module.css';

const words = t.overview;

/** How often it is asked again, in milliseconds: what is in time becomes late without anybody doing anything. */
const EVERY = 60_000;

/** What waits for the one who is signed in and for the unit. Nothing about a person. */
export function OverviewPage(): ReactNode {
  // A draft that is being written announces nothing, so that each opening asks anew.
  const asked = useCommand('overview', null, { isFresh: true, every: EVERY });
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <Link href={to(paths.send)} look="button" icon="send">
          {t.navigation.sendNew}
        </Link>
      }
    >
      <Answered asked={asked}>{(seen) => <Waiting seen={seen} />}</Answered>
    </Page>
  );
}

function Waiting({ seen: { mine, unit, draft } }: { seen: Overview }): ReactNode {
  return (
    <>
      {isNothing(mine) && draft === null ? (
        <EmptyState icon="success" title={words.none}>
          {words.noneHelp}
        </EmptyState>
      ) : (
        <Section title={words.mine}>
          <Tiles scope="mine" counts={mine}>
            {draft !== null && <Draft saved={draft} />}
          </Tiles>
        </Section>
      )}
      {!isNothing(unit) && (
        <Section title={words.unit}>
          <Tiles scope="unit" counts={unit} />
        </Section>
      )}
    </>
  );
}

function isNothing({ toReview, unread, unanswered, scheduled }: CaseCounts): boolean {
  return toReview + unread + unanswered + scheduled === 0;
}

interface TilesProps {
  readonly scope: CaseScope;
  readonly counts: CaseCounts;
  /** More that waits, after the first. */
  readonly children?: ReactNode;
}

/** What waits, the most pressing first. What there is none of is not told. */
function Tiles({ scope, counts, children }: TilesProps): ReactNode {
  const { toReview, overdue, unread, unreadDays, unanswered, scheduled } = counts;
  return (
    <ul className={styles.tiles}>
      {toReview > 0 && (
        <Tile scope={scope} list="toReview" count={toReview} help={words.toReviewHelp}>
          {overdue > 0 && (
            <span className={styles.late}>
              <Badge tone="observe" icon="clock">
                {words.overdue(overdue)}
              </Badge>
            </span>
          )}
        </Tile>
      )}
      {children}
      {unread > 0 && <Tile scope={scope} list="unread" count={unread} help={words.unreadHelp(unreadDays)} />}
      {unanswered > 0 && (
        <Tile scope={scope} list="unanswered" count={unanswered} help={words.unansweredHelp} />
      )}
      {scheduled > 0 && <Tile scope={scope} list="scheduled" count={scheduled} help={words.scheduledHelp} />}
    </ul>
  );
}

interface TileProps {
  readonly scope: CaseScope;
  readonly list: keyof typeof words.lists;
  readonly count: number;
  readonly help: string;
  readonly children?: ReactNode;
}

/** How many there are of a list, and the way to it: all of the tile is the link. */
function Tile({ scope, list, count, help, children }: TileProps): ReactNode {
  return (
    <li>
      <a href={to(paths.cases({ scope, list }))} className={styles.tile}>
        <span className={styles.what}>
          <span className={styles.count}>{words.count(count)}</span> {words.lists[list]}
        </span>{' '}
        {children} <span className={styles.help}>{help}</span>
      </a>
    </li>
  );
}

function Draft({ saved }: { saved: number }): ReactNode {
  const now = useNow();
  return (
    <li>
      <a href={to(paths.send)} className={styles.tile}>
        <span className={styles.what}>
          <span className={styles.icon}>
            <Icon name="edit" size={24} />
          </span>{' '}
          {words.draft}
        </span>{' '}
        <span className={styles.help}>{words.draftSaved(formatDateTimeNear(saved, now))}</span>
      </a>
    </li>
  );
}
