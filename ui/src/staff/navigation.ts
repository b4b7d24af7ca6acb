import type { Me } from '../bindings';
import type { NavGroup, NavItem } from '../components/SideNav';
import { t } from '../i18n/sv';
import { to } from '../route/hash';
import { paths } from '../route/paths';

/** The menu of a person's roles, with the page on screen marked. */
export function groupsFor({ roles }: Me, path: string): NavGroup[] {
  const item = (place: string, label: string, icon: NavItem['icon'], under?: string): NavItem => ({
    href: to(place),
    label,
    icon,
    isCurrent: path === place || path.startsWith(`${place}/`),
    ...(under === undefined ? {} : { under }),
  });
  const groups: NavGroup[] = [];
  if (roles.includes('handler')) {
    groups.push({
      heading: t.staff.cases,
      items: [
        item(paths.overview, t.navigation.overview, 'overview'),
        item(paths.myCases, t.navigation.myCases, 'inbox'),
        item(paths.distributed, t.navigation.distributed, 'distribute'),
        item(paths.send, t.navigation.sendNew, 'send'),
      ],
    });
  }
  if (roles.includes('administrator')) {
    groups.push({
      heading: t.navigation.administration,
      items: [
        item(paths.templates, t.navigation.templates, 'template', t.navigation.cases),
        item(paths.people, t.staff.people, 'people'),
        item(paths.citizens, t.staff.citizens, 'register'),
        item(paths.unit, t.staff.unit, 'settings'),
      ],
    });
  }
  if (roles.includes('manager') && !roles.includes('administrator')) {
    groups.push({
      heading: t.navigation.administration,
      items: [item(paths.templates, t.navigation.templates, 'template', t.navigation.cases)],
    });
  }
  groups.push({
    items: [item(paths.statistics, t.staff.statistics, 'chart'), item(paths.purge, t.staff.purge, 'clock')],
  });
  return groups;
}
