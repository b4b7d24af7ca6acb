import type { ReactNode } from 'react';
import { Banner } from '../../components/Banner';
import { Button, ButtonRow } from '../../components/Button';
import { Card } from '../../components/Card';
import { DefinitionList } from '../../components/DefinitionList';
import { FailureBanner } from '../../components/FailureBanner';
import { Link } from '../../components/Link';
import { Page } from '../../components/Page';
import { Spinner } from '../../components/Progress';
import { TextFileField } from '../../components/TextFileField';
import { useTextFile } from '../../components/useTextFile';
import { formatNumber } from '../../i18n/format';
import { t } from '../../i18n/sv';
import { useAct } from '../../query/useAct';
import { to } from '../../route/hash';
import { paths } from '../../route/paths';
import { Columns } from './Columns';
import { decode } from './decode';
import { Preview } from './Preview';

const words = t.citizens.importing;

/** *Läs in invånare*: choose a file, see line by line what it holds, and only then take it in. */
export function ImportPage(): ReactNode {
  const check = useAct('preview_citizen_import');
  const take = useAct('import_citizens');

  const chosen = useTextFile(
    decode,
    (text) => check.mutate({ text }),
    () => {
      check.reset();
      take.reset();
    },
  );
  const { file, startOver } = chosen;

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
          <TextFileField
            label={words.file}
            accept={['.csv', '.txt', 'text/csv']}
            chosen={chosen}
            words={words}
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
