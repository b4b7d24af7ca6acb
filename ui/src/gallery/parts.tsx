import { type ReactNode, useState } from 'react';
import { Badge } from '../components/Badge';
import { Banner } from '../components/Banner';
import { Button, ButtonRow, IconButton } from '../components/Button';
import { Card } from '../components/Card';
import { DefinitionList } from '../components/DefinitionList';
import { ConfirmDialog, Dialog } from '../components/Dialog';
import { EmptyState } from '../components/EmptyState';
import { ErrorSummary } from '../components/ErrorSummary';
import { Kbd } from '../components/Kbd';
import { Link } from '../components/Link';
import { Stack } from '../components/Page';
import { Progress, Spinner } from '../components/Progress';
import { StatusMarks } from '../components/StatusMark';
import { type Sort, Table } from '../components/Table';
import { Tabs } from '../components/Tabs';
import { showToast } from '../components/Toast';
import { words } from './words';

const now = Date.UTC(2026, 10, 22, 13, 3);

export function Buttons(): ReactNode {
  return (
    <Stack gap="tight">
      <ButtonRow>
        <Button tone="primary" icon="send">
          Skicka
        </Button>
        <Button icon="eye">Förhandsgranska</Button>
        <Button tone="quiet">Avbryt</Button>
        <Button tone="danger" icon="trash">
          Gallra nu
        </Button>
      </ButtonRow>
      <ButtonRow>
        <Button tone="primary" isPending>
          Skickar
        </Button>
        <Button isDisabled>Publicera</Button>
        <Button size="small" icon="copy">
          Kopiera
        </Button>
        <IconButton icon="edit" label="Ändra mallen" />
        <IconButton icon="trash" tone="danger" label="Ta bort frågan" />
      </ButtonRow>
      <ButtonRow>
        <Link href="#/mallar">Mallar för invånarärende</Link>
        <Link href="#/skicka" look="button" icon="send">
          Skicka nytt ärende
        </Link>
        <Link href="#/arenden" look="quiet" icon="back">
          Mina ärenden
        </Link>
        <Kbd keys={['Ctrl', 'S']} />
      </ButtonRow>
    </Stack>
  );
}

export function Banners(): ReactNode {
  return (
    <Stack gap="tight">
      <Banner tone="info" title="Exempeldata">
        <p>Invånarna på {words.unit} är påhittade.</p>
      </Banner>
      <Banner
        tone="observe"
        title="Mallen saknar två av de fyra obligatoriska uppgifterna"
        actions={<Button size="small">Visa dem</Button>}
      >
        <p>Skriv syftet och hur svaren används, så kan mallen publiceras.</p>
      </Banner>
      <Banner tone="error" title="Ärendet skickades inte." isAnnounced>
        <p>Invånaren har inte loggat in på länge. Ring eller skicka brev.</p>
      </Banner>
      <Banner tone="success" title="Ärendet är skickat och sparat." isAnnounced>
        <p>
          Du hittar det under <a href="#/arenden">Mina ärenden</a>.
        </p>
      </Banner>
      <ErrorSummary
        attempt={0}
        faults={[
          { field: 'personnummer', text: 'Personnumret har en siffra för lite' },
          { field: 'pain', text: 'Välj hur ont du har' },
        ]}
      />
    </Stack>
  );
}

interface ExampleCase {
  readonly id: string;
  readonly citizen: string;
  readonly template: string;
  readonly readAt: number | null;
  readonly repliedAt: number | null | undefined;
  readonly sent: string;
  readonly files: number;
}

const cases: ExampleCase[] = [
  {
    id: '1',
    citizen: '19121212-1212',
    template: 'Frågor inför besök',
    readAt: now - 9e6,
    repliedAt: now - 6e6,
    sent: 'i dag 09:12',
    files: 2,
  },
  {
    id: '2',
    citizen: '19760311-0014',
    template: 'Meddelande om provsvar',
    readAt: now - 8e7,
    repliedAt: undefined,
    sent: 'i går 15:40',
    files: 0,
  },
  {
    id: '3',
    citizen: '20010203-2388',
    template: 'Bifoga bild till vården',
    readAt: null,
    repliedAt: null,
    sent: '18 nov. 11:05',
    files: 0,
  },
];

export function Cases(): ReactNode {
  const [sort, setSort] = useState<Sort>({ column: 'sent', direction: 'descending' });
  return (
    <Table
      caption="Mina ärenden"
      isCaptionHidden
      rows={cases}
      rowKey={(row) => row.id}
      rowHref={(row) => `#/arenden/${row.id}`}
      sort={sort}
      onSort={setSort}
      columns={[
        { id: 'template', heading: 'Mall', cell: (row) => row.template, isSortable: true },
        { id: 'citizen', heading: 'Invånare', cell: (row) => row.citizen },
        {
          id: 'marks',
          heading: 'Status',
          cell: (row) => <StatusMarks readAt={row.readAt} repliedAt={row.repliedAt} now={now} />,
          isNarrow: true,
        },
        { id: 'kind', heading: 'Slag', cell: (row) => <Kind row={row} />, isNarrow: true },
        { id: 'sent', heading: 'Skickat', cell: (row) => row.sent, isSortable: true },
        { id: 'files', heading: 'Bilagor', cell: (row) => row.files, align: 'end', isNarrow: true },
      ]}
    />
  );
}

function Kind({ row }: { row: ExampleCase }): ReactNode {
  return row.repliedAt === undefined ? <Badge>Information</Badge> : <Badge tone="accent">Fråga</Badge>;
}

export function EmptyTable(): ReactNode {
  return (
    <Table<ExampleCase>
      caption="Fördelade ärenden"
      rows={[]}
      rowKey={(row) => row.id}
      columns={[
        { id: 'template', heading: 'Mall', cell: (row) => row.template },
        { id: 'acts', heading: 'Åtgärder', isHeadingHidden: true, cell: () => null },
      ]}
      empty={
        <EmptyState icon="inbox" title="Inga fördelade ärenden" actions={<Button>Skicka nytt ärende</Button>}>
          <p>Här visas enhetens alla skickade ärenden.</p>
        </EmptyState>
      }
    />
  );
}

export function Facts(): ReactNode {
  return (
    <Card title="Invånaren" actions={<Badge tone="success">Vårdrelation finns</Badge>}>
      <DefinitionList
        items={[
          { term: 'Namn', value: words.person },
          { term: 'Personnummer', value: '19121212-1212' },
          { term: 'Kan nås', value: 'Ja, har loggat in och har avisering på' },
        ]}
      />
    </Card>
  );
}

export function States(): ReactNode {
  return (
    <Stack>
      <Progress label="Hämtar bilagan" value={62} />
      <Spinner />
      <ButtonRow>
        <Badge>Utkast</Badge>
        <Badge tone="accent">Fråga</Badge>
        <Badge tone="info">Information</Badge>
        <Badge tone="observe">Skyddad identitet</Badge>
        <Badge tone="error">Avliden</Badge>
        <Badge tone="success">Publicerad</Badge>
      </ButtonRow>
    </Stack>
  );
}

export function SomeTabs(): ReactNode {
  const [selected, setSelected] = useState<'questions' | 'preview'>('questions');
  return (
    <Tabs
      label="Mallens sidor"
      selected={selected}
      onSelect={setSelected}
      tabs={[
        { id: 'questions', label: 'Frågor', content: <p>Sex frågor.</p> },
        { id: 'preview', label: 'Förhandsgranskning', content: <p>Så ser invånaren ärendet.</p> },
      ]}
    />
  );
}

export function Overlays({ open = null }: { open?: 'dialog' | 'confirm' | null }): ReactNode {
  const [shown, setShown] = useState(open);
  const close = (): void => setShown(null);
  return (
    <ButtonRow>
      <Button onPress={() => setShown('dialog')}>Öppna en dialog</Button>
      <Button onPress={() => setShown('confirm')}>Fråga före gallring</Button>
      <Button
        onPress={() => showToast({ text: 'Frågan togs bort.', onUndo: () => showToast({ text: 'Ångrat.' }) })}
      >
        Visa ett meddelande
      </Button>
      <Dialog
        title="Spara tillfällig kopia"
        isOpen={shown === 'dialog'}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>Avbryt</Button>
            <Button tone="primary" onPress={close}>
              Välj plats
            </Button>
          </>
        }
      >
        <p>Kopian gallras 29 november 2026. Spara den bara på en säker lagringsplats.</p>
      </Dialog>
      <ConfirmDialog
        title="Gallra bilagan nu?"
        isOpen={shown === 'confirm'}
        onClose={close}
        confirm="Gallra"
        onConfirm={close}
      >
        <p>Den går inte att få tillbaka. Ett kvitto sparas.</p>
      </ConfirmDialog>
    </ButtonRow>
  );
}
