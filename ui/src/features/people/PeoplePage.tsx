import { type ReactNode, useState } from 'react';
import type { Person } from '../../bindings';
import { Answered } from '../../components/Answered';
import { Badge } from '../../components/Badge';
import { Button } from '../../components/Button';
import { FailureBanner } from '../../components/FailureBanner';
import { Menu } from '../../components/Menu';
import { Page } from '../../components/Page';
import { type Column, Table } from '../../components/Table';
import { showToast } from '../../components/Toast';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { useCommand } from '../../query/useCommand';
import { AddPersonDialog } from './AddPersonDialog';
import { ChangePersonDialog } from './ChangePersonDialog';
import styles from './people.module.css';
import { ReplacePasswordDialog } from './ReplacePasswordDialog';

const words = t.people;

type Task = { readonly at: 'add' } | { readonly at: 'change' | 'password'; readonly person: Person };

/** Everybody with an account. */
export function PeoplePage(): ReactNode {
  const people = useCommand('list_people', null);
  const change = useAct('change_person');
  const [task, setTask] = useState<Task | null>(null);
  const close = (): void => setTask(null);

  const setActive = (person: Person, active: boolean): void => {
    const { id, name, title, roles } = person;
    change.mutate(
      { id, name, title, roles, active },
      {
        onSuccess: () =>
          showToast({
            text: active ? words.activated(name) : words.deactivated(name),
            onUndo: () => setActive(person, !active),
          }),
      },
    );
  };

  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <Button tone="primary" icon="add" onPress={() => setTask({ at: 'add' })}>
          {words.add}
        </Button>
      }
    >
      <FailureBanner failure={change.error?.failure ?? null} />
      <Answered asked={people} waiting={words.waiting}>
        {(rows) => (
          <Table
            caption={words.title}
            isCaptionHidden
            rows={rows}
            rowKey={(person) => person.id}
            columns={[
              ...columns,
              {
                id: 'acts',
                heading: words.columns.acts,
                isHeadingHidden: true,
                isNarrow: true,
                align: 'end',
                cell: (person) => (
                  <Menu
                    tone="quiet"
                    size="small"
                    aria-label={words.actsFor(person.name)}
                    acts={[
                      {
                        id: 'change',
                        label: words.change,
                        icon: 'edit',
                        onAct: () => setTask({ at: 'change', person }),
                      },
                      {
                        id: 'password',
                        label: words.newPassword,
                        icon: 'lock',
                        onAct: () => setTask({ at: 'password', person }),
                      },
                      {
                        id: 'active',
                        label: person.active ? words.deactivate : words.activate,
                        icon: person.active ? 'close' : 'check',
                        onAct: () => setActive(person, !person.active),
                      },
                    ]}
                  >
                    {words.columns.acts}
                  </Menu>
                ),
              },
            ]}
          />
        )}
      </Answered>
      {task?.at === 'add' && <AddPersonDialog onClose={close} />}
      {task?.at === 'change' && <ChangePersonDialog person={task.person} onClose={close} />}
      {task?.at === 'password' && <ReplacePasswordDialog person={task.person} onClose={close} />}
    </Page>
  );
}

const columns: readonly Column<Person>[] = [
  {
    id: 'name',
    heading: words.columns.name,
    cell: ({ name, title }) => (
      <>
        {name}
        {title !== '' && <span className={styles.title}>{title}</span>}
      </>
    ),
  },
  { id: 'username', heading: words.columns.username, cell: ({ username }) => username },
  {
    id: 'roles',
    heading: words.columns.roles,
    cell: ({ roles }) => (
      <ul className={styles.roles}>
        {roles.map((role) => (
          <li key={role}>{t.roles[role]}</li>
        ))}
      </ul>
    ),
  },
  {
    id: 'status',
    heading: words.columns.status,
    isNarrow: true,
    cell: ({ active }) =>
      active ? <Badge tone="success">{words.active}</Badge> : <Badge>{words.inactive}</Badge>,
  },
];
