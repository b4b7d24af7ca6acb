export { CaseListPage, type CaseListPageProps } from './CaseListPage';
export { CasePage, type CasePageProps } from './CasePage';
