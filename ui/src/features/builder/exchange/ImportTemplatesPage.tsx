import { type ReactNode, useEffect, useEffectEvent } from 'react';
import type { TemplateId } from '../../../bindings';
import { Banner } from '../../../components/Banner';
import { Button, ButtonRow } from '../../../components/Button';
import { FailureBanner } from '../../../components/FailureBanner';
import { Link } from '../../../components/Link';
import { Page } from '../../../components/Page';
import { Spinner } from '../../../components/Progress';
import { placed } from '../../../components/placed';
import { TextFileField } from '../../../components/TextFileField';
import { useTextFile } from '../../../components/useTextFile';
import { t } from '../../../i18n/sv';
import { useAct } from '../../../query/useAct';
import { to } from '../../../route/hash';
import { paths } from '../../../route/paths';
import { FormReport } from './FormReport';
import { given } from './given';
import { refusalText } from './words';

const utf8 = (bytes: ArrayBuffer): string => new TextDecoder().decode(bytes);

/** *Läs in mall*: choose a file, see part by part what becomes of it, and only then take it in. */
export function ImportTemplatesPage(): ReactNode {
  const words = t.exchange;
  const check = useAct('preview_template_import');
  const take = useAct('import_templates');

  const chosen = useTextFile(
    utf8,
    (text) => check.mutate({ text }),
    () => {
      check.reset();
      take.reset();
    },
  );
  const { file, startOver } = chosen;
  const takeGiven = useEffectEvent(() => {
    const dropped = given.now();
    given.put(null);
    if (dropped) void chosen.choose(dropped);
  });
  useEffect(() => takeGiven(), []);

  const failure = check.error?.failure ?? null;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      breadcrumbs={[{ label: t.builder.list.title, href: to(paths.templates) }]}
    >
      {take.isSuccess ? (
        <Done made={take.data} onAnother={startOver} />
      ) : (
        <>
          <TextFileField
            label={words.file}
            description={words.fileHelp}
            accept={['.json', 'application/json', 'application/fhir+json']}
            chosen={chosen}
            words={words}
          />
          {check.isPending && <Spinner label={words.checking} />}
          {failure?.code === 'templateFileRefused' ? (
            <Banner tone="error" title={words.refused} isAnnounced>
              <p>{refusalText(failure.refusal)}</p>
            </Banner>
          ) : (
            <FailureBanner failure={failure} />
          )}
          {file && check.data && (
            <>
              {placed(check.data).map(([at, form]) => (
                <FormReport key={at} form={form} />
              ))}
              <FailureBanner failure={take.error?.failure ?? null} />
              <ButtonRow>
                <Button
                  tone="primary"
                  isPending={take.isPending}
                  onPress={() => take.mutate({ text: file.text })}
                >
                  {words.take(check.data.length)}
                </Button>
                <Button tone="quiet" onPress={startOver}>
                  {t.components.cancel}
                </Button>
              </ButtonRow>
            </>
          )}
        </>
      )}
    </Page>
  );
}

function Done({
  made,
  onAnother,
}: {
  readonly made: readonly TemplateId[];
  readonly onAnother: () => void;
}): ReactNode {
  const words = t.exchange;
  const [only] = made;
  return (
    <>
      <Banner tone="success" title={words.done(made.length)} isAnnounced>
        <p>{words.doneNext}</p>
      </Banner>
      <ButtonRow>
        <Link
          href={to(made.length === 1 && only !== undefined ? paths.template(only) : paths.templates)}
          look="button"
        >
          {made.length === 1 ? words.open : words.toList}
        </Link>
        <Button tone="quiet" onPress={onAnother}>
          {words.another}
        </Button>
      </ButtonRow>
    </>
  );
}
