import type { ReactNode } from 'react';
import type { TemplateId, TemplateUsage, TemplateUserView } from '../../../bindings';
import { Answered } from '../../../components/Answered';
import { Dialog } from '../../../components/Dialog';
import { type Column, Table } from '../../../components/Table';
import { formatDate } from '../../../i18n/format';
import { t } from '../../../i18n/sv';
import { useCommand } from '../../../query/useCommand';

/** *Vem har använt mallen*: by name, how often and when last. */
export function Usage({ template }: { template: TemplateId }): ReactNode {
  const asked = useCommand('template_usage', { template });
  return <Answered asked={asked}>{(usage) => <UsageTable usage={usage} />}</Answered>;
}

/** The same, in front of the list. */
export function UsageDialog(props: { template: TemplateId; name: string; onClose: () => void }): ReactNode {
  const { template, name, onClose } = props;
  return (
    <Dialog title={t.library.usage.titleOf(name)} size="wide" isOpen onClose={onClose}>
      <Usage template={template} />
    </Dialog>
  );
}

/** Known by its place: two people may have one name. */
interface UserRow {
  readonly key: string;
  readonly user: TemplateUserView;
}

function UsageTable({ usage: { since, users } }: { usage: TemplateUsage }): ReactNode {
  const words = t.library.usage;
  if (users.length === 0) return <p>{words.none}</p>;
  const sum = (of: (user: TemplateUserView) => number): number =>
    users.reduce((all, one) => all + of(one), 0);
  const columns: readonly Column<UserRow>[] = [
    { id: 'name', heading: words.columns.name, cell: ({ user }) => user.name },
    { id: 'lately', heading: words.columns.lately, align: 'end', cell: ({ user }) => user.lately },
    { id: 'sent', heading: words.columns.sent, align: 'end', cell: ({ user }) => user.sent },
    { id: 'last', heading: words.columns.last, cell: ({ user }) => formatDate(user.last) },
  ];
  return (
    <>
      <p>
        {words.sum(
          users.length,
          sum(({ lately }) => lately),
          sum(({ sent }) => sent),
          formatDate(since),
        )}
      </p>
      <Table
        caption={words.title}
        isCaptionHidden
        columns={columns}
        rows={users.map((user, at) => ({ key: String(at), user }))}
        rowKey={({ key }) => key}
      />
    </>
  );
}
