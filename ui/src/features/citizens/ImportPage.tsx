import { type ReactNode, useState } from 'react';
import { Banner } from '../../components/Banner';
import { Button, ButtonRow } from '../../components/Button';
import { Card } from '../../components/Card';
import { DefinitionList } from '../../components/DefinitionList';
import { FailureBanner } from '../../components/FailureBanner';
import { FileField } from '../../components/FileField';
import { Link } from '../../components/Link';
import { Page } from '../../components/Page';
import { Spinner } from '../../components/Progress';
import { formatNumber } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { to } from '../../route/hash';
import { paths } from '../../route/paths';
import { Columns } from './Columns';
import { decode } from './decode';
import { Preview } from './Preview';

const words = t.citizens.importing;

/** Bytes: the largest file taken, far above 100 000 lines, which is the core's limit. */
const LARGEST = 20_000_000;

type FileFault = 'tooBig' | 'unreadable';

/** *Läs in invånare*: choose a file, see line by line what it holds, and only then take it in. */
export function ImportPage(): ReactNode {
  const [file, setFile] = useState<{
    readonly name: string;
    readonly size: number;
    readonly text: string;
  } | null>(null);
  const [fault, setFault] = useState<FileFault | null>(null);
  const check = useAct('preview_citizen_import');
  const take = useAct('import_citizens');

  const startOver = (): void => {
    setFile(null);
    setFault(null);
    check.reset();
    take.reset();
  };
  const choose = async (chosen: File | undefined): Promise<void> => {
    startOver();
    if (!chosen) return;
    if (chosen.size > LARGEST) {
      setFault('tooBig');
      return;
    }
    try {
      const text = decode(await chosen.arrayBuffer());
      setFile({ name: chosen.name, size: chosen.size, text });
      check.mutate({ text });
    } catch {
      setFault('unreadable');
    }
  };

  const failure = check.error?.failure ?? null;
  const isNoRegister = failure?.code === 'importUnreadable';
  return (
    <Page
      title={words.title}
      lead={words.lead}
      breadcrumbs={[{ label: words.back, href: to(paths.citizens) }]}
    >
      {take.isSuccess ? (
        <Done result={take.data} onAnother={startOver} />
      ) : (
        <>
          <FileField
            label={words.file}
            accept={['.csv', '.txt', 'text/csv']}
            allowsMultiple={false}
            choose={file ? words.chooseAnother : words.choose}
            drop={words.drop}
            files={file ? [{ id: 'file', name: file.name, size: file.size, state: { at: 'read' } }] : []}
            onChoose={(files) => void choose(files[0])}
            onRemove={startOver}
            error={fault ? words[fault] : undefined}
          />
          {check.isPending && <Spinner label={words.checking} />}
          {isNoRegister ? (
            <Banner tone="error" title={words.notRegister.title} isAnnounced>
              <p>{words.notRegister.text}</p>
            </Banner>
          ) : (
            <FailureBanner failure={failure} />
          )}
          {file && check.data && (
            <Preview
              preview={check.data}
              isPending={take.isPending}
              failure={take.error?.failure ?? null}
              onImport={() => take.mutate({ text: file.text })}
            />
          )}
          {!check.data && <Columns />}
        </>
      )}
    </Page>
  );
}

function Done({
  result,
  onAnother,
}: {
  result: { readonly added: number; readonly updated: number; readonly unchanged: number };
  onAnother: () => void;
}): ReactNode {
  return (
    <>
      <Banner tone="success" title={words.doneTitle} isAnnounced />
      <Card>
        <DefinitionList
          items={[
            { term: words.done.added, value: formatNumber(result.added) },
            { term: words.done.updated, value: formatNumber(result.updated) },
            { term: words.done.unchanged, value: formatNumber(result.unchanged) },
          ]}
        />
      </Card>
      <ButtonRow>
        <Link href={to(paths.citizens)} look="button">
          {words.toList}
        </Link>
        <Button tone="quiet" onPress={onAnother}>
          {words.another}
        </Button>
      </ButtonRow>
    </>
  );
}
