import type { ReactNode } from 'react';
import type { Me, Role } from '../bindings';
import { EmptyState } from '../components/EmptyState';
import { Link } from '../components/Link';
import { Page } from '../components/Page';
import { t } from '../i18n/sv';
import { to } from '../route/hash';
import { casesAt, paths } from '../route/paths';
import { feature } from './feature';

// Each feature is fetched when it is first gone to, so that the window opens soon.
const builder = feature(() => import('../features/builder'));
const ImportTemplatesPage = builder((pages) => pages.ImportTemplatesPage);
const TemplatesPage = builder((pages) => pages.TemplatesPage);
const TemplateEditorPage = builder((pages) => pages.TemplateEditorPage);
const HistoryPage = builder((pages) => pages.HistoryPage);
const casework = feature(() => import('../features/cases'));
const CaseListPage = casework((pages) => pages.CaseListPage);
const CasePage = casework((pages) => pages.CasePage);
const fetchOverview = () => import('../features/overview');
const OverviewPage = feature(fetchOverview)((pages) => pages.OverviewPage);
const SendPage = feature(() => import('../features/send'))((pages) => pages.SendPage);
const PeoplePage = feature(() => import('../features/people'))((pages) => pages.PeoplePage);
const citizens = feature(() => import('../features/citizens'));
const CitizensPage = citizens((pages) => pages.CitizensPage);
const ImportPage = citizens((pages) => pages.ImportPage);
const StatisticsPage = feature(() => import('../features/statistics'))((pages) => pages.StatisticsPage);
const SettingsPage = feature(() => import('../features/settings'))((pages) => pages.SettingsPage);
const PurgePage = feature(() => import('../features/purge'))((pages) => pages.PurgePage);

/** Fetches what most people begin with, while the core is still being asked who that is. */
export function fetchAhead(): void {
  // Should it fail, the page tries anew and says so.
  void fetchOverview().catch(() => {});
}

/** Where a template's history is, below the template. */
const HISTORY = paths.templateHistory('').slice(paths.template('').length);

/** A page of the workplace. */
export interface Place {
  /** The window's name. Never anything about a person. */
  readonly title: string;
  readonly page: ReactNode;
  /** What several addresses have in common when going from one to the other is no new page. */
  readonly stays?: string;
}

/** Where a person begins. */
export function homeOf({ roles }: Me): string {
  return roles.includes('handler') ? paths.overview : paths.templates;
}

/** The page that a path names, for one who may see it. What may be done there the core decides each time. */
export function placeOf(path: string, me: Me): Place {
  const has = (role: Role): boolean => me.roles.includes(role);
  const only = (role: Role, place: Place): Place => (has(role) ? place : notAllowed);
  const canEdit = has('administrator');
  const withTemplates = (place: Place): Place => (canEdit || has('manager') ? place : notAllowed);
  switch (path) {
    case paths.overview:
      return only('handler', { title: t.navigation.overview, page: <OverviewPage /> });
    case paths.send:
      return only('handler', { title: t.navigation.sendNew, page: <SendPage /> });
    case paths.templates:
      return withTemplates({ title: t.navigation.templates, page: <TemplatesPage canEdit={canEdit} /> });
    case paths.importTemplates:
      return only('administrator', { title: t.staff.importTemplates, page: <ImportTemplatesPage /> });
    case paths.people:
      return only('administrator', { title: t.staff.people, page: <PeoplePage /> });
    case paths.citizens:
      return only('administrator', { title: t.staff.citizens, page: <CitizensPage /> });
    case paths.importCitizens:
      return only('administrator', { title: t.staff.importCitizens, page: <ImportPage /> });
    case paths.unit:
      return only('administrator', { title: t.staff.unit, page: <SettingsPage /> });
    case paths.statistics:
      return { title: t.staff.statistics, page: <StatisticsPage /> };
    case paths.purge:
      return {
        title: t.staff.purge,
        page: (
          <PurgePage
            canOpenCases={me.roles.includes('handler')}
            canTrustClock={me.roles.includes('administrator')}
          />
        ),
      };
  }
  const cases = casesAt(path);
  if (cases) {
    return only('handler', {
      title: cases.scope === 'mine' ? t.navigation.myCases : t.navigation.distributed,
      page: <CaseListPage {...cases} />,
      stays: cases.scope,
    });
  }
  const caseId = idBelow(paths.case(''), path);
  if (caseId) return only('handler', { title: t.staff.caseTitle, page: <CasePage id={caseId} /> });
  const templateId = idBelow(paths.template(''), path);
  if (templateId) {
    return withTemplates({ title: t.staff.templateTitle, page: <TemplateEditorPage id={templateId} /> });
  }
  const historyId = path.endsWith(HISTORY) && idBelow(paths.template(''), path.slice(0, -HISTORY.length));
  if (historyId) {
    return withTemplates({
      title: t.life.history.title,
      page: <HistoryPage id={historyId} canEdit={canEdit} />,
    });
  }
  return notFound;
}

/** The one part after `folder`, which ends with a slash, if that is all there is. */
function idBelow(folder: string, path: string): string | null {
  const id = path.startsWith(folder) ? path.slice(folder.length) : '';
  return id === '' || id.includes('/') ? null : id;
}

function nowhere({ title, text }: { title: string; text: string }): Place {
  return {
    title,
    page: (
      <Page title={title}>
        <EmptyState
          icon="search"
          title={text}
          actions={
            <Link href={to('/')} look="button">
              {t.staff.notFound.home}
            </Link>
          }
        />
      </Page>
    ),
  };
}

const notFound = nowhere(t.staff.notFound);
const notAllowed = nowhere(t.staff.notAllowed);
